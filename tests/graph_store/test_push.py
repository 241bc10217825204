"""A push: the server holds the snapshot and nothing else of gridgov's, whatever was there before."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from threading import Thread
from typing import Any

import polars as pl
import pytest

from graph_store.bolt.store import BoltStore
from graph_store.errors import PublicationRefused, PublicationTooLarge
from graph_store.publishing.progress import Meter, PushProgress
from graph_store.publishing.publication import PushOptions, publish, rehearse, verified_hash
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j


@pytest.fixture
def store(neo4j_server: Neo4j) -> Iterator[BoltStore]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        yield store


def other_nodes() -> dict[str, list[dict[str, Any]]]:
    """The small graph with an estate gone, one changed, one come, and a whole label gone."""
    nodes = {label: list(rows) for label, rows in small_graph.NODES.items() if label != "CoBuildingUnit"}
    first = {**nodes["Estate"][0], "name": "新花园", "households": None}
    nodes["Estate"] = [first, {"uid": "estate:990206003001/新苑", "name": "新苑"}]
    return nodes


@pytest.fixture
def other(tmp_path: Path) -> Snapshot:
    ties = {kind: rows for kind, rows in small_graph.RELATIONSHIPS.items() if kind != "CO_BUILDS_WITH"}
    ties["COVERS"] = [{**ties["COVERS"][0], "mode": "organisation", "sources": ["a#b!1"]}]
    return small_graph.publish(tmp_path / "other", small_graph.tables(other_nodes(), ties))


def test_the_same_content_hash_is_read_back(store: BoltStore, snapshot: Snapshot) -> None:
    done = publish(store.server, snapshot)
    assert (done.written, done.before, done.content_hash) == (True, None, snapshot.manifest.content_hash)
    assert verified_hash(store.server, snapshot) == store.published() == snapshot.manifest.content_hash


def test_the_second_time_nothing_is_written(store: BoltStore, snapshot: Snapshot) -> None:
    publish(store.server, snapshot)
    again = publish(store.server, snapshot)
    assert (again.written, again.plan.size) == (False, 0)


def test_one_version_replaces_the_other_and_only_the_difference_is_written(
    store: BoltStore, snapshot: Snapshot, other: Snapshot
) -> None:
    publish(store.server, snapshot)
    done = publish(store.server, other)
    assert done.before == snapshot.manifest.content_hash
    sizes = {name: (len(c.added), len(c.changed), len(c.removed)) for name, c in done.plan.tables.items()}
    assert sizes == {"Estate": (1, 1, 1), "CoBuildingUnit": (0, 0, 1), "COVERS": (0, 1, 0), "CO_BUILDS_WITH": (0, 0, 1)}
    assert verified_hash(store.server, other) == store.published() == other.manifest.content_hash
    publish(store.server, snapshot)
    assert verified_hash(store.server, snapshot) == store.published() == snapshot.manifest.content_hash


def test_a_rehearsal_says_in_sentences_what_would_change_and_changes_nothing(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j
) -> None:
    first = rehearse(store.server, snapshot)
    assert "Estate" in " ".join(first.plan.sentences("en"))
    assert store.published() is None
    assert neo4j_server.behind("MATCH (n) RETURN count(n)") == [[0]]
    publish(store.server, snapshot)
    plan = rehearse(store.server, other).plan
    assert plan.sentences("en")[0] == "estate (Estate): 1 to add, 1 to change, 1 to remove."
    assert plan.sentences("zh")[0] == "小区（Estate）：新增 1，变更 1，删除 1。"
    assert store.published() == snapshot.manifest.content_hash
    assert rehearse(store.server, snapshot).plan.sentences("en") == [
        "The server holds the same graph; nothing changes."
    ]


def test_what_others_keep_under_other_names_stays_as_it_is(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j
) -> None:
    neo4j_server.behind("CREATE (:Film {uid: 'x', title: 'y'})-[:SHOWN_IN {on: 1}]->(:Cinema)")
    publish(store.server, snapshot)
    publish(store.server, other)
    assert neo4j_server.behind("MATCH (f:Film {uid: 'x'})-[r:SHOWN_IN]->(:Cinema) RETURN f.title, r.on") == [["y", 1]]


@pytest.mark.parametrize("theirs", ["(:Estate {name: 'theirs'})", "(:Organisation)", "(:Film)-[:COVERS]->(:Film)"])
def test_a_database_where_others_use_the_same_names_is_refused(
    store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j, theirs: str
) -> None:
    before = neo4j_server.behind("SHOW CONSTRAINTS YIELD name RETURN name")
    neo4j_server.behind(f"CREATE {theirs}")
    for attempt in (publish, rehearse):
        with pytest.raises(PublicationRefused, match=r"Estate \(1\)|Organisation \(1\)|COVERS \(1\)"):
            attempt(store.server, snapshot)
    assert store.published() is None
    assert neo4j_server.behind("SHOW CONSTRAINTS YIELD name RETURN name") == before


def test_a_push_to_gridgov_serve_is_refused(store: BoltStore, snapshot: Snapshot) -> None:
    store.server.agent = "ArcadeDB/26.10.2"
    for attempt in (publish, rehearse):
        with pytest.raises(PublicationRefused, match="is gridgov serve"):
            attempt(store.server, snapshot)


@pytest.mark.parametrize(("agent", "goes_through"), [("Neo4j/5.25.1", False), ("Neo4j/2025.01.0", True), ("", True)])
def test_a_server_that_is_too_old_is_refused(
    store: BoltStore, snapshot: Snapshot, agent: str, goes_through: bool
) -> None:
    store.server.agent = agent
    with nullcontext() if goes_through else pytest.raises(PublicationRefused, match=r"5\.26 or newer") as raised:
        publish(store.server, snapshot)
    assert raised is None or "5.26" in raised.value.zh
    assert (store.published() is None) is not goes_through


def test_an_index_of_others_under_a_name_of_ours_is_told(
    store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j
) -> None:
    neo4j_server.clear_schema()
    neo4j_server.behind("CREATE TEXT INDEX gridgov_Estate_uid FOR (n:Estate) ON (n.uid)")
    with pytest.raises(PublicationRefused, match="gridgov_Estate_uid"):
        publish(store.server, snapshot)
    assert store.published() is None
    neo4j_server.behind("DROP INDEX gridgov_Estate_uid")
    assert publish(store.server, snapshot).verified


def test_with_force_both_stand_side_by_side(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j
) -> None:
    neo4j_server.behind("CREATE (:Estate {name: 'theirs'}), (:Estate {uid: 'estate:theirs'})")
    for version in (snapshot, other, snapshot):
        publish(store.server, version, PushOptions(force=True))
        assert store.published() == version.manifest.content_hash
    names = neo4j_server.behind("MATCH (e:Estate) RETURN coalesce(e.uid, e.name) AS n ORDER BY n")
    assert len(names) == 4
    assert ["estate:theirs"] in names
    assert ["theirs"] in names


def test_a_node_to_which_others_tied_something_goes_only_with_force(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j
) -> None:
    publish(store.server, snapshot)
    neo4j_server.behind("MATCH (u:CoBuildingUnit) CREATE (:Film)-[:SHOWN_IN]->(u)")
    with pytest.raises(PublicationRefused, match="--force"):
        publish(store.server, other)
    assert store.published() == verified_hash(store.server, snapshot) == snapshot.manifest.content_hash
    publish(store.server, other, PushOptions(force=True))
    assert store.published() == verified_hash(store.server, other) == other.manifest.content_hash


@pytest.mark.parametrize(
    "meddling",
    [
        "MATCH (e:Estate) SET e.name = 'x'",
        "MATCH (e:Estate) DETACH DELETE e",
        "MATCH ()-[r:PART_OF]->() DELETE r",
        "MATCH (c:Community) REMOVE c:AdminUnit SET c.code = 1",
    ],
)
def test_what_somebody_changed_by_hand_is_put_right_by_the_next_push(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j, meddling: str
) -> None:
    publish(store.server, snapshot)
    neo4j_server.behind(meddling)
    publish(store.server, other)
    assert verified_hash(store.server, other) == store.published() == other.manifest.content_hash
    assert neo4j_server.behind("MATCH (n:AdminUnit) RETURN count(n)") == [[3]]


def rows_read(store: BoltStore, version: Snapshot, since: tuple[str, ...]) -> int:
    """Publish, and return how many rows were read back."""
    told: list[PushProgress] = []
    done = publish(store.server, version, PushOptions(since=since, watcher=told.append))
    assert done.verified
    assert verified_hash(store.server, version) == store.published() == version.manifest.content_hash
    return max(progress.done for progress in told if progress.step == "verifying")


@pytest.fixture
def many(tmp_path: Path) -> Snapshot:
    return small_graph.publish(tmp_path / "many", small_graph.crowd(30, 50))


@pytest.fixture
def a_few_changed(tmp_path: Path) -> Snapshot:
    graph = small_graph.crowd(30, 50)
    estates, ties = graph.nodes["Estate"], graph.relationships["COVERS"]
    renamed = pl.when(pl.int_range(pl.len()) < 2).then(pl.lit("改名")).otherwise(pl.col("name")).alias("name")
    come = ties.head(1).with_columns(uid=pl.lit("covers:new"))
    moved = ties[1:2].with_columns(end=pl.lit(ties["end"][3]))
    nodes = {**graph.nodes, "Estate": estates.with_columns(renamed)}
    changed = GraphTables(nodes, {"COVERS": pl.concat([come, moved, ties[3:]])})
    return small_graph.publish(tmp_path / "changed", changed)


def test_where_nobody_else_wrote_since_only_what_changes_is_read_back(
    store: BoltStore, many: Snapshot, a_few_changed: Snapshot
) -> None:
    assert rows_read(store, many, ()) == 80
    assert rows_read(store, a_few_changed, store.server.bookmarks()) == 2 + 1 + 1 + 2
    again = publish(store.server, a_few_changed, PushOptions(since=store.server.bookmarks()))
    assert (again.written, again.verified) == (False, True)


@pytest.mark.parametrize("writing", ["CREATE (:Film)", "MATCH (e:Estate) SET e.name = 'x'"])
def test_where_somebody_else_wrote_since_everything_is_read_back(
    store: BoltStore, many: Snapshot, a_few_changed: Snapshot, neo4j_server: Neo4j, writing: str
) -> None:
    since = publish(store.server, many).bookmarks
    neo4j_server.behind(writing)
    same = publish(store.server, many, PushOptions(since=since))
    assert (same.written, same.verified) == (False, False)
    assert rows_read(store, a_few_changed, since) == 79


@pytest.mark.parametrize(
    "meddling",
    ["MATCH (e:Estate) SET e.name = 'x'", "MATCH (c:Community) REMOVE c:AdminUnit", "MATCH ()-[r]->() SET r.x = 1"],
)
def test_a_thorough_push_puts_right_what_was_changed_in_the_version_that_is_published(
    store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j, meddling: str
) -> None:
    since = publish(store.server, snapshot).bookmarks
    neo4j_server.behind(meddling)
    changes = rehearse(store.server, snapshot, PushOptions(thorough=True)).plan.size
    done = publish(store.server, snapshot, PushOptions(thorough=True, since=since))
    assert (done.plan.size, done.verified) == (changes, True)
    assert changes > 0
    assert verified_hash(store.server, snapshot) == snapshot.manifest.content_hash


def test_what_was_written_wrongly_is_not_kept_where_only_changes_are_read_back(
    store: BoltStore, many: Snapshot, a_few_changed: Snapshot, neo4j_server: Neo4j
) -> None:
    """A node that somebody adds under a label of ours while the push is under way: one too many."""
    publish(store.server, many)

    def meddle(progress: PushProgress) -> None:
        if progress.step == "writing" and progress.done == 0:
            neo4j_server.behind("MERGE (:SupervisoryCommittee {name: 'theirs'})")

    with pytest.raises(PublicationRefused, match="SupervisoryCommittee"):
        publish(store.server, a_few_changed, PushOptions(since=store.server.bookmarks(), watcher=meddle))
    assert store.published() == many.manifest.content_hash


def test_a_change_beyond_one_transaction_is_refused_and_names_the_way(store: BoltStore, snapshot: Snapshot) -> None:
    with pytest.raises(PublicationTooLarge, match="export neo4j-admin") as raised:
        publish(store.server, snapshot, PushOptions(largest=10))
    assert "neo4j-admin" in raised.value.zh
    assert store.published() is None


def test_two_pushes_at_once_leave_one_of_the_two_whole(
    store: BoltStore, snapshot: Snapshot, other: Snapshot, neo4j_server: Neo4j
) -> None:
    failed: list[BaseException] = []

    def push(version: Snapshot) -> None:
        try:
            with neo4j_server.store() as another:
                for _ in range(3):
                    publish(another.server, version)
        except BaseException as error:  # it is what the test asks about
            failed.append(error)

    threads = [Thread(target=push, args=(version,)) for version in (snapshot, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    versions = {version.manifest.content_hash for version in (snapshot, other)}
    assert store.published() == verified_hash(store.server, snapshot)
    assert store.published() in versions


def test_the_index_of_a_uid_is_used(store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j) -> None:
    publish(store.server, snapshot)
    states = neo4j_server.behind("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'gridgov_' RETURN name, state")
    assert {state for _, state in states} == {"ONLINE"}
    assert {"gridgov_Estate_uid", "gridgov_Organisation_uid", "gridgov_COVERS_uid"} <= {name for name, _ in states}


def test_no_result_shows_what_the_publication_keeps_for_itself(store: BoltStore, snapshot: Snapshot) -> None:
    publish(store.server, snapshot)
    ((mark,),) = store.run("MATCH (p:GridgovPublication) RETURN p").rows
    assert set(mark.properties) == {"name", "content_hash", "as_of"}  # type: ignore[union-attr] # a node
    assert "GridgovPublication" not in store.schema().labels
    assert [key for key in store.schema().property_keys if "gridgov" in key] == []


def test_progress_tells_step_rate_and_what_remains(store: BoltStore, snapshot: Snapshot, neo4j_server: Neo4j) -> None:
    neo4j_server.clear_schema()
    told: list[PushProgress] = []
    publish(store.server, snapshot, PushOptions(watcher=told.append))
    steps = list(dict.fromkeys(progress.step for progress in told))
    assert steps == ["indexing", "waiting", "comparing", "writing", "verifying"]
    written = [progress for progress in told if progress.step == "writing"][-1]
    assert written.done == written.total == 17
    assert written.remaining == 0


def test_a_meter_divides_by_the_time_that_passed() -> None:
    told: list[PushProgress] = []
    times = iter([10.0, 10.0, 12.0, 14.0])
    meter = Meter("writing", 100, told.append, clock=lambda: next(times))
    meter.add(20)
    meter.add(30)
    assert [(p.done, p.rate, p.remaining) for p in told] == [(0, None, None), (20, 10, 8), (50, 12.5, 4)]
