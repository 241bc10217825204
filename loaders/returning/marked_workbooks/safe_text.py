"""Values into a cell, so that they stay what they were: no text becomes a formula, no long number loses its end."""

import datetime
import math

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
REPLACEMENT = "\ufffd"
LONGEST_TEXT = 32_767  # characters of a cell
EXACT = 10**15  # Excel keeps 15 digits of a number
FIRST_YEAR = 1900  # Excel's calendar begins here


def clean(text: str) -> str:
    """The text without characters that XML cannot hold, which would make the whole workbook unreadable."""
    cleaned: str = ILLEGAL_CHARACTERS_RE.sub(REPLACEMENT, text)
    return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in cleaned) if _has_half(cleaned) else cleaned


def _has_half(text: str) -> bool:
    """Whether a text has half a character, as JSON may hold it and no file may."""
    return not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)


def write_value(cell: Cell, value: object) -> None:
    """Write a value; text is written as text, whatever it begins with.

    Args:
        cell: where it goes.
        value: text, number, boolean, date or None; what Excel cannot hold as what it is, is written as its text.
    """
    value = _held(value)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = clean(value)
    cell.data_type = "s"
    if value.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _held(value: object) -> object:
    match value:
        case bool():
            return value
        case int():
            return value if abs(value) < EXACT else str(value)
        case float():
            return value if math.isfinite(value) else str(value)
        case datetime.datetime() | datetime.date():
            return value if value.year >= FIRST_YEAR else value.isoformat()
    return value
