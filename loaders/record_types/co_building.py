"""Records: an organisation has agreed with a committee to build the community together."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import credit_code, partial_date, reference, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class CoBuilding(Record):
    """An organisation has agreed with a committee to build the community together."""

    zh: ClassVar[str] = "共建关系"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "共建关系",
        "共建协议",
        "共建",
        "结对共建",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("CO_BUILDS_WITH", "unit", "committee", properties=("pact",), dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "unit",
        "unit_code",
        "committee",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    unit: str = reference(
        "共建单位",
        "unit",
        "单位名称",
        "共建单位名称",
        "联建单位",
        "结对单位",
        "报到单位",
        "报到单位名称",
        "报到单位党组织",
        "双报到单位",
        to="Organisation",
        stub="CoBuildingUnit",
        required=True,
        example="示例第一医院",
    )
    unit_code: str | None = credit_code(
        "统一社会信用代码", "unified social credit code", "信用代码", "单位信用代码", "社会信用代码"
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    committee: str = reference(
        "共建党组织",
        "committee",
        "结对党组织",
        "共建党委",
        "大党委",
        "党组织名称",
        "所在大党委",
        "联建党组织",
        "社区大党委",
        "共建社区",
        "结对社区",
        "报到社区",
        "报到社区党组织",
        "报到社区党委",
        to="PartyCommittee",
        stub="PartyCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="和盛里社区大党委",
    )
    pact: str | None = text("协议编号", "pact", "共建协议", "协议书编号", "协议名称")
    valid_from: str | None = partial_date(
        "签约日期",
        "signed on",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "签约时间",
        "签订日期",
        "加入时间",
        "共建起始时间",
        "签订时间",
        "协议签订时间",
        "协议签订日期",
        "结对时间",
        "报到时间",
        "报到日期",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "到期日期",
        "expires on",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "协议到期日",
        "退出时间",
        "到期时间",
        "协议到期时间",
        "协议到期日期",
        "协议截止日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
