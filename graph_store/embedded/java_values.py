"""What the Java engine returns, as Python's own values and the package's own types. Imports no engine.

An object of Java is known here by the name of its class or by the methods that it has, so that this page can be read,
and its rules be tested, without Java.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, cast

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, PropertyKind, property_kinds, super_labels
from graph_store.protocol import Node, Path, Relationship, Value, ordered_labels

_Convert = Callable[[Any], Value]
_EPOCH = date(1970, 1, 1).toordinal()
_PLAIN = (type(None), bool, int, float, str, date, time)  # a datetime is a date


def to_value(value: Any) -> Value:
    """Return a value of a result as Python's own: recursively in lists and maps.

    Integers stay integers; dates become `datetime.date`; a duration becomes its ISO 8601 text.
    """
    if type(value) in _PLAIN or type(value) is datetime:
        return value  # type: ignore[no-any-return] # one of the types just named
    if isinstance(value, list | tuple | set | frozenset):
        return [to_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_value(item) for key, item in value.items()}
    return _converter(cast("Hashable", type(value)))(value)


@cache
def _converter(kind: Any) -> _Convert:
    name: str = kind.__name__.rpartition(".")[2]
    if name in _BY_NAME:
        return _BY_NAME[name]
    for method, convert in _BY_METHOD:
        if hasattr(kind, method):
            return convert
    return str


def _date(value: Any) -> Value:
    text = str(value)
    try:
        return date.fromisoformat(text)
    except ValueError:  # a year that Python's calendar does not have
        return text


def _datetime(value: Any) -> Value:
    text = str(value).partition("[")[0]  # without the name of a time zone; its offset stays
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # as above
        return text


def _time(value: Any) -> Value:
    text = str(value)
    try:
        return time.fromisoformat(text)
    except ValueError:  # an offset with seconds, for one
        return text


def _items(value: Any) -> Value:
    return [to_value(item) for item in value]


def _map(value: Any) -> Value:
    return {str(key): to_value(item) for key, item in value.items()}


def _path(value: Any) -> Path:
    nodes = tuple(_node(vertex) for vertex in value.getVertices())
    return Path(nodes, tuple(_relationship(edge) for edge in value.getEdges()))


def _node(value: Any) -> Node:
    kind = str(value.getTypeName())
    properties = _properties(value, kind, NODE_TYPES)
    return Node(str(properties.get("uid", "")), _labels(kind), properties)


@cache
def _labels(kind: str) -> tuple[str, ...]:
    # a node written with several labels of the user's own gets a type named "A~B" by the engine
    return (kind, *super_labels(kind)) if kind in NODE_TYPES else ordered_labels(kind.split("~"))


def _relationship(value: Any) -> Relationship:
    kind = str(value.getTypeName())
    properties = _properties(value, kind, RELATIONSHIP_TYPES)
    start, end = (str(vertex.get("uid")) for vertex in (value.getOutVertex(), value.getInVertex()))
    return Relationship(str(properties.get("uid", "")), kind, start, end, properties)


def _properties(value: Any, kind: str, types: Mapping[str, object]) -> dict[str, Value]:
    """Return the properties of a node or relationship; one crossing to Java where the schema knows all of them."""
    kinds: Mapping[str, PropertyKind] = property_kinds(kind) if kind in types else {}
    raw: dict[str, Any] = json.loads(str(value.toJSON().toString()))
    if not raw.keys() <= kinds.keys():
        raw = {str(key): to_value(item) for key, item in value.propertiesAsMap().items()}
        return {key: item for key, item in raw.items() if item is not None}
    return {key: _declared(raw[key], kinds[key]) for key in kinds if raw.get(key) is not None}


def _declared(value: Any, kind: PropertyKind) -> Value:
    if kind == "date" and isinstance(value, int):  # days since 1970
        return date.fromordinal(_EPOCH + value)
    return value  # type: ignore[no-any-return] # what JSON holds


_BY_NAME: dict[str, _Convert] = {
    "Boolean": bool,
    "String": str,
    "Character": str,
    **dict.fromkeys(("Byte", "Short", "Integer", "Long", "BigInteger"), int),
    **dict.fromkeys(("Float", "Double"), float),
    "BigDecimal": lambda value: float(str(value)),
    "Decimal": float,
    **dict.fromkeys(("LocalDate", "CypherDate"), _date),
    **dict.fromkeys(
        ("LocalDateTime", "ZonedDateTime", "OffsetDateTime", "Instant", "CypherDateTime", "CypherLocalDateTime"),
        _datetime,
    ),
    **dict.fromkeys(("LocalTime", "OffsetTime", "CypherTime", "CypherLocalTime"), _time),
}

_BY_METHOD: tuple[tuple[str, _Convert], ...] = (
    ("getOutVertex", _relationship),
    ("getOutEdges", _node),
    ("asVertex", _node),
    ("getVertices", _path),
    ("entrySet", _map),
    ("toMap", lambda value: _map(value.toMap())),
    ("iterator", _items),
    ("__iter__", _items),
)
