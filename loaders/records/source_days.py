"""The day as of which a source speaks: what is said outright, else what its rows tell, never the clock."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph_model.partial_dates import parse_canonical
from loaders.faults import Fault, kind_of_fault
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import ends_of_periods
from loaders.records.implausible_days import date_fields, latest_plausible
from loaders.records.stated_days import stated_day
from loaders.records.typed_tables import TypedTable

DIVISION: Final = "division"


@dataclass(frozen=True)
class TableDay:
    """The day of a table.

    Args:
        day: the day; None: it cannot be told.
        faults: `as_of_assumed` or `as_of_missing`.
    """

    day: date | None
    faults: tuple[Fault, ...] = ()


def dated(typed: TypedTable, siblings: Iterable[RawTable], as_of: date | None, cover: date | None = None) -> TypedTable:
    """Return a table with the day that is said of it, or where none is with the days that its rows tell.

    Args:
        typed: the table, read.
        siblings: all tables of its file, whose titles may state the day.
        as_of: the day that the user says.
        cover: the day that the cover of its file states.
    """
    said = typed.table.options.day or as_of or stated_day_of(typed.table, siblings) or cover
    return replace(typed, said=said, told={} if said else _full_days(typed))


def of_one_day(tables: Sequence[TypedTable]) -> tuple[TypedTable, ...]:
    """Let the tables of a workbook of which no day is said speak as of one day: an office closes its books at once.

    Args:
        tables: the tables of one file, dated.

    Returns:
        The tables, in which each tells what all tell; a table of the division has a day of its own.
    """
    told: Counter[date] = Counter()
    for typed in tables:
        if typed.said is None and typed.table.record != DIVISION:
            told.update(typed.told)
    return tuple(
        replace(typed, told=dict(told)) if typed.said is None and typed.table.record != DIVISION else typed
        for typed in tables
    )


def table_day(typed: TypedTable, known: Iterable[date] = ()) -> TableDay:
    """Tell as of which day a table speaks.

    Args:
        typed: the table, dated.
        known: the days that are said of other tables of the load.

    Returns:
        The first of: the mapping file's day; the user's; the one in its title, sheet's name, file's name or on its
        cover; the latest full day in its rows that is plausible, with a warning; else an error. A panel goes by its
        steps instead of its rows.
    """
    if typed.said:
        return TableDay(typed.said)
    latest = latest_plausible(typed.told, known)
    if typed.table.record == DIVISION and latest:
        return TableDay(latest)
    if latest:
        return TableDay(latest, (_fault("as_of_assumed", typed.table, latest.isoformat()),))
    if not typed.size:
        return TableDay(None)
    return TableDay(None, (_fault("as_of_missing", typed.table, ""),))


def stated_day_of(table: RawTable, siblings: Iterable[RawTable]) -> date | None:
    """Return the first day that a table's title, its sheet's name, its file's name or a sibling's title states."""
    sheet = table.sheet
    texts = [*table.title, sheet.name, sheet.file, *(t for other in siblings for t in other.title)]
    return next((day for day in map(stated_day, texts) if day), None)


def _full_days(typed: TypedTable) -> Mapping[date, int]:
    """Return the full days on which something began or happened, with the number of cells that tell each."""
    found: Counter[date] = Counter()
    ends = ends_of_periods(RECORD_TYPES[typed.table.record])
    for name in date_fields(typed.table.record):
        if name in ends:
            continue
        for written, count in Counter(typed.columns[name]).items():
            value = parse_canonical(written) if written else None
            if value is not None and value.precision == "day" and value.first is not None:
                found[value.first] += count
    return found


def _fault(code: str, table: RawTable, day: str) -> Fault:
    severity, sheet = kind_of_fault(code).severity, table.sheet
    return Fault(code, severity, sheet.file, sheet.name, blanks={"day": day}, source=sheet.source)
