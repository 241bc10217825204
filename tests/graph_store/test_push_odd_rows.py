"""Pushes of rows that are rare: uids in which orders differ, nodes that change their label, graphs without rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.bolt.store import BoltStore
from graph_store.publishing.publication import PushOptions, publish, verified_hash
from graph_store.publishing.reading import _GROUP, _SMALL, _ranges
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j

_ODD = ("（一期）", "𠮷", "😀", "\uffff", "é", '"', "\\", "\x00", "")


@pytest.fixture
def store(neo4j_server: Neo4j) -> Iterator[BoltStore]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        yield store


def is_published(store: BoltStore, version: Snapshot) -> bool:
    return verified_hash(store.server, version) == store.published() == version.manifest.content_hash


def test_rows_whose_uids_a_server_orders_otherwise_than_python_are_all_read_back(
    store: BoltStore, tmp_path: Path
) -> None:
    """Inside a transaction Neo4j 5.26 orders texts by UTF-16, where a rare character comes before a wide bracket."""
    uids = [f"{_ODD[n % len(_ODD)]}{n:04}" for n in range(_SMALL + 2 * _GROUP)]
    for count in (len(uids), len(uids) - 100):
        estates = [{"uid": uid, "name": "x"} for uid in uids[:count]]
        ties = [{"uid": uid, "start": uid, "end": uids[0]} for uid in uids[:count]]
        version = small_graph.publish(tmp_path / str(count), small_graph.tables({"Estate": estates}, {"COVERS": ties}))
        publish(store.server, version)
        assert is_published(store, version)


def test_groups_begin_where_all_orders_agree() -> None:
    ranges, rest = _ranges(sorted(f"estate:{n // 3:04}{'（😀𠮷'[n % 3]}" for n in range(3 * _GROUP)))
    assert [first for first, _ in ranges] + [rest] == ["", "estate:0166", "estate:0333"]


def test_a_node_that_changes_its_label_keeps_its_relationships(
    store: BoltStore, tmp_path: Path, neo4j_server: Neo4j
) -> None:
    node, estate = {"uid": "party:1", "name": "甲"}, {"uid": "estate:1", "name": "乙"}
    covers = [{"uid": "covers:1", "start": "party:1", "end": "estate:1"}]
    since: tuple[str, ...] = ()
    for number, label in enumerate(("PartyCommittee", "PartyBranch", "PartyCommittee")):
        graph = small_graph.tables({label: [node], "Estate": [estate]}, {"COVERS": covers})
        version = small_graph.publish(tmp_path / str(number), graph)
        since = publish(store.server, version, PushOptions(since=since)).bookmarks
        assert is_published(store, version)
        assert neo4j_server.behind(f"MATCH (:{label})-[r:COVERS]->(:Estate) RETURN count(r)") == [[1]]


def test_a_graph_without_rows_is_published(
    store: BoltStore, snapshot: Snapshot, tmp_path: Path, neo4j_server: Neo4j
) -> None:
    nothing = small_graph.publish(tmp_path / "nothing", GraphTables())
    for version in (nothing, snapshot, nothing):
        publish(store.server, version)
        assert is_published(store, version)
    assert neo4j_server.behind("MATCH (n) WHERE n.uid IS NOT NULL RETURN count(n)") == [[0]]
