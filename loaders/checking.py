"""A check: files read and resolved as a load would, with everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from graph_model.errors import UsageError
from graph_store.snapshot import Snapshot
from graph_store.workspace import Workspace
from loaders.building.graph import BuiltGraph, SourceFile, build_graph, select_rows
from loaders.decisions import FILE_NAME, read_decisions
from loaders.fault_places import FaultPlaces
from loaders.faults import Fault
from loaders.options import LoadOptions, Progress, no_progress
from loaders.readers import Sheet
from loaders.reading_files import ReadTables, read_tables
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolver import Joined, Resolver
from loaders.row_reading import SOURCE_LENGTH, record_schema

_CHECKING_KEY = b"a check publishes no pseudonym"


@dataclass(frozen=True)
class CheckReport:
    """What was found in files.

    Args:
        read: rows under headings that are no totals, notes or blank; once for each table of a mapping file.
        accepted: rows without an error.
        rejected: rows with an error; accepted + rejected = read.
        skipped: reason -> number of rows that are no records.
        faults: what is wrong, file by file.
        sheets: the sheets as they were read, for marked workbooks.
    """

    read: int
    accepted: int
    rejected: int
    skipped: Mapping[str, int]
    faults: tuple[Fault, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class PreparedLoad:
    """Files read, resolved and built, ready to be published or only reported.

    Args:
        report: what was found.
        graph: the graph that comes of it.
        records: record type -> all accepted rows, those of earlier loads too.
        joined: names that were joined by another rule than their own code or name.
        sources: the files, those of earlier loads too.
        private_values_dropped: how many plain personal values were read and dropped.
        accepted_anything: whether any row of these files was accepted.
    """

    report: CheckReport
    graph: BuiltGraph
    records: Mapping[str, pl.DataFrame]
    joined: tuple[Joined, ...]
    sources: tuple[SourceFile, ...]
    private_values_dropped: int


def check(
    files: Sequence[Path],
    workspace: Workspace | None,
    options: LoadOptions,
    progress: Progress = no_progress,
) -> CheckReport:
    """Check files without loading them.

    Args:
        files: the files.
        workspace: where a current snapshot may be, whose records are known too; None: the files stand alone.
        options: what the user says.
        progress: is told how far the check is.

    Returns:
        What a load would accept and reject, and every fault.

    Raises:
        UsageError: no file is given, or the mapping file is wrong.
    """
    current = workspace.current() if workspace and not options.fresh else None
    ledger = workspace.home / FILE_NAME if workspace else None
    return prepare(files, current, options, key=_CHECKING_KEY, ledger=ledger, progress=progress).report


def prepare(
    files: Sequence[Path],
    current: Snapshot | None,
    options: LoadOptions,
    *,
    key: bytes,
    ledger: Path | None,
    progress: Progress,
) -> PreparedLoad:
    """Read files, resolve them together with the current snapshot's records, and build the graph.

    Args:
        files: the files.
        current: the snapshot to add to, or None.
        options: what the user says.
        key: the secret key of the pseudonyms.
        ledger: file with the decisions of persons, or None.
        progress: is told how far the work is.
    """
    if not files:
        raise UsageError("没有给出文件", "no file was given")
    found = read_tables(list(files), options, key, progress)
    earlier = _earlier_records(current, found)
    frames, errors = _combined(found, earlier)
    progress("resolving", 0, 1)
    resolver = Resolver(frames, errors, read_decisions(ledger) if ledger else {})
    resolver.run()
    places = FaultPlaces(found.tables, frames, _earlier_names(current))
    found.faults += _reference_faults(resolver, places, strict=options.strict)
    rows = select_rows(resolver)
    progress("building", 0, 1)
    for record, chosen in rows.items():
        for index, first in chosen.duplicates:
            found.faults.append(_duplicate(places, record, index, first))
            resolver.records[record].errors.add(index)
    sources = _sources(found, current)
    graph = build_graph(resolver, rows, sources)
    found.faults += [
        places.fault(
            "conflicting_values", c.record, c.index, c.property, c.value, _conflict_blanks(c.record, c.property, c.kept)
        )
        for c in graph.conflicts
        if places.is_new(c.record, c.index)
    ]
    progress("building", 1, 1)
    report = _report(found, resolver, places)
    kept = {name: resolver.records[name].frame for name in resolver.records}
    records = {n: f.filter(~pl.Series(_marks(len(f), resolver.records[n].errors))) for n, f in kept.items()}
    joined = tuple(sorted(resolver.joined.values(), key=lambda j: (j.uid, j.written)))
    return PreparedLoad(report, graph, records, joined, sources, found.private_values_dropped)


def _marks(size: int, positions: set[int]) -> list[bool]:
    return [index in positions for index in range(size)]


def _earlier_records(current: Snapshot | None, found: ReadTables) -> Mapping[str, pl.DataFrame]:
    """Return the records of the current snapshot, without those of files that were read again."""
    if current is None:
        return {}
    again = [source[:SOURCE_LENGTH] for source in found.sources]
    earlier = {}
    for record in RECORD_TYPES:
        frame = current.records(record)
        if not frame.is_empty():
            rows = frame.filter(~pl.col("source").is_in(again))
            if not rows.is_empty():
                earlier[record] = rows.select(list(record_schema(RECORD_TYPES[record])))
    return earlier


def _combined(
    found: ReadTables, earlier: Mapping[str, pl.DataFrame]
) -> tuple[dict[str, pl.DataFrame], dict[str, set[int]]]:
    frames: dict[str, pl.DataFrame] = {}
    errors: dict[str, set[int]] = {}
    for record in RECORD_TYPES:
        parts, offset = [], 0
        for frame, rejected in found.frames.get(record, []):
            errors.setdefault(record, set()).update(offset + i for i in rejected)
            parts.append(frame)
            offset += len(frame)
        if record in earlier:
            parts.append(earlier[record])
        if parts:
            frames[record] = pl.concat(parts)
    return frames, errors


def _earlier_names(current: Snapshot | None) -> Mapping[str, str]:
    sources = current.manifest.sources if current else ()
    return {s["sha256"][:SOURCE_LENGTH]: s["name"] for s in sources}


def _sources(found: ReadTables, current: Snapshot | None) -> tuple[SourceFile, ...]:
    known = {
        s["sha256"]: SourceFile(s["sha256"], s["name"], date.fromisoformat(str(s["day"])))
        for s in (current.manifest.sources if current else ())
    }
    known |= {sha: SourceFile(sha, name, day) for sha, (name, day) in found.sources.items() if day is not None}
    return tuple(known[sha] for sha in sorted(known))


def _reference_faults(resolver: Resolver, places: FaultPlaces, *, strict: bool) -> list[Fault]:
    faults = []
    for fault in resolver.faults:
        made = places.fault(fault.code, fault.record, fault.index, fault.field, fault.value, fault.blanks)
        if strict and fault.code == "undefined_organisation" and places.is_new(fault.record, fault.index):
            resolver.records[fault.record].errors.add(fault.index)
            made = Fault(
                made.code, "error", made.file, made.sheet, made.row, made.column, made.heading, made.value, made.blanks
            )
        faults.append(made)
    return faults


def _duplicate(places: FaultPlaces, record: str, index: int, first: int) -> Fault:
    key = RECORD_TYPES[record].key
    field = next((f for f in key if f in columns(RECORD_TYPES[record])), None)
    return places.fault("duplicate_key", record, index, field, None, {"other": str(places.place(record, first).row)})


def _conflict_blanks(record: str, name: str, kept: str) -> Mapping[str, str]:
    column = columns(RECORD_TYPES[record]).get(name)
    return {"property": column.heading if column else name, "kept": kept}


def _report(found: ReadTables, resolver: Resolver, places: FaultPlaces) -> CheckReport:
    rejected = found.rejected
    for record, resolved in resolver.records.items():
        rejected += sum(places.is_new(record, index) for index in resolved.errors)
    order = {sheet.file: number for number, sheet in enumerate(found.sheets)}
    faults = sorted(
        found.faults,
        key=lambda f: (
            order.get(f.file, -1),
            f.file,
            f.sheet or "",
            f.row or 0,
            len(f.column or ""),
            f.column or "",
            f.code,
        ),
    )
    accepted = found.read - rejected
    return CheckReport(found.read, accepted, rejected, dict(found.skipped), tuple(faults), tuple(found.sheets))
