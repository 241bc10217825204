"""Records: the committee elected by the owners of an estate, one row a term."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, TERM_OF_OFFICE, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class OwnersCommittee(Record):
    """The committee elected by the owners of an estate, one row a term."""

    zh: ClassVar[str] = "业委会"
    about_zh: ClassVar[str] = "一个小区的业主委员会，一届一行。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "业委会",
        "业主委员会",
        "业委会备案",
    )
    defines: ClassVar[Defines | None] = Defines("OwnersCommittee", parents=("estate",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("REPRESENTS", SUBJECT, "estate", properties=("term",), dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "estate",
        "community",
        "term",
    )
    periods: ClassVar[tuple[Period, ...]] = (TERM_OF_OFFICE,)
    other_dates: ClassVar[tuple[str, ...]] = ("filing_date",)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    estate: list[str] = reference(
        "小区名称",
        "estate",
        "小区",
        "所在小区",
        "所属小区",
        "小区（楼盘）",
        "服务小区",
        "涉及小区",
        "住宅小区",
        "小区全称",
        "代表小区",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        many=True,
        example="示例花园",
    )
    name: str = text(
        "业委会名称",
        "owners' committee",
        "业主委员会名称",
        "业主委员会",
        "业委会全称",
        "业委会",
        required=True,
        example="示例花园业委会",
    )
    code: str | None = code(
        "备案编号", "filing number", "业委会代码", "统一社会信用代码", "备案号", "备案证号", "备案文号"
    )
    term: str | None = text("届次", "term", "第几届", "届别", example="第二届")
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
        "成立日期",
        "任期（起）",
        "任期起始时间",
        "任期开始时间",
        "本届任期起",
        "成立时间",
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
        "届满日期",
        "任期（止）",
        "任期届满时间",
        "任期结束时间",
        "任期截止日期",
        "本届任期止",
        "届满时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    filing_date: str | None = partial_date(
        "备案日期", "filing date", "备案时间", "备案登记日期", "备案登记时间", example="2023-05-20"
    )
    note: str | None = note_column()
