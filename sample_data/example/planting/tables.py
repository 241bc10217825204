"""The table in a sheet of a finished file: where its heading is, which rows are data."""

from collections.abc import Sequence
from dataclasses import dataclass

from sample_data.example.offices.styles import Written

_BLANK = frozenset({None, "", "无", "—", "/", "暂无", "N/A", "至今"})
_TOTALS = frozenset({"合计", "总计"})
_FEWEST = 3


@dataclass(frozen=True)
class Table:
    """The table in a sheet.

    Args:
        cells: all cells of the sheet.
        heading_row: the last row of its heading, counted from 1.
        columns: heading -> column, counted from 1.
        rows: the rows of data, counted from 1.
        total_row: the row of its total, or None.
    """

    cells: Sequence[Sequence[Written]]
    heading_row: int
    columns: dict[str, int]
    rows: tuple[int, ...]
    total_row: int | None

    def text(self, row: int, heading: str) -> str:
        """Return what stands in a cell, as a text; a blank in all its writings is empty."""
        column = self.columns[heading]
        cells = self.cells[row - 1]
        value = cells[column - 1] if column <= len(cells) else None
        return "" if value in _BLANK else str(value)


def find_table(cells: Sequence[Sequence[Written]]) -> Table:
    """Return the table in a sheet of the example: its heading is the first row with several cells, or the first two."""
    first = next(
        i
        for i, row in enumerate(cells, start=1)
        if sum(c is not None for c in row) >= _FEWEST or (i == 1 and row[1:] and row[1] is not None)
    )
    second = cells[first] if first < len(cells) else []
    children = {"起", "止"} <= set(second)
    columns = {str(c): i for i, c in enumerate(cells[first - 1], start=1) if c is not None}
    if children:
        columns |= {str(c): i for i, c in enumerate(second, start=1) if c is not None}
    last = first + 1 if children else first
    rows, total = [], None
    for number, row in enumerate(cells[last:], start=last + 1):
        if row and row[0] in _TOTALS:
            total = number
        elif sum(c is not None for c in row) >= _FEWEST:
            rows.append(number)
    return Table(cells, last, columns, tuple(rows), total)
