"""What a cell of Excel's can hold, and what becomes of values that none can: never another value without a word."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from queries.output_formats.cells import cell_text
from queries.query_file import Column

MOST_ROWS = 1_048_576
"""Rows of a sheet, the heading among them."""

MOST_COLUMNS = 16_384
"""Columns of a sheet."""

_LONGEST = 32_767
_EXACT = 10**15 - 1
_FIRST_DAY = date(1900, 3, 1)
_LARGEST, _SMALLEST = 9.99e307, 2.2250738585072014e-308
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CUT = {"zh": "…（已截断，全文 {count} 字）", "en": "… (cut: {count} characters in all)"}


class Cell(NamedTuple):
    """What is written into a cell.

    Attributes:
        value: a text, a number, or a day or time that Excel counts as everybody does; None: nothing.
        number_format: how Excel is to show it; None: as it likes.
    """

    value: str | int | float | date | time | None
    number_format: str | None = None


def cell_of(column: Column, value: object, language: str) -> Cell:
    """Return a value as a cell: numbers and dates as such where Excel keeps them to the last digit, else as text."""
    if isinstance(value, datetime | date | time):
        found = _moment(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = Cell(value) if _is_exact(value) else None
    else:
        found = None
    return found or Cell(legal_text(cell_text(column, value, language), language) or None)


def _moment(value: date | time) -> Cell | None:
    """Return a day or time, unless it has a zone or parts of a second, or lies before Excel counts days rightly."""
    if isinstance(value, date) and date(value.year, value.month, value.day) < _FIRST_DAY:
        return None
    if isinstance(value, datetime | time):
        if value.tzinfo is not None or value.microsecond:
            return None
        return Cell(value, "yyyy-mm-dd hh:mm:ss" if isinstance(value, datetime) else "hh:mm:ss")
    return Cell(value, "yyyy-mm-dd")


def _is_exact(value: float) -> bool:
    if isinstance(value, int):
        return abs(value) <= _EXACT  # Excel shows and keeps fifteen digits
    return value == 0 or _SMALLEST <= abs(value) <= _LARGEST


def legal_text(text: str, language: str) -> str:
    """Return a text that a cell can hold; one that is too long is cut, and says at its end how long it was."""
    clean = _NO_CHARACTER.sub("\ufffd", _NO_XML.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
    legal = _ESCAPE.sub("_x005F_", clean)  # _x0041_ would be read as A
    if _length(legal) <= _LONGEST:
        return legal
    note = _CUT["zh" if language == "zh" else "en"].format(count=len(text))
    halves = legal.encode("utf-16-le")[: 2 * (_LONGEST - _length(note))]
    return halves.decode("utf-16-le", "ignore") + note


def _length(text: str) -> int:
    """Return the length as Excel counts it, an emoji being two."""
    return len(text.encode("utf-16-le")) // 2
