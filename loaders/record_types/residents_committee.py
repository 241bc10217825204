"""Records: the residents' committee of a community."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, TERM_OF_OFFICE, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class ResidentsCommittee(Record):
    """The residents' committee of a community."""

    zh: ClassVar[str] = "居委会"
    about_zh: ClassVar[str] = "一个社区的居民委员会，一届一行。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "居委会",
        "居民委员会",
    )
    defines: ClassVar[Defines | None] = Defines("ResidentsCommittee", parents=("community",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("REPRESENTS", SUBJECT, "community", properties=("term",), dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "community",
        "term",
    )
    periods: ClassVar[tuple[Period, ...]] = (TERM_OF_OFFICE,)

    name: str = text(
        "居委会名称",
        "residents' committee",
        "居民委员会名称",
        "居委会",
        "居委会全称",
        "社区居委会名称",
        required=True,
        example="和盛里社区居委会",
    )
    code: str | None = code("居委会代码", "residents' committee code", "特别法人代码")
    subdistrict: str | None = subdistrict_column()
    community: str = community_column(required=True)
    term: str | None = text("届次", "term", "第几届", "届别", example="第三届")
    valid_from: str | None = partial_date(
        "任期起始日期",
        "term start",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "任期开始",
        "任期起",
        "任期开始日期",
        "任期（起）",
        "任期起始时间",
        "任期开始时间",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "任期届满日期",
        "term end",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "任期结束",
        "任期止",
        "任期结束日期",
        "任期（止）",
        "任期届满时间",
        "任期结束时间",
        "届满时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
