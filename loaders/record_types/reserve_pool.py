"""Records: a reserve of people for posts."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, Defines, Record
from loaders.record_types.columns import text
from loaders.record_types.shared_columns import note_column


class ReservePool(Record):
    """A reserve of people for posts."""

    zh: ClassVar[str] = "人才库名录"
    about_zh: ClassVar[str] = "为某类职务储备人才的名录。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "人才库名录",
        "储备人才库名录",
        "reserve pool",  # its headings alone fit a list of people in a reserve as well
    )
    defines: ClassVar[Defines | None] = Defines("ReservePool", parents=(DISTRICT,))
    key: ClassVar[tuple[str, ...]] = ("name",)

    name: str = text(
        "人才库名称", "pool", "储备库名称", "储备人才库名称", required=True, example="示例区小区书记储备人才库"
    )
    note: str | None = note_column()
