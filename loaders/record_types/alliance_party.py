"""Records: an organisation is a party to an alliance."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class AllianceParty(Record):
    """An organisation is a party to an alliance."""

    zh: ClassVar[str] = "联盟成员"
    about_zh: ClassVar[str] = "一个机构是一个联盟的成员。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "联盟成员",
        "联盟单位",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("PARTY_TO", "organisation", "alliance", properties=("role",), dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "alliance",
        "organisation",
        "role",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    alliance: str = reference(
        "联盟名称",
        "alliance",
        "党建联盟名称",
        "联盟",
        "所属联盟",
        to="Alliance",
        stub="Alliance",
        required=True,
        example="示例区红色物业党建联盟",
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    organisation: str = reference(
        "成员单位",
        "organisation",
        "成员单位名称",
        "参加单位",
        "机构名称",
        "单位名称",
        stub="CoBuildingUnit",
        required=True,
        example="示例物业服务有限公司",
        to="Organisation",
        kind_field="organisation_kind",
        within=(
            "community",
            "subdistrict",
        ),
    )
    organisation_kind: str | None = term(
        "机构类别",
        "organisation kind",
        "organisation_kind",
        "机构类型",
        "组织类别",
        "组织类型",
        "单位类别（机构）",
        example="小区党支部",
    )
    role: str | None = term("联盟角色", "role", "alliance_role", "角色", "成员身份", example="成员单位")
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "加入日期",
        "加入时间",
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
        "退出日期",
        "退出时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
