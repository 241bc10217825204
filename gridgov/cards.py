"""Everything that a snapshot knows of one node: its facts, its neighbours, and the rows that say so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, super_labels
from gridgov.places import Place, file_names, places

if TYPE_CHECKING:
    from graph_store.snapshot.reading import Snapshot

_BOUNDS = ("valid_from", "valid_from_latest", "valid_to_earliest", "valid_to")
_NOT_FACTS = {"uid", "name", "sources", "start", "end", *_BOUNDS}


@dataclass(frozen=True)
class Fact:
    """A property of a node, with the rows that say so."""

    property: str
    value: Any
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Neighbour:
    """A node at the other end of a tie.

    Args:
        type: relationship type.
        outgoing: whether the tie begins at the node of the card.
        label: concrete label of the neighbour.
        uid: its uid.
        name: its name.
        properties: of the tie, the filled ones.
        valid_from: first day on which the tie may have held; None: unknown.
        valid_to: first day on which it no longer held; None: open.
        places: the rows that say so.
    """

    type: str
    outgoing: bool
    label: str
    uid: str
    name: str
    properties: Mapping[str, Any]
    valid_from: date | None
    valid_to: date | None
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Card:
    """One node with all that is known of it."""

    uid: str
    name: str
    labels: tuple[str, ...]
    facts: tuple[Fact, ...]
    neighbours: tuple[Neighbour, ...]
    places: tuple[Place, ...]


def card(snapshot: "Snapshot", label: str, uid: str) -> Card:
    """Return the card of a node.

    Args:
        snapshot: where it is.
        label: its concrete label.
        uid: its uid.
    """
    import polars as pl

    row = snapshot.nodes(label).row(by_predicate=pl.col("uid") == uid, named=True)
    files = file_names(snapshot.manifest.sources)
    said = _evidence(snapshot, uid)
    own = places(row["sources"], files)
    facts = [(name, cell) for name, cell in row.items() if name not in _NOT_FACTS and cell not in (None, [])]
    facts += [(name, row[name]) for name in ("valid_from", "valid_to") if row.get(name)]
    return Card(
        uid=uid,
        name=row["name"],
        labels=(label, *super_labels(label)),
        facts=tuple(Fact(name, cell, places(said.get(name, ()), files) or own) for name, cell in facts),
        neighbours=tuple(_neighbours(snapshot, uid, files)),
        places=own,
    )


def _evidence(snapshot: "Snapshot", uid: str) -> dict[str, list[str]]:
    import polars as pl

    evidence = snapshot.evidence()
    found: dict[str, list[str]] = {}
    if evidence.is_empty():
        return found
    for _, name, source in evidence.filter(pl.col("uid") == uid).select("uid", "property", "source").iter_rows():
        found.setdefault(name, []).append(source)
    return found


def _neighbours(snapshot: "Snapshot", uid: str, files: Mapping[str, str]) -> Iterator[Neighbour]:
    import polars as pl

    ties = [
        (kind, row)
        for kind in RELATIONSHIP_TYPES
        for row in snapshot.relationships(kind)
        .filter((pl.col("start") == uid) | (pl.col("end") == uid))
        .iter_rows(named=True)
    ]
    others = {row["end"] if row["start"] == uid else row["start"] for _, row in ties}
    known = {
        row[0]: (label, row[1])
        for label in NODE_TYPES
        for row in snapshot.nodes(label).filter(pl.col("uid").is_in(list(others))).select("uid", "name").iter_rows()
    }
    for kind, row in ties:
        other = row["end"] if row["start"] == uid else row["start"]
        label, name = known[other]
        properties = {key: cell for key, cell in row.items() if key not in _NOT_FACTS and cell not in (None, [])}
        dates = row["valid_from"], row["valid_to"]
        yield Neighbour(
            kind, row["start"] == uid, label, other, name, properties, *dates, places(row["sources"], files)
        )
