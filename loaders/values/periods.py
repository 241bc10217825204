"""Periods in one cell: 2021.5-2026.5, 自2021年5月至2026年5月, 2021年5月起, 2021.5至今."""

import re
import unicodedata
from typing import NamedTuple

from loaders.values.english_dates import ENGLISH_DATE
from loaders.values.lengths_of_time import LENGTH, end_after

_DAY = (
    rf"(?:{ENGLISH_DATE}|\d{{2,4}}(?:年\d{{1,2}}(?:月(?:\d{{1,2}}[日号]?|份|初|底|中旬|上旬|下旬)?)?|年"
    r"|[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{2,4})?(?:[日号月])?)"
)
_OPEN = r"至今|今|现在|目前|迄今|长期|无固定期限|present|now|ongoing"
_MONTH = r"\d{1,2}月(?:\d{1,2}[日号]?)?"
_DASH = r"(?:至|到|~|—|--?|–|−|―|、|to|until|till|through)"
_FROM = r"自|从|由|from|since"
_FROM_TO = re.compile(rf"^(?:{_FROM})?({_DAY})(?:起|开始)?{_DASH}+({_DAY}|{_MONTH}|{_OPEN})(?:止|截止|结束|为止)?$")
_UNTIL_NOW = re.compile(rf"^(?:{_FROM})?({_DAY})(?:起|开始)?{_DASH}*({_OPEN})$")
_STARTS = re.compile(rf"^(?:(?:{_FROM})({_DAY})(?:起|开始|始)?|({_DAY})(?:起|开始|始|以来)|({_DAY}){_DASH}+)$")
_ENDS = re.compile(rf"^(?:(?:至|到|截至|截止|until|till){{1}}({_DAY})(?:止|为止|结束)?|({_DAY})(?:止|为止|届满|到期))$")
_LENGTH = re.compile(r"\([^()]*年[^()]*\)$")
_YEARS = re.compile(rf"^({LENGTH}|[一二三四五六七八九十两\d]{{1,3}}年)[(:：,，]?(.+?)\)?$")
_FOR_SO_LONG = re.compile(rf"^(?:{_FROM})?({_DAY})(?:之?日?起|开始)?[(,;]?(?:为期|期限|共)?({LENGTH})(?:有效)?\)?$")
_ONE_DAY = re.compile(rf"^(?:\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?|{ENGLISH_DATE})$")
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
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
    if len(plain) > _LONGEST or _ONE_DAY.match(plain):
        return None
    for_so_long = _FOR_SO_LONG.match(plain)
    if for_so_long:
        return _of_length(for_so_long[1], for_so_long[2])
    return _with_length_before(plain) or _with_length_before((_LENGTH.sub("", plain) or plain).strip("()"))


def _with_length_before(plain: str) -> WrittenPeriod | None:
    years = _YEARS.match(plain)
    return _ends(plain) or (_beside_length(years[1], years[2]) if years else None)


def _of_length(start: str, length: str) -> WrittenPeriod | None:
    """A period that begins and lasts so long; none if that gives no day: then the cell is asked about."""
    end = end_after(start, length)
    return WrittenPeriod(start, end) if end else None


def _beside_length(length: str, text: str) -> WrittenPeriod | None:
    """What stands behind a length (三年: 2021.5-2024.5): both ends, or a start to which the length belongs."""
    found = _ends(text.strip("()"))
    if found is None or found.start is None or found.end is not None:
        return found
    return _of_length(found.start, length)


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
