"""Numbers by which persons are known: which of them tell somebody from everybody else, and which do not."""

import re
from collections.abc import Sequence

from graph_model.names import normal_text, visible_text
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text
from loaders.values.private_numbers import is_identity_number

_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?e\+?\d+")
_LARGEST_EXACT = 2.0**53
_BETWEEN = re.compile(r"[、,;/|\n\r]|或")
_EXTENSION = re.compile(r"(?<=\d)\s*(?:-|转|分机|#|ext\.?)\s*(?P<number>\d{1,6})$")
_TELEPHONE = re.compile(
    r"(?:(?:\+|00)?86)?1\d{10}"
    r"|(?:\+|00)860?[1-9]\d{8,10}"
    r"|0\d{9,11}"
    r"|(?:\+|00)(?!86)[1-9]\d{7,13}"
)
_MOBILE = re.compile(r"1\d{10}", re.ASCII)
_NEVER = re.compile(r"(?!)")
_PLAINLY = {"telephone": _MOBILE}
"""Field -> numbers that are keys by one look."""
_LOCAL = re.compile(r"[1-9]\d{6,7}")
"""A line without its area code: it tells people apart within one place alone, and no row says which."""
_STOPGAPS = frozenset({"1234567", "12345678", "12345678901", "12345678910", "13800138000"})
_NO_NUMBERS = frozenset(
    {"nan", "待定", "待补", "待补充", "待核实", "不详", "未知", "未填", "未填写", "未提供", "保密", "没有", "同上"}
)
_STUFFED, _SUBSCRIBER = 6, 8


def number_problem(field: str, cell: Cell) -> str | None:
    """Tell why a number tells nobody apart.

    Args:
        field: person, identity_number or telephone.
        cell: the cell; not blank.

    Returns:
        The code of the fault, or None if the number may be a key. What a program turned into a number and rounded,
        what stands for nothing, and what is too long or too short is none: all who have it would be one person.
    """
    if type(cell) is str and _PLAINLY.get(field, _NEVER).fullmatch(cell) and not _is_stuffed(cell):
        return None
    text = cell_text(cell)
    if (isinstance(cell, float) and abs(cell) >= _LARGEST_EXACT) or _SCIENTIFIC.fullmatch(normal_text(text)):
        return "rounded_number"
    if field == "identity_number":
        return None if is_identity_number(text) and not _is_stuffed(text) else "invalid_identity_number"
    if field == "telephone":
        return None if telephones(text) else "invalid_telephone"
    return "unusable_number" if _is_no_person_number(text) else None


def telephones(text: str) -> Sequence[str]:
    """Return the telephone numbers of a cell, each of which finds the person; none if any part of it is no number.

    A line without its area code is a number, but finds nobody.
    """
    if (_MOBILE.fullmatch(text) and not _is_stuffed(text)) or _is_telephone(text):
        return [text]
    found: list[str] = []
    for part in filter(None, (p.strip() for p in _BETWEEN.split(text))):
        pieces = [part] if _is_telephone(part) else part.split()
        if not all(_is_telephone(piece) or is_local_line(piece) for piece in pieces):
            return []
        found += filter(_is_telephone, pieces)
    return found


def is_local_line(cell: Cell) -> bool:
    """Tell whether a cell holds a telephone line without its area code, which many places have."""
    digits = _digits(_EXTENSION.sub("", visible_text(cell_text(cell)).lower()))
    return bool(_LOCAL.fullmatch(digits)) and not _is_stuffed(digits)


def _is_telephone(text: str) -> bool:
    plain = visible_text(text).lower()
    return any(_is_whole_number(form) for form in (plain, _EXTENSION.sub("", plain)))


def _is_whole_number(text: str) -> bool:
    digits = _digits(text)
    return bool(_TELEPHONE.fullmatch(digits)) and not _is_stuffed(digits)


def _digits(text: str) -> str:
    return re.sub(r"[\s().-]", "", text)


def _is_stuffed(text: str) -> bool:
    """Whether somebody filled a required field with anything: 11111111111, 13800000000, 12345678."""
    digits = text if text.isascii() and text.isdigit() else re.sub(r"\D", "", normal_text(text))
    return digits in _STOPGAPS or (len(digits) >= _STUFFED and len(set(digits[-_SUBSCRIBER:])) == 1)


def _is_no_person_number(text: str) -> bool:
    plain = normal_text(text)
    return (
        plain in _NO_NUMBERS
        or not plain.strip("0.-/_")
        or (len(plain) >= _STUFFED and len(set(plain)) == 1)
        or bool(re.search(r"[、,;\n]", plain))
    )
