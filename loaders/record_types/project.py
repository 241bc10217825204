"""Records: a renewal project."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column, subdistrict_column


class Project(Record):
    """A renewal project."""

    zh: ClassVar[str] = "项目"
    about_zh: ClassVar[str] = "一个改造项目。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "项目",
        "改造项目",
        "项目台账",
    )
    defines: ClassVar[Defines | None] = Defines("Project", parents=("area", "subdistrict", DISTRICT))
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("CONCERNS", SUBJECT, "estates"),
        Tie("WITHIN", SUBJECT, "area"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "area",
        "subdistrict",
    )
    periods: ClassVar[tuple[Period, ...]] = (Period("started_on", "completed_on"),)
    event_day: ClassVar[str | None] = "started_on"

    name: str = text(
        "项目名称", "project", "工程名称", "项目", "改造项目", required=True, example="鹭渡片区老旧小区改造一期"
    )
    kind: str | None = term(
        "项目类型", "project kind", "project_kind", "项目类别", "类型", "类别", example="老旧小区改造"
    )
    subdistrict: str | None = subdistrict_column()
    area: str | None = reference(
        "所属片区", "area", "片区", "片区名称", to="Area", within=("subdistrict",), example="鹭渡片区"
    )
    estates: list[str] = reference(
        "涉及小区",
        "estates concerned",
        "改造小区",
        "小区名称",
        "实施小区",
        to="Estate",
        within=("subdistrict",),
        many=True,
        example="示例花园、示例新村",
    )
    state: str | None = term(
        "项目状态",
        "project state",
        "project_state",
        "状态",
        "进度",
        "项目进度",
        "项目进展",
        "进展情况",
        example="实施中",
    )
    started_on: str | None = partial_date(
        "开工日期", "started on", "开工时间", "启动日期", "启动时间", example="2023-09"
    )
    completed_on: str | None = partial_date("竣工日期", "completed on", "竣工时间", "完工日期", "完工时间", "完成时间")
    note: str | None = note_column()
