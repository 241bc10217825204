"""Rows of a table become typed records, column by column; what is wrong becomes faults at their cells."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import polars as pl

from graph_model.partial_dates import OPEN, PartialDate, parse_canonical
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.private_errors import note_errors_of_persons
from loaders.records.typed_tables import SOURCE_LENGTH, TypedTable, record_schema
from loaders.records.untaken_values import without_untaken
from loaders.regions.row_expanding import expand_rows
from loaders.regions.row_sorting import SortedRows, sort_rows
from loaders.regions.table_faults import TableFaults
from loaders.regions.totals import total_faults
from loaders.regions.unheaded_cells import note_cells_without_heading
from loaders.values.cell_reading import as_written, is_missing
from loaders.values.column_reading import ColumnReader
from loaders.values.list_columns import frame_of
from loaders.values.notes import end_in_note, end_of_tie_in_note
from loaders.values.persons import PRIVATE_FIELDS, PersonKeys, Place, person_keys
from loaders.values.private_numbers import scrubbed
from loaders.values.unfit_cells import unfit_cell

_AGREED = frozenset({"contract", "pact"})
"""Fields of what was agreed and may be ended: a contract of service, a pact of building together."""
_PERIODS = (
    ("valid_from", "valid_to"),
    ("received_on", "settled_on"),
    ("made_on", "done_on"),
    ("started_on", "completed_on"),
)


def read_rows(table: RawTable, *, key: bytes) -> TypedTable:
    """Read the rows of a table into typed records.

    Args:
        table: where which field stands.
        key: the secret key of the pseudonyms.

    Returns:
        Records, faults, and the counts of what was read and skipped. References are still texts.
    """
    faults = TableFaults(table)
    rows = sort_rows(table, faults)
    table = without_untaken(table, rows, faults)
    rows = expand_rows(table, rows, faults)
    reader = ColumnReader(table, rows, faults)
    values = _values(table, reader)
    _check_periods(rows, reader, values, faults)
    _check_choices(table, rows, values, faults)
    _check_notes(rows, values, faults)
    note_cells_without_heading(table, rows, faults)
    persons = _persons(table, rows, reader, key)
    for index, field, code in persons.faults if persons else ():
        faults.at_cell(code, rows.numbers[index], field)
    _check_private_cells(table, rows, reader, faults)
    note_errors_of_persons(table, rows, faults)
    if not rows.expanded:  # the numbers of a row that became several records would be counted several times
        faults.found += total_faults(table, rows.totals, values, rows.aside, reader.doubtful)
    frame = _frame(table, rows, values, persons)
    dropped = persons.dropped if persons else 0
    return TypedTable(table, frame, faults.in_order(), frozenset(faults.rejected), dict(rows.skipped), dropped)


def _values(table: RawTable, reader: ColumnReader) -> dict[str, list[Any]]:
    values: dict[str, list[Any]] = {}
    for field, column in columns(RECORD_TYPES[table.record]).items():
        if column.private:
            continue
        values[field] = [[] if r.value is None and column.many else r.value for r in reader.read(field)]
        if column.kind == "date":
            values[f"{field}_written"] = reader.written(field)
    return values


def _check_periods(
    rows: SortedRows, reader: ColumnReader, values: Mapping[str, list[Any]], faults: TableFaults
) -> None:
    for start_field, end_field in _PERIODS:
        if start_field not in values or end_field not in values:
            continue
        pairs = zip(values[start_field], values[end_field], strict=True)
        wrong = [(i, start) for i, (start, end) in enumerate(pairs) if start and end and _ends_before(start, end)]
        cells = reader.cells(end_field) if wrong else ()
        for index, start in wrong:
            shown = as_written(cells[index])
            faults.at_cell("end_before_start", rows.numbers[index], end_field, value=shown, blanks={"start": start})


def _check_choices(table: RawTable, rows: SortedRows, values: Mapping[str, list[Any]], faults: TableFaults) -> None:
    cls = RECORD_TYPES[table.record]
    for group in cls.one_of:
        written = {field: table.columns[field].heading for field in group if field in table.columns}
        names = {
            "fields_zh": "、".join(written.get(f) or columns(cls)[f].heading for f in group),
            "fields_en": ", ".join(written.get(f) or columns(cls)[f].english for f in group),
        }
        first = next((f for f in group if f in table.columns), group[0])
        for index, number in enumerate(rows.numbers):
            if all(values[f][index] in (None, []) for f in group) and number not in faults.rejected:
                faults.at_cell("one_of_missing", number, first, blanks=names)


def _check_notes(rows: SortedRows, values: Mapping[str, list[Any]], faults: TableFaults) -> None:
    """Ask about an end that the note alone tells; the note is not shown, since it may name a successor."""
    if "note" not in values or "valid_to" not in values:
        return
    if "role" in values and "state" in values:
        read, states = end_in_note, values["state"]
    elif _AGREED & values.keys():
        read, states = end_of_tie_in_note, [None] * len(rows.numbers)
    else:
        return
    told = zip(values["note"], values["valid_to"], states, strict=True)
    for number, (note, end, state) in zip(rows.numbers, told, strict=True):
        words = read(note) if note and (end is None or end == str(OPEN)) and state in {None, "current"} else None
        if words:
            faults.at_cell("end_in_note", number, "note", blanks={"words": words})


def _persons(table: RawTable, rows: SortedRows, reader: ColumnReader, key: bytes) -> PersonKeys | None:
    private = [f for f in PRIVATE_FIELDS if f in columns(RECORD_TYPES[table.record])]
    if not private:
        return None
    cells = {f: reader.cells(f) for f in private if f in table.columns}
    sheet = table.sheet
    cell, within = _cell_of_person(table), rows.positions or [0] * len(rows.numbers)
    places = [
        Place(sheet.source, sheet.name, number, f"{cell}#{position}" if position else cell)
        for number, position in zip(rows.numbers, within, strict=True)
    ]
    namespace = table.options.namespace or f"{sheet.source[:SOURCE_LENGTH]}#{sheet.name}"
    return person_keys(cells, places, namespace=namespace, key=key)


def _cell_of_person(table: RawTable) -> str:
    """What tells the persons of one row apart: the column that names them, else the post that the table names."""
    for field in ("person_name", "person", "identity_number", "telephone", "role", "organisation"):
        origin = table.columns.get(field)
        if origin is not None and (origin.letters or origin.constant):
            return origin.letters or str(origin.constant)
    return ""


def _check_private_cells(table: RawTable, rows: SortedRows, reader: ColumnReader, faults: TableFaults) -> None:
    """Reject rows whose person is a date, a truth value, an error or a damaged text: it would key somebody."""
    fields = columns(RECORD_TYPES[table.record])
    for field in (f for f in PRIVATE_FIELDS if f in fields and f in table.columns):
        cells = reader.cells(field)
        distinct = {(type(cell), cell) for cell in cells}
        found = {at: unfit_cell(at[1], "private") for at in distinct if not is_missing(at[1])}
        unfit = {at: why.code for at, why in found.items() if why}
        for number, cell in zip(rows.numbers, cells, strict=True) if unfit else ():
            if (type(cell), cell) in unfit:
                faults.at_cell(unfit[type(cell), cell], number, field, error=True)


def _frame(
    table: RawTable, rows: SortedRows, values: Mapping[str, Sequence[Any]], persons: PersonKeys | None
) -> pl.DataFrame:
    schema = record_schema(RECORD_TYPES[table.record])
    size, options = len(rows.rows), table.options
    data: dict[str, Any] = {
        "source": [table.sheet.source[:SOURCE_LENGTH]] * size,
        "sheet": [scrubbed(table.sheet.name)] * size,
        "row": rows.numbers,
        "day": [options.day] * size,
        "end_inclusive": [options.end_inclusive] * size,
        "mapped": [options.repeats] * size,
        "person_keys": persons.keys if persons else None,
        **values,
    }
    return frame_of(data, schema)


@lru_cache(maxsize=100_000)
def _ends_before(start: str, end: str) -> bool:
    first, last = _parsed(start).first, _parsed(end).last
    return first is not None and last is not None and last < first


@lru_cache(maxsize=100_000)
def _parsed(canonical: str) -> PartialDate:
    return parse_canonical(canonical)
