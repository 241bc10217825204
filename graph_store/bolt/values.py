"""What the driver returns, as Python's own values and the package's own types. Imports no driver.

A value of the driver is known here by the attributes that it has, so that the rules can be read and tested without it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, property_kinds
from graph_store.protocol import Node, Path, Relationship, Value, ordered_labels

RESERVED = "gridgov_"
"""How properties begin that the publication keeps for its own use; no result shows them."""

_PLAIN = frozenset({type(None), bool, int, float, str})
_REFERENCE_SYSTEMS = {7203: "cartesian", 9157: "cartesian-3d", 4326: "wgs-84", 4979: "wgs-84-3d"}
Ends = Mapping[str, str]
"""The server's name of a node -> its uid, for nodes that came without their properties."""


def bare_ends(value: Any) -> Iterator[str]:
    """Yield the server's names of the ends of relationships that came without their uid."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from bare_ends(item)
    elif isinstance(value, dict):
        yield from bare_ends(list(value.values()))
    elif hasattr(value, "start_node"):
        ends = [*value.nodes, *getattr(value, "relationships", ())]
        for node in (value.start_node, value.end_node):
            if "uid" not in node:
                yield str(node.element_id)
        yield from bare_ends([tie for tie in ends if hasattr(tie, "start_node")])


def to_value(value: Any, ends: Ends) -> Value:
    """Return a value of a result as Python's own: recursively in lists and maps.

    Args:
        value: as the driver returned it.
        ends: uids of the nodes that `bare_ends` named.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value  # type: ignore[no-any-return] # one of the types just named
    if kind is list:
        return [item if type(item) in _PLAIN else to_value(item, ends) for item in value]
    if kind is dict:
        return {key: item if type(item) in _PLAIN else to_value(item, ends) for key, item in value.items()}
    return _graph_value(value, ends) if hasattr(value, "graph") else _other(value)


def _graph_value(value: Any, ends: Ends) -> Value:
    if hasattr(value, "labels"):
        return _node(value, ends)
    return _path(value, ends) if hasattr(value, "relationships") else _relationship(value, ends)


def _other(value: Any) -> Value:
    """Return a day or a time as Python's own, a point as its parts, and as text what is left: durations, year 10000."""
    if hasattr(value, "to_native"):
        try:
            native: date | datetime | time = value.to_native()
        except ValueError:
            return str(value.iso_format())
        return native
    if isinstance(value, bytes | bytearray):
        return list(value)
    if hasattr(value, "srid"):
        return _point(value)
    return str(value.iso_format() if hasattr(value, "iso_format") else value)


def _point(value: Any) -> Value:
    """Return a point as the embedded engine does: its coordinates by all the names that Cypher has for them."""
    geographic = value.srid in {4326, 4979}
    names = ("longitude", "latitude", "height") if geographic else ()
    crs = _REFERENCE_SYSTEMS.get(value.srid, "")
    return {
        **dict(zip(names, value, strict=False)),
        **dict(zip("xyz", value, strict=False)),
        "crs": crs,
        "srid": value.srid,
    }


def _node(value: Any, ends: Ends) -> Node:
    labels = ordered_labels(value.labels)
    properties = _properties(value, labels[0] if labels else "", ends)
    return Node(str(properties.get("uid", ends.get(str(value.element_id), ""))), labels, properties)


def _relationship(value: Any, ends: Ends) -> Relationship:
    properties = _properties(value, value.type, ends)
    start, end = (
        str(node.get("uid", ends.get(str(node.element_id), ""))) for node in (value.start_node, value.end_node)
    )
    return Relationship(str(properties.get("uid", "")), str(value.type), start, end, properties)


def _path(value: Any, ends: Ends) -> Path:
    return Path(
        tuple(_node(node, ends) for node in value.nodes), tuple(_relationship(tie, ends) for tie in value.relationships)
    )


def _properties(value: Any, kind: str, ends: Ends) -> dict[str, Value]:
    """Return the properties in the order of the schema, then others by name."""
    known = property_kinds(kind) if kind in NODE_TYPES or kind in RELATIONSHIP_TYPES else {}
    found = dict(value.items())
    order = [*(key for key in known if key in found), *sorted(key for key in found if key not in known)]
    return {key: to_value(found[key], ends) for key in order if not key.startswith(RESERVED)}
