"""How many rows the headings of a table take: told by merged cells, by groups over children, by units and numbers."""

from collections.abc import Sequence
from typing import Final

from graph_model.names import normal_text
from loaders.plans.heading_paths import MOST_ROWS, Texts, is_numbering, is_translation, only_units
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import cell_text, is_missing

_LONGEST: Final = 40
_FEWEST: Final = 2


def heading_height(sheet: Sheet, index: int) -> int:
    """Return how many rows headings take that begin in a row, as far as their layout shows.

    Args:
        sheet: the sheet.
        index: the row in which they begin, from 0 in the sheet's rows.

    Returns:
        The number of rows, at most four; 1 where nothing shows that there are more.
    """
    if len({text for text in _texts(sheet.rows[index]) if text}) < _FEWEST or _is_numbered(sheet, index):
        return 1
    height = _merged_height(sheet, index)
    while height < MOST_ROWS and _has(sheet, index + height) and _are_children(sheet, index + height - 1):
        height += 1
    return _with_lines_beneath(sheet, index, height)


def _has(sheet: Sheet, index: int) -> bool:
    return index + 1 < len(sheet.rows)  # of what stands in the last row nothing would be a record


def _merged_height(sheet: Sheet, index: int) -> int:
    """The rows that cells merged downwards cover, which begin in the heading rows."""
    first = last = index + sheet.first_row
    for top, left, bottom, right in sorted(sheet.merged):
        whole = right - left + 1 >= sheet.width
        if first <= top <= last < bottom < first + MOST_ROWS and not whole and _holds_text(sheet, top, left):
            last = bottom
    height = last - first + 1
    return height if _has(sheet, index + height - 1) else 1


def _holds_text(sheet: Sheet, row: int, column: int) -> bool:
    cells, at = sheet.rows[row - sheet.first_row], column - sheet.first_column
    return 0 <= at < len(cells) and isinstance(cells[at], str)


def _are_children(sheet: Sheet, upper: int) -> bool:
    """Whether the row below one holds children of group headings, and nothing under the headings without any."""
    above, below = _texts(sheet.rows[upper]), _texts(sheet.rows[upper + 1])
    children = [column for column, text in enumerate(below) if text]
    if len(children) < _FEWEST or not all(_may_be_child(sheet.rows[upper + 1][c]) for c in children):
        return False
    groups = _groups(sheet, upper, above, below)
    alone = [column for column, text in enumerate(above) if text and column not in groups]
    return bool(alone) and groups.issuperset(children) and not any(below[column] for column in alone)


def _groups(sheet: Sheet, upper: int, above: Texts, below: Texts) -> frozenset[int]:
    """The columns under headings that stand over several."""
    number, found = upper + sheet.first_row, set()
    ranges = [(left, right) for top, left, bottom, right in sheet.merged if top == number == bottom and right > left]
    if ranges:
        columns = (c - sheet.first_column for left, right in ranges for c in range(left, right + 1))
        return frozenset(columns)
    start = 0
    for column in range(1, len(above) + 1):
        if column < len(above) and not above[column]:
            continue
        under = [c for c in range(start, column) if below[c]]
        if above[start] and len(under) >= _FEWEST and under[0] == start:
            found |= set(under)
        start = column
    return frozenset(found)


def _may_be_child(cell: Cell) -> bool:
    return isinstance(cell, str) and not any(c.isdigit() for c in normal_text(cell))


def _with_lines_beneath(sheet: Sheet, index: int, height: int) -> int:
    """With rows of units, English words and numbers of columns beneath the headings."""
    while height < MOST_ROWS + 1 and _has(sheet, index + height):
        above, below = _texts(sheet.rows[index]), _texts(sheet.rows[index + height])
        if not (only_units(below) or is_translation(below, above) or _is_numbered(sheet, index + height)):
            break
        height += 1
    return height


def _is_numbered(sheet: Sheet, index: int) -> bool:
    """Whether a row numbers columns; one that is the first of numbered rows, 1 and then 2, is a record."""
    row = _texts(sheet.rows[index])
    if not is_numbering(row):
        return False
    first = next(column for column, text in enumerate(row) if text)
    following = _texts(sheet.rows[index + 1])[first] if index + 1 < len(sheet.rows) else ""
    return not (row[first] == "1" and following == "2")


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["" if is_missing(cell) else " ".join(cell_text(cell).split())[:_LONGEST] for cell in row]
