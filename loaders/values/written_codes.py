"""Official numbers and own numbers of things as cells write them: what tells things apart, and what does not."""

import re

from graph_model.names import normal_text
from graph_model.official_codes import normal_code
from loaders.readers.sheet import Cell

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+\d{1,3}|\d\.\d+[Ee]\d{1,3}", re.ASCII)
_MADE_DECIMAL = re.compile(r"(\d+)\.0+", re.ASCII)
_ZEROS = re.compile(r"[0\s]+")
_NO_CODES = frozenset(
    {"待定", "未定", "待补", "待编", "待编号", "待填", "待查", "待核实", "待确认", "未编号", "无编号", "无代码", "未知"}
    | {"不详", "不清楚", "暂缺", "缺", "同上", "〃", "?", "??", "x", "xx", "xxx", "tbd", "unknown", "nan", "nat"}
)
_EXACT_DIGITS = 15


def written_code(cell: Cell) -> str:
    """Return a code as a person reads it: capital letters, no spaces, no `.0` that a program put behind a number."""
    text = normal_code(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell))
    decimal = _MADE_DECIMAL.fullmatch(text)
    return decimal[1] if decimal else text


def tells_nothing_apart(cell: Cell) -> bool:
    """Tell whether a cell is no code: 待定, 0, ?, or a number that lost its last digits.

    Args:
        cell: the cell of a column of codes; not blank.

    Returns:
        Whether several things may bear it: `3.50206E+11`; a number that Excel stored with more than 15 digits.
    """
    return is_rounded(cell) or (
        isinstance(cell, str | int) and (_ZEROS.fullmatch(str(cell)) is not None or normal_text(str(cell)) in _NO_CODES)
    )


def is_rounded(cell: Cell) -> bool:
    """Tell whether a cell is a number of which digits are lost: Excel keeps 15, and shows few of a long one."""
    if isinstance(cell, float):
        return not cell.is_integer() or abs(cell) >= 10**_EXACT_DIGITS  # 1.10 as a number is 1.1
    if isinstance(cell, int):
        return abs(cell) >= 10**_EXACT_DIGITS and cell % 10 == 0
    return isinstance(cell, str) and _SCIENTIFIC.fullmatch(cell.strip().lstrip("'")) is not None
