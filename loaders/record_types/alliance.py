"""Records: a dated alliance of named parties under a pact."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class Alliance(Record):
    """A dated alliance of named parties under a pact."""

    zh: ClassVar[str] = "联盟"
    about_zh: ClassVar[str] = "几方按协议结成的联盟，有起止日期。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "联盟",
        "党建联盟",
    )
    defines: ClassVar[Defines | None] = Defines("Alliance", parents=(DISTRICT,))
    ties: ClassVar[tuple[Tie, ...]] = (Tie("PARTY_TO", "lead", SUBJECT, dated=True, constants=(("role", "lead"),)),)
    key: ClassVar[tuple[str, ...]] = ("name",)
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "联盟名称", "alliance", "党建联盟名称", "联盟", "党建联盟", required=True, example="示例区红色物业党建联盟"
    )
    kind: str | None = term(
        "联盟类型", "alliance kind", "alliance_kind", "联盟类别", "类型", "类别", example="红色物业党建联盟"
    )
    pact: str | None = text("联盟协议", "pact", "盟约", "协议名称", "章程")
    lead: str | None = reference(
        "牵头单位",
        "lead",
        "牵头机构",
        "牵头党组织",
        "盟主单位",
        to="Organisation",
        stub="PartyCommittee",
        example="示例区住房和建设局党委",
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
        "组建时间",
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
        "终止日期（联盟）",
        "撤销日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
