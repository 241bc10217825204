"""The forms of a snapshot that are handed to analysts: NetworkX and Polars."""

from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graph_model.errors import UsageError
from graph_store.forms.as_networkx import to_networkx, two_mode
from graph_store.forms.as_polars import to_polars
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph

BANK = "co_building_unit:990206/银行"
COMMITTEE = "party_committee:990206003001"


def test_the_whole_graph_with_all_its_properties(snapshot: Snapshot) -> None:
    graph = to_networkx(snapshot)
    assert graph.number_of_nodes() == sum(snapshot.manifest.counts.nodes.values())
    assert graph.number_of_edges() == sum(snapshot.manifest.counts.relationships.values())
    assert graph.nodes["party_branch:990206003001/花园"] == {
        "uid": "party_branch:990206003001/花园",
        "label": "PartyBranch",
        "labels": ("PartyBranch", "PartyOrganisation", "Organisation"),
        "name": "花园党支部",
        "defined": True,
        "members": 21,
        "sources": [],
    }
    tie = graph.edges["party_branch:990206003001/花园", "estate:990206003001/花园", "covers:1"]
    assert (tie["type"], tie["mode"], tie["valid_to"]) == ("COVERS", "work", date(2024, 6, 30))


def test_a_graph_of_a_day_leaves_out_what_cannot_have_held(snapshot: Snapshot) -> None:
    on = {day: to_networkx(snapshot, as_of=day) for day in (date(2023, 4, 30), date(2023, 5, 2), date(2024, 1, 1))}
    certain = {
        day: [tie["certainty"] for *_, tie in graph.edges(data=True) if tie["type"] == "COVERS"]
        for day, graph in on.items()
    }
    assert list(certain.values()) == [[], ["possible"], ["definite"]]
    assert len({graph.number_of_nodes() for graph in on.values()}) == 1


def test_two_mode_of_direct_ties(snapshot: Snapshot) -> None:
    graph = two_mode(snapshot, "CoBuildingUnit", "PartyCommittee", ["CO_BUILDS_WITH"])
    assert nx.is_bipartite(graph)
    assert {node: data["bipartite"] for node, data in graph.nodes(data=True)} == {BANK: 0, COMMITTEE: 1}
    assert list(graph.edges(data="ways")) == [(BANK, COMMITTEE, 1)]


def test_two_mode_over_several_steps_and_types(snapshot: Snapshot) -> None:
    graph = two_mode(snapshot, "Person", "PartyOrganisation", ["HOLDS", "SEAT_OF|DELEGATED_BY"])
    assert list(graph.edges(data="ways")) == [("person:00aa", COMMITTEE, 1)]
    assert graph.nodes["party_branch:990206003002/西"] == {"bipartite": 1, "label": "PartyBranch", "name": "西党支部"}
    before = two_mode(snapshot, "Person", "PartyOrganisation", ["HOLDS", "SEAT_OF"], as_of=date(2021, 12, 31))
    assert before.number_of_edges() == 0


def test_two_mode_counts_the_ways_that_join_two(tmp_path: Path) -> None:
    posts = [{"uid": f"post:{n}", "name": f"职务{n}"} for n in (1, 2)]
    nodes = {**small_graph.NODES, "Post": posts}
    holds = [{"uid": f"holds:{n}", "start": "person:00aa", "end": f"post:{n}"} for n in (1, 2)]
    seats = [{"uid": f"seat_of:{n}", "start": f"post:{n}", "end": COMMITTEE} for n in (1, 2)]
    graph = small_graph.tables(nodes, {"HOLDS": holds, "SEAT_OF": seats})
    found = two_mode(small_graph.publish(tmp_path, graph), "Person", "Organisation", ["HOLDS", "SEAT_OF"])
    assert list(found.edges(data="ways")) == [("person:00aa", COMMITTEE, 2)]


@pytest.mark.parametrize(
    ("left", "right", "via"),
    [("PartyBranch", "Organisation", ["SUBORDINATE_TO"]), ("Person", "Post", [])],
)
def test_sides_that_share_a_label_and_walks_without_a_step_are_refused(
    snapshot: Snapshot, left: str, right: str, via: list[str]
) -> None:
    with pytest.raises(UsageError):
        two_mode(snapshot, left, right, via)


def test_as_tables(snapshot: Snapshot) -> None:
    frames = to_polars(snapshot)
    assert frames.nodes["Estate"].equals(snapshot.nodes("Estate"))
    assert frames.relationships["HOLDS"].equals(snapshot.relationships("HOLDS"))
    organisations = frames.labelled("Organisation")
    assert sorted(organisations["label"].unique()) == ["CoBuildingUnit", "PartyBranch", "PartyCommittee"]
    assert organisations["uid"].is_sorted()
    with pytest.raises(KeyError):
        frames.labelled("Nothing")
