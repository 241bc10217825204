"""The rows of a table: merged cells filled down, records told from totals, notes and what was struck or hidden."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_model.names import normal_text
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.records.table_faults import TableFaults
from loaders.records.totals import TotalRow
from loaders.regions.row_kinds import RowSorter
from loaders.values.cell_reading import cell_text, is_missing


@dataclass
class SortedRows:
    """The rows under a heading.

    Args:
        numbers: numbers of the records, as Excel counts.
        rows: cells of the records.
        totals: the rows of totals.
        aside: (number, cells) of rows that were struck through or hidden.
        skipped: reason -> number of rows that are no records.
    """

    numbers: list[int] = field(default_factory=list)
    rows: list[Sequence[Cell]] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    aside: list[tuple[int, Sequence[Cell]]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def sort_rows(table: RawTable, faults: TableFaults) -> SortedRows:
    """Sort the rows under a heading.

    Args:
        table: the table.
        faults: is told of rows that were struck through or hidden.
    """
    sorter, found = RowSorter(table), SortedRows()
    where, first_column = table.options.where, table.sheet.first_column
    merged = _merged_fill(table)
    for number, row in table.numbered_rows():
        cells = _filled(row, merged.get(number), first_column)
        kind: str = sorter.kind(number, cells)
        if kind == "record" and where and not _selected(cells, where, first_column):
            kind = "not_selected"
        if kind == "record":
            found.numbers.append(number)
            found.rows.append(cells)
            continue
        found.skipped[kind] += 1
        if kind in {"struck", "hidden"}:
            faults.at_row(f"{kind}_row", number)
            found.aside.append((number, cells))
        if kind == "total":
            found.totals.append(TotalRow(number, len(found.rows), cells))
    return found


def _selected(row: Sequence[Cell], where: Mapping[int, Iterable[str]], first_column: int) -> bool:
    def text(column: int) -> str:
        index = column - first_column
        cell = row[index] if index < len(row) else None
        return "" if is_missing(cell) else normal_text(cell_text(cell))

    return all(text(column) in wanted for column, wanted in where.items())


def _merged_fill(table: RawTable) -> Mapping[int, dict[int, Cell]]:
    """Return, for rows that a merged range covers, the cells that its first cell fills: row -> column -> cell."""
    sheet = table.sheet
    fill: dict[int, dict[int, Cell]] = {}
    for first_row, first_column, last_row, last_column in sheet.merged:
        index = first_row - sheet.first_row
        if last_row < table.first_row or not 0 <= index < len(sheet.rows) or first_row == last_row:
            continue
        offset = first_column - sheet.first_column
        value = sheet.rows[index][offset] if 0 <= offset < len(sheet.rows[index]) else None
        for row in range(max(first_row + 1, table.first_row), last_row + 1):
            for column in range(first_column, last_column + 1):
                fill.setdefault(row, {})[column] = value
    return fill


def _filled(row: Sequence[Cell], fill: Mapping[int, Cell] | None, first_column: int) -> Sequence[Cell]:
    if not fill:
        return row
    filled = list(row)
    for column, value in fill.items():
        index = column - first_column
        if 0 <= index < len(filled) and filled[index] is None:
            filled[index] = value
    return filled
