"""Records: an audit of an estate's common funds."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Audit(Record):
    """An audit of an estate's common funds."""

    zh: ClassVar[str] = "专项审计"
    about_zh: ClassVar[str] = "对一个小区公共资金的一次专项审计。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "专项审计",
        "审计",
        "审计台账",
    )
    defines: ClassVar[Defines | None] = Defines(
        "Audit", parents=("estate",), key_fields=("batch", "fund"), name=("name", "estate", "batch")
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("CONCERNS", SUBJECT, "estate"),
        Tie("EXAMINES", SUBJECT, "examines"),
        Tie("CARRIED_OUT_BY", SUBJECT, "carried_out_by"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "batch",
        "estate",
        "community",
        "fund",
    )
    event_day: ClassVar[str | None] = "held_on"

    name: str | None = text("审计名称", "audit", "审计项目", "审计事项")
    batch: str | None = text("审计批次", "batch", "批次", example="第一批")
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    estate: str = reference(
        "被审计小区",
        "estate audited",
        "小区",
        "所在小区",
        "所属小区",
        "小区（楼盘）",
        "服务小区",
        "涉及小区",
        "住宅小区",
        "小区全称",
        "审计小区",
        "小区名称",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园",
    )
    examines: list[str] = reference(
        "审计对象",
        "examines",
        "被审计单位",
        "审计对象单位",
        to=(
            "OwnersCommittee",
            "PropertyFirm",
        ),
        stub="OwnersCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="示例花园业委会",
    )
    carried_out_by: str | None = reference(
        "审计实施单位",
        "carried out by",
        "实施单位",
        "审计单位",
        "审计机构",
        "审计部门",
        to="Organisation",
        stub="Authority",
        example="示例区审计局",
    )
    fund: str | None = term("资金类别", "fund", "fund", "审计资金", "审计内容", example="公共收益")
    held_on: str | None = partial_date(
        "审计日期", "held on", "审计时间", "进点日期", "进场时间", "审计进场时间", "进场日期", example="2024-05"
    )
    note: str | None = note_column()
