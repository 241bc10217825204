"""Text into a cell, so that it stays text: nothing that somebody wrote becomes a formula."""

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """The text without characters that XML cannot hold, which would make the whole workbook unreadable."""
    cleaned: str = ILLEGAL_CHARACTERS_RE.sub(REPLACEMENT, text)
    return cleaned


def write_value(cell: Cell, value: object) -> None:
    """Write a value; text is written as text, whatever it begins with.

    Args:
        cell: where it goes.
        value: text, number, boolean, date or None; anything else is written as its text.
    """
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = clean(value)
    cell.data_type = "s"
    if value.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
