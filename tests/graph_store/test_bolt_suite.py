"""Neo4j as a store: the suite that every engine passes, on a real server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_store.bolt.store import BoltStore
from graph_store.protocol import Store
from graph_store.publishing.publication import publish
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j
from tests.graph_store.suite import StoreSuite


@pytest.fixture(scope="module")
def connected(neo4j_server: Neo4j) -> Iterator[BoltStore]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        yield store


class TestNeo4j(StoreSuite):
    @pytest.fixture
    def store(self, connected: BoltStore, snapshot: Snapshot) -> Store:
        publish(connected.server, snapshot)
        return connected

    @pytest.fixture
    def interval_store(self, connected: BoltStore, tmp_path: Path) -> Store:
        publish(connected.server, small_graph.publish(tmp_path, small_graph.intervals(2000)))
        return connected

    @pytest.fixture
    def another_store(self, neo4j_server: Neo4j) -> Iterator[Store]:
        with neo4j_server.store() as store:
            yield store

    @pytest.fixture
    def rows_behind(self, neo4j_server: Neo4j) -> Callable[[], int]:
        return lambda: int(neo4j_server.behind("MATCH (n) WHERE n.uid <> '' AND n.name <> 'x' RETURN count(n)")[0][0])
