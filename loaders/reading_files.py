"""Files to typed tables: read, recognised or mapped, rows typed, each table with its day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from loaders.faults import Fault, kind_of_fault
from loaders.mapping import MappingError, MappingFile, MappingProblem, apply_to_file, read_mapping, unmatched_tables
from loaders.mapping import encodings as mapped_encodings
from loaders.options import LoadOptions, Progress
from loaders.private_numbers import without_private_numbers
from loaders.readers import ReadFailure, ReadResult, Sheet, read_files
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.row_reading import TypedTable, read_rows
from loaders.source_days import table_day
from loaders.spells import fold
from loaders.table_finding import find_table
from loaders.tables import RawTable

RESULT_SHEETS = frozenset({"检查结果", "Check results"})
"""Sheets that `check --marked` adds to a returned workbook."""


@dataclass
class ReadTables:
    """Everything that was read out of files.

    Args:
        tables: the tables with a day, read.
        frames: record type -> rows of all tables, with the positions of those that are rejected.
        faults: what is wrong so far.
        read: number of rows that were read.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were dropped.
        sources: hash of each file that was read -> (name without private numbers, day).
        sheets: the sheets, as they were read.
        rejected: number of rows that are rejected and stand in no frame.
    """

    tables: list[TypedTable] = field(default_factory=list)
    frames: dict[str, list[tuple[pl.DataFrame, frozenset[int]]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    private_values_dropped: int = 0
    sources: dict[str, tuple[str, date | None]] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    rejected: int = 0


def read_tables(files: Sequence[Path], options: LoadOptions, key: bytes, progress: Progress) -> ReadTables:
    """Read files into typed tables.

    Args:
        files: the files.
        options: what the user says.
        key: the secret key of the pseudonyms.
        progress: is told how many files are read.

    Returns:
        The tables and all that is wrong with files, sheets, headings and cells.

    Raises:
        MappingError: the mapping file is wrong, or does not fit the files.
    """
    mapping = read_mapping(options.mapping) if options.mapping else None
    found = ReadTables()
    problems: list[MappingProblem] = list(unmatched_tables(mapping, files)) if mapping else []
    encodings = {f: options.encoding for f in files if options.encoding}
    if mapping:
        encodings |= dict(mapped_encodings(mapping, files))
    seen: set[str] = set()
    typed: list[TypedTable] = []
    for number, result in enumerate(read_files(files, encodings=encodings), start=1):
        progress("reading", number, len(files))
        if result.failure is not None:
            found.faults.append(_file_fault(result.path.name, result.failure))
            continue
        if result.source in seen:
            continue
        seen.add(result.source)
        tables, misfits = _tables_of_file(result, mapping, found)
        problems += misfits
        typed += [read_rows(table, key=key) for table in tables]
        name = without_private_numbers(result.path.name) or result.path.name
        found.sources[result.source] = (name, None)
    if problems:
        raise MappingError(problems)
    _count(found, typed)
    _place_in_time(found, typed, options)
    return found


def _file_fault(file: str, failure: ReadFailure) -> Fault:
    texts = {
        "zh": (failure.reason_zh, failure.suggestion_zh),
        "en": (failure.reason_en, failure.suggestion_en),
    }
    return Fault(failure.code, "error", file, failure.sheet, failure.row, texts=texts)


def _tables_of_file(
    result: ReadResult, mapping: MappingFile | None, found: ReadTables
) -> tuple[list[RawTable], Sequence[MappingProblem]]:
    applied = apply_to_file(mapping, result) if mapping else None
    tables = list(applied.tables) if applied else []
    claimed = applied.claimed if applied else frozenset()
    for sheet in result.sheets:
        found.sheets.append(sheet)
        if (sheet.source, sheet.name) in claimed or sheet.name in RESULT_SHEETS or not sheet.rows:
            continue
        if sheet.hidden:
            severity = kind_of_fault("hidden_sheet").severity
            found.faults.append(Fault("hidden_sheet", severity, sheet.file, sheet.name))
            continue
        recognised = find_table(sheet)
        found.faults += recognised.faults
        if recognised.table is not None:
            tables.append(recognised.table)
    return tables, applied.problems if applied else ()


def _count(found: ReadTables, typed: Sequence[TypedTable]) -> None:
    for table in typed:
        found.read += len(table.frame)
        found.skipped.update(table.skipped)
        found.private_values_dropped += table.private_values_dropped
        found.faults += table.faults


def _place_in_time(found: ReadTables, typed: Sequence[TypedTable], options: LoadOptions) -> None:
    by_source: dict[str, list[RawTable]] = {}
    for table in typed:
        by_source.setdefault(table.table.sheet.source, []).append(table.table)
    panels: dict[int, list[TypedTable]] = {}
    for table in typed:
        if table.table.options.spells is not None and table.table.options.table is not None:
            panels.setdefault(table.table.options.table, []).append(table)
            continue
        dated = table_day(table, by_source[table.table.sheet.source], options.as_of, None)
        found.faults += dated.faults
        _add(found, table, table.frame, table.rejected, dated.day)
    for tables in panels.values():
        _fold_panel(found, tables, by_source, options)


def _add(found: ReadTables, table: TypedTable, frame: pl.DataFrame, rejected: frozenset[int], day: date | None) -> None:
    source = table.table.sheet.source
    found.tables.append(table)
    if day is None:
        found.rejected += len(frame)
        return
    name, known = found.sources[source]
    found.sources[source] = (name, max(day, known or day))
    dated = frame.with_columns(pl.col("day").fill_null(day))
    numbers = dated["row"].to_list()
    positions = frozenset(i for i, number in enumerate(numbers) if number in rejected) if rejected else frozenset()
    found.frames.setdefault(table.table.record, []).append((dated, positions))


def _fold_panel(
    found: ReadTables, tables: Sequence[TypedTable], by_source: Mapping[str, Sequence[RawTable]], options: LoadOptions
) -> None:
    spells = tables[0].table.options.spells
    assert spells is not None  # only tables with spells are panels
    record = tables[0].table.record
    good = [t.frame.filter(~pl.col("row").is_in(list(t.rejected))) for t in tables]
    found.rejected += sum(len(t.frame) - len(g) for t, g in zip(tables, good, strict=True))
    folded = fold(pl.concat(good), spells, columns(RECORD_TYPES[record]))
    _note_panel(found, tables[0].table, folded.missing_steps, folded.unplaced)
    for table in tables:
        dated = table_day(table, by_source[table.table.sheet.source], options.as_of, folded.last_step)
        place = (table.table.sheet.source[:12], table.table.sheet.name)
        part = folded.frame.filter((pl.col("source") == place[0]) & (pl.col("sheet") == place[1]))
        _add(found, table, part, frozenset(), dated.day)


def _note_panel(found: ReadTables, table: RawTable, missing_steps: Sequence[date], unplaced: pl.DataFrame) -> None:
    sheet = table.sheet
    spells = table.options.spells
    for step in missing_steps:
        severity = kind_of_fault("missing_step").severity
        shown = step.isoformat()[:7]
        found.faults.append(Fault("missing_step", severity, sheet.file, sheet.name, value=shown))
    origin = table.columns.get(spells.on) if spells else None
    for number in unplaced["row"].to_list():
        found.rejected += 1
        letters, heading = (origin.letters, origin.heading) if origin else (None, None)
        found.faults.append(Fault("missing_value", "error", sheet.file, sheet.name, number, letters, heading))


def sheets_of(found: ReadTables, file: str) -> Iterator[Sheet]:
    """Return the sheets of a file, as they were read."""
    return (sheet for sheet in found.sheets if sheet.file == file)
