"""Columns of a table become values, each distinct cell read once."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graph_model.names import normal_text
from graph_model.official_codes import credit_code_problem, is_division_code
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.record_types.columns import Column
from loaders.regions.field_cells import field_cells
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults
from loaders.values.cell_reading import SEPARATORS, CellContext, Reading, as_written, cell_text, is_missing
from loaders.values.distinct_cells import DistinctCells, Doubts
from loaders.values.holders import is_ditto
from loaders.values.lost_merges import are_lost_merges
from loaders.values.one_name import bears_names, items_problem, may_be_state, name_blanks, name_problem
from loaders.values.plain_texts import plain_code, plain_list, plain_text
from loaders.values.private_numbers import scrubbed
from loaders.values.typed_cells import read_cell

_FOREIGN_NUMBER = re.compile(r"[A-Za-z_.-]*\d[\w.-]*", re.ASCII)
_TWO_DIGIT_MONTH = re.compile(r"\d{4}\.(?:0\d|1[0-2])")
_AS_SHOWN = frozenset({"code", "division_code", "credit_code", "text", "reference", "vocabulary", "boolean", "private"})
"""Kinds of columns that hold what is shown: a format may hold part of a code. Counts and days are the number below."""

_NOTHING_ABOVE = "nothing_above"
_NOTHING_THERE = frozenset({"state_for_name", "count_for_names"})
"""What is no name says that there is nothing: the row stays, and nothing comes of it."""

_ITEMS = frozenset({"Pledge"})
"""What is named by what is promised: a cell counts up several with semicolons or numbers, never one."""

_PLAIN: Mapping[tuple[str, bool], Callable[[str], Any]] = {
    ("text", False): plain_text,
    ("reference", False): plain_text,
    ("code", False): plain_code,
    ("text", True): plain_list,
    ("reference", True): plain_list,
}
"""Kind of column, and whether a cell holds a list -> the values of most of its texts, told by one look."""


@lru_cache(maxsize=4_000)
def _distinct_cells(record: str, field: str, context: CellContext, namespace: str | None) -> DistinctCells:
    """Read the cells of a field in columns of one kind of context; those of all tables are read once a load."""
    column, defines = columns(RECORD_TYPES[record])[field], RECORD_TYPES[record].defines
    nothing: Any = [] if column.many else None
    label = defines.label if defines is not None and field == defines.name[0] and bears_names([defines.label]) else None

    is_item = defines is not None and defines.label in _ITEMS and field == defines.name[0]

    def read(cell: Cell) -> Reading:
        if is_ditto(cell):
            return Reading(nothing, _NOTHING_ABOVE)
        reading = _namespaced(namespace, column, read_cell(column, cell, context))
        if reading.value is None:
            return replace(reading, value=nothing)
        if isinstance(reading.value, list) and any(map(is_ditto, reading.value)):
            return Reading(nothing, _NOTHING_ABOVE)
        if is_item:
            return _one_item(reading)
        return _one_name(label, reading) if label else reading

    own_separators = context.separators != SEPARATORS
    careful = label or is_item or namespace or own_separators
    return DistinctCells(read, None if careful else _PLAIN.get((column.kind, column.many)))


class ColumnReader:
    """Reads the columns of one table.

    Args:
        table: the table.
        rows: its records.
        faults: is told what is wrong.
    """

    def __init__(self, table: RawTable, rows: SortedRows, faults: TableFaults) -> None:
        record_class = RECORD_TYPES[table.record]
        self._table, self._rows, self._faults = table, rows, faults
        self._fields = columns(record_class)
        self._required = frozenset(required_fields(record_class))
        self._cells: dict[str, Sequence[Cell]] = {}
        self.doubtful: set[str] = set()

    def cells(self, field: str) -> Sequence[Cell]:
        """Return the cells of a field, translated as the mapping file says; a field without a column is blank.

        Of a column that was read, 同上 stands for the cell of the row above.
        """
        if field not in self._cells:
            self._cells[field] = self._translated(
                field, self._shown(field, field_cells(self._table, self._rows, field))
            )
        return self._cells[field]

    def _shown(self, field: str, cells: Sequence[Cell]) -> Sequence[Cell]:
        """The cells as they are shown, where a number format holds part of a code."""
        shown, origin = self._table.sheet.shown, self._table.columns.get(field)
        if not shown or origin is None or origin.column is None or field in self._rows.members:
            return cells
        if origin.row is not None or origin.end_of or self._fields[field].kind not in _AS_SHOWN:
            return cells
        places = zip(self._rows.numbers, cells, strict=True)
        return [shown.get((number, origin.column), cell) for number, cell in places]

    def _translated(self, field: str, cells: Sequence[Cell]) -> Sequence[Cell]:
        translate, origin = self._table.options.translate.get(field), self._table.columns.get(field)
        if not translate or origin is None or not origin.has_cells:
            return cells
        known = {normal_text(k): v for k, v in translate.items()}
        return [c if c is None else known.get(normal_text(cell_text(c)), c) for c in cells]

    def _as_above(self, cells: Sequence[Cell]) -> list[Cell]:
        """Let 同上 say what the cell of the row above says, where that row stands directly above."""
        filled, numbers = list(cells), self._rows.numbers
        for index in range(1, len(filled)):
            if is_ditto(filled[index]) and numbers[index] == numbers[index - 1] + 1:
                filled[index] = filled[index - 1]
        return filled

    def read(self, field: str) -> list[Any]:
        """Read a column that is not private, and return its values; faults are noted at their cells.

        A field of which any cell has a fault is `doubtful` from then on.
        """
        column, size = self._fields[field], len(self._rows.numbers)
        if field not in self._table.columns and field not in self._required:
            return [[]] * size if column.many else [None] * size
        cells = self.cells(field)
        known = _distinct_cells(self._table.record, field, self._context(field, cells), self._table.options.namespace)
        values, doubts = known.read(cells)
        if any(reading.fault == _NOTHING_ABOVE for _, reading in doubts):
            cells = self._cells[field] = self._as_above(cells)
            values, doubts = known.read(cells)
        if doubts:
            self.doubtful.add(field)
            self._note_doubts(field, cells, doubts)
        self._note_empty(field, values, {index for index, _ in doubts})
        return values

    def written(self, field: str) -> list[str | None]:
        """Return the words of a column of dates as they stand in the file."""
        return [_words(cell) for cell in self.cells(field)]

    def _note_doubts(self, field: str, cells: Sequence[Cell], doubts: Doubts) -> None:
        for index, reading in doubts:
            assert reading.fault is not None  # only what has a fault is a doubt
            empties = field in self._required and reading.value in (None, []) and reading.fault not in _NOTHING_THERE
            error = True if empties else None  # what must be there is not, however mild its fault
            number, shown = self._rows.numbers[index], as_written(cells[index])
            self._faults.at_cell(reading.fault, number, field, value=shown, blanks=reading.blanks, error=error)

    def _note_empty(self, field: str, values: Sequence[Any], doubtful: Collection[int]) -> None:
        sheet, origin = self._table.sheet, self._table.columns.get(field)
        required, faults = field in self._required, self._faults
        special = bool(sheet.no_value or sheet.error_cells) and origin is not None and origin.column is not None
        empty: Any = [] if self._fields[field].many else None
        missing: list[int] = []
        if not (required or special) or empty not in values:
            return
        for index, (number, value) in enumerate(zip(self._rows.numbers, values, strict=True)):
            if value != empty or index in doubtful:
                continue
            at = (number, origin.column if origin and origin.column else 0)
            if at in sheet.no_value:
                faults.at_cell("formula_without_value", number, field, error=required)
            elif at in sheet.error_cells:
                faults.at_cell("error_value", number, field, value=sheet.error_cells[at], error=required)
            elif required and origin is not None:
                missing.append(index)
            elif required:
                faults.reject(number)
        if self._fields[field].kind == "reference" and are_lost_merges(self.cells(field), missing):
            faults.lost_merges(field, [self._rows.numbers[index] for index in missing])
            return
        for index in missing:
            faults.at_cell("missing_value", self._rows.numbers[index], field)

    def _context(self, field: str, cells: Sequence[Cell]) -> CellContext:
        options, origin = self._table.options, self._table.columns.get(field)
        untyped = self._table.sheet.untyped and self._fields[field].kind == "date"
        shows_months = untyped and any(isinstance(c, str) and _TWO_DIGIT_MONTH.fullmatch(c.strip()) for c in set(cells))
        context = CellContext(origin.heading if origin else "", untyped and not shows_months, options.dates.get(field))
        context = replace(context, epoch_1904=self._table.sheet.epoch_1904)
        separators = options.split.get(field)
        return replace(context, separators=separators) if separators else context


@lru_cache(maxsize=20_000, typed=True)
def _words(cell: Cell) -> str | None:
    """The words of a cell."""
    return None if is_missing(cell) else scrubbed(cell_text(cell))


def _one_name(label: str, reading: Reading) -> Reading:
    """A row's own name is the name of one thing: no state, no count, no list."""
    if not isinstance(reading.value, str) or reading.fault:
        return reading
    problem = name_problem(reading.value, state=may_be_state([label]), dashed=False)
    return Reading(None, problem, name_blanks(reading.value)) if problem else reading


def _one_item(reading: Reading) -> Reading:
    """An item of a list is one promise or wish: a cell with several is asked about."""
    if not isinstance(reading.value, str) or reading.fault:
        return reading
    problem = items_problem(reading.value)
    return Reading(None, problem, name_blanks(reading.value)) if problem else reading


def _namespaced(namespace: str | None, column: Column, reading: Reading) -> Reading:
    value = reading.value
    if not namespace or column.kind not in {"code", "reference"} or value is None:
        return reading
    if isinstance(value, list):
        return replace(reading, value=[_foreign(namespace, v) for v in value])
    return replace(reading, value=_foreign(namespace, value))


def _foreign(namespace: str, text: str) -> str:
    official = is_division_code(text) or credit_code_problem(text.upper()) is None
    return f"{namespace}:{text}" if _FOREIGN_NUMBER.fullmatch(text) and not official else text
