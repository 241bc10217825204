"""Places of a network, on numbers."""

from itertools import combinations, pairwise
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from visualisations.layouts.network import CLEARANCE, network_layout, place_around
from visualisations.layouts.stress import components

nodes = [f"n{i:02d}" for i in range(24)]
networks = st.lists(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)), max_size=50)


@settings(max_examples=30, deadline=None)
@given(networks)
def test_no_node_stands_upon_another(ties: list[tuple[str, str]]) -> None:
    places = network_layout(nodes, ties)
    assert set(places) == set(nodes)
    for one, other in combinations(places.values(), 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > CLEARANCE * 0.95


@settings(max_examples=20, deadline=None)
@given(networks)
def test_the_order_of_rows_does_not_move_anything(ties: list[tuple[str, str]]) -> None:
    shuffled = sorted(ties, key=lambda tie: tie[::-1])
    assert network_layout(nodes, ties) == network_layout(list(reversed(nodes)), shuffled)


def test_a_chain_is_drawn_at_length() -> None:
    places = network_layout(nodes[:8], pairwise(nodes[:8]))
    ends = hypot(places["n00"][0] - places["n07"][0], places["n00"][1] - places["n07"][1])
    step = hypot(places["n00"][0] - places["n01"][0], places["n00"][1] - places["n01"][1])
    assert ends > 6 * step


def test_parts_stand_apart() -> None:
    ties = [("n00", "n01"), ("n01", "n02"), ("n02", "n00"), ("n03", "n04")]
    places = network_layout(nodes[:5], ties)
    left, right = [places[n] for n in nodes[:3]], [places[n] for n in nodes[3:5]]
    assert max(x for x, _ in left) < min(x for x, _ in right) or max(y for _, y in left) < min(y for _, y in right)


def test_parts_come_largest_first() -> None:
    assert components({"a": [], "b": ["c"], "c": ["b"]}) == [["b", "c"], ["a"]]


def test_expanded_neighbours_come_out_around_theirs() -> None:
    fixed = {"a": (0.0, 0.0), "b": (500.0, 0.0)}
    out = place_around(fixed, [("a", "x"), ("y", "a"), ("b", "z"), ("a", "b")])
    assert set(out) == {"x", "y", "z"}
    assert hypot(*out["x"]) < 120
    assert hypot(out["z"][0] - 500, out["z"][1]) < 120
