"""The network of a result, before it is opened."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from graph_store.protocol import Node, Path, Relationship
from visualisations import EmptyNetwork, TooManyNodes, aggregate, around, neighbourhood, network, subgraph_of
from visualisations.network_data import NetworkLink, NetworkNode


def node(uid: str, label: str = "Estate", **properties: Any) -> Node:
    return Node(uid, (label,), {"name": uid, **properties})


def tie(uid: str, start: str, end: str, kind: str = "SERVES") -> Relationship:
    return Relationship(uid, kind, start, end, {})


def island(html: str, name: str) -> Any:
    return json.loads(re.findall(rf'id="island-{name}">(.*?)</script>', html, re.S)[0])


def test_rows_give_nodes_relationships_and_paths_once_each() -> None:
    a, b, c = node("a"), node("b"), node("c")
    r, s = tie("r", "a", "b"), tie("s", "b", "c")
    found = subgraph_of([(a, r, 7), ([b, {"x": c}], None, Path((a, b), (r,))), (s, "text", a)])
    assert [n.uid for n in found.nodes] == ["a", "b", "c"]
    assert [t.uid for t in found.links] == ["r", "s"]


def test_an_end_that_the_rows_do_not_hold_is_made_up_of_its_uid() -> None:
    found = subgraph_of([(tie("r", "property_firm:X/示例物业", "estate:1"),)])
    assert [(n.uid, n.labels, n.properties["name"]) for n in found.nodes] == [
        ("property_firm:X/示例物业", ("PropertyFirm",), "示例物业"),
        ("estate:1", ("Estate",), "1"),
    ]


def test_parallel_relationships_are_all_kept_and_curved_apart() -> None:
    ties = [tie("r1", "a", "b"), tie("r2", "a", "b"), tie("r3", "b", "a"), tie("r4", "a", "a")]
    edges = island(network([node("a"), node("b")], ties, title="t").html, "drawing")["edges"]
    assert len(edges) == 4
    bends = [
        (e["smooth"]["type"], e["smooth"]["roundness"], e["from"]) if e["smooth"] else ("straight", 0, 0)
        for e in edges[:3]
    ]
    assert len(set(bends)) == 3


def test_over_800_nodes_it_asks_for_a_narrower_question_and_offers_the_aggregate() -> None:
    many = [node(f"estate:{i}") for i in range(801)]
    with pytest.raises(TooManyNodes) as caught:
        network(many, [], title="t")
    assert caught.value.count == 801
    assert "801" in caught.value.message("en")
    assert "汇总" in caught.value.message("zh")
    assert network(many[:800], [], title="t").html


def test_the_aggregate_counts_labels_and_pairs_of_labels() -> None:
    nodes = [node("a"), node("b"), node("f", "PropertyFirm")]
    merged = aggregate(nodes, [tie("r", "f", "a"), tie("s", "f", "b")])
    assert [(n.labels, n.properties["count"]) for n in merged.nodes] == [(("Estate",), 2), (("PropertyFirm",), 1)]
    assert [(t.type, t.start, t.end, t.properties["count"]) for t in merged.links] == [
        ("SERVES", "label:PropertyFirm", "label:Estate", 2)
    ]
    assert network(merged.nodes, merged.links, title="t").html


def test_a_result_without_nodes_says_what_to_return() -> None:
    with pytest.raises(EmptyNetwork) as caught:
        network([], [], title="t")
    assert "RETURN" in caught.value.message("zh")


def test_the_same_result_in_another_order_has_the_same_places() -> None:
    nodes = [node(f"n{i}") for i in range(30)]
    ties = [tie(f"r{i}", f"n{i}", f"n{(i * 7) % 30}") for i in range(30)]

    def places(html: str) -> dict[str, tuple[float, float]]:
        numbers = island(html, "data")["nodes"]
        return {numbers[d["id"]]["uid"]: (d["x"], d["y"]) for d in island(html, "drawing")["nodes"]}

    again = network(reversed(nodes), reversed(ties), title="t").html
    assert places(network(nodes, ties, title="t").html) == places(again)


def test_nothing_of_the_data_is_an_id_a_label_or_a_title_of_the_library() -> None:
    drawing = island(network([node("<b>x</b>")], [], title="t").html, "drawing")
    assert "<b>" not in json.dumps(drawing)


def test_nothing_is_fetched_from_elsewhere() -> None:
    html = network([node("a")], [], title="t").html
    assert not re.findall(r"<(?:link|img|iframe)\b", html)
    assert not re.findall(r"<script[^>]*\bsrc=", html)
    assert "sourceMappingURL" not in html


def test_what_is_around_a_node_within_so_many_ties(invented_snapshot: Any) -> None:
    uid = invented_snapshot.nodes("OwnersCommittee")["uid"][0]
    one = neighbourhood(invented_snapshot, uid)
    two = neighbourhood(invented_snapshot, uid, hops=2)
    assert {n.labels[0] for n in one.nodes} == {"OwnersCommittee", "Estate"}
    assert {n.uid for n in one.nodes} < {n.uid for n in two.nodes}
    assert neighbourhood(invented_snapshot, "estate:nowhere").nodes == ()


def test_neighbours_to_expand_are_bounded_and_tied_to_what_is_shown(invented_snapshot: Any) -> None:
    shown = {n.uid for n in neighbourhood(invented_snapshot, invented_snapshot.nodes("Estate")["uid"][0]).nodes}
    more = around(invented_snapshot, shown, most=5)
    assert len(more.nodes) == 5
    assert not shown & {n.uid for n in more.nodes}
    assert all((t.start in shown) != (t.end in shown) for t in more.links)


@dataclass(frozen=True)
class OwnNode:
    """Anything with the right attributes can be drawn."""

    uid: str
    labels: list[str]
    properties: dict[str, Any] = field(default_factory=dict)


def test_own_nodes_and_links_can_be_drawn() -> None:
    page = network([OwnNode("a", ["Estate"]), NetworkNode("b", ())], [NetworkLink("r", "MINE", "a", "b")], title="t")
    assert island(page.html, "data")["types"][0]["zh"] == "MINE"


def test_a_map_with_persons_says_that_it_is_for_the_desk_and_who_is_a_member_stays_out() -> None:
    person = node("person:1", "Person", party_member="member")
    html = network([person], [tie("r", "person:1", "post:1", "HOLDS")], title="t").html
    assert island(html, "about")["persons"] is True
    assert "party_member" not in html
    assert island(network([node("a")], [], title="t").html, "about")["persons"] is False
