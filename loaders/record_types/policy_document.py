"""Records: a guiding opinion, a working guideline or another document of policy."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import note_column


class PolicyDocument(Record):
    """A guiding opinion, a working guideline or another document of policy."""

    zh: ClassVar[str] = "政策文件"
    about_zh: ClassVar[str] = "指导意见、工作指引等政策文件。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "政策文件",
        "文件",
        "制度文件",
    )
    defines: ClassVar[Defines | None] = Defines("PolicyDocument", parents=(DISTRICT,))
    ties: ClassVar[tuple[Tie, ...]] = (Tie("ISSUED_BY", SUBJECT, "issued_by"),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "number",
    )
    event_day: ClassVar[str | None] = "issued_on"

    name: str = text(
        "文件名称",
        "policy document",
        "文件标题",
        "文件",
        "标题",
        required=True,
        example="示例区关于党建引领网格治理的指导意见",
    )
    number: str | None = code("文号", "document number", "文件编号", "发文字号")
    kind: str | None = term("文件类别", "document kind", "document_kind", "文件类型", "文种", example="指导意见")
    issued_by: list[str] = reference(
        "印发单位",
        "issued by",
        "发文单位",
        "制定单位",
        "发布单位",
        "发文机关",
        "印发机关",
        "制定机关",
        to="Organisation",
        stub="Authority",
        many=True,
        example="示例区委组织部",
    )
    issued_on: str | None = partial_date(
        "印发日期",
        "issued on",
        "发文日期",
        "发布日期",
        "印发时间",
        "发文时间",
        "成文日期",
        "发布时间",
        example="2023-07-01",
    )
    note: str | None = note_column()
