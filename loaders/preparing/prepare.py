"""Files read, resolved and built into a graph, ready to be published or only reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph_model.errors import UsageError
from graph_store.snapshot.reading import Snapshot
from loaders.building.effective_rows import Disagreement, EffectiveRows
from loaders.building.graph import PERSON_RECORDS, BuiltGraph, build_graph, persons_of, select_rows
from loaders.building.numbers_under_two_names import keep_names_apart
from loaders.building.sources import SourceFile
from loaders.faults import Fault
from loaders.plans.readings import SheetReading
from loaders.preparing.earlier_records import all_sources, earlier_names, earlier_records
from loaders.preparing.fault_places import FaultPlaces
from loaders.preparing.given_files import PassedOver
from loaders.preparing.hidden_names import hide_names
from loaders.preparing.options import LoadOptions, Progress
from loaders.preparing.placing_in_time import place_in_time
from loaders.preparing.reading_files import ReadTables, read_tables
from loaders.preparing.undefined_columns import FoundReference, said_once
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.combined_records import combine
from loaders.resolution.decisions import read_decisions
from loaders.resolution.resolved_records import Joined
from loaders.resolution.resolver import Resolver


@dataclass(frozen=True)
class PreparedLoad:
    """Files read, resolved and built.

    Args:
        read: rows that were read.
        rejected: rows with an error.
        skipped: reason -> number of rows that are no records.
        faults: what is wrong, file by file.
        readings: as what each sheet was read.
        graph: the graph that comes of it.
        records: record type -> all accepted rows, those of earlier loads too.
        joined: names that were joined by another rule than their own code or name.
        sources: the files, those of earlier loads too.
        private_values_dropped: how many plain personal values were read and dropped.
        paths: hash of each file that was read now -> the file as it was given.
        passed_over: files that were not read, and why.
    """

    read: int
    rejected: int
    skipped: Mapping[str, int]
    faults: tuple[Fault, ...]
    readings: tuple[SheetReading, ...]
    graph: BuiltGraph
    records: Mapping[str, pl.DataFrame]
    joined: tuple[Joined, ...]
    sources: tuple[SourceFile, ...]
    private_values_dropped: int
    paths: Mapping[str, Path]
    passed_over: tuple[PassedOver, ...]

    @property
    def accepted(self) -> int:
        """How many rows have no error."""
        return self.read - self.rejected


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

    Raises:
        UsageError: no file is given, or the mapping file or the ledger is wrong.
    """
    if not files:
        raise UsageError("没有给出文件", "no file was given")
    found = read_tables(files, options, key, progress)
    records = combine(place_in_time(found, options), earlier_records(current, list(found.sources)))
    progress("resolving", 0, 1)
    resolver = Resolver(records, read_decisions(ledger) if ledger else {})
    resolver.run()
    places = FaultPlaces(found.tables, records, earlier_names(current))
    found.faults += _reference_faults(resolver, places, strict=options.strict)
    found.faults += _names_of_one_number(resolver, places)
    persons = persons_of(resolver)
    rows = select_rows(resolver, persons)
    found.faults += _duplicates(resolver, rows, places)
    progress("building", 0, 1)
    sources = all_sources(found, current)
    graph = build_graph(resolver, rows, persons, sources)
    found.faults += _conflicts(graph, rows, places)
    progress("building", 1, 1)
    return _prepared(found, resolver, graph, sources)


def _reference_faults(resolver: Resolver, places: FaultPlaces, *, strict: bool) -> list[Fault]:
    """Return the faults of references; if strict, a row that names what nobody defines is rejected."""
    found = []
    for fault in resolver.findings.faults:
        rejects = strict and fault.code == "undefined_organisation"
        if rejects:
            resolver.records[fault.record].errors.add(fault.index)
        placed = places.fault(
            fault.code,
            fault.record,
            fault.index,
            fault.field,
            value=fault.value,
            blanks=fault.blanks,
            error=True if rejects else None,
        )
        found.append(FoundReference(placed, fault.record, fault.index, fault.field))
    return said_once(found, places)


def _names_of_one_number(resolver: Resolver, places: FaultPlaces) -> list[Fault]:
    """Keep apart whom one number would join under two names; return a fault for each row with another name."""
    faults = []
    for shared in keep_names_apart(resolver, PERSON_RECORDS):
        other = places.fault("number_under_two_names", *shared.other, None)
        blanks = {"other": f"{other.file} / {other.sheet} / {other.row}"}
        faults.append(places.fault("number_under_two_names", shared.record, shared.index, shared.field, blanks=blanks))
    return faults


def _duplicates(resolver: Resolver, rows: Mapping[str, EffectiveRows], places: FaultPlaces) -> list[Fault]:
    """Return a fault for each second row with one key in one file; that row is rejected."""
    faults = []
    for record, chosen in rows.items():
        fields = columns(RECORD_TYPES[record])
        field = next((f for f in RECORD_TYPES[record].key if f in fields), None)
        for index, first in chosen.duplicates:
            resolver.records[record].errors.add(index)
            faults.append(
                places.fault("duplicate_key", record, index, field, blanks=places.other(record, index, first))
            )
    return faults


def _conflicts(graph: BuiltGraph, rows: Mapping[str, EffectiveRows], places: FaultPlaces) -> list[Fault]:
    """Return a fault for each value of a new row that another source's value goes before."""
    of_rows = [(record, d) for record, chosen in rows.items() for d in chosen.disagreements]
    of_nodes = [(c.record, Disagreement(c.index, c.property, c.value, c.kept)) for c in graph.conflicts]
    found = {(record, d.index, d.field): d for record, d in (*of_nodes, *of_rows)}
    faults = []
    for (record, index, field), disagreement in found.items():
        if places.is_new(record, index):
            blanks = {"property": places.heading(record, index, field) or field, "kept": disagreement.kept}
            value = disagreement.value
            faults.append(places.fault("conflicting_values", record, index, field, value=value, blanks=blanks))
    return faults


def _prepared(
    found: ReadTables, resolver: Resolver, graph: BuiltGraph, sources: tuple[SourceFile, ...]
) -> PreparedLoad:
    rejected = found.rejected
    kept: dict[str, pl.DataFrame] = {}
    for record, resolved in resolver.records.items():
        rejected += resolved.size_of(sorted(resolved.errors))
        marks = [i in resolved.errors and resolved.is_new(i) for i in range(len(resolved.frame))]
        kept[record] = resolved.frame.filter(~pl.Series(marks, dtype=pl.Boolean))
    joined = tuple(sorted(resolver.findings.joined.values(), key=lambda j: (j.uid, j.written)))
    return PreparedLoad(
        found.read,
        rejected,
        dict(found.skipped),
        _in_order(found),
        tuple(found.readings),
        graph,
        kept,
        joined,
        sources,
        found.private_values_dropped,
        dict(found.paths),
        tuple(found.passed_over),
    )


def _in_order(found: ReadTables) -> tuple[Fault, ...]:
    """Return the faults by file, sheet as it was read, row and column; of two files with one name first one's all."""
    sheets = (reading.sheet for reading in found.readings)
    order = {(sheet.source, sheet.name): number for number, sheet in enumerate(sheets)}

    def place(fault: Fault) -> tuple[str, str, str, int, int, int, str, str]:
        file = (fault.file, fault.source or "", str(fault.path or ""))
        sheet = order.get((fault.source or "", fault.sheet or ""), -1)
        return (*file, sheet, fault.row or 0, len(fault.column or ""), fault.column or "", fault.code)

    faults = map(hide_names, reversed(found.faults))
    once = {(place(fault), fault.value, fault.reason("zh")): fault for fault in faults}
    return tuple(sorted(once.values(), key=place))  # a cell of several records' columns is told of once
