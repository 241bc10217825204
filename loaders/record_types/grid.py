"""Records: a grid of a community."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Grid(Record):
    """A grid of a community."""

    zh: ClassVar[str] = "网格"
    about_zh: ClassVar[str] = "一个社区的一个网格。"
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
    subdistrict: str | None = subdistrict_column()
    community: str = community_column(required=True)
    kind: str | None = term("网格类型", "grid kind", "grid_kind", "网格类别", "类型", "类别", example="小区型")
    note: str | None = note_column()
