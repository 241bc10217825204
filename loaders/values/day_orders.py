"""Days written in figures of two digits, or with the year last: read if one order alone gives a day."""

import re
from datetime import date

CENTURY_PIVOT = 50
"""Two digits below it are a year from 2000 on, others one from 1900 on."""

_THREE_PARTS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})[日号]?", re.ASCII)
_YEAR_FIRST = re.compile(r"\d{2}([-/.])\d{1,2}\1\d{1,2}[日号]?", re.ASCII)
_MONTHS = 12
_SHORT_YEAR = 2


def full_year(text: str) -> int:
    """Return the year that four or two digits mean."""
    year = int(text)
    if len(text) > _SHORT_YEAR:
        return year
    return year + (2000 if year < CENTURY_PIVOT else 1900)


def possible_days(text: str) -> tuple[date, ...] | None:
    """Return the days that a text such as `03/04/2023`, `4/3/23` or `23.5.1` may mean, the earliest first.

    Args:
        text: a written date without its time.

    Returns:
        The days; none if the figures make no day in any order. None for a text of another form.

    The year stands first where it has two digits and cannot be a month, and what follows is no likelier year: offices
    write 23.5.1. Otherwise each order is tried that some office or program uses: day, month, year; month, day, year.
    """
    match = _THREE_PARTS.fullmatch(text)
    first_is_year = _YEAR_FIRST.fullmatch(text) is not None
    if not match:
        return _days([_parts(text)]) if first_is_year else None
    first, separator, second, last = match.groups()
    orders = [(last, second, first), (last, first, second)]
    if first_is_year and len(last) < len("2023"):
        year_first = (first, second, last)
        settled = int(first) > _MONTHS and (separator != "/" or int(last) <= _MONTHS)
        orders = [year_first] if settled else [year_first, *orders]
    return _days(orders)


def _parts(text: str) -> tuple[str, str, str]:
    year, month, day = re.findall(r"\d+", text)
    return year, month, day


def _days(orders: list[tuple[str, str, str]]) -> tuple[date, ...]:
    found = set()
    for year, month, day in orders:
        try:
            found.add(date(full_year(year), int(month), int(day)))
        except ValueError:
            continue
    return tuple(sorted(found))
