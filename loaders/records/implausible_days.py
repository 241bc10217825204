"""Days that a source cannot speak of: what begins or happens long after the source's own day, ends far beyond it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

import polars as pl

from graph_model.partial_dates import UNKNOWN, PartialDate, parse_canonical
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.typed_tables import TypedTable
from loaders.regions.table_faults import TableFaults

ENDS = frozenset({"valid_to", "settled_on", "done_on", "completed_on"})
"""Fields with the end of something, which may lie ahead of the source's day."""

_START_YEARS = 1
_TERM_YEARS = 6
_CONTRACT_YEARS = 11
_BY_TERM = frozenset({"tenure", "residents_committee", "owners_committee", "supervisory_committee", "reserve_listing"})
_LEAP_DAY = (2, 29)

_GAP_YEARS = 6
_FEWEST_OTHERS = 3
_LARGEST_SHARE = 0.02


def date_fields(typed: TypedTable) -> tuple[str, ...]:
    """Return the fields of a table that hold dates and have a column."""
    fields = columns(RECORD_TYPES[typed.table.record])
    return tuple(f for f, c in fields.items() if c.kind == "date" and f in typed.table.columns)


def with_implausible_days_unknown(typed: TypedTable, day: date) -> TypedTable:
    """Tell which dates of a table no source of its day can mean, and take them as unknown.

    Args:
        typed: the table, read.
        day: the day as of which it speaks.

    Returns:
        The table with "unknown" in place of starts and events of more than a year after the day, and of ends more than
        a term of office (6 years) or a long contract (11 years) after it; with `implausible_date` at their cells.
    """
    faults = TableFaults(typed.table)
    changed: dict[str, pl.Series] = {}
    for field in date_fields(typed):
        last = _years_later(day, _years_ahead(typed.table.record, field))
        cells = typed.frame[field]
        wrong = {text for text in cells.unique().to_list() if text and _begins_after(text, last)}
        if wrong:
            _note(faults, typed.frame, field, wrong)
            changed[field] = cells.replace(dict.fromkeys(wrong, str(UNKNOWN)))
    if not changed:
        return typed
    return replace(typed, frame=typed.frame.with_columns(**changed), faults=faults.in_order())


def _note(faults: TableFaults, frame: pl.DataFrame, field: str, wrong: Collection[str]) -> None:
    rows = frame.filter(pl.col(field).is_in(list(wrong))).select("row", f"{field}_written")
    for row, written in rows.iter_rows():
        faults.at_cell("implausible_date", row, field, value=written)


def _years_ahead(record: str, field: str) -> int:
    if field not in ENDS:
        return _START_YEARS
    return _TERM_YEARS if record in _BY_TERM else _CONTRACT_YEARS


def _years_later(day: date, years: int) -> date:
    """The day so many years later; the last of all days where there is none."""
    if day.year + years > date.max.year:
        return date.max
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == _LEAP_DAY else day.day)


def _begins_after(canonical: str, last: date) -> bool:
    first = _parsed(canonical).first
    return first is not None and first > last


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
