"""Records: a system or model of governance that organisations adopt."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, Defines, Record
from loaders.record_types.columns import term, text
from loaders.record_types.shared_columns import note_column


class Mechanism(Record):
    """A system or model of governance that organisations adopt."""

    zh: ClassVar[str] = "机制"
    about_zh: ClassVar[str] = "机构采用的治理机制或做法，如“红色业委会”“三方联席会议”。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "机制",
        "制度机制",
        "制度",
    )
    defines: ClassVar[Defines | None] = Defines("Mechanism", parents=(DISTRICT,))
    key: ClassVar[tuple[str, ...]] = ("name",)

    name: str = text("机制名称", "mechanism", "制度名称", "机制", "模式名称", required=True, example="支部先议制度")
    kind: str | None = term(
        "机制类别", "mechanism kind", "mechanism_kind", "机制类型", "类别（机制）", "类型", "类别", example="制度"
    )
    note: str | None = note_column()
