"""The Southern Women (Davis, Gardner and Gardner, 1941) load by a mapping file and come back whole."""

import csv
from pathlib import Path

import networkx as nx
import pytest

from graph_store.forms.as_networkx import to_networkx, two_mode
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions

WOMEN = """\
version = 1

[[table]]
file = "attendance.csv"
record = "co_building_unit"
columns = { name = "woman" }
as_of = 1939-01-01
"""
EVENT = """
[[table]]
file = "attendance.csv"
record = "activity_participation"
columns = {{ organisation = "woman" }}
values = {{ activity = "{event}" }}
where = {{ {event} = ["x"] }}
as_of = 1939-01-01
"""
EVENTS = """
[[table]]
file = "events.csv"
record = "activity"
columns = { name = "event" }
as_of = 1939-01-01
"""


@pytest.fixture(scope="module")
def women() -> "nx.Graph[str]":
    return nx.davis_southern_women_graph()


@pytest.fixture(scope="module")
def snapshot(women: "nx.Graph[str]", tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The matrix of who was where, one column an event, each column a table of the mapping."""
    folder = tmp_path_factory.mktemp("women")
    names, events = women.graph["top"], women.graph["bottom"]
    _write(folder / "attendance.csv", [["woman", *events], *([w, *_crosses(women, w, events)] for w in names)])
    _write(folder / "events.csv", [["event"], *([event] for event in events)])
    mapping = folder / "mapping.toml"
    mapping.write_text("".join([WOMEN, EVENTS, *(EVENT.format(event=e) for e in events)]), encoding="utf-8")
    files = [folder / "attendance.csv", folder / "events.csv"]
    report = load(files, Workspace(folder / "home"), LoadOptions(mapping=mapping))
    assert (report.faults, report.rejected, report.accepted) == ((), 0, 18 + 14 + 89)
    assert report.snapshot is not None
    return report.snapshot


def _crosses(women: "nx.Graph[str]", woman: str, events: list[str]) -> list[str]:
    return ["x" if women.has_edge(woman, event) else "" for event in events]


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def test_the_two_modes_come_back_with_names_and_ties(snapshot: Snapshot, women: "nx.Graph[str]") -> None:
    found = two_mode(snapshot, "CoBuildingUnit", "Activity", ["TOOK_PART_IN"])
    names = nx.get_node_attributes(found, "name")
    assert {frozenset((names[a], names[b])) for a, b in found.edges} == {frozenset(tie) for tie in women.edges}
    assert sorted(names.values()) == sorted(women.nodes)
    units = [node for node, side in found.nodes(data="bipartite") if side == 0]
    assert (len(units), len(found) - len(units), found.size()) == (18, 14, 89)
    assert nx.bipartite.density(found, units) == pytest.approx(89 / 252)
    assert round(nx.bipartite.density(found, units), 4) == 0.3532


def test_the_whole_graph_holds_them_too(snapshot: Snapshot, women: "nx.Graph[str]") -> None:
    graph = to_networkx(snapshot)
    names = nx.get_node_attributes(graph, "name")
    ties = [(names[a], names[b]) for a, b, kind in graph.edges(data="type") if kind == "TOOK_PART_IN"]
    assert sorted(map(sorted, ties)) == sorted(map(sorted, women.edges))
