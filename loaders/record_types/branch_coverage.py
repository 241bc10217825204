"""Records: a branch covers an estate or a grid, by organisation or by work."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class BranchCoverage(Record):
    """A branch covers an estate or a grid, by organisation or by work."""

    zh: ClassVar[str] = "支部覆盖"
    about_zh: ClassVar[str] = "一个党支部覆盖一个小区或网格，组织覆盖或工作覆盖。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "支部覆盖",
        "党组织覆盖",
        "覆盖情况",
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("COVERS", "branch", "estate", properties=("mode",), dated=True),
        Tie("COVERS", "branch", "grid", properties=("mode",), dated=True),
    )
    key: ClassVar[tuple[str, ...]] = (
        "branch",
        "community",
        "estate",
        "grid",
        "mode",
        "valid_from",
    )
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (
        (
            "estate",
            "grid",
        ),
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    branch: str = reference(
        "党支部名称",
        "branch",
        "支部名称",
        "党支部",
        "覆盖支部",
        to="PartyBranch",
        stub="PartyBranch",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园联合党支部",
    )
    estate: str | None = reference(
        "覆盖小区",
        "estate covered",
        "小区",
        "所在小区",
        "所属小区",
        "小区（楼盘）",
        "服务小区",
        "涉及小区",
        "住宅小区",
        "小区全称",
        "被覆盖小区",
        "小区名称",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        example="示例花园",
    )
    grid: str | None = reference(
        "覆盖网格",
        "grid covered",
        "网格",
        "网格名称",
        "被覆盖网格",
        to="Grid",
        within=(
            "community",
            "subdistrict",
        ),
        example="第一网格",
    )
    mode: str | None = term("覆盖方式", "coverage mode", "coverage_mode", "覆盖类型", example="工作覆盖")
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "覆盖起始日期",
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
        "覆盖终止日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
