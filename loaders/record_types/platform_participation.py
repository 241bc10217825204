"""Records: an organisation takes part in a platform."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class PlatformParticipation(Record):
    """An organisation takes part in a platform."""

    zh: ClassVar[str] = "平台成员"
    about_zh: ClassVar[str] = "一个机构参加一个平台。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "平台成员",
        "平台参与",
        "平台参加单位",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("TAKES_PART_IN", "organisation", "platform", dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "platform",
        "organisation",
        "community",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    platform: str = reference(
        "平台名称",
        "platform",
        "共建平台",
        "平台",
        "共建平台名称",
        to="Platform",
        stub="Platform",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="和盛里聚能圈",
    )
    organisation: str = reference(
        "成员单位",
        "organisation",
        "参加单位",
        "参与单位",
        "机构名称",
        "成员单位名称",
        "单位名称",
        stub="CoBuildingUnit",
        required=True,
        example="示例第一医院",
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
