"""Total rows: not loaded, but compared with the rows above them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.faults import Fault, kind_of_fault
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.record_types.columns import Column
from loaders.values.cell_reading import CellContext, read_cell


@dataclass(frozen=True)
class TotalRow:
    """A row of totals.

    Args:
        number: the row as Excel counts.
        after: how many records stand above it.
        cells: its cells.
    """

    number: int
    after: int
    cells: Sequence[Cell]


def total_faults(
    table: RawTable,
    totals: Sequence[TotalRow],
    values: Mapping[str, Sequence[Any]],
    aside: Sequence[tuple[int, Sequence[Cell]]],
    doubtful: set[str],
) -> Iterator[Fault]:
    """Compare totals with the sums of the rows above, of all of them or of those since the last total.

    Args:
        table: the table.
        totals: its total rows.
        values: field -> values of its records.
        aside: rows that were struck through or hidden; a total may count them or not.
        doubtful: fields with a cell that could not be read; their totals cannot be checked.

    Yields:
        A fault `total_mismatch` for each total that is no such sum.
    """
    numeric = {
        f: c for f, c in columns(RECORD_TYPES[table.record]).items() if c.kind == "integer" and f in table.columns
    }
    since = 0
    for total in totals:
        for field, column in numeric.items():
            stated = _cell(table, field, total.cells, column)
            if stated is None or field in doubtful:
                continue
            above, part = (_sum(values[field][a : total.after]) for a in (0, since))
            extra = sum(_cell(table, field, c, column) or 0 for n, c in aside if n < total.number)
            if stated not in {above, part, above + extra, part + extra}:
                yield _fault(table, field, total.number, stated, above)
        since = total.after


def _sum(values: Sequence[int | None]) -> int:
    return sum(v or 0 for v in values)


def _cell(table: RawTable, field: str, cells: Sequence[Cell], column: Column) -> int | None:
    value: int | None = read_cell(column, table.cell(cells, table.columns[field].column), CellContext()).value
    return value


def _fault(table: RawTable, field: str, row: int, stated: int, above: int) -> Fault:
    origin, sheet = table.columns[field], table.sheet
    severity = kind_of_fault("total_mismatch").severity
    return Fault(
        "total_mismatch",
        severity,
        sheet.file,
        sheet.name,
        row,
        origin.letters,
        origin.heading,
        str(stated),
        {"sum": str(above)},
        source=sheet.source,
    )
