"""Workbooks in .xls, opened again to change cells: read whole and written anew."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import python_calamine

from sample_data.example.offices.sheets import Sheet
from sample_data.example.offices.styles import Written
from sample_data.example.offices.xls_files import write_xls


class XlsBook:
    """A workbook in .xls.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        book = python_calamine.CalamineWorkbook.from_path(path)
        self._sheets = {name: _sheet(book.get_sheet_by_name(name)) for name in book.sheet_names}

    def sheets(self) -> Sequence[str]:
        """Return the names of its sheets."""
        return list(self._sheets)

    def grid(self, sheet: str) -> list[list[Written]]:
        """Return the cells of a sheet."""
        return [list(row) for row in self._sheets[sheet].rows]

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:
        """Change a cell; a row below the last one is added."""
        rows = self._sheets[sheet].rows
        while len(rows) < row:
            rows.append([None] * len(rows[0]))
        rows[row - 1][column - 1] = value

    def save(self) -> None:
        """Write the file anew."""
        write_xls(self._path, list(self._sheets.values()))


def _sheet(source: python_calamine.CalamineSheet) -> Sheet:
    rows = [[_plain(cell) for cell in row] for row in source.to_python(skip_empty_area=False)]
    boxes = [(a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in sorted(source.merged_cell_ranges or ())]
    first = next(i for i, row in enumerate(rows, start=1) if sum(c is not None for c in row) > 2)  # noqa: PLR2004 - a title is one cell
    return Sheet(source.name, "", rows, boxes, (first,))


def _plain(value: object) -> Written:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value == "":
        return None
    if isinstance(value, (str, int, float, bool, date)):
        return value
    return str(value)
