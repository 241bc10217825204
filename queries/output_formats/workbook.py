"""Rows as an Excel workbook in which no cell is a formula."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from graph_model.errors import UsageError
from queries.output_formats import spreadsheet_cells
from queries.output_formats.cells import cell_text, heading
from queries.output_formats.spreadsheet_cells import MOST_COLUMNS, cell_of, legal_text
from queries.query_file import Column
from queries.tables import Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST = 60


def workbook(table: Table, language: str = "zh") -> bytes:
    """Return the rows as an .xlsx file: one sheet, headings that stay in sight, a filter, wide columns.

    Every text is written as text: what begins with = is no formula. Numbers and dates are numbers and dates, as far as
    Excel keeps them. Rows that do not fit on a sheet go on in the next.

    Raises:
        UsageError: there are more columns than a sheet has.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only who asks for a workbook pays for it

    if len(table.columns) > MOST_COLUMNS:
        count = f"{len(table.columns):,}"
        raise UsageError(
            f"结果有 {count} 列，Excel 工作表最多 {MOST_COLUMNS:,} 列：请用其他格式",
            f"the result has {count} columns, a sheet of Excel at most {MOST_COLUMNS:,}: take another format",
        )
    book = Workbook()
    book.remove(book.active)
    title = "结果" if language == "zh" else "result"
    most = spreadsheet_cells.MOST_ROWS - 1
    for number, start in enumerate(range(0, max(len(table.rows), 1), most), 1):
        sheet = book.create_sheet(title if number == 1 else f"{title} {number}")
        _fill(sheet, table, table.rows[start : start + most], language)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: "Worksheet", table: Table, rows: Sequence[tuple[object, ...]], language: str) -> None:
    _head(sheet, table, rows, language)
    for line, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            _write(sheet.cell(line, at), table.columns[at - 1], value, language)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _head(sheet: "Worksheet", table: Table, rows: Sequence[tuple[object, ...]], language: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - only who asks for a workbook pays for it

    for at, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, at, legal_text(heading(column, language), language))
        cell.data_type = "s"
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3B57")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = _width(column, [row[at - 1] for row in rows], language)


def _write(cell: "Cell", column: Column, value: object, language: str) -> None:
    found = cell_of(column, value, language)
    if found.value is None:
        return
    cell.value = found.value
    if isinstance(found.value, str):
        cell.data_type = "s"
    if found.number_format is not None:
        cell.number_format = found.number_format


def _width(column: Column, values: Sequence[object], language: str) -> int:
    texts = [heading(column, language), *(cell_text(column, value, language) for value in values)]
    return min(max(cell_len(text) for text in texts) + 2, _WIDEST)
