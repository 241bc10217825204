"""Records: an organisation took part in an activity."""

from typing import ClassVar

from loaders.record_types.base import Record, Tie
from loaders.record_types.columns import reference, term, text


class ActivityParticipation(Record):
    """An organisation took part in an activity."""

    zh: ClassVar[str] = "活动参加"
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
    subdistrict: str | None = reference(
        "所属街道",
        "subdistrict",
        "街道",
        "街道名称",
        "所在街道",
        "所属街道名称",
        "镇街",
        "街道（镇）",
        "街镇",
        "所属街镇",
        "所在街镇",
        "镇（街道）",
        to="Subdistrict",
        example="鹭湾街道",
    )
    community: str | None = reference(
        "所属社区",
        "community",
        "社区",
        "社区名称",
        "所在社区",
        "所属社区名称",
        "社区居委会",
        "所属社区（村）",
        "社区代码",
        "村居",
        "所属村居",
        "村（居）",
        "社区（村）",
        to="Community",
        within=("subdistrict",),
        example="和盛里社区",
    )
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
    note: str | None = text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
