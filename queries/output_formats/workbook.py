"""Rows as an Excel workbook in which no cell is a formula."""

import io
import re
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from queries.output_formats.cells import cell_text, heading
from queries.query_file import Column
from queries.tables import Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_WIDEST = 60
_LONGEST_CELL = 32_767
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def workbook(table: Table, language: str = "zh") -> bytes:
    """Return the rows as an .xlsx file: one sheet, headings that stay in sight, a filter, wide columns.

    Every text is written as text: what begins with = is no formula. Numbers and dates are numbers and dates.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only who asks for a workbook pays for it
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - as above

    book = Workbook()
    sheet = book.active
    sheet.title = "结果" if language == "zh" else "result"
    for at, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, at, _legal(heading(column, language)))
        cell.data_type = "s"
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3B57")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = _width(table, at - 1, language)
    for line, row in enumerate(table.rows, 2):
        for at, value in enumerate(row, 1):
            _write(sheet.cell(line, at), table.columns[at - 1], value, language)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(cell: "Cell", column: Column, value: object, language: str) -> None:
    if value is None:
        return
    if isinstance(value, date) or (isinstance(value, int | float) and not isinstance(value, bool)):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return
    cell.value = _legal(cell_text(column, value, language))
    cell.data_type = "s"


def _legal(text: str) -> str:
    """Return a text that a cell can hold: without control characters, not longer than Excel allows."""
    return _ILLEGAL.sub(" ", text)[:_LONGEST_CELL]


def _width(table: Table, at: int, language: str) -> int:
    column = table.columns[at]
    texts = [heading(column, language), *(cell_text(column, row[at], language) for row in table.rows)]
    return min(max(cell_len(text) for text in texts) + 2, _WIDEST)
