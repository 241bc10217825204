"""Records: a firm that manages estates."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, Defines, Record
from loaders.record_types.columns import credit_code, reference, text
from loaders.record_types.shared_columns import note_column, subdistrict_column


class PropertyFirm(Record):
    """A firm that manages estates."""

    zh: ClassVar[str] = "物业企业"
    about_zh: ClassVar[str] = "管理小区的物业服务企业。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "物业企业",
        "物业公司",
        "物业服务企业",
    )
    defines: ClassVar[Defines | None] = Defines("PropertyFirm", parents=(DISTRICT,), code="code")
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "code",
    )

    name: str = text(
        "物业企业名称",
        "property firm",
        "物业公司",
        "物业企业",
        "企业名称",
        "物业公司名称",
        "物业服务企业",
        "物业服务企业名称",
        "物业服务公司",
        "物业服务公司名称",
        "物业服务单位",
        required=True,
        example="示例物业服务有限公司",
    )
    code: str | None = credit_code("统一社会信用代码", "unified social credit code", "信用代码", "社会信用代码")
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
        to="Community",
        within=("subdistrict",),
        example="和盛里社区",
    )
    note: str | None = note_column()
