"""Records: a meeting, service, visit or task."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Activity(Record):
    """A meeting, service, visit or task."""

    zh: ClassVar[str] = "活动"
    about_zh: ClassVar[str] = "一次会议、服务、走访或任务。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "活动",
        "活动台账",
        "联席会议",
        "活动记录",
    )
    defines: ClassVar[Defines | None] = Defines(
        "Activity", parents=("held_under", "community", DISTRICT), key_fields=("held_on",), code="code"
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("HELD_UNDER", SUBJECT, "held_under"),
        Tie("CONCERNS", SUBJECT, "estates"),
        Tie("TOOK_PART_IN", "participants", SUBJECT),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "held_under",
        "community",
        "held_on",
    )
    event_day: ClassVar[str | None] = "held_on"

    name: str = text(
        "活动名称",
        "activity",
        "会议名称",
        "活动主题",
        "活动",
        "活动内容",
        "会议主题",
        required=True,
        example="和盛里社区党建联席会议",
    )
    code: str | None = code("活动编号", "activity number", "会议编号")
    kind: str | None = term(
        "活动类型", "activity kind", "activity_kind", "活动类别", "活动形式", "类型", "类别", example="联席会议"
    )
    held_on: str | None = partial_date(
        "活动日期",
        "held on",
        "活动时间",
        "会议时间",
        "开展时间",
        "日期",
        "时间",
        "会议日期",
        "召开时间",
        "召开日期",
        "举办时间",
        "举办日期",
        example="2024-04-12",
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    held_under: str | None = reference(
        "依托组织",
        "held under",
        "依托平台",
        "主办党组织",
        "主办单位",
        "组织单位",
        "依托平台或党组织",
        "主办方",
        to=(
            "JointBody",
            "PartyCommittee",
        ),
        stub="Platform",
        within=(
            "community",
            "subdistrict",
        ),
        example="和盛里聚能圈",
    )
    estates: list[str] = reference(
        "涉及小区",
        "estates concerned",
        "活动小区",
        "所在小区",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
    )
    participants: list[str] = reference(
        "参加单位",
        "participants",
        "参与单位",
        "参加单位名单",
        "参会单位",
        "参会单位名单",
        "参与单位名单",
        to="Organisation",
        stub="CoBuildingUnit",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="示例第一医院、示例小学",
    )
    note: str | None = note_column()
