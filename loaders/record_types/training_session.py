"""Records: a training session, with its attendances."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, integer, partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class TrainingSession(Record):
    """A training session, with its attendances."""

    zh: ClassVar[str] = "培训场次"
    about_zh: ClassVar[str] = "一场培训及其参加人次。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "培训",
        "培训场次",
        "培训台账",
        "培训记录",
    )
    defines: ClassVar[Defines | None] = Defines(
        "TrainingSession", parents=("site", DISTRICT), key_fields=("code", "held_on")
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("HELD_AT", SUBJECT, "site"),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "code",
        "site",
        "held_on",
    )
    event_day: ClassVar[str | None] = "held_on"

    name: str = text(
        "培训名称",
        "training session",
        "培训主题",
        "课程名称",
        "培训内容",
        "培训班名称",
        "培训班次",
        "班次名称",
        "培训课程",
        "培训项目",
        required=True,
        example="业委会规范运作培训",
    )
    code: str | None = code("场次编号", "session number", "培训编号", "期次编号")
    level: str | None = term(
        "培训层级", "training level", "training_level", "层级", "级别", "培训级别", example="社区级"
    )
    site: str | None = reference(
        "培训地点",
        "training site",
        "举办阵地",
        "培训阵地",
        "教学点",
        "举办地点",
        "地点",
        to="TrainingSite",
        stub="TrainingSite",
        example="和盛里社区教学点",
    )
    audience: str | None = term("培训对象", "audience", "audience", "参训对象", "对象", example="业委会成员")
    held_on: str | None = partial_date("培训日期", "held on", "培训时间", "举办日期", "举办时间", example="2024-03-15")
    attendances: int | None = integer(
        "参训人次",
        "attendances",
        "培训人次",
        "人次",
        "参加人数",
        "参训人数",
        "培训人次（人次）",
        "培训人数",
        "参加人次",
        example="42",
    )
    note: str | None = note_column()
