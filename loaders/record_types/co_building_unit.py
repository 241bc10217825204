"""Records: a unit known for building together with Party committees."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, Defines, Record
from loaders.record_types.columns import credit_code, reference, term, text
from loaders.record_types.shared_columns import note_column, subdistrict_column


class CoBuildingUnit(Record):
    """A unit known for building together with Party committees."""

    zh: ClassVar[str] = "共建单位"
    about_zh: ClassVar[str] = "与党组织共建的单位：机关、学校、医院、企业等。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "共建单位",
        "联建单位",
        "共建单位名录",
    )
    defines: ClassVar[Defines | None] = Defines("CoBuildingUnit", parents=(DISTRICT,), code="code")
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "code",
    )

    name: str = text(
        "单位名称", "unit", "共建单位名称", "共建单位", "联建单位", "单位全称", required=True, example="示例第一医院"
    )
    code: str | None = credit_code(
        "统一社会信用代码", "unified social credit code", "信用代码", "社会信用代码", "统一信用代码"
    )
    kind: str | None = term("单位类型", "unit kind", "unit_kind", "单位类别", "单位性质", "类型", example="医院")
    affiliation: str | None = term(
        "隶属关系", "affiliation", "affiliation", "隶属", "隶属层级", "单位隶属", example="市级"
    )
    subdistrict: str | None = subdistrict_column()
    registered_community: str | None = reference(
        "注册地社区",
        "registered community",
        "社区",
        "社区名称",
        "所在社区",
        "所属社区名称",
        "社区居委会",
        "所属社区（村）",
        "社区代码",
        "注册社区",
        "注册地",
        "注册所在社区",
        to="Community",
        within=("subdistrict",),
        example="和盛里社区",
    )
    note: str | None = note_column()
