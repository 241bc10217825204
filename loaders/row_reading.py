"""Rows of a table become typed records, column by column; what is wrong becomes faults at their cells."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import polars as pl

from graph_model.names import normal_text
from graph_model.official_codes import credit_code_problem, is_division_code
from graph_model.partial_dates import PartialDate, parse_canonical
from loaders.cell_reading import NOTHING, CellContext, Reading, as_written, cell_text, is_missing, read_cell
from loaders.faults import Fault, kind_of_fault
from loaders.persons import PRIVATE_FIELDS, Place, person_keys
from loaders.private_numbers import without_private_numbers
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import Record, columns, required_fields
from loaders.record_types.columns import Column
from loaders.row_kinds import RowSorter
from loaders.tables import RawTable
from loaders.totals import TotalRow, total_faults

SOURCE_LENGTH = 12
_PERIODS = (
    ("valid_from", "valid_to"),
    ("received_on", "settled_on"),
    ("made_on", "done_on"),
    ("started_on", "completed_on"),
)
_FOREIGN_NUMBER = re.compile(r"[A-Za-z_.-]*\d[\w.-]*", re.ASCII)
_TWO_DIGIT_MONTH = re.compile(r"\d{4}\.(?:0\d|1[0-2])")


@dataclass(frozen=True)
class TypedTable:
    """The records of one table, with what was wrong in it.

    Args:
        table: the table.
        frame: one row a record that was read, rejected ones too: source, sheet, row, the fields, for each date the
            words as written, and person_keys where the record type has a person.
        faults: what is wrong, in order of rows.
        rejected: numbers of the rows that have an error.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were read and dropped.
    """

    table: RawTable
    frame: pl.DataFrame
    faults: tuple[Fault, ...]
    rejected: frozenset[int]
    skipped: Mapping[str, int]
    private_values_dropped: int


def record_schema(record_class: type[Record]) -> dict[str, pl.DataType]:
    """Return the columns of the table of a record type in a snapshot, with their Polars types."""
    types: dict[str, pl.DataType] = {"integer": pl.Int64(), "boolean": pl.Boolean()}
    schema: dict[str, pl.DataType] = {"source": pl.String(), "sheet": pl.String(), "row": pl.Int64()}
    schema |= {"day": pl.Date(), "end_inclusive": pl.Boolean(), "mapped": pl.Boolean()}
    for field, column in columns(record_class).items():
        if column.private:
            schema["person_keys"] = pl.List(pl.String())
            continue
        schema[field] = pl.List(pl.String()) if column.many else types.get(column.kind, pl.String())
        if column.kind == "date":
            schema[f"{field}_written"] = pl.String()
    return schema


class _TableReader:
    def __init__(self, table: RawTable, key: bytes) -> None:
        self.table = table
        self.key = key
        self.cls = RECORD_TYPES[table.record]
        self.required = frozenset(required_fields(self.cls))
        self.faults: list[Fault] = []
        self.rejected: set[int] = set()
        self.skipped: Counter[str] = Counter()
        self.numbers: list[int] = []
        self.rows: list[list[Cell]] = []
        self.totals: list[TotalRow] = []
        self.aside: list[tuple[int, list[Cell]]] = []
        self.source = table.sheet.source[:SOURCE_LENGTH]

    def fault(
        self,
        code: str,
        number: int,
        field: str,
        value: str | None,
        blanks: Mapping[str, str],
        *,
        error: bool | None = None,
    ) -> None:
        severity = kind_of_fault(code).severity if error is None else ("error" if error else "warning")
        origin = self.table.columns.get(field)
        column = columns(self.cls)[field]
        heading = origin.heading if origin and origin.heading else column.heading
        if column.private or code == "private_number":
            value = None
        sheet = self.table.sheet
        letters = origin.letters if origin else None
        self.faults.append(Fault(code, severity, sheet.file, sheet.name, number, letters, heading, value, blanks))
        if severity == "error":
            self.rejected.add(number)

    def sort_rows(self) -> None:
        sorter = RowSorter(self.table)
        sheet, where = self.table.sheet, self.table.options.where
        merged = _merged_fill(self.table)
        for number, row in self.table.numbered_rows():
            cells = _filled(row, merged.get(number), sheet.first_column)
            kind = sorter.kind(number, cells)
            if kind == "record" and where and not _selected(cells, where, sheet.first_column):
                kind_text = "not_selected"
            else:
                kind_text = kind
            if kind_text == "record":
                self.numbers.append(number)
                self.rows.append(cells)
                continue
            self.skipped[kind_text] += 1
            if kind in {"struck", "hidden"}:
                self._row_fault(f"{kind}_row", number)
                self.aside.append((number, cells))
            if kind == "total":
                self.totals.append(TotalRow(number, len(self.rows), cells))

    def _row_fault(self, code: str, number: int) -> None:
        sheet = self.table.sheet
        self.faults.append(Fault(code, kind_of_fault(code).severity, sheet.file, sheet.name, number))

    def cells(self, field: str) -> Sequence[Cell]:
        origin = self.table.columns.get(field)
        if origin is None:
            return [None] * len(self.rows)
        if origin.column is None:
            return [origin.constant] * len(self.rows)
        index = origin.column - self.table.sheet.first_column
        values = [row[index] if index < len(row) else None for row in self.rows]
        translate = self.table.options.translate.get(field)
        if translate:
            known = {normal_text(k): v for k, v in translate.items()}
            values = [v if v is None else known.get(normal_text(cell_text(v)), v) for v in values]
        return values

    def read_column(self, field: str, column: Column) -> list[Reading]:
        cells = self.cells(field)
        context = self._context(field, cells)
        cache: dict[tuple[type, Cell], Reading] = {}
        readings = []
        for cell in cells:
            at = (type(cell), cell)
            reading = cache.get(at)
            if reading is None:
                reading = cache[at] = self._namespaced(column, read_cell(column, cell, context))
            readings.append(reading)
        faulty = [i for i, r in enumerate(readings) if r.fault]
        for index in faulty:
            reading = readings[index]
            self.fault(reading.fault or "", self.numbers[index], field, as_written(cells[index]), reading.blanks)
        self._empty_cells(field, readings)
        return readings

    def _context(self, field: str, cells: Sequence[Cell]) -> CellContext:
        options, origin = self.table.options, self.table.columns.get(field)
        texts_only = self.table.sheet.file.lower().endswith((".csv", ".txt", ".tsv"))
        shows_months = any(isinstance(c, str) and _TWO_DIGIT_MONTH.fullmatch(c.strip()) for c in cells)
        context = CellContext(
            origin.heading if origin else "", texts_only and not shows_months, options.dates.get(field)
        )
        separators = options.split.get(field)
        return replace(context, separators=separators) if separators else context

    def _namespaced(self, column: Column, reading: Reading) -> Reading:
        namespace = self.table.options.namespace
        if not namespace or column.kind not in {"code", "reference"} or reading.value is None:
            return reading
        if isinstance(reading.value, list):
            return replace(reading, value=[_foreign(namespace, v) for v in reading.value])
        return replace(reading, value=_foreign(namespace, reading.value))

    def _empty_cells(self, field: str, readings: list[Reading]) -> None:
        sheet, origin = self.table.sheet, self.table.columns.get(field)
        required = field in self.required
        special = bool(sheet.no_value or sheet.error_cells) and origin is not None and origin.column is not None
        if not required and not special:
            return
        for index, reading in enumerate(readings):
            if (reading.value is not None and reading.value != []) or reading.fault:
                continue
            number = self.numbers[index]
            at = (number, origin.column if origin and origin.column else 0)
            if at in sheet.no_value:
                self.fault("formula_without_value", number, field, None, {}, error=required)
            elif at in sheet.error_cells:
                self.fault("error_value", number, field, sheet.error_cells[at], {}, error=required)
            elif required and origin is not None:
                self.fault("missing_value", number, field, None, {})
            elif required:
                self.rejected.add(number)  # the column is missing: one fault of the sheet says so

    def check_periods(self, values: Mapping[str, list[Any]]) -> None:
        for start_field, end_field in _PERIODS:
            if start_field not in values or end_field not in values:
                continue
            pairs = zip(values[start_field], values[end_field], strict=True)
            for index, (start, end) in enumerate(pairs):
                if start and end and _ends_before(start, end):
                    shown = as_written(self.cells(end_field)[index])
                    self.fault("end_before_start", self.numbers[index], end_field, shown, {"start": start})

    def check_choices(self, values: Mapping[str, list[Any]]) -> None:
        for group in self.cls.one_of:
            fields = [f for f in group if f in values]
            names = {
                "fields_zh": "、".join(columns(self.cls)[f].heading for f in group),
                "fields_en": ", ".join(columns(self.cls)[f].english for f in group),
            }
            for index, number in enumerate(self.numbers):
                if all(values[f][index] in (None, []) for f in fields) and number not in self.rejected:
                    first = next((f for f in group if f in self.table.columns), group[0])
                    self.fault("one_of_missing", number, first, None, names)

    def persons(self) -> tuple[list[list[str]] | None, int]:
        private = [f for f in PRIVATE_FIELDS if f in columns(self.cls)]
        if not private:
            return None, 0
        cells = {f: self.cells(f) for f in private if f in self.table.columns}
        sheet = self.table.sheet
        places = [Place(sheet.source, sheet.name, n) for n in self.numbers]
        namespace = self.table.options.namespace or f"{self.source}#{sheet.name}"
        found = person_keys(cells, places, namespace=namespace, key=self.key)
        for index, field, code in found.malformed:
            self.fault(code, self.numbers[index], field, None, {})
        return found.keys, found.dropped


def read_rows(table: RawTable, *, key: bytes) -> TypedTable:
    """Read the rows of a table into typed records.

    Args:
        table: where which field stands.
        key: the secret key of the pseudonyms.

    Returns:
        Records, faults, and the counts of what was read and skipped. References are still texts.
    """
    reader = _TableReader(table, key)
    reader.sort_rows()
    fields = {f: c for f, c in columns(reader.cls).items() if not c.private}
    values: dict[str, list[Any]] = {}
    doubtful: set[str] = set()
    for field, column in fields.items():
        if field not in table.columns and field not in reader.required:
            values[field] = [[] if column.many else None] * len(reader.rows)
            continue
        readings = reader.read_column(field, column)
        values[field] = [r.value if r.value is not None or not column.many else [] for r in readings]
        if column.kind == "date":
            cells = reader.cells(field)
            values[f"{field}_written"] = [
                None if r is NOTHING else cell_text(c) for r, c in zip(readings, cells, strict=True)
            ]
        if any(r.fault for r in readings):
            doubtful.add(field)
    reader.check_periods(values)
    reader.check_choices(values)
    keys, dropped = reader.persons()
    reader.faults.extend(total_faults(table, reader.totals, values, reader.aside, doubtful))
    frame = _frame(reader, values, keys)
    order = sorted(reader.faults, key=lambda f: (f.row or 0, f.column or "", f.code))
    return TypedTable(table, frame, tuple(order), frozenset(reader.rejected), dict(reader.skipped), dropped)


def _frame(reader: _TableReader, values: Mapping[str, list[Any]], keys: list[list[str]] | None) -> pl.DataFrame:
    schema = record_schema(reader.cls)
    size, options = len(reader.rows), reader.table.options
    sheet_name = reader.table.sheet.name
    data: dict[str, Any] = {
        "source": [reader.source] * size,
        "sheet": [without_private_numbers(sheet_name) or sheet_name] * size,
        "row": reader.numbers,
        "day": [options.day] * size,
        "end_inclusive": [options.end_inclusive] * size,
        "mapped": [options.table is not None] * size,
        **values,
    }
    if keys is not None:
        data["person_keys"] = keys
    return pl.DataFrame({c: data.get(c, [None] * size) for c in schema}, schema=schema)


@lru_cache(maxsize=100_000)
def _ends_before(start: str, end: str) -> bool:
    first, last = _parsed(start).first, _parsed(end).last
    return first is not None and last is not None and last < first


@lru_cache(maxsize=100_000)
def _parsed(canonical: str) -> PartialDate:
    return parse_canonical(canonical)


def _foreign(namespace: str, text: str) -> str:
    official = is_division_code(text) or credit_code_problem(text.upper()) is None
    return f"{namespace}:{text}" if _FOREIGN_NUMBER.fullmatch(text) and not official else text


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


def _filled(row: list[Cell], fill: dict[int, Cell] | None, first_column: int) -> list[Cell]:
    if not fill:
        return row
    filled = list(row)
    for column, value in fill.items():
        index = column - first_column
        if 0 <= index < len(filled) and filled[index] is None:
            filled[index] = value
    return filled
