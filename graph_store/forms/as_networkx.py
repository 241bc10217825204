"""A snapshot as a NetworkX graph: the form handed to an analyst, not the one that the program computes in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import networkx as nx
import polars as pl

from graph_model.errors import UsageError
from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, concrete_labels, super_labels
from graph_store.snapshot.reading import Snapshot


def to_networkx(snapshot: Snapshot, as_of: date | None = None) -> "nx.MultiDiGraph[str]":
    """Return the whole graph with all its properties.

    Args:
        snapshot: the graph.
        as_of: leave out relationships that cannot have held on that day; None: keep all of them, whenever they held.

    Returns:
        A MultiDiGraph. A node's key is its uid; it has `label` (concrete), `labels` (with super-labels) and its
        properties. An edge's key is the relationship's uid; it has `type` and its properties, and with `as_of` also
        `certainty`: "definite" or "possible". Properties that are null are left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(snapshot=snapshot.id, as_of=as_of)
    for label in NODE_TYPES:
        labels = (label, *super_labels(label))
        for row in snapshot.nodes(label).iter_rows(named=True):
            graph.add_node(row["uid"], label=label, labels=labels, **_present(row))
    for kind in RELATIONSHIP_TYPES:
        for row in _holding(snapshot.relationships(kind), as_of).iter_rows(named=True):
            start, end = row.pop("start"), row.pop("end")
            graph.add_edge(start, end, key=row["uid"], type=kind, **_present(row))
    return graph


def two_mode(
    snapshot: Snapshot, left: str, right: str, via: Sequence[str], as_of: date | None = None
) -> "nx.Graph[str]":
    """Return who of one kind is tied to whom of another, as a bipartite graph.

    Args:
        snapshot: the graph.
        left: label of one side; super-labels are allowed.
        right: label of the other side.
        via: relationship types to walk from left to right, each in either direction, one after the other:
            ["CO_BUILDS_WITH"] for a direct tie, ["HOLDS", "SEAT_OF"] for persons and the organisations they sit in.
            A step may name several types: "CO_BUILDS_WITH|TAKES_PART_IN".
        as_of: leave out relationships that cannot have held on that day.

    Returns:
        An undirected Graph of all nodes of both labels, keyed by uid, with `bipartite` 0 (left) or 1 (right), `label`
        and `name`. An edge has `ways`: how many walks join the two.

    Raises:
        UsageError: a label stands on both sides, or no relationship type is given.
        KeyError: the schema knows no such label or type.
    """
    sides = (concrete_labels(left), concrete_labels(right))
    both = set(sides[0]) & set(sides[1])
    if both or not via:
        raise UsageError(
            f"两侧必须是不同的标签，且至少给一种关系：{left}、{right}、{'、'.join(via)}",
            f"the two sides need labels that differ, and at least one relationship type: {left}, {right}, "
            f"{', '.join(via)}",
        )
    graph: nx.Graph[str] = nx.Graph(snapshot=snapshot.id, as_of=as_of)
    for side, labels in enumerate(sides):
        for label in labels:
            for uid, name in snapshot.nodes(label).select("uid", "name").iter_rows():
                graph.add_node(uid, bipartite=side, label=label, name=name)
    for start, end, ways in _walks(snapshot, via, as_of).iter_rows():
        if _side(graph, start) == 0 and _side(graph, end) == 1:
            graph.add_edge(start, end, ways=ways)
    return graph


def _side(graph: "nx.Graph[str]", uid: str) -> int | None:
    return graph.nodes[uid]["bipartite"] if uid in graph else None


def _walks(snapshot: Snapshot, via: Sequence[str], as_of: date | None) -> pl.DataFrame:
    """Return how many walks of these steps lead from a to b: columns a, b, ways."""
    walks = _steps(snapshot, via[0], as_of)
    for types in via[1:]:
        further = _steps(snapshot, types, as_of).rename({"a": "b", "b": "c"})
        walks = walks.join(further, on="b").select("a", b="c")
    return walks.group_by("a", "b").len("ways").sort("a", "b")


def _steps(snapshot: Snapshot, types: str, as_of: date | None) -> pl.DataFrame:
    """Return the pairs (a, b) that relationships of these types join, in both directions."""
    ties = [_holding(snapshot.relationships(kind), as_of).select("start", "end") for kind in types.split("|")]
    there = pl.concat(ties).select(a="start", b="end")
    return pl.concat([there, there.select(a="b", b="a")])


def _holding(ties: pl.DataFrame, as_of: date | None) -> pl.DataFrame:
    """Return the relationships that may have held on a day, and how certain that is; all of them without a day."""
    if as_of is None:
        return ties
    day = pl.lit(as_of)
    possible = (pl.col("valid_from").is_null() | (pl.col("valid_from") <= day)) & (
        pl.col("valid_to").is_null() | (day < pl.col("valid_to"))
    )
    definite = (pl.col("valid_from_latest") <= day) & (day < pl.col("valid_to_earliest"))
    certainty = pl.when(definite).then(pl.lit("definite")).otherwise(pl.lit("possible"))
    return ties.filter(possible).with_columns(certainty=certainty)


def _present(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None}
