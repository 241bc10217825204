"""Workbooks in .xlsx, opened again to change cells, rows and sheets."""

import copy
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from sample_data.example.offices.styles import Written
from sample_data.example.offices.xlsx_files import save_workbook


class XlsxBook:
    """A workbook in .xlsx.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = openpyxl.load_workbook(path)

    def sheets(self) -> Sequence[str]:
        """Return the names of its sheets."""
        return list(self._book.sheetnames)

    def grid(self, sheet: str) -> list[list[Written]]:
        """Return the cells of a sheet."""
        rows = self._book[sheet].iter_rows(values_only=True)
        return [[v.date() if isinstance(v, datetime) else v for v in row] for row in rows]

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:
        """Change a cell; what begins with = is a formula, which has no result until Excel opens the file."""
        cell = self._book[sheet].cell(row, column)
        cell.value = value
        # a number in a cell that is formatted as a date would be a date
        cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General"

    def write_error(self, sheet: str, row: int, column: int, error: str) -> None:
        """Let a cell show an error such as #REF!."""
        cell = self._book[sheet].cell(row, column, error)
        cell.data_type = "e"

    def strike(self, sheet: str, row: int) -> None:
        """Strike a whole row through."""
        for cell in self._cells(sheet, row):
            font: Font = copy.copy(cell.font)
            font.strike = True
            cell.font = font

    def hide_row(self, sheet: str, row: int) -> None:
        """Hide a row."""
        self._book[sheet].row_dimensions[row].hidden = True

    def unmerge(self, sheet: str, row: int, column: int) -> None:
        """Break the merged range in which a cell lies, and leave the cells below the first empty."""
        target = self._book[sheet]
        for box in list(target.merged_cells.ranges):
            if box.min_row <= row <= box.max_row and box.min_col <= column <= box.max_col:
                value = target.cell(box.min_row, box.min_col).value
                target.unmerge_cells(str(box))
                for number in range(box.min_row, box.max_row + 1):
                    target.cell(number, column).value = None if number == row else value

    def add_sheet(self, name: str, rows: Sequence[Sequence[Written]], *, hidden: bool) -> None:
        """Add a sheet at the end."""
        target = self._book.create_sheet(name)
        for row in rows:
            target.append(list(row))
        target.sheet_state = "hidden" if hidden else "visible"

    def save(self) -> None:
        """Write the file anew, without the moment at which that was done."""
        save_workbook(self._book, self._path)

    def _cells(self, sheet: str, row: int) -> Sequence[openpyxl.cell.cell.Cell]:
        target: Worksheet = self._book[sheet]
        return [c for c in target[row] if isinstance(c, openpyxl.cell.cell.Cell)]
