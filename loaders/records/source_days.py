"""The day as of which a source speaks: what is said outright, else what its rows tell, never the clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph_model.partial_dates import parse_canonical
from loaders.faults import Fault, kind_of_fault
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.stated_days import stated_day
from loaders.records.typed_tables import TypedTable

_ENDS = frozenset({"valid_to", "settled_on", "done_on", "completed_on"})


@dataclass(frozen=True)
class TableDay:
    """The day of a table.

    Args:
        day: the day; None: it cannot be told.
        faults: `as_of_assumed` or `as_of_missing`.
    """

    day: date | None
    faults: tuple[Fault, ...] = ()


def table_day(typed: TypedTable, siblings: Iterable[RawTable], as_of: date | None) -> TableDay:
    """Tell as of which day a table speaks.

    Args:
        typed: the table, read.
        siblings: all tables of its file, whose titles may state the day.
        as_of: the day that the user says.

    Returns:
        The first of: the mapping file's day; the user's; the one in its title, sheet's name or file's name; the
        latest full day in its rows, with a warning; else an error. A panel goes by its steps instead of its rows.
    """
    stated = typed.table.options.day or as_of or stated_day_of(typed.table, siblings)
    if stated:
        return TableDay(stated)
    latest = max(_full_days(typed), default=None)
    if typed.table.record == "division" and latest:
        return TableDay(latest)
    if latest:
        return TableDay(latest, (_fault("as_of_assumed", typed.table, latest.isoformat()),))
    if typed.frame.is_empty():
        return TableDay(None)
    return TableDay(None, (_fault("as_of_missing", typed.table, ""),))


def stated_day_of(table: RawTable, siblings: Iterable[RawTable]) -> date | None:
    """Return the first day that a table's title, its sheet's name, its file's name or a sibling's title states."""
    sheet = table.sheet
    texts = [*table.title, sheet.name, sheet.file, *(t for other in siblings for t in other.title)]
    return next((day for day in map(stated_day, texts) if day), None)


def _full_days(typed: TypedTable) -> Iterator[date]:
    fields = columns(RECORD_TYPES[typed.table.record])
    for name, column in fields.items():
        if column.kind != "date" or name in _ENDS or name not in typed.table.columns:
            continue
        for written in typed.frame[name].unique().to_list():
            value = parse_canonical(written) if written else None
            if value is not None and value.precision == "day" and value.first is not None:
                yield value.first


def _fault(code: str, table: RawTable, day: str) -> Fault:
    severity, sheet = kind_of_fault(code).severity, table.sheet
    return Fault(code, severity, sheet.file, sheet.name, blanks={"day": day}, source=sheet.source)
