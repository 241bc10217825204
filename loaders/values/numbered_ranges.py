"""Several places called by their numbers at once: 1-3网格, 第一至第三网格, 第一、二、三网格, 网格1、2."""

import re
from collections.abc import Sequence

from graph_model.names import normal_text
from loaders.values.chinese_numbers import CHINESE_NUMBER, number_in_chinese, written_in_chinese

_QUOTES = "“”\"'‘’「」『』《》〈〉"
_NOUN = "(?:单元|基础|微|子)?网格|片区|社区|(?:党|团)?支部|(?:党|居民|业主)?小组|grids?"
_NUMBER = rf"第?(?:\d{{1,3}}|{CHINESE_NUMBER})号?"
_TO, _AND = "至|到|~|-+", "、|,|;|/|和|与|及|以及|&|\\+"
_SEVERAL = re.compile(
    rf"(?P<before>.{{0,20}}?)(?<![\d一二三四五六七八九十-])"
    rf"(?P<numbers>{_NUMBER}(?:{_NOUN})?(?:(?:{_TO}|{_AND}){_NUMBER}(?:{_NOUN})?)+)"
)
_PART = re.compile(rf"(?P<joint>{_TO}|{_AND})?(?P<the>第?)(?P<number>\d{{1,3}}|{CHINESE_NUMBER})号?(?:{_NOUN})?")
_NOUN_AT_END = re.compile(rf"(?:{_NOUN})$")
_MOST = 50
"""So many grids no cell means; a wider range is a number of another kind."""


def in_numbered_range(text: str, *, dashed: bool = True) -> Sequence[str]:
    """Return the names of the places that a text calls by their numbers at once, in order.

    Args:
        text: what stands where the name of one place belongs.
        dashed: whether a dash may stand between first and last; else 1-3网格 is one name.

    Returns:
        Two names or more; none where it is one name: 第一网格, 2-1网格 (no range), anything in quotation marks.
    """
    if any(quote in text for quote in _QUOTES) or (not dashed and "-" in normal_text(text)):
        return ()
    match = _SEVERAL.fullmatch(normal_text(text))
    if match is None:
        return ()
    before, written = match["before"], match["numbers"]
    behind = _NOUN_AT_END.search(written)
    if behind is None and not _NOUN_AT_END.search(before):
        return ()
    numbers = _numbers(written)
    first = next(_PART.finditer(written))
    chinese = not first["number"].isdecimal()
    unit, noun = "号" if "号" in written else "", behind[0] if behind else ""
    names = [f"{before}{first['the']}{_written(n, chinese)}{unit}{noun}" for n in numbers]
    return names if 1 < len(names) <= _MOST else ()


def _numbers(written: str) -> list[int]:
    """The numbers of a text such as 1-3、5; empty where a range falls."""
    found: list[int] = []
    for part in _PART.finditer(written):
        number = _read(part["number"])
        if part["joint"] and re.fullmatch(_TO, part["joint"]):
            if number <= found[-1]:
                return []
            found += range(found[-1] + 1, number)
        found.append(number)
    return list(dict.fromkeys(found))


def _read(number: str) -> int:
    return int(number) if number.isdecimal() else number_in_chinese(number)


def _written(number: int, chinese: bool) -> str:
    return written_in_chinese(number) if chinese else str(number)
