"""All files to typed rows: read, recognised or mapped, typed, and gathered by record type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from loaders.faults import Fault, kind_of_fault
from loaders.plan import MappingFile
from loaders.plans import MappingError, MappingProblem, read_mapping, unmatched_problems, unmatched_tables
from loaders.plans import encodings as mapped_encodings
from loaders.plans.readings import SheetReading
from loaders.preparing.file_runs import TypedRun
from loaders.preparing.file_typing import TypedFile, TypingOrder
from loaders.preparing.given_files import PassedOver, given_files
from loaders.preparing.options import LoadOptions, Progress
from loaders.preparing.typing_files import typed_runs
from loaders.records.gathered_rows import GatheredRows
from loaders.records.typed_tables import TypedTable
from loaders.values.private_numbers import scrubbed


@dataclass
class ReadTables:
    """Everything that was read out of files.

    Args:
        tables: the tables, without their rows.
        rows: the rows of all tables, by record type.
        faults: what is wrong so far.
        read: number of rows that were read.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were dropped.
        sources: hash of each file that was read -> (name without private numbers, day).
        readings: as what each sheet was read.
        rejected: number of rows that are rejected and taken out already.
        paths: hash of each file that was read -> the file as it was given.
        passed_over: the files that were not read, and why.
    """

    tables: list[TypedTable] = field(default_factory=list)
    rows: GatheredRows = field(default_factory=GatheredRows)
    faults: list[Fault] = field(default_factory=list)
    read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    private_values_dropped: int = 0
    sources: dict[str, tuple[str, date | None]] = field(default_factory=dict)
    readings: list[SheetReading] = field(default_factory=list)
    rejected: int = 0
    paths: dict[str, Path] = field(default_factory=dict)
    passed_over: list[PassedOver] = field(default_factory=list)


def read_tables(files: Sequence[Path], options: LoadOptions, key: bytes, progress: Progress) -> ReadTables:
    """Read files into typed tables.

    Args:
        files: the files, and folders that stand for the tables in them; of two files with the same content the first
            by name is read.
        options: what the user says.
        key: the secret key of the pseudonyms.
        progress: is told how many files are read.

    Returns:
        The tables and their rows, and all that is wrong with files, sheets, headings and cells.

    Raises:
        MappingError: the mapping file is wrong, or does not fit the files.
    """
    mapping = _mapping(options)
    given = given_files(files)
    ordered = given.files
    found = ReadTables(passed_over=list(given.passed_over))
    problems = _unused_tables(mapping, ordered, found) if mapping and options.mapping else []
    encodings = {f: options.encoding for f in ordered if options.encoding}
    if mapping:
        encodings |= dict(mapped_encodings(mapping, ordered))
    order = TypingOrder(mapping, key, options.as_of, options.keep_cells)
    done = 0
    progress("reading", 0, len(ordered))
    for run in typed_runs(ordered, encodings, order):
        problems += _add_run(found, run)
        done += len(run.files)
        progress("reading", done, len(ordered))
    if problems:
        raise MappingError(problems)
    return found


def _mapping(options: LoadOptions) -> MappingFile | None:
    """The mapping file that the user gives, or else the one that earlier answers made."""
    if options.mapping:
        return read_mapping(options.mapping)
    return read_mapping(options.remembered) if options.remembered and options.remembered.exists() else None


def _add_run(found: ReadTables, run: TypedRun) -> list[MappingProblem]:
    """Add what came of a run of files; a copy of a file that was read before is passed over."""
    problems: list[MappingProblem] = []
    places: list[int | None] = []
    for typed in run.files:
        if not typed.failed and typed.source in found.paths:
            found.passed_over.append(PassedOver(typed.path, "copy", found.paths[typed.source]))
            places += [None] * len(typed.tables)
        else:
            places += range(len(found.tables), len(found.tables) + len(typed.tables))
            problems += _add(found, typed)
    found.rows.extend(run.rows, places)
    return problems


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


def _add(found: ReadTables, typed: TypedFile) -> Sequence[MappingProblem]:
    """Add what came of one file."""
    found.faults += typed.faults
    found.readings += typed.readings
    if not typed.failed:
        found.paths[typed.source] = typed.path
        found.sources[typed.source] = (scrubbed(typed.name), None)
    found.tables += typed.tables
    for table in typed.tables:
        found.read += table.size
        found.skipped.update(table.skipped)
        found.private_values_dropped += table.private_values_dropped
    return typed.problems
