"""Records: an organisation took part in an activity."""

from typing import ClassVar

from loaders.record_types.base import Record, Tie
from loaders.record_types.columns import reference, term
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class ActivityParticipation(Record):
    """An organisation took part in an activity."""

    zh: ClassVar[str] = "活动参加"
    about_zh: ClassVar[str] = "一个机构参加了一次活动。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "活动参加",
        "活动参与",
        "参加记录",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("TOOK_PART_IN", "organisation", "activity"),)
    key: ClassVar[tuple[str, ...]] = (
        "activity",
        "organisation",
        "organisation_kind",
    )

    activity: str = reference(
        "活动名称",
        "activity",
        "活动编号",
        "会议名称",
        "活动",
        to="Activity",
        stub="Activity",
        required=True,
        example="和盛里社区党建联席会议",
        within=(
            "community",
            "subdistrict",
        ),
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    organisation: str = reference(
        "参加单位",
        "organisation",
        "参与单位",
        "机构名称",
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
    note: str | None = note_column()
