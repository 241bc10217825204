"""Dates as a registry knows them: to the day, to the month, or to the year."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

PUBLISHED_DAY = date(2024, 9, 3)
"""The day of which every table of the example speaks."""


@dataclass(frozen=True)
class When:
    """A date that may be partial.

    Args:
        year: the year.
        month: the month, if it is known.
        day: the day, if it is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The date as ISO 8601 has it, as long as it is known."""
        parts = [f"{self.year:04d}", *(f"{p:02d}" for p in (self.month, self.day) if p is not None)]
        return "-".join(parts)

    @property
    def full(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def when(day: date) -> When:
    """Return a day as a date that is known in full."""
    return When(day.year, day.month, day.day)


def some_day(rng: random.Random, first: date, last: date) -> date:
    """Return a day between two days, both included."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def vague(rng: random.Random, day: date, *, share: float = 0.25) -> When:
    """Return a day as a registry remembers it: most in full, some by the month, few by the year.

    Args:
        rng: source of chance.
        day: the day.
        share: how many of a hundred parts are not known to the day.
    """
    roll = rng.random()
    if roll < share * 0.2:
        return When(day.year)
    return When(day.year, day.month) if roll < share else when(day)
