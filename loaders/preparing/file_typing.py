"""One file becomes typed tables: recognised or mapped, its rows typed; no file needs to know of another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from loaders.faults import Fault, kind_of_fault
from loaders.plan import MappingFile
from loaders.plans import NOTHING_APPLIED, MappingProblem, apply_to_file
from loaders.plans.interpreting import interpret
from loaders.plans.problems import ProblemList
from loaders.plans.readings import SheetReading, State, table_readings
from loaders.plans.recognising import RecognisedSheet, recognise
from loaders.plans.tables import RawTable
from loaders.readers import ReadFailure, ReadResult, Sheet
from loaders.records.cover_days import day_on_cover
from loaders.records.row_reading import read_rows
from loaders.records.source_days import dated, of_one_day
from loaders.records.typed_tables import TypedTable


@dataclass(frozen=True)
class TypingOrder:
    """How files are typed.

    Args:
        mapping: the mapping file; None: every sheet is recognised by its headings.
        key: the secret key of the pseudonyms.
        as_of: the day that the user says.
        keep_cells: whether sheets keep their cells, for whoever hands them back or drafts a mapping file from them.
    """

    mapping: MappingFile | None
    key: bytes
    as_of: date | None
    keep_cells: bool


@dataclass(frozen=True)
class TypedFile:
    """What came of one file.

    Args:
        path: the file as it was given.
        name: its name.
        source: its hash.
        tables: its tables, typed and dated.
        readings: as what each of its sheets was read.
        faults: what is wrong with the file, its sheets and headings, and with its cells.
        problems: what of the mapping file does not fit it.
        failed: whether it could not be read at all.
    """

    path: Path
    name: str
    source: str
    tables: tuple[TypedTable, ...] = ()
    readings: tuple[SheetReading, ...] = ()
    faults: tuple[Fault, ...] = ()
    problems: tuple[MappingProblem, ...] = ()
    failed: bool = False


def type_file(result: ReadResult, order: TypingOrder) -> TypedFile:
    """Type the tables of one file.

    Args:
        result: the file, read.
        order: how.

    Returns:
        Its tables and what is wrong; a file of which nothing was read says so.
    """
    if result.failure is not None:
        failed = _file_fault(result, result.failure)
        return TypedFile(result.path, result.name, result.source, faults=(failed,), failed=True)
    applied = apply_to_file(order.mapping, result) if order.mapping else NOTHING_APPLIED
    typed: list[TypedTable] = []
    readings: list[SheetReading] = []
    faults: list[Fault] = [*applied.faults]
    for sheet in result.sheets:
        tables = [table for table in applied.tables if table.sheet.name == sheet.name]
        state: State = "read"
        if (sheet.source, sheet.name) not in applied.claimed:
            recognised = recognise(sheet)
            state, tables = recognised.state, _tables_of(recognised, sheet)
            faults += recognised.faults
        of_sheet = [read_rows(table, key=order.key) for table in tables]
        kept = sheet if order.keep_cells else sheet.without_cells()
        of_tables = table_readings((t.table, t.size) for t in of_sheet)
        readings.append(SheetReading(result.path, kept, state, tuple(of_tables)))
        typed += [replace(t, table=replace(t.table, sheet=t.table.sheet.without_cells())) for t in of_sheet]
        faults += [replace(fault, record=t.table.record) for t in of_sheet for fault in t.faults]
    raw = [t.table for t in typed]
    covers = [sheet for sheet, r in zip(result.sheets, readings, strict=True) if r.state in {"passed_over", "empty"}]
    cover = next((day for day in map(day_on_cover, covers) if day), None)
    days = of_one_day([dated(t, raw, order.as_of, cover) for t in typed])
    weighed = tuple(_weighed(faults, result, sum(t.size for t in typed)))
    return TypedFile(result.path, result.name, result.source, days, tuple(readings), weighed, applied.problems)


def _file_fault(result: ReadResult, failure: ReadFailure) -> Fault:
    texts = {
        "zh": (failure.reason_zh, failure.suggestion_zh),
        "en": (failure.reason_en, failure.suggestion_en),
    }
    where = result.name, failure.sheet, failure.row
    return Fault(failure.code, "error", *where, texts=texts, source=result.source or None, path=result.path)


def _tables_of(recognised: RecognisedSheet, sheet: Sheet) -> list[RawTable]:
    misfits = ProblemList(sheet.file)
    tables = [t for plan in recognised.plans for t in interpret(plan, sheet, misfits, mapped=False)]
    assert not misfits.found, misfits.found  # a plan names the headings that it was made from
    return tables


_NO_TABLE = frozenset({"unrecognised_sheet", "statistical_table"})
"""Faults of sheets of which nothing is read."""


def _weighed(faults: Sequence[Fault], result: ReadResult, rows: int) -> list[Fault]:
    """A sheet that nobody knows is an error where it leaves nothing of its file; a file that gave nothing says so."""
    if rows:
        return [replace(f, severity="warning") if f.code in _NO_TABLE else f for f in faults]
    if any(fault.severity == "error" for fault in faults):
        return list(faults)
    nothing = Fault("nothing_read", kind_of_fault("nothing_read").severity, result.name, source=result.source)
    return [*faults, nothing]
