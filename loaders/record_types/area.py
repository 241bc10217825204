"""Records: an area named for a purpose, such as a renewal."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import reference, text
from loaders.record_types.shared_columns import note_column, subdistrict_column


class Area(Record):
    """An area named for a purpose, such as a renewal."""

    zh: ClassVar[str] = "片区"
    about_zh: ClassVar[str] = "为某件事划出的片区，如改造片区、商圈。"
    sheet_names: ClassVar[tuple[str, ...]] = ("片区",)
    defines: ClassVar[Defines | None] = Defines("Area", parents=("subdistrict", DISTRICT))
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("PART_OF", SUBJECT, "subdistrict"),
        Tie("LOCATED_IN", "estates", SUBJECT),
    )
    key: ClassVar[tuple[str, ...]] = ("name",)

    name: str = text("片区名称", "area", "片区", required=True, example="鹭渡片区")
    subdistrict: str | None = subdistrict_column()
    estates: list[str] = reference(
        "片区小区",
        "estates of the area",
        "所含小区",
        "片区内小区",
        "包含小区",
        "涉及小区",
        "覆盖小区",
        to="Estate",
        within=("subdistrict",),
        many=True,
        example="示例花园、示例新村",
    )
    pilot_of: str | None = text("试点名称", "pilot of", "试点", "试点项目")
    note: str | None = note_column()
