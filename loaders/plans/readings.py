"""As what each sheet was read: its tables with their plans, or why there are none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from loaders.plan import TablePlan
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Sheet

State: TypeAlias = Literal["read", "unrecognised", "hidden", "empty", "passed_over"]


@dataclass(frozen=True)
class TableReading:
    """As what one table was read.

    Args:
        plan: its plan.
        mapped: whether a mapping file says so; else it was recognised.
        heading_row: its last heading row, as Excel counts; None: it has none.
        rows: how many records were read from it.
    """

    plan: TablePlan
    mapped: bool
    heading_row: int | None
    rows: int


@dataclass(frozen=True)
class SheetReading:
    """As what one sheet was read.

    Args:
        path: the file, as it was given.
        sheet: the sheet.
        state: read; not recognised; hidden; empty; or passed over, as a guide, or a sheet that gridgov once added.
        tables: its tables, in order.
    """

    path: Path
    sheet: Sheet
    state: State
    tables: tuple[TableReading, ...] = ()


def table_readings(tables: Iterable[tuple[RawTable, int]]) -> Iterator[TableReading]:
    """Return as what tables were read, once for each plan: one with a record per column gave a table for each.

    Args:
        tables: the tables of one sheet, each with the number of its records.
    """
    found: dict[int, TableReading] = {}
    for table, rows in tables:
        if table.plan is None:
            continue
        earlier = found.get(id(table.plan))
        mapped = table.options.table is not None
        found[id(table.plan)] = TableReading(
            table.plan, mapped, table.heading_row, rows + (earlier.rows if earlier else 0)
        )
    yield from found.values()
