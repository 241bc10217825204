"""Records: a unit of the administrative division, as a table of statistics lists it."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import division_code, partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class Division(Record):
    """A unit of the administrative division, as a table of statistics lists it."""

    zh: ClassVar[str] = "行政区划"
    about_zh: ClassVar[str] = "一个行政区划单位，按统计用区划代码表：区、街道、社区，一行一个。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "行政区划",
        "区划代码",
        "区划",
    )
    defines: ClassVar[Defines | None] = Defines("Community", label_field="level", code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("PART_OF", SUBJECT, "parent_code"),)
    key: ClassVar[tuple[str, ...]] = (
        "code",
        "cutoff_date",
    )
    other_dates: ClassVar[tuple[str, ...]] = ("cutoff_date",)

    code: str = division_code(
        "区划代码",
        "code",
        "代码",
        "统计用区划代码",
        "行政区划代码",
        "统计用区划代码（12位）",
        required=True,
        example="990206003022",
    )
    name: str = text(
        "区划名称", "name", "名称", "单位名称（区划）", "行政区划名称", required=True, example="和盛里社区居委会"
    )
    level: str | None = term(
        "级别", "level", "division_level", "层级", "区划级别", "行政级别", example="社区", comment="可留空，由代码判断"
    )
    parent_code: str | None = reference(
        "上级区划代码",
        "parent code",
        "上级代码",
        "父级代码",
        "所属上级代码",
        "parent_code",
        to=(
            "District",
            "Subdistrict",
        ),
        example="990206003000",
    )
    cutoff_date: str | None = partial_date(
        "截止日期", "cut-off date", "区划截止日期", "统计截止日期", "数据截止日期", "截止时点", example="2024-06-30"
    )
    note: str | None = note_column()
