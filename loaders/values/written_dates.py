"""Dates as they are written in cells: the many ways of offices, read into partial dates."""

import re
from datetime import date, datetime, timedelta

from graph_model.names import normal_text
from graph_model.partial_dates import OPEN, UNKNOWN, of_day, of_month, of_year
from loaders.readers.sheet import Cell
from loaders.values.chinese_numbers import chinese_digits, number_in_chinese
from loaders.values.day_orders import possible_days
from loaders.values.english_dates import english_parts
from loaders.values.plausible_dates import INVALID, PLAUSIBLE_YEARS, DateReading, date_of_parts, one_or_ten, plausible
from loaders.values.times_of_day import day_alone

_OPEN_WORDS = frozenset(
    {
        "至今",
        "今",
        "现在",
        "目前",
        "迄今",
        "长期",
        "永久",
        "无固定期限",
        "在任",
        "现任",
        "open",
        "present",
        "now",
        "ongoing",
    }
)
_UNKNOWN_WORDS = frozenset({"待定", "不详", "未知", "待确认", "待核实", "不清楚", "unknown"})
_EPOCH = date(1899, 12, 30)
SHIFT_OF_1904 = 1462
"""By so much the number of a day is smaller in a workbook that counts from 1904."""
_SERIALS = range(20_000, 65_744)  # of 1954 to 2079
_TOO_LARGE = 10**8
_MONTHS = 12
_YEAR_AND_MONTH_DIGITS = range(20_001, 20_800)
"""Numbers that are days of 1954 to 1956 as serials, and 2000 to 2079 as a year with a month of one digit."""

_YEAR = r"(?P<year>\d{4}|\d{2})"
_PATTERNS = tuple(
    re.compile(p, re.ASCII)
    for p in (
        rf"^{_YEAR}年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?$",
        r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[日号]?$",
        r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})$",
        rf"^{_YEAR}年(?P<month>\d{{1,2}})月?(?:份|初|底|末|上旬|中旬|下旬)?$",
        rf"^{_YEAR}[-/.](?P<month>\d{{1,2}})月?$",
        r"^(?P<year>\d{4})(?P<month>\d{2})$",
        r"^(?P<year>\d{4})年?(?:度|初|中|底|末|上半年|下半年)?$",
        r"^(?P<year>\d{2})年$",
    )
)
_CHINESE_DATE = re.compile(
    r"^([〇零○一二三四五六七八九]{2,4})年(?:([一二三四五六七八九十]{1,3})月(?:份)?(?:([一二三四五六七八九十]{1,3})[日号])?)?$"
)
_AMBIGUOUS_TEXT = re.compile(r"^(\d{4})\.1$", re.ASCII)
_MONTH_OR_YEAR = re.compile(r"^(\d{2})[-/.]\d{1,2}月?$", re.ASCII)
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 60
_SERIAL_TEXT = re.compile(
    r"^[345]\d{4}(?:\.\d+)?$", re.ASCII
)  # of 1982 to 2064; as year and month, five digits from 3 on mean nothing


def read_written_date(
    cell: Cell, *, number_like_text: bool = False, strptime_format: str | None = None, epoch_1904: bool = False
) -> DateReading:
    """Read a cell of a column of dates.

    Args:
        cell: the cell; not blank.
        number_like_text: whether a text such as 2023.1 may have been the number 2023.10 (a CSV file keeps no types).
        strptime_format: the format that a mapping file gives for the column.
        epoch_1904: whether the workbook counts days from 1904.

    Returns:
        The partial date, with `ambiguous_month`, `implausible_date` (taken as unknown), `ambiguous_day` or
        `invalid_date` where that is to be said.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return plausible(of_day(cell))
    if strptime_format is not None:
        return _by_format(cell, strptime_format)
    if isinstance(cell, bool):
        return INVALID
    if isinstance(cell, int | float):
        return _from_integer(cell, epoch_1904) if isinstance(cell, int) else _from_float(cell, epoch_1904)
    return _from_text(str(cell), number_like_text, epoch_1904)


def _by_format(cell: Cell, strptime_format: str) -> DateReading:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    try:
        day = datetime.strptime(text, strptime_format).date()
    except ValueError:
        return INVALID
    if "%d" in strptime_format or "%j" in strptime_format:
        return plausible(of_day(day))
    has_month = any(p in strptime_format for p in ("%m", "%b", "%B"))
    return plausible(of_month(day.year, day.month) if has_month else of_year(day.year))


def _from_integer(number: int, epoch_1904: bool) -> DateReading:
    if number in _YEAR_AND_MONTH_DIGITS:
        return INVALID
    serial = number + SHIFT_OF_1904 if epoch_1904 else number
    if serial in _SERIALS:
        return plausible(of_day(_EPOCH + timedelta(days=serial)))
    return _from_text(str(number), number_like_text=False) if 0 <= number < _TOO_LARGE else INVALID


def _from_float(number: float, epoch_1904: bool) -> DateReading:
    """A number with a fraction is a day with its time of day, or a year with its month."""
    if not 0 <= number < _TOO_LARGE:  # nor is it one that is no number
        return INVALID
    if number.is_integer() or int(number) + (SHIFT_OF_1904 if epoch_1904 else 0) in _SERIALS:
        return _from_integer(int(number), epoch_1904)
    whole, _, fraction = repr(number).partition(".")
    if len(whole) not in {2, 4} or len(fraction) > len("12") or _is_month_or_year(f"{whole}.{fraction}"):
        return INVALID
    return one_or_ten(whole) if fraction == "1" else date_of_parts(whole, fraction, None)


def _is_month_or_year(text: str) -> bool:
    """Whether 10.5 or 05-12 stands there: the fifth of a month, or a month of a year."""
    match = _MONTH_OR_YEAR.match(text)
    return match is not None and 1 <= int(match[1]) <= _MONTHS


def _from_text(text: str, number_like_text: bool, epoch_1904: bool = False) -> DateReading:
    if len(text) > _LONGEST or not _RAISED.isdisjoint(text):  # a raised figure is a footnote, no part of the date
        return INVALID
    text = day_alone(text)
    plain = normal_text(text)
    ambiguous = _AMBIGUOUS_TEXT.match(plain) if number_like_text else None
    if ambiguous:
        return one_or_ten(ambiguous[1])
    if _SERIAL_TEXT.match(plain):
        return _from_integer(int(plain.partition(".")[0]), epoch_1904)
    days = possible_days(plain)
    if days is not None:
        return _one_of(days)
    english = english_parts(plain)
    if english:
        return date_of_parts(*english)
    return _from_words(plain) or _from_chinese_digits(text) or _from_digits(plain)


def _one_of(days: tuple[date, ...]) -> DateReading:
    likely = tuple(day for day in days if day.year in PLAUSIBLE_YEARS)
    if len(likely) == 1:
        return plausible(of_day(likely[0]))
    return DateReading(None, "ambiguous_day", likely) if likely else INVALID


def _from_words(plain: str) -> DateReading | None:
    if plain in _OPEN_WORDS:
        return DateReading(OPEN)
    return DateReading(UNKNOWN) if plain in _UNKNOWN_WORDS else None


def _from_chinese_digits(text: str) -> DateReading | None:
    chinese = _CHINESE_DATE.match(re.sub(r"\s", "", text))
    if not chinese:
        return None
    year, month, day = chinese.groups()
    if any(p and p.count("十") > 1 for p in (month, day)):
        return INVALID
    parts = [str(number_in_chinese(p)) if p else None for p in (month, day)]
    return date_of_parts(chinese_digits(year), *parts)


def _from_digits(plain: str) -> DateReading:
    if _is_month_or_year(plain):
        return INVALID
    for pattern in _PATTERNS:
        match = pattern.match(plain)
        if match:
            found = match.groupdict()
            return date_of_parts(found["year"], found.get("month"), found.get("day"))
    return INVALID
