"""Cells right of the headings, or between them: nothing says what they mean, so they are told and never dropped."""

from collections.abc import Sequence
from itertools import pairwise

from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults
from loaders.values.cell_reading import as_written, is_missing


def note_cells_without_heading(table: RawTable, rows: SortedRows, faults: TableFaults) -> None:
    """Note the first cell of each record that stands in a column without a heading.

    In a file of plain text such a row is longer than its heading: a mark within a cell, be it the comma of 1,860, has
    shifted it, and it is rejected. In a workbook it is a remark, and the row stays. Rows that are rejected already, for
    a heading that is missing, are told once.

    Args:
        table: the table.
        rows: its rows.
        faults: is told.
    """
    if table.headed is None or table.options.further:
        return
    offset = table.sheet.first_column
    used = {s.column for s in table.columns.values() if s.row is None}
    bare = [i for i in range(table.sheet.width) if i + offset not in table.headed and i + offset not in used]
    first = min(table.headed, default=offset)
    bare = [i for i in bare if i + offset > first or not _counts_rows(i, rows)]
    shifted = table.sheet.untyped
    last: int | None = None
    for number, row in zip(rows.numbers, rows.rows, strict=True) if bare else ():
        index = next((i for i in bare if i < len(row) and not is_missing(row[i])), None)
        if index is not None and number not in faults.rejected and number != last:
            last = number
            faults.beside_headings(number, index + offset, as_written(row[index]), error=shifted)


def _counts_rows(index: int, rows: SortedRows) -> bool:
    """Whether a column without a heading, left of all that have one, numbers the rows: 1, 2, 3 and so on."""
    cells: Sequence[Cell] = [row[index] for row in rows.rows if index < len(row) and not is_missing(row[index])]
    numbers = [str(c).strip().removesuffix(".0") for c in cells]
    counted = [int(n) for n in numbers if n.isdigit() and len(n) < len(str(10**9))]
    return len(counted) == len(cells) and all(b > a for a, b in pairwise(counted))
