"""The last sheet of the blank workbook: each table with a row as it may be filled in; it loads as nothing."""

from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.returning.template.heading_comment import Language
from loaders.returning.template.record_sheet import OPTIONAL_FILL, sheet_name

EXAMPLE_SHEET: Final = "填写示例"
_TITLE: Final = {
    "zh": "填写示例（虚构，读取时跳过这张表）",
    "en": "Worked examples (invented; this sheet is passed over when the workbook is read)",
}
_TITLE_FONT: Final = Font(bold=True, size=14)
_CAPTION_FONT: Final = Font(bold=True, size=12)
_HEADING_FONT: Final = Font(bold=True, color="FF22313F")
_WIDTH: Final = 18
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


def add_worked_example(workbook: Workbook, records: Sequence[str], language: Language) -> None:
    """Add the sheet that shows how each table is filled in.

    Args:
        workbook: the workbook.
        records: the record types of its sheets.
        language: of headings and captions.
    """
    sheet = workbook.create_sheet(EXAMPLE_SHEET)
    sheet.cell(1, 1, _TITLE[language]).font = _TITLE_FONT
    row = 3
    for record in records:
        cls = RECORD_TYPES[record]
        about = cls.about_zh if language == "zh" else (cls.__doc__ or "").strip().splitlines()[0]
        sheet.cell(row, 1, f"{sheet_name(record, language)}：{about}").font = _CAPTION_FONT
        filled = [column for column in columns(cls).values() if column.example]
        for number, column in enumerate(filled, start=1):
            heading = sheet.cell(row + 1, number, column.heading if language == "zh" else column.english)
            heading.font, heading.fill = _HEADING_FONT, OPTIONAL_FILL
            sheet.cell(row + 2, number, column.example).alignment = _WRAPPED
        row += 4
    for cells in sheet.iter_cols(min_row=1, max_row=1):
        sheet.column_dimensions[cells[0].column_letter].width = _WIDTH
