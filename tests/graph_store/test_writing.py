"""Publishing a snapshot: whole or not at all, and the same content only once."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.errors import SnapshotCorrupt, SnapshotUnreadable, TablesInconsistent
from graph_store.snapshot.reading import open_snapshot
from graph_store.workspace.home import Workspace
from tests.graph_store import small_graph

RECORDS = {"estates": pl.DataFrame({"name": ["花园"], "source": ["abcdefabcdef"], "row": [3]})}


def test_a_snapshot_gives_back_what_was_published(tmp_path: Path) -> None:
    evidence = pl.DataFrame({"uid": ["x"], "property": ["name"], "source": ["abcdefabcdef#表!3"]})
    source = {"sha256": "ab" * 32, "name": "小区.xlsx", "day": "2024-09-03"}
    small_graph.publish(tmp_path, records=RECORDS, evidence=evidence, sources=[source])
    snapshot = Workspace(tmp_path).current()
    assert snapshot is not None
    assert snapshot.nodes("PartyBranch").to_dicts() == small_graph.tables().nodes["PartyBranch"].to_dicts()
    assert snapshot.relationships("COVERS").equals(small_graph.tables().relationships["COVERS"])
    assert snapshot.records("estates").equals(RECORDS["estates"])
    assert snapshot.record_types() == ("estates",)
    assert snapshot.evidence().equals(evidence)
    assert snapshot.faults().is_empty()
    assert snapshot.manifest.as_of == small_graph.DAY
    assert dict(snapshot.manifest.sources[0]) == source
    assert snapshot.id == f"2024-09-03-{snapshot.manifest.content_hash[:12]}"


def test_every_label_and_type_has_a_typed_table_and_a_count(tmp_path: Path) -> None:
    snapshot = small_graph.publish(tmp_path)
    counts = snapshot.manifest.counts
    assert set(counts.nodes) == set(NODE_TYPES)
    assert set(counts.relationships) == set(RELATIONSHIP_TYPES)
    for label in NODE_TYPES:
        assert snapshot.nodes(label).schema == pl.Schema(polars_schema(label))
        assert len(snapshot.nodes(label)) == counts.nodes[label]
        assert len(pl.read_parquet(snapshot.path / "nodes" / f"{label}.parquet")) == counts.nodes[label]
    for kind in RELATIONSHIP_TYPES:
        assert snapshot.relationships(kind).schema == pl.Schema(polars_schema(kind))
    with pytest.raises(KeyError):
        snapshot.nodes("Organisation")


def test_three_shuffles_are_one_snapshot(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    for seed in (1, 2, 3):
        again = small_graph.publish(tmp_path, small_graph.shuffled(small_graph.tables(), seed))
        assert again == first
    assert Workspace(tmp_path).ids() == (first.id,)


def test_the_same_content_becomes_current_again(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    other = small_graph.publish(tmp_path, small_graph.crowd(4, 4))
    assert Workspace(tmp_path).current_id() == other.id
    small_graph.publish(tmp_path)
    assert Workspace(tmp_path).current_id() == first.id
    assert [snapshot.manifest.sequence for snapshot in Workspace(tmp_path).snapshots()] == [1, 2]


def test_the_same_content_of_another_day_is_another_snapshot_of_the_same_hash(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    second = small_graph.publish(tmp_path, as_of=date(2024, 10, 1))
    assert second.id.startswith("2024-10-01-")
    assert second.manifest.content_hash == first.manifest.content_hash


def test_the_same_content_replaces_a_damaged_copy_of_itself(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    (first.path / "nodes" / "Estate.parquet").unlink()
    small_graph.publish(tmp_path).verify()


def _two_of_one_uid() -> Any:
    estate = small_graph.NODES["Estate"][0]
    return small_graph.tables({**small_graph.NODES, "Estate": [estate, estate]})


def _one_uid_of_two_labels() -> Any:
    grid = {"uid": small_graph.NODES["Estate"][0]["uid"], "name": "一"}
    return small_graph.tables({**small_graph.NODES, "Grid": [grid]})


def _an_end_that_is_no_node() -> Any:
    tie = {**small_graph.RELATIONSHIPS["COVERS"][0], "end": "estate:nowhere"}
    return small_graph.tables(relationships={**small_graph.RELATIONSHIPS, "COVERS": [tie]})


def _an_unknown_property() -> Any:
    graph = small_graph.tables()
    return type(graph)({"Estate": graph.nodes["Estate"].with_columns(colour=pl.lit("red"))}, {})


def _an_unknown_label() -> Any:
    graph = small_graph.tables()
    return type(graph)({"House": graph.nodes["Estate"]}, {})


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (_two_of_one_uid, "estate:990206003001/花园"),
        (_one_uid_of_two_labels, "estate:990206003001/花园"),
        (_an_end_that_is_no_node, "estate:nowhere"),
        (_an_unknown_property, "colour"),
        (_an_unknown_label, "House"),
    ],
)
def test_tables_that_break_a_rule_are_not_published(tmp_path: Path, broken: Callable[[], Any], named: str) -> None:
    first = small_graph.publish(tmp_path)
    with pytest.raises(TablesInconsistent, match=named):
        small_graph.publish(tmp_path, broken())
    assert Workspace(tmp_path).current() == first
    assert Workspace(tmp_path).ids() == (first.id,)


def _shorten(snapshot: Path) -> None:
    path = snapshot / "nodes" / "Estate.parquet"
    path.write_bytes(path.read_bytes()[:-1])


def _remove(snapshot: Path) -> None:
    (snapshot / "relationships" / "HOLDS.parquet").unlink()


def _garble_manifest(snapshot: Path) -> None:
    (snapshot / "manifest.json").write_bytes(b'{"snapshot": ')


def _remove_manifest(snapshot: Path) -> None:
    (snapshot / "manifest.json").unlink()


@pytest.mark.parametrize("damage", [_shorten, _remove, _garble_manifest, _remove_manifest])
def test_a_damaged_snapshot_says_so_and_what_to_do(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    snapshot = small_graph.publish(tmp_path)
    damage(snapshot.path)
    with pytest.raises(SnapshotCorrupt, match="gridgov snapshots use") as raised:
        Workspace(tmp_path).current()
    assert snapshot.id in raised.value.zh


def test_a_table_whose_content_is_not_a_table_says_so(tmp_path: Path) -> None:
    snapshot = small_graph.publish(tmp_path)
    path = snapshot.path / "nodes" / "Estate.parquet"
    path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(SnapshotCorrupt, match=r"Estate\.parquet"):
        open_snapshot(snapshot.path).nodes("Estate")


def test_rows_that_were_changed_afterwards_are_noticed(tmp_path: Path) -> None:
    snapshot = small_graph.publish(tmp_path)
    snapshot.verify()
    path = snapshot.path / "nodes" / "Estate.parquet"
    snapshot.nodes("Estate").with_columns(households=pl.lit(9, pl.Int64)).write_parquet(path)
    with pytest.raises(SnapshotCorrupt):
        snapshot.verify()


def test_a_snapshot_of_another_schema_is_not_misread(tmp_path: Path) -> None:
    snapshot = small_graph.publish(tmp_path)
    path = snapshot.path / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "schema_version": 999}), encoding="utf-8")
    with pytest.raises(SnapshotUnreadable, match="999"):
        open_snapshot(snapshot.path)
