"""Columns of a table become values, each distinct cell read once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

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
from loaders.values.cell_reading import CellContext, Reading, as_written, cell_text, is_missing, read_cell
from loaders.values.holders import is_ditto
from loaders.values.one_name import bears_names, may_be_state, name_blanks, name_problem
from loaders.values.private_numbers import scrubbed

_FOREIGN_NUMBER = re.compile(r"[A-Za-z_.-]*\d[\w.-]*", re.ASCII)
_TWO_DIGIT_MONTH = re.compile(r"\d{4}\.(?:0\d|1[0-2])")
_AS_SHOWN = frozenset({"code", "division_code", "credit_code", "text", "reference", "vocabulary", "boolean", "private"})
"""Kinds of columns that hold what is shown: a format may hold part of a code. Counts and days are the number below."""


_NOTHING_THERE = frozenset({"state_for_name", "count_for_names"})
"""What is no name says that there is nothing: the row stays, and nothing comes of it."""

_SHARED = frozenset({"date", "integer", "boolean", "vocabulary"})
"""Kinds whose cells are read alike in every table, so that each distinct one is read once a load."""


@lru_cache(maxsize=4_000)
def _readings_of(_record: str, _field: str, _context: CellContext) -> dict[tuple[type, Cell], Reading]:
    """The readings so far of the cells of a field in columns of one kind of context."""
    return {}


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
        self.doubtful: set[str] = set()

    def cells(self, field: str) -> Sequence[Cell]:
        """Return the cells of a field, translated as the mapping file says; a field without a column is blank."""
        values = list(field_cells(self._table, self._rows, field))
        origin = self._table.columns.get(field)
        plain = origin is not None and origin.column is not None and origin.row is None and not origin.end_of
        if (
            plain
            and field not in self._rows.members
            and origin
            and self._table.sheet.shown
            and self._fields[field].kind in _AS_SHOWN
        ):
            shown, places = self._table.sheet.shown, self._rows.numbers
            values = [shown.get((number, origin.column or 0), v) for number, v in zip(places, values, strict=True)]
        translate = self._table.options.translate.get(field)
        if translate and origin is not None and origin.has_cells:
            known = {normal_text(k): v for k, v in translate.items()}
            values = [v if v is None else known.get(normal_text(cell_text(v)), v) for v in values]
        return values if self._fields[field].private else self._as_above(values)

    def _as_above(self, cells: list[Cell]) -> list[Cell]:
        """Let 同上 say what the cell of the row above says, where that row stands directly above."""
        dittos = {cell for cell in set(cells) if is_ditto(cell)}
        for index, cell in enumerate(cells) if dittos else ():
            if index and cell in dittos and self._rows.numbers[index] == self._rows.numbers[index - 1] + 1:
                cells[index] = cells[index - 1]
        return cells

    def read(self, field: str) -> list[Reading]:
        """Read a column that is not private; faults are noted at their cells.

        A field of which any cell has a fault is `doubtful` from then on.
        """
        column, cells = self._fields[field], self.cells(field)
        if field not in self._table.columns and field not in self._required:
            return [Reading([] if column.many else None)] * len(cells)
        context = self._context(field, cells)
        cache = _readings_of(self._table.record, field, context) if column.kind in _SHARED else {}
        readings = []
        for cell in cells:
            at = (type(cell), cell)
            reading = cache.get(at)
            if reading is None:
                reading = self._namespaced(column, read_cell(column, cell, context))
                reading = cache[at] = self._one_name(field, reading)
            readings.append(reading)
        if any(r.fault for r in readings):
            self.doubtful.add(field)
            self._note_faults(field, cells, readings)
        self._note_empty(field, readings)
        return readings

    def written(self, field: str) -> list[str | None]:
        """Return the words of a column of dates as they stand in the file."""
        texts: dict[tuple[type, Cell], str | None] = {}
        found = []
        for cell in self.cells(field):
            at = (type(cell), cell)
            if at not in texts:
                texts[at] = None if is_missing(cell) else scrubbed(cell_text(cell))
            found.append(texts[at])
        return found

    def _note_faults(self, field: str, cells: Sequence[Cell], readings: Sequence[Reading]) -> None:
        for number, cell, reading in zip(self._rows.numbers, cells, readings, strict=True):
            if not reading.fault:
                continue
            empties = field in self._required and reading.value in (None, []) and reading.fault not in _NOTHING_THERE
            error = True if empties else None  # what must be there is not, however mild its fault
            shown = as_written(cell)
            self._faults.at_cell(reading.fault, number, field, value=shown, blanks=reading.blanks, error=error)

    def _note_empty(self, field: str, readings: Sequence[Reading]) -> None:
        sheet, origin = self._table.sheet, self._table.columns.get(field)
        required, faults = field in self._required, self._faults
        special = bool(sheet.no_value or sheet.error_cells) and origin is not None and origin.column is not None
        if not required and not special:
            return
        for number, reading in zip(self._rows.numbers, readings, strict=True):
            if (reading.value is not None and reading.value != []) or reading.fault:
                continue
            at = (number, origin.column if origin and origin.column else 0)
            if at in sheet.no_value:
                faults.at_cell("formula_without_value", number, field, error=required)
            elif at in sheet.error_cells:
                faults.at_cell("error_value", number, field, value=sheet.error_cells[at], error=required)
            elif required and origin is not None:
                faults.at_cell("missing_value", number, field)
            elif required:
                faults.reject(number)

    def _context(self, field: str, cells: Sequence[Cell]) -> CellContext:
        options, origin = self._table.options, self._table.columns.get(field)
        untyped = self._table.sheet.untyped
        shows_months = any(isinstance(c, str) and _TWO_DIGIT_MONTH.fullmatch(c.strip()) for c in cells)
        context = CellContext(origin.heading if origin else "", untyped and not shows_months, options.dates.get(field))
        context = replace(context, epoch_1904=self._table.sheet.epoch_1904)
        separators = options.split.get(field)
        return replace(context, separators=separators) if separators else context

    def _one_name(self, field: str, reading: Reading) -> Reading:
        """A row's own name is the name of one thing: no state, no count, no list; nothing is called 同上."""
        if any(is_ditto(text) for text in (reading.value if isinstance(reading.value, list) else [reading.value])):
            return Reading([] if isinstance(reading.value, list) else None, "nothing_above")
        defines = RECORD_TYPES[self._table.record].defines
        if defines is None or field != defines.name[0] or not isinstance(reading.value, str) or reading.fault:
            return reading
        labels = (defines.label,)
        problem = name_problem(reading.value, state=may_be_state(labels)) if bears_names(labels) else None
        return Reading(None, problem, name_blanks(reading.value)) if problem else reading

    def _namespaced(self, column: Column, reading: Reading) -> Reading:
        namespace, value = self._table.options.namespace, reading.value
        if not namespace or column.kind not in {"code", "reference"} or value is None:
            return reading
        if isinstance(value, list):
            return replace(reading, value=[_foreign(namespace, v) for v in value])
        return replace(reading, value=_foreign(namespace, value))


def _foreign(namespace: str, text: str) -> str:
    official = is_division_code(text) or credit_code_problem(text.upper()) is None
    return f"{namespace}:{text}" if _FOREIGN_NUMBER.fullmatch(text) and not official else text
