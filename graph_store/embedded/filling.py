"""How a snapshot gets into the embedded engine: types with their super-labels, indexes, then all rows in bulk."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Protocol

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
from graph_store.snapshot.content_hash import frame_texts
from graph_store.snapshot.reading import Snapshot

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
    """Create labels, relationship types and properties as the model has them."""
    parents = {name: above for label in NODE_TYPES for name, above in pairwise(_line(label))}
    made: set[str] = set()
    for label in (*SUPER_LABELS, *NODE_TYPES):
        _create_label(engine, label, parents, made)
    for kind in RELATIONSHIP_TYPES:
        engine.create_relationship_type(kind)
    roots = [label for label in made if parents.get(label) is None]
    text = dict.fromkeys(_INDEXED, ENGINE_TYPES["string"])
    engine.create_properties(dict.fromkeys(roots, text))
    engine.create_properties({name: _declared(name) for name in (*NODE_TYPES, *RELATIONSHIP_TYPES)})


def create_indexes(engine: Filler) -> None:
    """Index what questions begin with: a uid, which is unique, a name and a code, over all labels below a root."""
    roots = {line[-1] for line in map(_line, NODE_TYPES)}
    for label in sorted(roots):
        for name in _INDEXED:
            engine.create_index(label, name, unique=name == "uid")


def _line(label: str) -> tuple[str, ...]:
    return (label, *super_labels(label))


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
    """Add all nodes and relationships of a snapshot, then index them: faster than the other way round."""
    places = pl.DataFrame(schema={"uid": pl.String, "place": pl.String})
    for label in NODE_TYPES:
        for chunk in snapshot.nodes(label).iter_slices(_CHUNK):
            if len(chunk):
                found = engine.add_nodes(label, _json_list(chunk))
                places.extend(pl.DataFrame({"uid": chunk.get_column("uid"), "place": found}))
    for kind in RELATIONSHIP_TYPES:
        for chunk in snapshot.relationships(kind).iter_slices(_CHUNK):
            if len(chunk):
                engine.add_relationships(kind, _json_list(_placed(chunk, places)))


def _placed(chunk: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return relationships with the engine's identifiers of their ends in place of the uids."""
    for side, column in (("start", "_src"), ("end", "_dst")):
        chunk = chunk.join(places.rename({"place": column}), left_on=side, right_on="uid", how="left").drop(side)
    return chunk


def _json_list(chunk: pl.DataFrame) -> str:
    return f"[{','.join(frame_texts(chunk))}]"


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
