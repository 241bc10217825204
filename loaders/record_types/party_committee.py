"""Records: a committee of the Party that leads an administrative unit or an industry."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class PartyCommittee(Record):
    """A committee of the Party that leads an administrative unit or an industry."""

    zh: ClassVar[str] = "党组织"
    about_zh: ClassVar[str] = "领导一个区划或一个行业的党组织：区委、街道党工委、社区党委、行业党委。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "党组织",
        "大党委",
        "大党工委",
        "党委",
    )
    defines: ClassVar[Defines | None] = Defines("PartyCommittee", parents=("place", DISTRICT), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("LEADS", SUBJECT, "place", dated=True),
        Tie("SUBORDINATE_TO", SUBJECT, "superior", dated=True),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "place",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "党组织名称",
        "committee",
        "党委名称",
        "党组织全称",
        "大党委名称",
        "党工委名称",
        "大党工委名称",
        required=True,
        example="和盛里社区大党委",
    )
    code: str | None = code("党组织代码", "committee code", "党组织编码")
    kind: str | None = term(
        "党组织类别", "committee kind", "committee_kind", "党组织类型", "组织形式", "类型", "类别", example="社区大党委"
    )
    place: str | None = reference(
        "所领导区划",
        "place",
        "所在区划",
        "所属区划",
        "领导区划",
        "所属街道社区",
        "对应区划",
        "所属镇街村居",
        "所属街道/社区",
        "所在街道社区",
        to="AdminUnit",
        example="和盛里社区",
        comment="党组织所领导的区、街道或社区，可写代码",
    )
    superior: str | None = reference(
        "上级党组织",
        "superior committee",
        "隶属党组织",
        "上级党委",
        "上级党组织名称",
        "隶属上级党组织",
        to="PartyCommittee",
        stub="PartyCommittee",
        example="鹭湾街道大党工委",
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
        "撤销日期",
        "撤销时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
