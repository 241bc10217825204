"""The cells of a field, record by record: a column's own, or put together as the plan says."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.plans.tables import ColumnSource, RawTable
from loaders.plans.taking import taken_from
from loaders.readers.sheet import Cell
from loaders.regions.captions import Captions
from loaders.regions.row_sorting import SortedRows
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.periods import split_period


def field_cells(table: RawTable, rows: SortedRows, field: str) -> Sequence[Cell]:
    """Return the cells of a field, one a record.

    Args:
        table: the table.
        rows: its records.
        field: the field; one without a column or a constant is blank.
    """
    origin = table.columns.get(field)
    if field in rows.members:
        return rows.members[field]
    if origin is None or origin.column is None:
        return _beside(origin, table, rows)
    if origin.row is not None:
        cells = [table.fixed_cell(origin)] * len(rows.rows)
    else:
        cells = _column(table, rows, origin.column)
    return [_end_of(cell, origin.end_of) for cell in cells] if origin.end_of else cells


def _column(table: RawTable, rows: SortedRows, column: int) -> list[Cell]:
    index = column - table.sheet.first_column
    if not 0 <= index < table.sheet.width:
        return [None] * len(rows.rows)
    return [row[index] if index < len(row) else None for row in rows.rows]


def _beside(origin: ColumnSource | None, table: RawTable, rows: SortedRows) -> Sequence[Cell]:
    """The cells of a field that has no column of its own."""
    if origin is not None and origin.caption is not None:
        return [_in_caption(origin.caption, captions) for captions in rows.captions]
    if origin is not None and origin.template:
        return [_composed(table, origin.template, row) for row in rows.rows]
    return [origin.constant if origin else None] * len(rows.rows)


def _in_caption(pattern: re.Pattern[str], captions: Captions) -> Cell:
    return taken_from(pattern, captions[pattern]) if pattern in captions else None


def _composed(table: RawTable, template: Sequence[str | int | ColumnSource], row: Sequence[Cell]) -> Cell:
    """The text of a template; nothing where one of its cells is blank, for half a name would be another's."""
    parts = []
    for part in template:
        if isinstance(part, ColumnSource):
            cell = table.fixed_cell(part)
        else:
            cell = part if isinstance(part, str) else table.cell(row, part)
        if not isinstance(part, str) and is_missing(cell):
            return None
        parts.append(part if isinstance(part, str) else cell_text(cell))
    return "".join(parts)


def _end_of(cell: Cell, end: str) -> Cell:
    """One end of a period; a cell that is none stays with the start, whose reader says what is wrong with it."""
    if not isinstance(cell, str) or is_missing(cell):
        return cell if end == "start" else None
    period = _period(cell)
    if period is None:
        return cell if end == "start" else None
    return period.start if end == "start" else period.end


_period = lru_cache(maxsize=10_000)(split_period)
