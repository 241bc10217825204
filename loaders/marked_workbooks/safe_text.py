"""Text into a cell, so that it stays text: nothing that somebody wrote becomes a formula."""

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
REPLACEMENT = "\ufffd"


def write_value(cell: Cell, value: object) -> None:
    """Write a value; text is written as text, whatever it begins with.

    Args:
        cell: where it goes.
        value: text, number, boolean, date or None; anything else is written as its text.
    """
    if not isinstance(value, str):
        cell.value = value
        return
    # characters that XML cannot hold would make the workbook unreadable
    cell.value = ILLEGAL_CHARACTERS_RE.sub(REPLACEMENT, value)
    cell.data_type = "s"
    if value.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
