"""What changed between two snapshots."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from graph_model.schema import label_zh
from graph_store.errors import KeysDiffer
from graph_store.snapshot.differences import diff
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph

NODES, TIES = small_graph.NODES, small_graph.RELATIONSHIPS


def publish(home: Path, nodes: dict[str, Any], ties: dict[str, Any], **options: Any) -> Snapshot:
    return small_graph.publish(home, small_graph.tables({**NODES, **nodes}, {**TIES, **ties}), **options)


def test_the_same_graph_has_no_differences(tmp_path: Path) -> None:
    same = diff(small_graph.publish(tmp_path), small_graph.publish(tmp_path, as_of=date(2025, 1, 1)))
    assert same.as_json("en") == {
        "nodes": {"added": [], "removed": [], "changed": []},
        "relationships": {"added": [], "removed": [], "changed": []},
        "summary": ["The two snapshots hold the same graph."],
    }


def test_what_was_added_removed_and_changed(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    branches = [{**NODES["PartyBranch"][0], "members": 22}, {**NODES["PartyBranch"][1], "defined": True}]
    grid = {"uid": "grid:1", "name": "一号网格"}
    covers = [{**TIES["COVERS"][0], "valid_to": date(2024, 7, 1)}]
    second = publish(tmp_path, {"PartyBranch": branches, "Grid": [grid]}, {"COVERS": covers, "HOLDS": []})
    found = diff(first, second)
    assert [entry.uid for entry in found.nodes.added] == ["grid:1"]
    assert found.nodes.removed == []
    assert {change.uid: change.properties for change in found.nodes.changed} == {
        "party_branch:990206003001/花园": {"members": (21, 22)},
        "party_branch:990206003002/西": {"defined": (False, True)},
    }
    assert [entry.uid for entry in found.relationships.removed] == ["holds:1"]
    assert [change.properties for change in found.relationships.changed] == [
        {"valid_to": (date(2024, 6, 30), date(2024, 7, 1))}
    ]
    assert found.summary("zh") == [
        "网格（Grid）：新增 1。",
        f"{label_zh('PartyBranch')}（PartyBranch）：变更 2。",
        "覆盖（COVERS）：变更 1。",
        "任职（HOLDS）：减少 1。",
    ]
    assert found.summary("en")[1] == "party branch (PartyBranch): 2 changed."
    back = diff(second, first)
    assert [entry.uid for entry in back.nodes.removed] == ["grid:1"]


def test_as_json_it_has_one_shape(tmp_path: Path) -> None:
    covers = [{**TIES["COVERS"][0], "valid_to": None}]
    found = diff(small_graph.publish(tmp_path), publish(tmp_path, {"Person": []}, {"COVERS": covers, "HOLDS": []}))
    document = json.loads(json.dumps(found.as_json()))
    assert document["relationships"]["changed"] == [
        {"uid": "covers:1", "type": "COVERS", "properties": {"valid_to": {"old": "2024-06-30", "new": None}}}
    ]
    assert document["nodes"]["removed"] == [
        {
            "uid": "person:00aa",
            "type": "Person",
            "name": "人员 00AA",
            "properties": {"uid": "person:00aa", "name": "人员 00AA", "defined": True},
        }
    ]


def test_a_changed_uid_is_a_change_and_so_are_the_ties_that_follow_it(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    old, new = "party_branch:990206003001/花园", "party_branch:9902060030010001"
    branch = {**NODES["PartyBranch"][0], "uid": new, "code": "9902060030010001"}
    covers = {**TIES["COVERS"][0], "uid": "covers:2", "start": new, "sources": ["abcdefabcdef#表!9"]}
    joined = pl.DataFrame({"kept_uid": [new, new], "other_uid": [old, None], "rule": ["code", "code"]})
    second = publish(
        tmp_path, {"PartyBranch": [branch, NODES["PartyBranch"][1]]}, {"COVERS": [covers]}, resolution=joined
    )
    found = diff(first, second)
    assert (found.nodes.added, found.nodes.removed) == ([], [])
    (change,) = found.nodes.changed
    assert change.properties["uid"] == (old, new)
    assert change.properties["code"] == (None, "9902060030010001")
    assert (found.relationships.added, found.relationships.removed) == ([], [])
    (followed,) = found.relationships.changed
    assert followed.properties["uid"] == ("covers:1", "covers:2")


def test_without_the_resolution_it_would_be_two_things(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    branch = {**NODES["PartyBranch"][0], "uid": "party_branch:x"}
    covers = {**TIES["COVERS"][0], "uid": "covers:2", "start": "party_branch:x"}
    found = diff(first, publish(tmp_path, {"PartyBranch": [branch, NODES["PartyBranch"][1]]}, {"COVERS": [covers]}))
    assert (len(found.nodes.added), len(found.nodes.removed), found.nodes.changed) == (1, 1, [])


def test_two_keys_are_refused(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    second = small_graph.publish(tmp_path, key_fingerprint="f" * 16)
    with pytest.raises(KeysDiffer, match="0123456789abcdef and ffffffffffffffff"):
        diff(first, second)
