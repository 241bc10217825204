"""Records: a self-governance body or team of residents."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Defines, Period, Record
from loaders.record_types.columns import code, partial_date, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class SelfGovernanceGroup(Record):
    """A self-governance body or team of residents."""

    zh: ClassVar[str] = "小区自治组织"
    about_zh: ClassVar[str] = "居民自治组织或队伍：议事会、志愿队、楼栋长队伍等。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "自治组织",
        "自治队伍",
        "小区自治组织",
    )
    defines: ClassVar[Defines | None] = Defines("SelfGovernanceGroup", parents=("community",), code="code")
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "community",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "自治组织名称",
        "self-governance group",
        "队伍名称",
        "自治队伍名称",
        "自治组织",
        "组织名称",
        required=True,
        example="示例花园楼长队",
    )
    code: str | None = code("自治组织编号", "group code", "队伍编号")
    subdistrict: str | None = subdistrict_column()
    community: str = community_column(required=True)
    kind: str | None = text(
        "自治组织类型", "group kind", "队伍类型", "自治类型", "队伍类别", "类型", "类别", example="楼长队"
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
        "组建时间",
        "组建日期",
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
        "解散日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
