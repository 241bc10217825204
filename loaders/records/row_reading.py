"""Rows of a table become typed records, column by column; what is wrong becomes faults at their cells."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph_model.partial_dates import OPEN, PartialDate, parse_canonical
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, private_fields
from loaders.records.column_reading import ColumnReader
from loaders.records.headings_of_some import leave_out_what_is_not_meant
from loaders.records.private_errors import note_errors_of_persons
from loaders.records.ranges_of_names import ask_about_ranges
from loaders.records.repeated_holders import first_rows
from loaders.records.role_columns import blank_as_vacant
from loaders.records.typed_tables import SOURCE_LENGTH, TypedTable
from loaders.records.untaken_values import without_untaken
from loaders.regions.row_expanding import expand_rows
from loaders.regions.row_sorting import SortedRows, sort_rows
from loaders.regions.split_numbers import note_split_numbers
from loaders.regions.table_faults import TableFaults
from loaders.regions.totals import total_faults
from loaders.regions.unheaded_cells import note_cells_without_heading
from loaders.values.cell_reading import as_written, is_missing
from loaders.values.notes import end_in_note, end_of_tie_in_note, other_post_in_note, plan_in_note
from loaders.values.persons import PersonKeys, Place, person_keys
from loaders.values.unfit_cells import unfit_cell

_AGREED = frozenset({"contract", "pact"})
"""Fields of what was agreed and may be ended: a contract of service, a pact of building together."""


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
    leave_out_what_is_not_meant(table, rows, values, faults)
    ask_about_ranges(table, rows, values, faults)
    _check_periods(table, rows, reader, values, faults)
    _check_choices(table, rows, values, faults)
    _check_notes(rows, values, faults)
    note_cells_without_heading(table, rows, faults)
    note_split_numbers(table, rows, faults)
    persons = _persons(table, rows, reader, key, faults)
    for index, field, code in persons.faults if persons else ():
        faults.at_cell(code, rows.numbers[index], field)
    _check_private_cells(table, rows, reader, faults)
    note_errors_of_persons(table, rows, faults)
    if not rows.expanded:  # the numbers of a row that became several records would be counted several times
        faults.found += total_faults(table, rows.totals, values, rows.aside, reader.doubtful)
    read: dict[str, Sequence[Any]] = {"row": rows.numbers, **values}
    if persons:
        read["person_keys"] = persons.keys
    size, dropped = len(rows.numbers), persons.dropped if persons else 0
    return TypedTable(table, size, read, faults.in_order(), frozenset(faults.rejected), dict(rows.skipped), dropped)


def _values(table: RawTable, reader: ColumnReader) -> dict[str, list[Any]]:
    values: dict[str, list[Any]] = {}
    for field, column in columns(RECORD_TYPES[table.record]).items():
        if column.private:
            continue
        values[field] = reader.read(field)
        if column.kind == "date":
            values[f"{field}_written"] = reader.written(field)
    return values


def _check_periods(
    table: RawTable, rows: SortedRows, reader: ColumnReader, values: Mapping[str, Sequence[Any]], faults: TableFaults
) -> None:
    for period in RECORD_TYPES[table.record].periods:
        end_field = period.end
        pairs = zip(values[period.start], values[end_field], strict=True)
        wrong = [(i, start) for i, (start, end) in enumerate(pairs) if start and end and _ends_before(start, end)]
        cells = reader.cells(end_field) if wrong else ()
        for index, start in wrong:
            shown = as_written(cells[index])
            faults.at_cell("end_before_start", rows.numbers[index], end_field, value=shown, blanks={"start": start})


def _check_choices(table: RawTable, rows: SortedRows, values: Mapping[str, Sequence[Any]], faults: TableFaults) -> None:
    cls = RECORD_TYPES[table.record]
    for group in cls.one_of:
        written = {field: table.columns[field].heading for field in group if field in table.columns}
        names = {
            "fields_zh": "、".join(written.get(f) or columns(cls)[f].heading for f in group),
            "fields_en": ", ".join(written.get(f) or columns(cls)[f].english for f in group),
        }
        first = next((f for f in group if f in table.columns), group[0])
        cells = zip(rows.numbers, *(values[f] for f in group), strict=True)
        for number in [number for number, *of_row in cells if not any(v not in (None, []) for v in of_row)]:
            if number not in faults.rejected:
                faults.at_cell("one_of_missing", number, first, blanks=names)


def _check_notes(rows: SortedRows, values: Mapping[str, Sequence[Any]], faults: TableFaults) -> None:
    """Ask about an end, or a post yet to come, that the note alone tells; it is not shown, since it may name others."""
    if "note" not in values or "valid_to" not in values or not any(values["note"]):
        return
    if "role" in values and "state" in values:
        read, states, roles = end_in_note, values["state"], values["role"]
    elif _AGREED & values.keys():
        read, states, roles = end_of_tie_in_note, [None] * len(rows.numbers), [None] * len(rows.numbers)
    else:
        return
    told = zip(values["note"], values["valid_to"], states, roles, strict=True)
    for number, (note, end, state, role) in zip(rows.numbers, told, strict=True):
        asked = note and (end is None or end == str(OPEN)) and state in {None, "current"}
        if not asked:
            continue
        if words := read(note) or other_post_in_note(note, role):
            faults.at_cell("end_in_note", number, "note", blanks={"words": words})
        elif role and (words := plan_in_note(note)):
            faults.at_cell("plan_in_note", number, "note", blanks={"words": words})


def _persons(
    table: RawTable, rows: SortedRows, reader: ColumnReader, key: bytes, faults: TableFaults
) -> PersonKeys | None:
    private = private_fields(RECORD_TYPES[table.record])
    if not private:
        return None
    cells = {f: reader.cells(f) for f in private if f in table.columns}
    said = blank_as_vacant(table, rows.numbers, cells, faults)
    sheet = table.sheet
    cell, within = _cell_of_person(table), rows.positions or [0] * len(rows.numbers)
    places = [
        Place(sheet.source, sheet.name, number, f"{cell}#{position}" if position else cell)
        for number, position in zip(first_rows(table, rows, reader), within, strict=True)
    ]
    namespace = table.options.namespace or f"{sheet.source[:SOURCE_LENGTH]}#{sheet.name}"
    return person_keys(said, places, namespace=namespace, key=key)


def _cell_of_person(table: RawTable) -> str:
    """What tells the persons of one row apart: the column that names them, else the post that the table names."""
    for field in ("person_name", "person", "identity_number", "telephone", "role", "organisation"):
        origin = table.columns.get(field)
        if origin is not None and (origin.letters or origin.constant):
            return f"{origin.letters}{origin.row or ''}" if origin.letters else str(origin.constant)
    return ""


def _check_private_cells(table: RawTable, rows: SortedRows, reader: ColumnReader, faults: TableFaults) -> None:
    """Reject rows whose person is a date, a truth value, an error or a damaged text: it would key somebody."""
    for field in (f for f in private_fields(RECORD_TYPES[table.record]) if f in table.columns):
        cells = reader.cells(field)
        distinct = {(type(cell), cell) for cell in cells}
        found = {at: unfit_cell(at[1], "private") for at in distinct if not is_missing(at[1])}
        unfit = {at: why.code for at, why in found.items() if why}
        for number, cell in zip(rows.numbers, cells, strict=True) if unfit else ():
            if (type(cell), cell) in unfit:
                faults.at_cell(unfit[type(cell), cell], number, field, error=True)


@lru_cache(maxsize=100_000)
def _ends_before(start: str, end: str) -> bool:
    first, last = _parsed(start).first, _parsed(end).last
    return first is not None and last is not None and last < first


@lru_cache(maxsize=100_000)
def _parsed(canonical: str) -> PartialDate:
    return parse_canonical(canonical)
