"""Records: the Party organisation of a property firm."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class FirmPartyOrganisation(Record):
    """The Party organisation of a property firm, or of several that founded it together."""

    zh: ClassVar[str] = "物业企业党组织"
    about_zh: ClassVar[str] = "一家物业企业的党组织，或几家企业联合成立的党组织。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "物业企业党组织",
        "物业党组织",
    )
    defines: ClassVar[Defines | None] = Defines("FirmPartyOrganisation", parents=("firm",), code="code", joint=True)
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("ORGANISED_IN", SUBJECT, "firm", dated=True),
        Tie("SUBORDINATE_TO", SUBJECT, "superior", dated=True),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "firm",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "企业党组织名称",
        "firm's Party organisation",
        "物业企业党组织名称",
        "物业党组织名称",
        "党组织名称（企业）",
        "企业党组织",
        "党组织名称",
        "党组织全称",
        required=True,
        example="示例物业服务有限公司党支部",
    )
    code: str | None = code("党组织代码", "organisation code", "党组织编码")
    firm: list[str] = reference(
        "物业企业",
        "property firm",
        "物业企业名称",
        "物业公司",
        "企业名称",
        "所在企业",
        "所属企业",
        to="PropertyFirm",
        stub="PropertyFirm",
        required=True,
        many=True,
        example="示例物业服务有限公司",
        comment="联合党支部写全各家企业，用顿号隔开；每家写一行也可以",
    )
    kind: str | None = term(
        "党组织形式",
        "form",
        "firm_party_kind",
        "企业党组织形式",
        "组织形式",
        "党组织类型",
        "党组织类别",
        example="党支部",
    )
    superior: str | None = reference(
        "上级党组织",
        "superior committee",
        "隶属党组织",
        "上级党委",
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
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
