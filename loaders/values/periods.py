"""Periods in one cell: 2021.5-2026.5, 自2021年5月至2026年5月, 2021年5月起, 2021.5至今."""

import re
import unicodedata
from typing import NamedTuple

_DAY = (
    r"\d{2,4}(?:年\d{1,2}(?:月(?:\d{1,2}[日号]?|份|初|底|中旬|上旬|下旬)?)?|年"
    r"|[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{2,4})?(?:[日号月])?"
)
_OPEN = r"至今|今|现在|目前|迄今|长期|无固定期限"
_MONTH = r"\d{1,2}月(?:\d{1,2}[日号]?)?"
_DASH = r"(?:至|到|~|—|--?|–|−|―|、)"
_FROM_TO = re.compile(rf"^(?:自|从|由)?({_DAY})(?:起|开始)?{_DASH}+({_DAY}|{_MONTH}|{_OPEN})(?:止|截止|结束|为止)?$")
_UNTIL_NOW = re.compile(rf"^(?:自|从|由)?({_DAY})(?:起|开始)?{_DASH}*({_OPEN})$")
_STARTS = re.compile(rf"^(?:(?:自|从|由)({_DAY})(?:起|开始|始)?|({_DAY})(?:起|开始|始|以来)|({_DAY}){_DASH}+)$")
_ENDS = re.compile(rf"^(?:(?:至|到|截至|截止){{1}}({_DAY})(?:止|为止|结束)?|({_DAY})(?:止|为止|届满|到期))$")
_LENGTH = re.compile(r"\([^()]*年[^()]*\)$")
_YEARS = re.compile(r"^(?:[一二三四五六七八九十两\d]{1,3}年)[(:：,，]?(.+?)\)?$")
_DASHED_DAY = re.compile(r"^\d{4}-\d{1,2}(?:-\d{1,2})?$")
_LONGEST = 60


class WrittenPeriod(NamedTuple):
    """The two ends of a period, as they are written; None: it says nothing of that end.

    Args:
        start: when it begins.
        end: when it ends; 至今 and the like stay as they are.
    """

    start: str | None
    end: str | None


def split_period(text: str) -> WrittenPeriod | None:
    """Split a period into its ends.

    Args:
        text: the cell.

    Returns:
        The ends as written, for the reader of dates; None if the cell is no period, such as a single day.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if len(plain) > _LONGEST or _DASHED_DAY.match(plain):
        return None
    plain = _LENGTH.sub("", plain) or plain
    plain = plain.strip("()")
    years = _YEARS.match(plain)
    return _ends(plain) or (_ends(years[1].strip("()")) if years else None)


def _ends(plain: str) -> WrittenPeriod | None:
    both = _FROM_TO.match(plain) or _UNTIL_NOW.match(plain)
    if both:
        return WrittenPeriod(both[1], _full(both[1], both[2]))
    if re.fullmatch(_OPEN, plain):
        return WrittenPeriod(None, plain)
    begins = _STARTS.match(plain)
    if begins:
        return WrittenPeriod(begins[1] or begins[2] or begins[3], None)
    ends = _ENDS.match(plain)
    return WrittenPeriod(None, ends[1] or ends[2]) if ends else None


def _full(start: str, end: str) -> str:
    """An end that leaves its year out (2021年5月-8月) lies in the year of the start."""
    month_alone = re.fullmatch(_MONTH, end)
    year = re.match(r"(\d{4})[年./-]", start)
    return f"{year[1]}年{end}" if month_alone and year else end
