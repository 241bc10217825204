"""The time that rows tell: bounds of what is written, and the day of what happened."""

from datetime import date
from functools import lru_cache
from typing import Final

import polars as pl

from graph_model.partial_dates import Bounds, PartialDate, bounds, parse_canonical
from loaders.building.distinct_rows import by_distinct_rows

BOUNDS: Final = ("valid_from", "valid_from_latest", "valid_to_earliest", "valid_to")
_BOUNDS_SCHEMA = dict.fromkeys(BOUNDS, pl.Date())


@lru_cache(maxsize=200_000)
def _parsed(canonical: str | None) -> PartialDate | None:
    return parse_canonical(canonical) if canonical else None


def _bounds(start: str | None, end: str | None, day: date, state: str | None, inclusive: bool | None) -> Bounds:
    return bounds(_parsed(start), _parsed(end), source_day=day, state=state, end_inclusive=bool(inclusive))


def written_bounds(
    start: pl.Series, end: pl.Series, day: pl.Series, state: pl.Series, inclusive: pl.Series
) -> pl.DataFrame:
    """Return the four bounds of each row, of canonical texts of partial dates and the day of the row's source."""
    cells = [column.alias(name) for column, name in zip((start, end, day, state, inclusive), "sedti", strict=True)]
    return by_distinct_rows(pl.DataFrame(cells), _bounds, _BOUNDS_SCHEMA)


def days_of_events(written: pl.Series) -> pl.Series:
    """Return the days that a property of kind date holds: the first that a partial date may mean."""

    def first(text: str | None) -> tuple[date | None]:
        parsed = _parsed(text)
        return (parsed.first if parsed else None,)

    name = "day of the event"
    return by_distinct_rows(written.to_frame(), first, {name: pl.Date()}).to_series().alias(written.name)
