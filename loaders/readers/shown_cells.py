"""The cells of a sheet that show more than their value, because their number format holds part of a code."""

from collections.abc import Sequence

from loaders.readers.marks import Marks
from loaders.readers.number_formats import shown_text
from loaders.readers.sheet import Box, Cell, Position


def shown_cells(
    marks: Marks, rows: Sequence[Sequence[Cell]], start: Position, merged: Sequence[Box]
) -> dict[Position, str]:
    """What such cells show, by (row, column).

    Args:
        marks: the sheet's marks.
        rows: its cells.
        start: Excel's row and column of the first cell.
        merged: its merged ranges, each of which shows its first cell.

    Returns:
        The text of each such cell, and of each cell of a merged range that begins with one.
    """
    found = dict(marks.shown)
    top, left = start
    for (row, column), code in marks.formats.items():
        if 0 <= row - top < len(rows) and 0 <= column - left < len(rows[0]):
            text = shown_text(rows[row - top][column - left], code)
            if text is not None:
                found[row, column] = text
    for first_row, first_column, last_row, last_column in merged if found else ():
        text = found.get((first_row, first_column))
        if text is not None:
            places = ((r, c) for r in range(first_row, last_row + 1) for c in range(first_column, last_column + 1))
            found |= dict.fromkeys(places, text)
    return found
