"""How long a push to Neo4j takes, beside its own import tool and a script of one MERGE a row.

`python -m benchmarks.pushing [ROWS…]` starts the server that the tests use, with 4 GB of heap, and prints a table.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import polars as pl

from graph_store.bolt_store import BoltStore
from graph_store.exports import export_neo4j_admin
from graph_store.exports.neo4j_admin import ARGUMENTS
from graph_store.graph_tables import GraphTables
from graph_store.publishing import PushOptions, publish, verified_hash
from graph_store.snapshot import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j, own_server

SIZES = (10_000, 100_000)
CHANGED = 50
_NAIVE = 2_000  # rows of each kind that the naive script writes; its rate does not depend on how many
_ANY_SIZE = PushOptions(largest=sys.maxsize)


@dataclass(frozen=True)
class PushRow:
    """One measured way of filling a server: how many nodes and relationships it wrote, in how many seconds."""

    graph: int
    way: str
    written: int
    seconds: float


def pushes(folder: Path, size: int) -> Iterator[PushRow]:
    """Yield what each way takes with so many nodes and relationships, all on servers of the same settings."""
    graph = small_graph.crowd(size * 3 // 10, size - size * 3 // 10)
    snapshot = small_graph.publish(folder / "home", graph)
    changed = small_graph.publish(folder / "changed", _with_changes(graph))
    own = own_server(folder / "server", heap="4g")
    own.start()
    with BoltStore(own.neo4j.server(), timeout=0) as store:
        server = store.server
        yield PushRow(size, "push, first", size, _seconds(lambda: publish(server, snapshot, _ANY_SIZE)))
        yield PushRow(size, "push, 50 differ", CHANGED, _seconds(lambda: publish(server, changed)))
        yield PushRow(size, "push, the same again", 0, _seconds(lambda: publish(server, changed)))
        yield PushRow(size, "reading all back", size, _seconds(lambda: verified_hash(server, changed)))
    yield PushRow(size, "one MERGE a row", 2 * _NAIVE, _seconds(lambda: _one_by_one(own.neo4j, graph)))
    own.kill()
    yield PushRow(size, "neo4j-admin import", size, _seconds(lambda: _import(snapshot, folder / "import")))


def _with_changes(graph: GraphTables) -> GraphTables:
    estates = graph.nodes["Estate"]
    first = pl.int_range(pl.len()) < CHANGED
    renamed = pl.when(first).then(pl.lit("改名")).otherwise(pl.col("name")).alias("name")
    return GraphTables({**graph.nodes, "Estate": estates.with_columns(renamed)}, graph.relationships)


def _seconds(doing: Callable[[], object]) -> float:
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def _one_by_one(server: Neo4j, graph: GraphTables) -> None:
    """Write nodes and relationships as a first script does; the uids have their indexes, and are new."""
    auth = (server.credentials.user, server.credentials.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth) as driver, driver.session() as session:
        for row in graph.nodes["Estate"].head(_NAIVE).iter_rows(named=True):
            session.run("MERGE (n:Estate {uid: $uid}) SET n.name = $name", uid=f"x{row['uid']}", name=row["name"])
        for row in graph.relationships["COVERS"].head(_NAIVE).iter_rows(named=True):
            session.run(
                "MATCH (a:PartyBranch {uid: $start}) MATCH (b:Estate {uid: $end}) "
                "MERGE (a)-[r:COVERS {uid: $uid}]->(b)",
                start=row["start"],
                end=row["end"],
                uid=f"x{row['uid']}",
            )


def _import(snapshot: Snapshot, folder: Path) -> None:
    export = export_neo4j_admin(snapshot, folder / "files")
    server = own_server(folder / "server", heap="4g")
    server.admin("database", "import", "full", f"@{ARGUMENTS}", folder=export.folder)


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    print("| nodes and relationships | way | written | s | rows a second |")
    print("|--:|---|--:|--:|--:|")
    for size in sizes:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            for row in pushes(Path(name), size):
                rate = row.written / row.seconds
                print(f"| {row.graph:,} | {row.way} | {row.written:,} | {row.seconds:.1f} | {rate:,.0f} |", flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
