"""The embedded engine over Bolt: what its one user may do, what is refused, that a statement ends in time."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.store import BoltStore, connect
from graph_store.embedded import serving
from graph_store.embedded.serving import Served, serve
from graph_store.errors import QueryTimeout, StoreError, StoreUnavailable
from graph_store.protocol import Store
from graph_store.publishing.publication import publish
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.store_tables import StoreTables
from graph_store.workspace.home import Workspace
from tests.graph_store.neo4j_server import Neo4j
from tests.graph_store.suite import ENDLESS

LIMIT = 2.0


@pytest.fixture(scope="module")
def served(shared_home: Path, snapshot: Snapshot) -> Iterator[Served]:
    with serve(snapshot, Workspace(shared_home), port=0, timeout=LIMIT) as served:
        yield served


@pytest.fixture
def store(served: Served) -> Iterator[BoltStore]:
    with connect(served.uri, credentials=Credentials(served.user, served.password)) as store:
        yield store


def breaches(store: Store, snapshot: Snapshot) -> list[str]:
    """Name the tables that a store gives otherwise than the snapshot."""
    tables = StoreTables(store, snapshot.manifest.as_of, snapshot.manifest.content_hash)
    nodes = [label for label in NODE_TYPES if not tables.nodes(label).equals(snapshot.nodes(label))]
    ties = (kind for kind in RELATIONSHIP_TYPES if not tables.relationships(kind).equals(snapshot.relationships(kind)))
    return [*nodes, *ties]


def test_it_says_which_snapshot_it_serves(store: BoltStore, snapshot: Snapshot) -> None:
    mark = store.mark()
    assert (mark.content_hash, mark.as_of) == (snapshot.manifest.content_hash, snapshot.manifest.as_of)


def test_every_table_can_be_read_out_of_it(store: BoltStore, snapshot: Snapshot) -> None:
    assert breaches(store, snapshot) == []


def test_every_table_can_be_read_out_of_the_embedded_engine(embedded: Store, snapshot: Snapshot) -> None:
    assert breaches(embedded, snapshot) == []


def test_every_table_can_be_read_out_of_neo4j(neo4j_server: Neo4j, snapshot: Snapshot) -> None:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        publish(store.server, snapshot)
        assert breaches(store, snapshot) == []


def test_a_table_that_the_schema_lacks_is_an_error(store: BoltStore, snapshot: Snapshot) -> None:
    tables = StoreTables(store, snapshot.manifest.as_of, snapshot.manifest.content_hash)
    with pytest.raises(KeyError):
        tables.nodes("Film) DETACH DELETE x //")
    with pytest.raises(KeyError):
        tables.relationships("SHOWN_IN")


@pytest.mark.parametrize(
    "text",
    [
        "CREATE USER other SET PASSWORD 'planted-7f3a'",
        "SHOW USERS",
        "CREATE DATABASE other",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
        "SELECT FROM Estate",
        "CALL sql('SELECT FROM Estate')",
        "CALL apoc.load.json('http://127.0.0.1:1/')",
        "RETURN java.lang.System.getProperty('user.home')",
    ],
)
def test_analysts_have_the_copy_and_nothing_else(store: BoltStore, text: str) -> None:
    with pytest.raises(StoreError):
        store.run(text, write=True)


def test_http_is_never_opened_since_the_engine_finds_no_port_for_it(
    shared_home: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "_GAVE_UP", "something else")
    opening = serve(snapshot, Workspace(shared_home), port=0)
    with pytest.raises(StoreUnavailable, match="Unable to listen to a HTTP port"), opening:
        pass


def test_other_databases_are_not_given(served: Served) -> None:
    with pytest.raises(StoreUnavailable):
        connect(f"{served.uri}/other", credentials=Credentials(served.user, served.password))


@pytest.mark.parametrize("user", ["analyst", "root"])
def test_nobody_comes_in_without_the_password(served: Served, user: str) -> None:
    with pytest.raises(StoreUnavailable, match="does not accept"):
        connect(served.uri, credentials=Credentials(user, "planted-password-7f3a"))


def test_an_engine_that_is_served_no_more_is_told_within_a_short_limit_too(
    shared_home: Path, snapshot: Snapshot
) -> None:
    with serve(snapshot, Workspace(shared_home), port=0) as served:
        store = connect(served.uri, credentials=Credentials(served.user, served.password))
        assert store.run("RETURN 1 AS n").rows == [(1,)]
    with store, pytest.raises(StoreUnavailable, match="cannot be reached"):
        store.run("RETURN 1 AS n", timeout=0.1)


def test_what_is_written_is_gone_with_the_copy(shared_home: Path, snapshot: Snapshot) -> None:
    count = "MATCH (n:Estate) RETURN count(n)"
    found = []
    for _ in range(2):
        with serve(snapshot, Workspace(shared_home), port=0) as served:
            who = Credentials(served.user, served.password)
            assert who.password not in repr(served)
            with connect(served.uri, credentials=who) as store:
                found += store.run(count).rows
                store.run("CREATE (:Estate {uid: 'x'})", write=True)
                found += store.run(count).rows
    assert found[0] == found[2]
    assert found[1] == found[3] != found[0]


def test_a_statement_that_takes_too_long_is_ended_by_the_engine(store: BoltStore) -> None:
    with pytest.raises(QueryTimeout, match=f"longer than {LIMIT:g} seconds"):
        store.run(ENDLESS, timeout=0)


def test_a_shorter_limit_than_the_engines_is_kept_and_what_is_left_behind_is_ended_by_the_engine(
    store: BoltStore,
) -> None:
    before = set(threading.enumerate())
    with pytest.raises(QueryTimeout, match=r"longer than 0\.1 seconds"):
        store.run(ENDLESS, timeout=0.1)
    (left,) = set(threading.enumerate()) - before
    assert left.is_alive(), "it waits for the engine, which is told of no limit"
    assert store.run("RETURN 1 AS n").rows == [(1,)]
    left.join()  # by now nothing but the engine's own limit ends it
