"""The surroundings of a node in a snapshot, for a network map."""

from collections.abc import Collection, Sequence
from datetime import date

from graph_model.schema import super_labels
from visualisations.district.reading import SnapshotLike, read_district
from visualisations.district.things import District, Thing, Tie
from visualisations.network_data import NetworkLink, NetworkNode, Subgraph

MOST_AROUND = 400
"""How many further nodes a page carries to be expanded."""


def neighbourhood(
    snapshot: SnapshotLike, uid: str, *, hops: int = 1, as_of: date | None = None, persons: bool = False
) -> Subgraph:
    """Return a node and what lies within so many ties of it.

    Args:
        snapshot: where it is looked up.
        uid: the node in the middle.
        hops: how many ties away at most.
        as_of: the day on which the ties must hold; by default the snapshot's.
        persons: whether posts and their holders are shown.

    Returns:
        the nodes, nearest first, and all relationships among them; nothing if there is no such node.
    """
    district = read_district(snapshot, persons=persons)
    ties = [t for t in district.ties if t.span.holds(as_of or snapshot.manifest.as_of)]
    found = dict.fromkeys([uid] if uid in district.things else [])
    for _ in range(hops):
        found |= dict.fromkeys(_next_to(found, ties))
    return _subgraph(district, list(found), [t for t in ties if t.start in found and t.end in found])


def around(
    snapshot: SnapshotLike, uids: Collection[str], *, as_of: date | None = None, most: int = MOST_AROUND
) -> Subgraph:
    """Return what is tied to a set of nodes without being in it, for a page to expand.

    Args:
        snapshot: where it is looked up.
        uids: the nodes that are shown.
        as_of: the day on which the ties must hold; by default the snapshot's.
        most: how many further nodes at most; the first by uid are taken.

    Returns:
        the further nodes, and the relationships that tie them to those shown.
    """
    district = read_district(snapshot)
    ties = [t for t in district.ties if t.span.holds(as_of or snapshot.manifest.as_of)]
    shown = set(uids)
    further = sorted(set(_next_to(shown, ties)) - shown)[:most]
    out = set(further)
    return _subgraph(
        district, further, [t for t in ties if (t.start in out) != (t.end in out) and {t.start, t.end} & shown]
    )


def _next_to(uids: Collection[str], ties: Sequence[Tie]) -> list[str]:
    ends = [(t.start, t.end) for t in ties]
    return sorted({b for a, b in ends if a in uids} | {a for a, b in ends if b in uids})


def _subgraph(district: District, uids: Sequence[str], ties: Sequence[Tie]) -> Subgraph:
    return Subgraph(tuple(_node(district.things[uid]) for uid in uids), tuple(_link(tie) for tie in ties))


def _node(thing: Thing) -> NetworkNode:
    return NetworkNode(
        thing.uid,
        (thing.label, *super_labels(thing.label)),
        {"name": thing.name, **thing.facts, "sources": list(thing.sources)},
    )


def _link(tie: Tie) -> NetworkLink:
    dates = {"valid_from": tie.span.start, "valid_to": tie.span.end}
    kept = {key: day for key, day in dates.items() if day is not None}
    return NetworkLink(tie.uid, tie.type, tie.start, tie.end, {**kept, **tie.facts, "sources": list(tie.sources)})
