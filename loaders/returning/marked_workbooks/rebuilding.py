"""A workbook built from the cells that were read, where the file itself cannot be written to."""

from collections import Counter
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import Box, Sheet
from loaders.returning.marked_workbooks.notes import Note
from loaders.returning.marked_workbooks.safe_text import LONGEST_TEXT, write_value
from loaders.returning.marked_workbooks.sheet_names import free_name

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MEASURED_ROWS = 200
NARROWEST, WIDEST = 8, 48
FIRST_WIDE = "\u1100"  # from here on characters take the room of two digits


def rebuilt(sheets: Sequence[Sheet]) -> tuple[Workbook, dict[str, Worksheet], list[Note]]:
    """Build a workbook from what was read.

    Args:
        sheets: the sheets of a file.

    Returns:
        The workbook, its worksheets by the names of `sheets`, and what did not fit.
    """
    workbook = Workbook()
    workbook.remove(workbook.active)
    tables: dict[str, Worksheet] = {}
    lacks: Counter[str] = Counter()
    for sheet in sheets:
        table = tables[sheet.name] = workbook.create_sheet(free_name(workbook, sheet.name))
        _fill(table, sheet, lacks)
    return workbook, tables, [Note(kind, count) for kind, count in lacks.items() if count > 0]


def _fill(table: Worksheet, sheet: Sheet, lacks: Counter[str]) -> None:
    rows, columns = LAST_ROW - sheet.first_row + 1, LAST_COLUMN - sheet.first_column + 1
    lacks["rows_beyond"] += max(len(sheet.rows) - rows, 0)
    lacks["columns_beyond"] += max(sheet.width - columns, 0)
    for row, values in enumerate(sheet.rows[:rows], start=sheet.first_row):
        for column, value in enumerate(values[:columns], start=sheet.first_column):
            if value is not None:
                lacks["long_texts"] += isinstance(value, str) and len(value) > LONGEST_TEXT
                write_value(table.cell(row, column), value)
    for position, shown in sheet.error_cells.items():
        write_value(table.cell(*position), shown)
    for top, left, bottom, right in sheet.merged:
        if _may_merge(sheet, (top, left, bottom, right)):
            table.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in sheet.hidden_rows:
        if row <= LAST_ROW:
            table.row_dimensions[row].hidden = True
    if sheet.hidden:
        table.sheet_state = "hidden"
    _set_widths(table, sheet)


def _may_merge(sheet: Sheet, box: Box) -> bool:
    """Whether a range covers no value but its own: merging would delete the others."""
    top, left, bottom, right = (
        end - start for end, start in zip(box, 2 * (sheet.first_row, sheet.first_column), strict=True)
    )
    within = ((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1) if (r, c) != (top, left))
    return all(sheet.rows[r][c] is None for r, c in within if r < len(sheet.rows) and c < sheet.width)


def _set_widths(table: Worksheet, sheet: Sheet) -> None:
    for offset in range(min(sheet.width, LAST_COLUMN - sheet.first_column + 1)):
        longest = max(_room(row[offset]) for row in sheet.rows[:MEASURED_ROWS])
        width = min(max(longest + 2, NARROWEST), WIDEST)
        table.column_dimensions[get_column_letter(sheet.first_column + offset)].width = width


def _room(value: object) -> int:
    if value is None:
        return 0
    return max((sum(1 + (character >= FIRST_WIDE) for character in line) for line in str(value).split("\n")), default=0)
