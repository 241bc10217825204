"""How a snapshot gets into the embedded engine: types with their super-labels, indexes, then all rows in bulk."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Protocol

import polars as pl

from graph_model.schema import (
    NODE_TYPES,
    RELATIONSHIP_TYPES,
    SUPER_LABELS,
    PropertyKind,
    property_kinds,
    super_labels,
)
from graph_store.errors import StoreUnavailable
from graph_store.snapshot import Snapshot

_CHUNK = 20_000  # rows that cross to Java as one text
_INDEXED = ("uid", "name", "code")

ENGINE_TYPES: Mapping[PropertyKind, tuple[str, ...]] = {
    "string": ("STRING",),
    "integer": ("LONG",),
    "float": ("DOUBLE",),
    "boolean": ("BOOLEAN",),
    "date": ("DATE",),
    "string_list": ("LIST", "STRING"),
}
"""What a kind of property is called in the engine: its type, and that of a list's items."""


class Filler(Protocol):
    """What the filling needs of an engine that is being built."""

    def create_node_type(self, label: str, above: str | None) -> None:
        """Create a label; it is also an `above`, if there is one."""

    def create_relationship_type(self, name: str) -> None:
        """Create a relationship type."""

    def create_properties(self, properties: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        """Declare properties: label or type -> property -> engine's type."""

    def create_index(self, label: str, name: str, *, unique: bool) -> None:
        """Index a property of a label and of all labels below it."""

    def add_nodes(self, label: str, rows: str) -> list[str]:
        """Add nodes, given as a JSON list; return the engine's own identifiers in the same order."""

    def add_relationships(self, kind: str, rows: str) -> None:
        """Add relationships, given as a JSON list with the ends' identifiers as `_src` and `_dst`."""


def create_schema(engine: Filler) -> None:
    """Create labels, relationship types, properties and indexes as the model has them."""
    parents = {name: above for label in NODE_TYPES for name, above in pairwise((label, *super_labels(label)))}
    made: set[str] = set()
    for label in (*SUPER_LABELS, *NODE_TYPES):
        _create_label(engine, label, parents, made)
    for kind in RELATIONSHIP_TYPES:
        engine.create_relationship_type(kind)
    roots = [label for label in made if parents.get(label) is None]
    text = dict.fromkeys(_INDEXED, ENGINE_TYPES["string"])
    engine.create_properties(dict.fromkeys(roots, text))
    engine.create_properties({name: _declared(name) for name in (*NODE_TYPES, *RELATIONSHIP_TYPES)})
    for label in sorted(roots):
        for name in _INDEXED:
            engine.create_index(label, name, unique=name == "uid")


def _create_label(engine: Filler, label: str, parents: Mapping[str, str], made: set[str]) -> None:
    if label in made:
        return
    above = parents.get(label)
    if above is not None:
        _create_label(engine, above, parents, made)
    engine.create_node_type(label, above)
    made.add(label)


def _declared(name: str) -> dict[str, tuple[str, ...]]:
    kinds = property_kinds(name)
    inherited = _INDEXED if name in NODE_TYPES else ()
    return {key: ENGINE_TYPES[kind] for key, kind in kinds.items() if key not in inherited}


def fill(engine: Filler, snapshot: Snapshot) -> None:
    """Add all nodes and relationships of a snapshot."""
    places: dict[str, str] = {}
    for label in NODE_TYPES:
        for chunk in snapshot.nodes(label).iter_slices(_CHUNK):
            rows = [_present(row) for row in _plain(chunk).iter_rows(named=True)]
            if rows:
                found = engine.add_nodes(label, json.dumps(rows, ensure_ascii=False))
                places.update(zip((row["uid"] for row in rows), found, strict=True))
    for kind in RELATIONSHIP_TYPES:
        for chunk in snapshot.relationships(kind).iter_slices(_CHUNK):
            rows = [_tie(row, places) for row in _plain(chunk).iter_rows(named=True)]
            if rows:
                engine.add_relationships(kind, json.dumps(rows, ensure_ascii=False))


def check_counts(count: Callable[[str], int], snapshot: Snapshot) -> None:
    """See that an engine really holds every row; it is made to read each of them, not to trust its own statistics.

    Args:
        count: returns the one number that a statement returns.
        snapshot: that was filled in.

    Raises:
        StoreUnavailable: rows are missing.
    """
    counts = snapshot.manifest.counts
    patterns = {
        **{label: f"(n:{label})" for label in counts.nodes},
        **{kind: f"()-[n:{kind}]->()" for kind in counts.relationships},
    }
    for name, expected in {**counts.nodes, **counts.relationships}.items():
        found = count(f"MATCH {patterns[name]} WHERE n.uid <> '' RETURN count(n) AS n") if expected else 0
        if found != expected:
            raise StoreUnavailable(
                f"引擎建立不完整：{name} 应有 {expected}，实有 {found}。请检查磁盘空间后重试",
                f"the engine was built incompletely: {name} should be {expected} and is {found}. "
                "Check the disk's free space and try again",
            )


def _plain(chunk: pl.DataFrame) -> pl.DataFrame:
    return chunk.with_columns(pl.selectors.date().dt.to_string("%Y-%m-%d"))


def _present(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None and value != []}


def _tie(row: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    present = _present(row)
    return {"_src": places[present.pop("start")], "_dst": places[present.pop("end")], **present}
