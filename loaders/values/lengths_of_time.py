"""Lengths of time as contracts give them (三年, 24个月, 一年半), and the end that one has from a written start."""

import re
from datetime import date

from graph_model.partial_dates import PartialDate, of_day, of_month, of_year
from loaders.values.chinese_numbers import number_in_chinese
from loaders.values.written_dates import read_written_date

LENGTH = r"(?:\d{1,3}|[一二两三四五六七八九十])(?:年半?|个?月)|半年"
_PARTS = re.compile(r"(?P<number>\d{1,3}|[一二两三四五六七八九十半])(?P<unit>年|个?月)(?P<half>半?)")
_YEAR = 12


def end_after(start: str, length: str) -> str | None:
    """Return the day or the month at which so long a time from a written start ends; None if that cannot be told.

    Args:
        start: the start as written.
        length: the length as written, of the form of `LENGTH`.
    """
    found, months = read_written_date(start), _months(length)
    if found.fault or found.value is None or months is None:
        return None
    later = _later(found.value, months)
    return None if later is None else str(later)


def _months(length: str) -> int | None:
    parts = _PARTS.fullmatch(length)
    if parts is None:
        return None
    in_years = parts["unit"] == "年"
    if parts["number"] == "半":
        return _YEAR // 2
    number = int(parts["number"]) if parts["number"].isdecimal() else number_in_chinese(parts["number"])
    return number * (_YEAR if in_years else 1) + (_YEAR // 2 if parts["half"] else 0)


def _later(start: PartialDate, months: int) -> PartialDate | None:
    if start.first is None:
        return None
    years, month = divmod(start.first.month - 1 + months, _YEAR)
    year = start.first.year + years
    if start.precision == "month":
        return of_month(year, month + 1)
    if start.precision == "year":
        return of_year(year) if months % _YEAR == 0 else None
    return _day(year, month + 1, start.first.day) if start.precision == "day" else None


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return of_day(date(year, month, day))
    except ValueError:  # the 31st of a month of 30 days: which day is meant, the contract says
        return None
