"""Dates as offices know them: a day, a month, a year, open, unknown, or one of two readings.

A written date becomes a `PartialDate`; two functions turn a start and an end into the four bounds of
`graph_model.base.Dated`. Nothing here reads a clock: the day of the source is an argument.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year", "ambiguous", "open", "unknown"]


@dataclass(frozen=True)
class PartialDate:
    """What a written date says: any day from `first` to `last`, both included.

    Args:
        precision: how exactly the date is known; "open" (至今, 长期) and "unknown" (待定) have no days.
        first: the first day that it may mean.
        last: the last day that it may mean.
    """

    precision: Precision
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        """Return the canonical text, which `parse_canonical` reads back."""
        if self.first is None or self.last is None:
            return self.precision
        if self.precision == "ambiguous":
            return f"{self.first:%Y-%m}/{self.last:%Y-%m}"
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


OPEN = PartialDate("open")
UNKNOWN = PartialDate("unknown")


def of_day(day: date) -> PartialDate:
    """Return the date that is known to the day."""
    return PartialDate("day", day, day)


def of_month(year: int, month: int) -> PartialDate:
    """Return the date that is known to the month."""
    return PartialDate("month", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def of_year(year: int) -> PartialDate:
    """Return the date that is known to the year."""
    return PartialDate("year", date(year, 1, 1), date(year, 12, 31))


def one_of_months(year: int, earlier: int, later: int) -> PartialDate:
    """Return the date of which two months of one year are possible readings."""
    return PartialDate("ambiguous", of_month(year, earlier).first, of_month(year, later).last)


def parse_canonical(text: str) -> PartialDate:
    """Read the canonical text of a partial date: "2023", "2023-05", "2023-05-01", "2023-01/2023-10", "open", "unknown".

    Raises:
        ValueError: if the text is none of these.
    """
    if text in {"open", "unknown"}:
        return OPEN if text == "open" else UNKNOWN
    if "/" in text:
        earlier, later = text.split("/")
        return one_of_months(int(earlier[:4]), int(earlier[5:]), int(later[5:]))
    parts = [int(p) for p in text.split("-")]
    match parts:
        case [year]:
            return of_year(year)
        case [year, month]:
            return of_month(year, month)
        case [year, month, day]:
            return of_day(date(year, month, day))
        case _:
            raise ValueError(text)


class Bounds(NamedTuple):
    """The four bounds of `graph_model.base.Dated`."""

    valid_from: date | None
    valid_from_latest: date | None
    valid_to_earliest: date | None
    valid_to: date | None


def bounds(
    start: PartialDate | None,
    end: PartialDate | None,
    *,
    source_day: date,
    state: str | None = None,
    end_inclusive: bool = False,
) -> Bounds:
    """Turn a written start and end into the bounds between which something held.

    Args:
        start: the written start; None or unknown: it had begun by the source's day.
        end: the written end, the first day on which it no longer held; None or open: it held on the source's day.
        source_day: the day as of which the source speaks.
        state: "ended_unknown", or "ended" without end: it had ended by the source's day, the source does not say when;
            so has what the source calls something else than current or suspended, beside an unknown end.
        end_inclusive: the written end is the last day on which it held.

    Returns:
        The outer bounds (half-open, null is unbounded) and the inner ones.
    """
    valid_from, latest = (start.first, start.last) if start and start.first else (None, source_day)
    if end is not None and end.first is not None and end.last is not None:
        days = 1 if end_inclusive else 0
        return Bounds(valid_from, latest, _later(end.first, days), _later(end.last, days))
    if state in {"ended", "ended_unknown"} or (end == UNKNOWN and state not in {None, "current", "suspended"}):
        return Bounds(valid_from, latest, valid_from, source_day)
    return Bounds(valid_from, latest, _later(source_day, 1), None)


def _later(day: date, days: int) -> date:
    """The day so many days later; the last of all days has none after it."""
    return day + timedelta(days=min(days, (date.max - day).days))
