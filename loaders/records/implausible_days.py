"""Days that a source cannot speak of: what begins or happens long after the source's own day, ends far beyond it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import polars as pl

from graph_model.partial_dates import UNKNOWN, PartialDate, parse_canonical
from loaders.faults import Fault
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, ends_of_periods
from loaders.records.gathered_rows import TABLE
from loaders.records.typed_tables import TypedTable
from loaders.regions.table_faults import TableFaults

_START_YEARS = 1
_LEAP_DAY = (2, 29)

_GAP_YEARS = 6
_FEWEST_OTHERS = 3
_LARGEST_SHARE = 0.02


def date_fields(record: str) -> tuple[str, ...]:
    """Return the fields of a record type that hold dates."""
    return tuple(f for f, c in columns(RECORD_TYPES[record]).items() if c.kind == "date")


def with_implausible_days_unknown(
    frame: pl.DataFrame, record: str, tables: Sequence[TypedTable]
) -> tuple[pl.DataFrame, tuple[Fault, ...]]:
    """Tell which dates no source of its day can mean, and take them as unknown.

    Args:
        frame: rows of the record type with TABLE and the day as of which each speaks.
        record: the record type.
        tables: all tables, of which TABLE gives the position.

    Returns:
        The rows with "unknown" in place of starts and events of more than a year after the day, and of ends more than
        a term of office (6 years) or a long contract (11 years) after it; and `implausible_date` at their cells.
    """
    faults: list[Fault] = []
    for field in date_fields(record):
        ahead = _years_ahead(record, field)
        latest = {day: _years_later(day, ahead) for day in frame["day"].unique()}
        far = {t: f for t in frame[field].unique() if t and (f := _parsed(t).first) and f > min(latest.values())}
        if not far:
            continue
        firsts = frame[field].replace_strict(far, default=None, return_dtype=pl.Date)
        wrong = (firsts > frame["day"].replace_strict(latest, return_dtype=pl.Date)).fill_null(value=False)
        for number, row, written in frame.filter(wrong).select(TABLE, "row", f"{field}_written").iter_rows():
            noted = TableFaults(tables[number].table)
            noted.at_cell("implausible_date", row, field, value=written)
            faults += noted.found
        frame = frame.with_columns(pl.when(wrong).then(pl.lit(str(UNKNOWN))).otherwise(field).alias(field))
    return frame, tuple(faults)


def _years_ahead(record: str, field: str) -> int:
    period = ends_of_periods(RECORD_TYPES[record]).get(field)
    return period.years_ahead if period else _START_YEARS


def _years_later(day: date, years: int) -> date:
    """The day so many years later; the last of all days where there is none."""
    if day.year + years > date.max.year:
        return date.max
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == _LEAP_DAY else day.day)


@lru_cache(maxsize=100_000)
def _parsed(canonical: str) -> PartialDate:
    return parse_canonical(canonical)


def latest_plausible(days: Mapping[date, int], known: Iterable[date]) -> date | None:
    """Return the latest of the days that rows tell, without the few that lie far from all others.

    Args:
        days: day -> how many cells tell it.
        known: days that other tables of the load state of themselves.

    Returns:
        The latest day that lies at most a year after the latest stated one, if any table states one, and of which the
        rest of the rows lies at most a term before; a single slip, 2203 for 2023, is none.
    """
    stated = max(known, default=None)
    limit = _years_later(stated, _START_YEARS) if stated else date.max
    ordered = sorted(day for day in days if day <= limit)
    total, above = sum(days[day] for day in ordered), 0
    for earlier, later in _from_the_end(ordered):
        above += days[later]
        few = above <= max(1, total * _LARGEST_SHARE) and total - above >= _FEWEST_OTHERS
        if not few:
            break
        if _years_later(earlier, _GAP_YEARS) < later:
            return earlier
    return ordered[-1] if ordered else None


def _from_the_end(ordered: list[date]) -> Iterator[tuple[date, date]]:
    """Yield each two neighbouring days, the latest first."""
    return zip(reversed(ordered[:-1]), reversed(ordered), strict=False)
