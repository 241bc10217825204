"""The embedded engine over Bolt: the suite, through the driver, as a notebook or Neo4j Browser would ask it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.driver import Server
from graph_store.bolt.store import BoltStore
from graph_store.embedded.serving import Served, serve
from graph_store.protocol import Store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from tests.graph_store import small_graph
from tests.graph_store.suite import StoreSuite


def connect(served: Served) -> BoltStore:
    """Connect to an engine that is served."""
    return BoltStore(Server(parse_address(served.uri), Credentials(served.user, served.password), patience=3))


@pytest.fixture(scope="module")
def served(snapshot: Snapshot, shared_home: Path) -> Iterator[Served]:
    with serve(snapshot, Workspace(shared_home), port=0) as found:
        yield found


@pytest.fixture(scope="module")
def over_bolt(served: Served) -> Iterator[BoltStore]:
    with connect(served) as store:
        yield store


class TestEmbeddedOverBolt(StoreSuite):
    @pytest.fixture
    def store(self, over_bolt: BoltStore) -> Store:
        return over_bolt

    @pytest.fixture
    def another_store(self, served: Served) -> Iterator[Store]:
        with connect(served) as store:
            yield store

    @pytest.fixture
    def interval_store(self, tmp_path: Path) -> Iterator[Store]:
        snapshot = small_graph.publish(tmp_path, small_graph.intervals(2000))
        with serve(snapshot, Workspace(tmp_path), port=0) as served, connect(served) as store:
            yield store

    @pytest.fixture
    def rows_behind(self, over_bolt: BoltStore) -> Callable[[], int]:
        text = "MATCH (n) WHERE n.uid <> '' AND n.name <> 'x' RETURN count(n) AS n"
        return lambda: int(str(over_bolt.server.read(lambda transaction: transaction.run(text)).rows[0][0]))
