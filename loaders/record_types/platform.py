"""Records: a consultation platform convened by a committee."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Platform(Record):
    """A consultation platform convened by a committee."""

    zh: ClassVar[str] = "共建平台"
    about_zh: ClassVar[str] = "由一个党组织召集的共建平台，如党建联席会议、大党委。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "共建平台",
        "平台",
        "党建共同体",
        "聚能圈",
    )
    defines: ClassVar[Defines | None] = Defines("Platform", parents=("convenor",))
    ties: ClassVar[tuple[Tie, ...]] = (Tie("CONVENES", "convenor", SUBJECT, dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "convenor",
        "community",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "平台名称",
        "platform",
        "共建平台名称",
        "平台",
        "党建共同体名称",
        "共建平台",
        "共同体名称",
        "聚能圈名称",
        required=True,
        example="和盛里聚能圈",
    )
    kind: str | None = term("平台类型", "platform kind", "platform_kind", "平台类别", "类型", "类别", example="聚能圈")
    level: str | None = term("平台层级", "platform level", "level", "层级", "平台级别", example="社区级")
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    convenor: str = reference(
        "召集党组织",
        "convenor",
        "召集单位",
        "牵头党组织",
        "召集党委",
        "发起党组织",
        to="PartyCommittee",
        stub="PartyCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="和盛里社区大党委",
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
        "启动时间",
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
        "终止日期（平台）",
        "撤销日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
