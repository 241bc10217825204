"""Records: a department of Party or government, or a subdistrict office."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, reference, term, text
from loaders.record_types.shared_columns import note_column


class Authority(Record):
    """A department of Party or government, or a subdistrict office."""

    zh: ClassVar[str] = "党政部门"
    about_zh: ClassVar[str] = "党政部门或街道办事处。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "党政部门",
        "部门",
        "职能部门",
    )
    defines: ClassVar[Defines | None] = Defines("Authority", parents=(DISTRICT,), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("SERVES_IN", SUBJECT, "place"),)
    key: ClassVar[tuple[str, ...]] = ("name",)

    name: str = text(
        "部门名称",
        "authority",
        "单位名称",
        "部门",
        "机关名称",
        "部门（单位）名称",
        required=True,
        example="示例区委组织部",
    )
    code: str | None = code("部门代码", "authority code", "机构代码")
    kind: str | None = term(
        "部门类别", "authority kind", "authority_kind", "部门类型", "职能", "职能类别", example="组织部"
    )
    level: str | None = term("部门层级", "authority level", "level", "层级", "级别", example="区级")
    place: str | None = reference(
        "服务区划", "place served", "履职区划", "所在区划", "所属区划", to="AdminUnit", example="示例区"
    )
    note: str | None = note_column()
