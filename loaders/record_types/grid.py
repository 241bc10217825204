"""Records: a grid of a community."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, reference, term, text


class Grid(Record):
    """A grid of a community."""

    zh: ClassVar[str] = "网格"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "网格",
        "网格台账",
    )
    defines: ClassVar[Defines | None] = Defines("Grid", parents=("community",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("PART_OF", SUBJECT, "community"),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "community",
    )

    name: str = text("网格名称", "grid", "网格", "网格全称", required=True, example="第一网格")
    code: str | None = code("网格编号", "grid code", "网格代码", "网格编码")
    subdistrict: str | None = reference(
        "所属街道",
        "subdistrict",
        "街道",
        "街道名称",
        "所在街道",
        "所属街道名称",
        "镇街",
        "街道（镇）",
        "街镇",
        "所属街镇",
        "所在街镇",
        "镇（街道）",
        to="Subdistrict",
        example="鹭湾街道",
    )
    community: str = reference(
        "所属社区",
        "community",
        "社区",
        "社区名称",
        "所在社区",
        "所属社区名称",
        "社区居委会",
        "所属社区（村）",
        "社区代码",
        "村居",
        "所属村居",
        "村（居）",
        "社区（村）",
        to="Community",
        within=("subdistrict",),
        required=True,
        example="和盛里社区",
    )
    kind: str | None = term("网格类型", "grid kind", "grid_kind", "网格类别", "类型", "类别", example="小区型")
    note: str | None = text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
