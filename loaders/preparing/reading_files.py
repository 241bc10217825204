"""Files to typed tables: read, recognised or mapped, rows typed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from loaders.faults import Fault, kind_of_fault
from loaders.plan import MappingFile
from loaders.plans import (
    NOTHING_APPLIED,
    MappingError,
    MappingProblem,
    apply_to_file,
    read_mapping,
    unmatched_problems,
    unmatched_tables,
)
from loaders.plans import encodings as mapped_encodings
from loaders.plans.interpreting import interpret
from loaders.plans.problems import ProblemList
from loaders.plans.readings import SheetReading, State, table_readings
from loaders.plans.recognising import RecognisedSheet, recognise
from loaders.plans.tables import RawTable
from loaders.preparing.given_files import PassedOver, given_files
from loaders.preparing.options import LoadOptions, Progress
from loaders.readers import ReadFailure, ReadResult, Sheet, read_files
from loaders.records.combined_records import TablePart
from loaders.records.row_reading import read_rows
from loaders.records.typed_tables import TypedTable
from loaders.values.private_numbers import scrubbed

_READERS = 2
"""How many processes read files: one reads ahead while the rows of the other's file are typed."""


@dataclass
class ReadTables:
    """Everything that was read out of files.

    Args:
        tables: the tables, read.
        parts: record type -> rows of each table that has a day.
        faults: what is wrong so far.
        read: number of rows that were read.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were dropped.
        sources: hash of each file that was read -> (name without private numbers, day).
        readings: as what each sheet was read.
        rejected: number of rows that are rejected and stand in no part.
        paths: hash of each file that was read -> the file as it was given.
        passed_over: the files that were not read, and why.
    """

    tables: list[TypedTable] = field(default_factory=list)
    parts: dict[str, list[TablePart]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    private_values_dropped: int = 0
    sources: dict[str, tuple[str, date | None]] = field(default_factory=dict)
    readings: list[SheetReading] = field(default_factory=list)
    rejected: int = 0
    paths: dict[str, Path] = field(default_factory=dict)
    passed_over: list[PassedOver] = field(default_factory=list)

    def release_rows(self) -> None:
        """Let go of the rows of tables and parts, once they were put together: they would be held twice."""
        self.parts.clear()
        self.tables = [replace(table, frame=table.frame.clear()) for table in self.tables]


def read_tables(files: Sequence[Path], options: LoadOptions, key: bytes, progress: Progress) -> ReadTables:
    """Read files into typed tables.

    Args:
        files: the files, and folders that stand for the tables in them; of two files with the same content the first
            by name is read.
        options: what the user says.
        key: the secret key of the pseudonyms.
        progress: is told how many files are read.

    Returns:
        The tables, still without their days, and all that is wrong with files, sheets, headings and cells.

    Raises:
        MappingError: the mapping file is wrong, or does not fit the files.
    """
    mapping = read_mapping(options.mapping) if options.mapping else None
    given = given_files(files)
    ordered = given.files
    found = ReadTables(passed_over=list(given.passed_over))
    problems = _unused_tables(mapping, ordered, found) if mapping else []
    encodings = {f: options.encoding for f in ordered if options.encoding}
    if mapping:
        encodings |= dict(mapped_encodings(mapping, ordered))
    for number, result in enumerate(read_files(ordered, encodings=encodings, processes=_READERS), start=1):
        progress("reading", number, len(ordered))
        if result.failure is not None:
            found.faults.append(_file_fault(result, result.failure))
        elif result.source in found.paths:
            found.passed_over.append(PassedOver(result.path, "copy", found.paths[result.source]))
        else:
            found.paths[result.source] = result.path
            found.sources[result.source] = (scrubbed(result.name), None)
            problems += _read_tables_of(result, mapping, found, key)
    if problems:
        raise MappingError(problems)
    return found


def _unused_tables(mapping: MappingFile, files: Sequence[Path], found: ReadTables) -> list[MappingProblem]:
    """A mapping of a whole district serves one workbook, too: what speaks of no file given is said, and passed over."""
    unused = unmatched_tables(mapping, files)
    if len(unused) == len(mapping.tables):
        return list(unmatched_problems(mapping, unused, files))
    if not unused:
        return []
    blanks = {"count": str(len(unused)), "patterns": "、".join(dict.fromkeys(table.file for table in unused))}
    severity = kind_of_fault("unused_mapping").severity
    found.faults.append(Fault("unused_mapping", severity, mapping.name, blanks=blanks, source=None))
    return []


def _file_fault(result: ReadResult, failure: ReadFailure) -> Fault:
    texts = {
        "zh": (failure.reason_zh, failure.suggestion_zh),
        "en": (failure.reason_en, failure.suggestion_en),
    }
    path = result.path
    return Fault(
        failure.code,
        "error",
        result.name,
        failure.sheet,
        failure.row,
        texts=texts,
        source=result.source or None,
        path=path,
    )


def _read_tables_of(
    result: ReadResult, mapping: MappingFile | None, found: ReadTables, key: bytes
) -> Sequence[MappingProblem]:
    """Read all tables of one file; a file of which nothing was read says so."""
    applied = apply_to_file(mapping, result) if mapping else NOTHING_APPLIED
    before, faults = len(found.tables), len(found.faults)
    found.faults += applied.faults
    for sheet in result.sheets:
        tables = [table for table in applied.tables if table.sheet.name == sheet.name]
        state: State = "read"
        if (sheet.source, sheet.name) not in applied.claimed:
            recognised = recognise(sheet)
            state, tables = recognised.state, _tables_of(recognised, sheet)
            found.faults += recognised.faults
        typed = [read_rows(table, key=key) for table in tables]
        for table in typed:
            _add(found, table)
        readings = table_readings((t.table, len(t.frame)) for t in typed)
        found.readings.append(SheetReading(result.path, sheet, state, tuple(readings)))
    _weigh_faults(found, result, faults, sum(len(table.frame) for table in found.tables[before:]))
    return applied.problems


def _tables_of(recognised: RecognisedSheet, sheet: Sheet) -> list[RawTable]:
    misfits = ProblemList(sheet.file)
    tables = [t for plan in recognised.plans for t in interpret(plan, sheet, misfits, mapped=False)]
    assert not misfits.found, misfits.found  # a plan names the headings that it was made from
    return tables


def _weigh_faults(found: ReadTables, result: ReadResult, first: int, rows: int) -> None:
    """A sheet that nobody knows is an error where it leaves nothing of its file; a file that gave nothing says so."""
    of_file = found.faults[first:]
    if rows:
        found.faults[first:] = [
            replace(f, severity="warning") if f.code == "unrecognised_sheet" else f for f in of_file
        ]
    elif not any(fault.severity == "error" for fault in of_file):
        found.faults.append(
            Fault("nothing_read", kind_of_fault("nothing_read").severity, result.name, source=result.source)
        )


def _add(found: ReadTables, table: TypedTable) -> None:
    found.tables.append(table)
    found.read += len(table.frame)
    found.skipped.update(table.skipped)
    found.private_values_dropped += table.private_values_dropped
    found.faults += table.faults


def tables_of_sources(found: ReadTables) -> Mapping[str, Sequence[RawTable]]:
    """Return the tables of each file by its hash: the title of one may state the day of all."""
    by_source: dict[str, list[RawTable]] = {}
    for table in found.tables:
        by_source.setdefault(table.table.sheet.source, []).append(table.table)
    return by_source
