"""Total rows: not loaded, but compared with the rows above them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from loaders.faults import Fault, kind_of_fault
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.record_types.columns import Column
from loaders.regions.total_rows import total_kind
from loaders.values.cell_reading import CellContext
from loaders.values.typed_cells import read_cell


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
    """Compare totals with the sums of the rows above: of all of them, or of those since any total above.

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
    summed = {f: list(accumulate((v or 0 for v in values[f]), initial=0)) for f in numeric}
    befores: dict[str, set[int]] = {f: {0} for f in numeric}
    for total in (t for t in totals if total_kind([c for c in t.cells if c is not None and c != ""]) == "sum"):
        for field, column in numeric.items():
            stated = _cell(table, field, total.cells, column)
            if stated is None or field in doubtful:
                continue
            above = summed[field][total.after]
            extra = sum(_cell(table, field, c, column) or 0 for n, c in aside if n < total.number)
            if befores[field].isdisjoint({above - stated, above + extra - stated}):
                yield _fault(table, field, total.number, stated, above)
        for field, before in befores.items():
            before.add(summed[field][total.after])


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
