"""Several in one cell: a row that names three persons is three records, each with its own cell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults
from loaders.values.cell_reading import split_list
from loaders.values.lists_of_names import NAMES, listed_names

Members = list[Cell]


def expand_rows(table: RawTable, rows: SortedRows, faults: TableFaults) -> SortedRows:
    """Split rows whose cells hold several of what a record has one of.

    Args:
        table: the table; its plan says of which fields, and by which characters.
        rows: the rows.
        faults: is told where two lists of one row are not equally long.

    Returns:
        The records. Lists of one row belong together in order; one value beside a list holds for all of its members,
        but a number of a person beside a list of persons tells nobody apart, and is left out.
    """
    wanted = {f: s for f, s in table.options.records_of.items() if _has_cell(table, f)}
    if not wanted or not rows.rows:
        return rows
    members: dict[str, list[Cell]] = {field: [] for field in wanted}
    positions: list[int] = []
    within: list[int] = []
    fields = columns(RECORD_TYPES[table.record])
    for position, row in enumerate(rows.rows):
        lists = {f: _members(_cell(table, row, f), separators) for f, separators in wanted.items()}
        size = max(1, *map(len, lists.values()))
        positions += [position] * size
        within += range(size)
        for field, found in lists.items():
            if len(found) not in {0, size}:
                at = (rows.numbers[position], field)
                for_all = not fields[field].private and not _has_gap(_cell(table, row, field), wanted[field])
                members[field] += _uneven(faults, fields[field].private, at, found, size, for_all=for_all)
            else:
                members[field] += found or [None] * size
    return replace(_at_positions(rows, positions, members), positions=within)


def _at_positions(rows: SortedRows, positions: Sequence[int], members: Mapping[str, list[Cell]]) -> SortedRows:
    if len(positions) == len(rows.rows):
        return replace(rows, members=members)
    return replace(
        rows,
        numbers=[rows.numbers[p] for p in positions],
        rows=[rows.rows[p] for p in positions],
        captions=[rows.captions[p] for p in positions] if rows.captions else [],
        members=members,
        expanded=True,
    )


def _has_gap(cell: Cell, separators: str) -> bool:
    """Whether a separator stands beside a single value: the first or last of a list with a gap, not one for all."""
    return separators != NAMES and isinstance(cell, str) and any(mark in separators for mark in cell.strip())


def _uneven(
    faults: TableFaults, private: bool, at: tuple[int, str], found: Members, size: int, *, for_all: bool
) -> Members:
    if len(found) == 1 and for_all:
        return found * size
    blanks = {"count": str(len(found)), "size": str(size)}
    faults.at_cell("uneven_lists", *at, blanks=blanks, error=not private or at[1] == "person_name")
    return [None] * size


def _members(cell: Cell, separators: str) -> Members:
    if not isinstance(cell, str):
        return [] if cell is None else [cell]
    found: Members = list(listed_names(cell) if separators == NAMES else split_list(cell, separators))
    return found or ([cell] if cell.strip() else [])


def _has_cell(table: RawTable, field: str) -> bool:
    """Whether a field has a cell of the row; of a form each field has its own, around a table one for all rows."""
    origin = table.columns.get(field)
    return origin is not None and origin.column is not None and (origin.row is None or table.form)


def _cell(table: RawTable, row: Sequence[Cell], field: str) -> Cell:
    origin = table.columns[field]
    return table.cell(row, origin.column) if origin.row is None else table.fixed_cell(origin)
