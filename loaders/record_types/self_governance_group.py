"""Records: a self-governance body or team of residents."""

from typing import ClassVar

from loaders.record_types.base import Defines, Record
from loaders.record_types.columns import code, partial_date, reference, text


class SelfGovernanceGroup(Record):
    """A self-governance body or team of residents."""

    zh: ClassVar[str] = "小区自治组织"
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
    community: str = reference(
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
        required=True,
        example="和盛里社区",
    )
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
    note: str | None = text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
