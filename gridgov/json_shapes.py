"""What other programs rely on: the JSON document of each verb, with its keys as docs/commands.md promises them."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gridgov.file_naming import FileNames
from queries.output_formats.json_text import document_text, plain

if TYPE_CHECKING:
    from graph_store.publishing.publication import Publication
    from graph_store.snapshot.reading import Snapshot
    from gridgov.cards import Card
    from loaders.check import CheckReport
    from loaders.faults import Fault
    from loaders.load import LoadReport
    from loaders.plans.readings import SheetReading
    from loaders.preparing.given_files import PassedOver

Document = dict[str, Any] | list[dict[str, Any]]


def dump(document: Document) -> str:
    """Return a document as text; Chinese is written as it is, and any value that a store can return."""
    return document_text(document, indent=1)


def info(snapshot: "Snapshot") -> dict[str, Any]:
    """Return what a snapshot is: its id, content hash and day, the rows of each label and type, its sources."""
    manifest = snapshot.manifest
    return {
        "snapshot": manifest.snapshot,
        "content_hash": manifest.content_hash,
        "as_of": manifest.as_of.isoformat(),
        "nodes": dict(manifest.counts.nodes),
        "relationships": dict(manifest.counts.relationships),
        "sources": [{key: plain(v) for key, v in source.items()} for source in manifest.sources],
        "schema_version": manifest.schema_version,
        "program_version": manifest.program_version,
        "key_fingerprint": manifest.key_fingerprint,
    }


def fault(found: "Fault", names: FileNames, language: str) -> dict[str, Any]:
    """Return a fault: where it stands, what it is, what to do; the value of a private column is null."""
    from loaders.records.typed_tables import SOURCE_LENGTH
    from loaders.values.private_numbers import scrubbed

    return {
        "file": scrubbed(names.of(found)),
        "source": found.source[:SOURCE_LENGTH] if found.source else None,
        "sheet": None if found.sheet is None else scrubbed(found.sheet),
        "row": found.row,
        "column": found.column,
        "heading": found.heading,
        "code": found.code,
        "severity": found.severity,
        "record": found.record,
        "value": plain(found.value),
        "reason": found.reason(language),
        "suggestion": found.suggestion(language),
    }


def check(report: "CheckReport", language: str) -> dict[str, Any]:
    """Return what a check found: rows by what became of them, the faults, and the files that were not read."""
    names = FileNames.in_report(report)
    return {
        "read": report.read,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "skipped": dict(report.skipped),
        "faults": [fault(found, names, language) for found in report.faults],
        "passed_over": [passed_over(entry, names) for entry in report.passed_over],
        "sheets": [sheet(reading, names) for reading in report.readings],
    }


def sheet(reading: "SheetReading", names: FileNames) -> dict[str, Any]:
    """Return as what a sheet was read: each of its tables with its record type, rows and heading row."""
    from loaders.values.private_numbers import scrubbed

    return {
        "file": scrubbed(names.of_path(reading.path)),
        "sheet": scrubbed(reading.sheet.name),
        "state": reading.state,
        "tables": [
            {
                "record": table.plan.record,
                "rows": table.rows,
                "heading_row": table.heading_row,
                "mapped": table.mapped,
            }
            for table in reading.tables
        ],
    }


def passed_over(entry: "PassedOver", names: FileNames) -> dict[str, Any]:
    """Return a file that was not read, why, and of a copy the file that was read in its place."""
    from loaders.values.private_numbers import scrubbed

    same_as = names.of_path(entry.same_as) if entry.same_as else None
    return {
        "file": scrubbed(names.of_path(entry.path)),
        "reason": entry.reason,
        "same_as": None if same_as is None else scrubbed(same_as),
    }


def load(report: "LoadReport", language: str) -> dict[str, Any]:
    """Return what a load did; `snapshot` and `content_hash` are null if nothing was published."""
    published = info(report.snapshot) if report.snapshot else {"snapshot": None, "content_hash": None}
    return published | check(report, language) | {"private_values_dropped": report.private_values_dropped}


def push(done: "Publication", snapshot: "Snapshot", uri: str, seconds: float) -> dict[str, Any]:
    """Return what a push did, or would do; `uri` holds no credentials."""
    counts = snapshot.manifest.counts
    return {
        "uri": uri,
        "content_hash": done.content_hash,
        "nodes": sum(counts.nodes.values()),
        "relationships": sum(counts.relationships.values()),
        **changes(done),
        "seconds": round(seconds, 3),
        "written": done.written,
    }


def changes(done: "Publication") -> dict[str, int]:
    """Return how many nodes and relationships a push added, removed and changed, or would."""
    tables = done.plan.tables.values()
    return {part: sum(len(getattr(t, part)) for t in tables) for part in ("added", "removed", "changed")}


def card(found: "Card") -> dict[str, Any]:
    """Return a node with its facts and neighbours, each with the rows that say so."""
    return {
        "uid": found.uid,
        "name": found.name,
        "labels": list(found.labels),
        "facts": [
            {"property": fact.property, "value": plain(fact.value), "sources": [asdict(p) for p in fact.places]}
            for fact in found.facts
        ],
        "neighbours": [
            {key: plain(part) for key, part in vars(neighbour).items() if key != "places"}
            | {"sources": [asdict(p) for p in neighbour.places]}
            for neighbour in found.neighbours
        ],
        "sources": [asdict(p) for p in found.places],
    }
