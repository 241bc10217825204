"""One sheet of the blank workbook: the heading row of a record type, with formats and drop-downs below it."""

from collections.abc import Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from graph_model.vocabularies import vocabulary
from loaders.readers.sheet import column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.record_types.columns import Column
from loaders.returning.template.heading_comment import Language, comment_of

_LAST_ROW: Final = 1_048_576
_LONGEST_NAME: Final = 31
_AUTHOR: Final = "gridgov"
_REQUIRED_FILL: Final = PatternFill("solid", fgColor="FF2F4B63")
OPTIONAL_FILL: Final = PatternFill("solid", fgColor="FFDDE5EC")
_REQUIRED_FONT: Final = Font(bold=True, color="FFFFFFFF")
_OPTIONAL_FONT: Final = Font(bold=True, color="FF22313F")
_EDGE: Final = Border(bottom=Side("thin", color="FF8796A5"), right=Side("thin", color="FFFFFFFF"))
_CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TEXT_FORMAT, _NUMBER_FORMAT, _ANY_FORMAT = "@", "0", "General"
# a date as text stays as it is typed (2023.10 is not 2023.1), and a long code keeps its last digits
_TEXT_KINDS: Final = frozenset({"date", "code", "division_code", "credit_code", "reference", "private"})
_HEADING_HEIGHT, _COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_CHARACTERS = 30, 320, 20, 22


def sheet_name(record: str, language: Language) -> str:
    """Return the name of a record type's sheet: its Chinese title, or its own name with spaces."""
    name = RECORD_TYPES[record].zh if language == "zh" else record.replace("_", " ")
    return name[:_LONGEST_NAME]


def add_record_sheet(workbook: Workbook, record: str, language: Language, term_ranges: Mapping[str, str]) -> None:
    """Add the empty sheet of a record type.

    Args:
        workbook: the workbook.
        record: name of the record type.
        language: of headings and comments.
        term_ranges: vocabulary -> range of its terms.
    """
    sheet = workbook.create_sheet(sheet_name(record, language))
    required = required_fields(RECORD_TYPES[record])
    for number, (field, column) in enumerate(columns(RECORD_TYPES[record]).items(), start=1):
        heading = column.heading if language == "zh" else column.english
        cell = sheet.cell(1, number, heading)
        cell.fill, cell.font = (
            (_REQUIRED_FILL, _REQUIRED_FONT) if field in required else (OPTIONAL_FILL, _OPTIONAL_FONT)
        )
        cell.alignment, cell.border = _CENTRED, _EDGE
        cell.comment = _comment(comment_of(record, field, language))
        _prepare_column(sheet, number, column, heading, term_ranges)
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    sheet.freeze_panes = "A2"


def _comment(text: str) -> Comment:
    lines = sum(len(line) // _COMMENT_CHARACTERS + 1 for line in text.split("\n"))
    return Comment(text, _AUTHOR, width=_COMMENT_WIDTH, height=_COMMENT_LINE * (lines + 1))


def _prepare_column(
    sheet: Worksheet, number: int, column: Column, heading: str, term_ranges: Mapping[str, str]
) -> None:
    letters = column_letters(number)
    dimension = sheet.column_dimensions[letters]
    dimension.width = max(12, 2.2 * len(heading) + 4) if not heading.isascii() else max(12, 1.2 * len(heading) + 4)
    dimension.number_format = _number_format(column)
    validation = _validation(column, term_ranges)
    if validation is not None:
        validation.add(f"{letters}2:{letters}{_LAST_ROW}")
        sheet.add_data_validation(validation)


def _number_format(column: Column) -> str:
    if column.kind == "integer":
        return _NUMBER_FORMAT
    return _TEXT_FORMAT if column.kind in _TEXT_KINDS else _ANY_FORMAT


def _validation(column: Column, term_ranges: Mapping[str, str]) -> DataValidation | None:
    """The drop-down of a column of terms; a closed vocabulary refuses other words, an open one only offers its own."""
    if column.kind == "integer":
        return DataValidation(
            "whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True
        )
    if column.vocabulary is None:
        return None
    strict = vocabulary(column.vocabulary).closed and not column.many
    return DataValidation(
        "list", formula1=f"={term_ranges[column.vocabulary]}", allow_blank=True, showErrorMessage=strict
    )
