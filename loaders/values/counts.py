"""Counts as they are written in cells: read where there is one meaning, else asked about."""

import re
import unicodedata

from loaders.readers.sheet import Cell

_PLAIN = re.compile(r"(\d{1,12})(?:\.0|\.00|\.0{4,6})?", re.ASCII)  # .000 may be thousands, as in German
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:[, ]\d{3}){1,3})(?:\.0{1,2})?", re.ASCII)
_UNIT = re.compile(r"(?:户|人|名|个|席|次|人次|场|套|家|位)$")
_QUOTES = "'’‘"
_LONGEST = 40
LARGEST_COUNT = 10**9
"""Above it nothing in a district is counted; such a number is that of a person, a telephone, or a slip."""


def count_of(cell: Cell) -> int | None:
    """Return the number of things that a cell says, or None where it says none beyond doubt.

    Args:
        cell: the cell; not blank.

    Returns:
        What `860`, `860户`, `1,200`, `1 200`, `８６０`, `860.0` mean. Not `1,5`, `1.000`, `约800`, `800余`, `100-120`,
        `12万`, `1e3`, `12²`, `-5`: they mean two things, a part of one, or no exact number.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() and abs(cell) <= LARGEST_COUNT else str(cell)
    if isinstance(cell, int):
        return cell if cell >= 0 else None
    return _of_text(cell) if isinstance(cell, str) and len(cell) <= _LONGEST else None


def _of_text(written: str) -> int | None:
    if not _has_plain_digits(written):
        return None
    text = unicodedata.normalize("NFKC", written).strip().strip("\u200b\ufeff").lstrip(_QUOTES).removeprefix("共")
    text = _UNIT.sub("", text).rstrip()
    match = _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)
    return int(re.sub("[, ]", "", match[1])) if match else None


def _has_plain_digits(written: str) -> bool:
    """Whether all digits are 0 to 9, in either width: a raised 2 is a footnote, and a digit once it is made plain."""
    return all(c in "0123456789" or "０" <= c <= "９" for c in written if c.isnumeric())
