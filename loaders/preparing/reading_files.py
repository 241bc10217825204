"""Files to typed tables: read, recognised or mapped, rows typed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from loaders.faults import Fault, kind_of_fault
from loaders.plans import MappingError, MappingFile, MappingProblem, apply_to_file, read_mapping, unmatched_tables
from loaders.plans import encodings as mapped_encodings
from loaders.plans.table_finding import find_table
from loaders.plans.tables import RawTable
from loaders.preparing.given_files import PassedOver, given_files
from loaders.preparing.options import LoadOptions, Progress
from loaders.preparing.result_sheets import is_result_sheet
from loaders.readers import ReadFailure, ReadResult, Sheet, read_files
from loaders.records.combined_records import TablePart
from loaders.records.row_reading import read_rows
from loaders.records.typed_tables import TypedTable
from loaders.regions.several_tables import single_tables
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
        sheets: the sheets, as they were read.
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
    sheets: list[Sheet] = field(default_factory=list)
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
    problems: list[MappingProblem] = list(unmatched_tables(mapping, ordered)) if mapping else []
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
            tables, misfits = _tables_of_file(result, mapping, found)
            problems += misfits
            found.sources[result.source] = (scrubbed(result.path.name), None)
            for table in tables:
                _add(found, read_rows(table, key=key))
    if problems:
        raise MappingError(problems)
    return found


def _file_fault(result: ReadResult, failure: ReadFailure) -> Fault:
    texts = {
        "zh": (failure.reason_zh, failure.suggestion_zh),
        "en": (failure.reason_en, failure.suggestion_en),
    }
    path = result.path
    return Fault(
        failure.code,
        "error",
        path.name,
        failure.sheet,
        failure.row,
        texts=texts,
        source=result.source or None,
        path=path,
    )


def _tables_of_file(
    result: ReadResult, mapping: MappingFile | None, found: ReadTables
) -> tuple[list[RawTable], Sequence[MappingProblem]]:
    applied = apply_to_file(mapping, result) if mapping else None
    tables = list(applied.tables) if applied else []
    claimed = applied.claimed if applied else frozenset()
    for sheet in result.sheets:
        found.sheets.append(sheet)
        if (sheet.source, sheet.name) in claimed or not sheet.rows or is_result_sheet(sheet.name, sheet.rows[0]):
            continue
        if sheet.hidden:
            severity = kind_of_fault("hidden_sheet").severity
            found.faults.append(Fault("hidden_sheet", severity, sheet.file, sheet.name, source=sheet.source))
            continue
        for part in single_tables(sheet):
            recognised = find_table(part)
            found.faults += recognised.faults
            if recognised.table is not None:
                tables.append(recognised.table)
    return tables, applied.problems if applied else ()


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
