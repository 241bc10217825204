"""Several things that one name counts up: 第一至第三网格 is three grids, 第一、二网格 two."""

import re
from collections import Counter
from collections.abc import Sequence

from graph_model.names import normal_text

_DIGITS = "一二三四五六七八九"
_NUMBER = r"第?(\d{1,2}|[一二三四五六七八九十]{1,3})号?"
_UNIT = "(网格|党支部|支部|党小组|居民小组|小组|片区)"
_TO = re.compile(rf"(.{{0,12}}?){_NUMBER}{_UNIT}?(?:至|到|~){_NUMBER}{_UNIT}")
_DASHED = re.compile(rf"(.{{0,12}}?){_NUMBER}-+{_NUMBER}{_UNIT}")
_AND = re.compile(rf"(.{{0,12}}?){_NUMBER}{_UNIT}?(?:[、,;/和及与]{_NUMBER}{_UNIT}?)+")
_NUMBERED = re.compile(rf"{_NUMBER}{_UNIT}?")
_MOST = 50


def counted_up(text: str) -> Sequence[str]:
    """Return the names that one text counts up, such as 第一至第三网格; none if it is one name.

    1-3网格 may be a number of one grid: `dashed_ranges` tells.
    """
    plain = normal_text(text)
    ranged = _TO.fullmatch(plain)
    if ranged:
        return _between(ranged[1], ranged[2], ranged[4], ranged[5])
    several = _AND.fullmatch(plain)
    if not several:
        return ()
    prefix = several[1]
    found = list(_NUMBERED.finditer(plain.removeprefix(prefix)))
    unit = next((m[2] for m in reversed(found) if m[2]), "")
    return tuple(f"{prefix}第{m[1]}{m[2] or unit}" for m in found) if unit else ()


def dashed_ranges(names: Sequence[str | None]) -> dict[str, Sequence[str]]:
    """Tell which names of a column are ranges, such as 1-3网格, and which the numbers of single things.

    Args:
        names: the column.

    Returns:
        The ranges, with what each counts up. 1-1网格, 1-2网格, 1-3网格 are numbers, since they share their beginning;
        so is 3-1网格.
    """
    found = {name: match for name in set(names) if name and (match := _DASHED.fullmatch(normal_text(name)))}
    beginnings = Counter((match[1], match[2]) for match in found.values())
    ranges = {n: _between(m[1], m[2], m[3], m[4]) for n, m in found.items() if beginnings[m[1], m[2]] == 1}
    return {name: counted for name, counted in ranges.items() if counted}


def _between(prefix: str, first: str, last: str, unit: str) -> Sequence[str]:
    start, end = _number(first), _number(last)
    if not start < end < start + _MOST:
        return ()
    return tuple(f"{prefix}第{number}{unit}" for number in range(start, end + 1))


def _number(written: str) -> int:
    if written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return 10 * (_digit(tens) or 1) * bool(ten) + _digit(ones)


def _digit(written: str) -> int:
    return _DIGITS.index(written) + 1 if len(written) == 1 else 0
