"""Colour and comment on the cells that have a fault."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import Position, Sheet, column_number
from loaders.returning.marked_workbooks.marked_fault import MarkedFault
from loaders.returning.marked_workbooks.rebuilding import LAST_COLUMN, LAST_ROW
from loaders.returning.marked_workbooks.safe_text import clean

ERROR_FILL = PatternFill("solid", fgColor="FFF4B6B0")  # readable under black text, in print too
WARNING_FILL = PatternFill("solid", fgColor="FFFFE3A3")
AUTHOR = "gridgov"
OWN_COMMENT = "\n\n—— 原有批注 comment of the file ——\n"
"""Stands between the faults of a cell and the comment that the office had written there."""
COMMENT_WIDTH, LINE_HEIGHT, CHARACTERS_A_LINE = 320, 20, 22  # pixels, pixels, Chinese characters
LONGEST_COMMENT = 8000  # characters; far more faults in one cell are not read anyway, and the list has them all


def mark_cells(tables: Mapping[str, Worksheet], sheets: Sequence[Sheet], faults: Sequence[MarkedFault]) -> None:
    """Colour each bad cell by its worst fault, and say in a comment what is wrong and what to do.

    A fault of a whole row marks the row's first cell. Within a merged range the range's first cell is marked, since
    Excel shows no other. A comment that was there stays, below the new one.

    Args:
        tables: the worksheets by name.
        sheets: what was read, which tells where each table begins.
        faults: the faults; those without a row are passed over.
    """
    first_columns = {sheet.name: sheet.first_column for sheet in sheets}
    for name, table in tables.items():
        by_cell: dict[Position, list[MarkedFault]] = defaultdict(list)
        for fault in faults:
            if fault.sheet == name and fault.row is not None:
                column = column_number(fault.column) if fault.column else first_columns[name]
                if fault.row <= LAST_ROW and column <= LAST_COLUMN:
                    by_cell[_shown(table, fault.row, column)].append(fault)
        for position, here in by_cell.items():
            _mark(table.cell(*position), here)


def _shown(table: Worksheet, row: int, column: int) -> Position:
    cell = table.cell(row, column)
    if not isinstance(cell, MergedCell):
        return (row, column)
    area = next(area for area in table.merged_cells.ranges if cell.coordinate in area)
    return (area.min_row, area.min_col)


def _mark(cell: Cell, faults: Sequence[MarkedFault]) -> None:
    cell.fill = ERROR_FILL if any(fault.severity == "error" for fault in faults) else WARNING_FILL
    texts = [f"{fault.code}\n{fault.reason}\n→ {fault.suggestion}" for fault in faults]
    own = "" if cell.comment is None else f"{OWN_COMMENT}{cell.comment.text}"
    text = clean("\n\n".join(texts))[:LONGEST_COMMENT] + clean(own)
    lines = sum(len(line) // CHARACTERS_A_LINE + 1 for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, width=COMMENT_WIDTH, height=LINE_HEIGHT * min(lines + 1, 30))
