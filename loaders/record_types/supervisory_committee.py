"""Records: the committee by which owners supervise their owners' committee."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, TERM_OF_OFFICE, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class SupervisoryCommittee(Record):
    """The committee by which owners supervise their owners' committee."""

    zh: ClassVar[str] = "业主监督委员会"
    about_zh: ClassVar[str] = "业主监督业委会的委员会，一届一行。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "业主监督委员会",
        "监督委员会",
    )
    defines: ClassVar[Defines | None] = Defines("SupervisoryCommittee", parents=("owners_committee",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("SUPERVISES", SUBJECT, "owners_committee", dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "owners_committee",
        "community",
    )
    periods: ClassVar[tuple[Period, ...]] = (TERM_OF_OFFICE,)

    name: str = text(
        "监督委员会名称",
        "supervisory committee",
        "业主监督委员会",
        "业主监督委员会名称",
        "监委会名称",
        required=True,
        example="示例花园业主监督委员会",
    )
    code: str | None = code("监委会代码", "supervisory committee code")
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    owners_committee: str = reference(
        "监督对象业委会",
        "owners' committee supervised",
        "业委会名称",
        "业委会",
        "被监督业委会",
        "业主委员会",
        "对应业委会",
        "所属业委会",
        "所属业主委员会",
        to="OwnersCommittee",
        stub="OwnersCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园业委会",
    )
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "成立日期",
        "成立时间",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "终止日期",
        "valid to",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "届满日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
