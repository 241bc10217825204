"""Which dates can be meant: of years of which an office speaks, and none with which a program begins to count."""

from dataclasses import dataclass
from datetime import date

from graph_model.partial_dates import UNKNOWN, PartialDate, of_day, of_month, of_year, one_of_months
from loaders.values.day_orders import full_year

PLAUSIBLE_YEARS = range(1901, 2080)
"""Years of which an office speaks; 1900 is Excel's day 0, 2099 and 9999 stand for "no end" or are slips."""

_ZERO_DAYS = frozenset({date(1904, 1, 1), date(1969, 12, 31), date(1970, 1, 1)})
"""What programs show for no day at all: Excel's day 0 on a Macintosh, and that of Unix in zones east and west."""


@dataclass(frozen=True)
class DateReading:
    """What a cell of a date column says.

    Args:
        value: the date; None if it is none.
        fault: the code of what is doubtful or wrong, or None.
        days: the days between which an `ambiguous_day` leaves the choice.
    """

    value: PartialDate | None
    fault: str | None = None
    days: tuple[date, ...] = ()


INVALID = DateReading(None, "invalid_date")


def plausible(value: PartialDate) -> DateReading:
    """Return a date as it was read, or unknown with `implausible_date` where nobody can mean it."""
    first, last = value.first, value.last
    if first is None or (first.year in PLAUSIBLE_YEARS and not (first == last and first in _ZERO_DAYS)):
        return DateReading(value)
    return DateReading(UNKNOWN, "implausible_date")


def one_or_ten(year: str) -> DateReading:
    """Return the date of a year with the month "1", which may have been "10": 2023.1."""
    if full_year(year) not in PLAUSIBLE_YEARS:
        return DateReading(UNKNOWN, "implausible_date") if int(year) else INVALID
    return DateReading(one_of_months(full_year(year), 1, 10), "ambiguous_month")


def date_of_parts(year_text: str, month: str | None, day: str | None) -> DateReading:
    """Return the date of a year of two or four digits, a month and a day, as far as they are written."""
    year = full_year(year_text)
    try:
        if month is None:
            return plausible(of_year(year))
        if day is None:
            return plausible(of_month(year, int(month)))
        return plausible(of_day(date(year, int(month), int(day))))
    except (ValueError, OverflowError):
        return INVALID
