"""A push to a server where somebody changed by hand what had been published, down to uids, labels and the mark."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.bolt.store import BoltStore
from graph_store.publishing.publication import PushOptions, publish, verified_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j


@pytest.fixture
def store(neo4j_server: Neo4j) -> Iterator[BoltStore]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        yield store


@pytest.fixture
def later(tmp_path: Path) -> Snapshot:
    """The small graph with one estate changed, the other gone, and the coverage changed."""
    first = {**small_graph.NODES["Estate"][0], "name": "新花园"}
    covers = [{**small_graph.RELATIONSHIPS["COVERS"][0], "mode": "organisation"}]
    graph = small_graph.tables(
        {**small_graph.NODES, "Estate": [first]}, {**small_graph.RELATIONSHIPS, "COVERS": covers}
    )
    return small_graph.publish(tmp_path / "later", graph)


def kept(server: Neo4j, version: Snapshot) -> bool:
    """Return whether there are as many nodes and relationships as in a snapshot, and no node is there twice."""
    counts = version.manifest.counts
    ((nodes, distinct),) = server.behind("MATCH (n) WHERE n.uid IS NOT NULL RETURN count(n), count(DISTINCT n.uid)")
    ((ties,),) = server.behind("MATCH ()-[r]->() RETURN count(r)")
    whole = sum(counts.nodes.values())
    return (nodes, distinct, ties) == (whole, whole, sum(counts.relationships.values()))


@pytest.mark.parametrize(
    "meddling",
    [
        "MATCH (e:Estate) SET e.uid = e.uid + 'x'",
        "MATCH (e:Estate) REMOVE e.uid",
        "MATCH (e:Estate {households: 420}) SET e.uid = 7",
        "MATCH (e:Estate) WITH e LIMIT 1 DETACH DELETE e CREATE (:Estate)",
        "MATCH (c:Community) REMOVE c:Community",
        "MATCH ()-[r:COVERS]->() SET r.uid = 'z'",
        "MATCH ()-[r:COVERS]->() REMOVE r.uid",
        "MATCH (p:GridgovPublication) SET p.gridgov_tables = 'x'",
        "MATCH (p:GridgovPublication) SET p.gridgov_rows_Estate_0 = 'AAAA'",
        "MATCH (p:GridgovPublication) REMOVE p.gridgov_rows_Estate_0",
    ],
)
@pytest.mark.parametrize("thorough", [False, True])
def test_uids_labels_and_marks_that_were_damaged_are_put_right(
    store: BoltStore, snapshot: Snapshot, later: Snapshot, neo4j_server: Neo4j, *, meddling: str, thorough: bool
) -> None:
    since = publish(store.server, snapshot).bookmarks
    neo4j_server.behind(meddling)
    for version in (later, snapshot):  # the second time relies on what the first one remembered
        since = publish(store.server, version, PushOptions(since=since, thorough=thorough)).bookmarks
        assert verified_hash(store.server, version) == store.published() == version.manifest.content_hash
        assert kept(neo4j_server, version)


def test_relationships_do_not_stay_at_a_node_that_lost_its_label(
    store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j
) -> None:
    publish(store.server, snapshot)
    neo4j_server.behind("MATCH (e:Estate) REMOVE e:Estate")
    publish(store.server, snapshot, PushOptions(thorough=True))
    assert neo4j_server.behind("MATCH (:PartyBranch)-[r:COVERS]->(:Estate) RETURN count(r)") == [[1]]
    assert neo4j_server.behind("MATCH ()-[r:COVERS]->() RETURN count(r)") == [[1]]
