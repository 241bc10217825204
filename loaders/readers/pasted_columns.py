"""Text that was pasted into one column of a workbook, delimiters and all: split as a text file would be."""

import csv
from collections.abc import Sequence
from dataclasses import replace

from loaders.readers.cells import written_text
from loaders.readers.delimiters import NARROW, find_delimiter
from loaders.readers.sheet import Cell, Sheet

LOOKED_AT = 20
LEAST_RECORDS = 2
TITLES = 1  # lines that may stand above a narrow table
LINE_BREAK, STAND_IN = "\n", "\u2028"  # within a cell; the csv module takes a line break for the end of a record


def split_pasted(sheet: Sheet) -> Sheet:
    """The sheet, its only column split where every cell of it is a record of a text file.

    Args:
        sheet: a sheet of a workbook.

    Returns:
        The sheet with its columns, which begin at its only column, and the delimiter in `split_by`; the sheet itself
        where it has several columns, no delimiter, or two that fit alike.
    """
    if sheet.width != 1:
        return sheet
    cells = [row[0] for row in sheet.rows]
    delimiter = _delimiter(cells)
    if delimiter is None:
        return sheet
    rows = [_split(cell, delimiter) for cell in cells]
    width = max(map(len, rows))
    rows = [[*row, *[None] * (width - len(row))] for row in rows]
    return replace(sheet, rows=rows, split_by=delimiter, untyped=True)


def _delimiter(cells: Sequence[Cell]) -> str | None:
    lines = [cell.replace(LINE_BREAK, STAND_IN) for cell in cells[:LOOKED_AT] if isinstance(cell, str)]
    found = find_delimiter(lines)
    if found.delimiter is None or found.records < LEAST_RECORDS or 2 * found.records <= len(lines):
        return None
    if found.width == NARROW and found.records < len(lines) - TITLES:
        return None  # a comma in most of some sentences makes no table
    return found.delimiter


def _split(cell: Cell, delimiter: str) -> list[Cell]:
    if not isinstance(cell, str):
        return [cell]
    fields = next(csv.reader([cell.replace(LINE_BREAK, STAND_IN)], delimiter=delimiter), [])
    return [written_text(field.replace(STAND_IN, LINE_BREAK)) for field in fields]
