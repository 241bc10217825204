"""How long a push to Neo4j takes, beside its own import tool and a script of one MERGE a row.

`python -m benchmarks.pushing [DISTRICTS…]` prints a table and writes it to docs/benchmarks.md; 0 is the example
district. The server is the one of the tests (`.ci/neo4j`), with 4 GB of heap.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
import polars as pl

from benchmarks.page import measured, write_pushes
from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, super_labels
from graph_store.bolt.store import BoltStore
from graph_store.forms.neo4j_admin import ARGUMENTS, export_neo4j_admin
from graph_store.publishing.publication import PushOptions, publish, verified_hash
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions
from sample_data.example import write_example
from tests.graph_store.neo4j_server import Neo4j, OwnServer, own_server

SIZES = (0, 10, 55)
_HEAP = "4g"
_FLAGS = ("-Xms4g", "-XX:+UseParallelGC")  # Java's compilers as they are; the heap whole from the start, as advised
_CHANGED = 25  # of the nodes and of the relationships, each
_NAIVE = 3_000  # rows of nodes and of relationships that the naive script writes; its rate does not depend on how many
_ANY_SIZE = PushOptions(largest=sys.maxsize)
_HEAD = (
    "## Pushes to Neo4j",
    "",
    "Neo4j 5.26.30 community on the same machine, 4 GB of heap, started anew for each size and each naive script.",
    "",
    "| small districts | nodes and relationships | way | written | s | rows a second |",
    "|--:|--:|---|--:|--:|--:|",
)
_Row = dict[str, Any]


@dataclass(frozen=True)
class PushRow:
    """One measured way of filling a server: how many nodes and relationships it wrote, in how many seconds."""

    graph: int
    way: str
    written: int
    seconds: float


def pushes(folder: Path, districts: int) -> Iterator[PushRow]:
    """Yield what each way takes with the graph of so many small districts, all on servers of the same settings."""
    snapshot = _loaded(folder, districts)
    changed, empty = _changed(snapshot, folder / "changed"), _published(snapshot, GraphTables(), folder / "empty")
    counts = snapshot.manifest.counts
    size = sum(counts.nodes.values()) + sum(counts.relationships.values())
    own = own_server(folder / "server", heap=_HEAP, flags=_FLAGS)
    own.start()
    with BoltStore(own.neo4j.server(), timeout=0) as store:
        server = store.server
        yield PushRow(size, "push, first", size, _seconds(lambda: publish(server, snapshot, _ANY_SIZE)))
        alone = PushOptions(since=server.bookmarks())
        yield PushRow(size, "push, 50 differ", 2 * _CHANGED, _seconds(lambda: publish(server, changed, alone)))
        yield PushRow(size, "push, 50 differ, others wrote", 2 * _CHANGED, _seconds(lambda: publish(server, snapshot)))
        yield PushRow(size, "push, the same again", 0, _seconds(lambda: publish(server, snapshot)))
        yield PushRow(size, "reading all back", size, _seconds(lambda: verified_hash(server, snapshot)))
        yield PushRow(size, "push, all goes", size, _seconds(lambda: publish(server, empty, _ANY_SIZE)))
        yield PushRow(size, "push, all comes again", size, _seconds(lambda: publish(server, snapshot, _ANY_SIZE)))
    own.kill()
    yield from _naive(snapshot, own_server(folder / "naive", heap=_HEAP, flags=_FLAGS), size)
    yield PushRow(size, "neo4j-admin import", size, _seconds(lambda: _import(snapshot, folder / "import")))


def _loaded(folder: Path, districts: int) -> Snapshot:
    scale = "small" if districts else "figures"
    files = write_example(folder / "data", scale=scale, districts=max(districts, 1))
    report = load(list(files), Workspace(folder / "home"), LoadOptions(fresh=True))
    assert report.snapshot is not None, report
    return report.snapshot


def _changed(snapshot: Snapshot, home: Path) -> Snapshot:
    """Return the same graph with notes at some nodes and relationships."""
    first = pl.int_range(pl.len()) < _CHANGED
    noted = pl.when(first).then(pl.lit("改")).otherwise(pl.col("note")).alias("note")
    nodes = {label: snapshot.nodes(label) for label in NODE_TYPES}
    ties = {kind: snapshot.relationships(kind) for kind in RELATIONSHIP_TYPES}
    nodes["Estate"] = nodes["Estate"].with_columns(noted)
    ties["LOCATED_IN"] = ties["LOCATED_IN"].with_columns(noted)
    return _published(snapshot, GraphTables(nodes, ties), home)


def _published(like: Snapshot, graph: GraphTables, home: Path) -> Snapshot:
    manifest = like.manifest
    return write_snapshot(Workspace(home), graph, as_of=manifest.as_of, key_fingerprint=manifest.key_fingerprint)


def _seconds(doing: Callable[[], object]) -> float:
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def _naive(snapshot: Snapshot, own: OwnServer, size: int) -> Iterator[PushRow]:
    own.start()
    nodes, ties = _sample(snapshot)
    rows = len(nodes) + len(ties)
    for way in ("one MERGE a row", "one MERGE a row, once more"):
        yield PushRow(size, way, rows, _seconds(lambda: _one_by_one(own.neo4j, nodes, ties)))
        own.neo4j.clear()
        own.neo4j.clear_schema()
    own.kill()


def _sample(snapshot: Snapshot) -> tuple[list[tuple[str, _Row]], list[tuple[str, _Row]]]:
    """Return nodes evenly out of all labels, and relationships between them: (label or type, row)."""
    counts = snapshot.manifest.counts
    every = max(1, sum(counts.nodes.values()) // _NAIVE)
    nodes = [(label, row) for label in counts.nodes for row in snapshot.nodes(label).gather_every(every).to_dicts()]
    labels = {row["uid"]: label for label, row in nodes}
    ties = [
        (kind, {**row, "labels": (labels[row["start"]], labels[row["end"]])})
        for kind in counts.relationships
        for row in snapshot.relationships(kind).iter_rows(named=True)
        if row["start"] in labels and row["end"] in labels
    ]
    return nodes, ties[:_NAIVE]


def _one_by_one(server: Neo4j, nodes: list[tuple[str, _Row]], ties: list[tuple[str, _Row]]) -> None:
    """Write nodes and relationships as a first script does, with indexes on the uids; with all their properties."""
    auth = (server.credentials.user, server.credentials.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth) as driver, driver.session() as session:
        for label in {label for label, _ in nodes}:
            session.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.uid IS UNIQUE").consume()
        session.run("CALL db.awaitIndexes()").consume()
        for label, row in nodes:
            names = ":".join((label, *super_labels(label)))
            text = f"MERGE (n:{label} {{uid: $uid}}) SET n += $row, n:{names}"
            session.run(text, uid=row["uid"], row=_properties(row)).consume()
        for kind, row in ties:
            a, b = row["labels"]
            text = (
                f"MATCH (a:{a} {{uid: $start}}) MATCH (b:{b} {{uid: $end}}) "
                f"MERGE (a)-[r:{kind} {{uid: $uid}}]->(b) SET r += $row"
            )
            ends = {"start": row["start"], "end": row["end"]}
            session.run(text, uid=row["uid"], row=_properties(row), **ends).consume()


def _properties(row: Mapping[str, Any]) -> _Row:
    return {
        key: value for key, value in row.items() if value is not None and key not in {"uid", "start", "end", "labels"}
    }


def _import(snapshot: Snapshot, folder: Path) -> None:
    export = export_neo4j_admin(snapshot, folder / "files")
    server = own_server(folder / "server", heap=_HEAP, flags=_FLAGS)
    server.admin("database", "import", "full", f"@{ARGUMENTS}", folder=export.folder)


def main(sizes: tuple[int, ...]) -> None:
    """Measure, print rows as they come, and write the part about pushes of docs/benchmarks.md."""
    lines = [*_HEAD[:2], *measured("python -m benchmarks.pushing"), *_HEAD[2:]]
    for districts in sizes:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            for row in pushes(Path(name), districts):
                size = f"| {districts or 'the example'} | {row.graph:,} | {row.way} | {row.written:,}"
                lines.append(f"{size} | {row.seconds:.1f} | {row.written / row.seconds:,.0f} |")
                print(lines[-1], flush=True)
    write_pushes(lines)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
