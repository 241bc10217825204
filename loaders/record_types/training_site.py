"""Records: the academy of community governance, or one of its departments or teaching points."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import reference, term, text
from loaders.record_types.shared_columns import note_column


class TrainingSite(Record):
    """The academy of community governance, or one of its departments or teaching points."""

    zh: ClassVar[str] = "培训阵地"
    about_zh: ClassVar[str] = "社区治理学院及其分院、教学点。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "培训阵地",
        "教学点",
        "社区治理学院",
    )
    defines: ClassVar[Defines | None] = Defines("TrainingSite", parents=(DISTRICT,))
    ties: ClassVar[tuple[Tie, ...]] = (Tie("RUN_BY", SUBJECT, "run_by"),)
    key: ClassVar[tuple[str, ...]] = ("name",)

    name: str = text(
        "阵地名称",
        "training site",
        "教学点名称",
        "培训阵地",
        "学院名称",
        "教学部名称",
        required=True,
        example="和盛里社区教学点",
    )
    level: str | None = term("阵地层级", "site level", "training_level", "层级", "级别", example="社区级")
    run_by: str | None = reference(
        "运营单位",
        "run by",
        "管理单位",
        "主管单位",
        "依托单位",
        to="Organisation",
        stub="Authority",
        example="和盛里社区居委会",
    )
    note: str | None = note_column()
