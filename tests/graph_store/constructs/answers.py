"""What an engine answers to a construct, as text in which every value shows its type: so answers can be compared."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from graph_store.errors import StoreError
from graph_store.protocol import Node, Path, Relationship, Store, Value
from tests.graph_store.constructs.reading import Construct

CLEAN = (
    "MATCH (n) WHERE n.uid STARTS WITH 'probe:' DETACH DELETE n",
    "MATCH (n:Probe) DETACH DELETE n",
)


@dataclass(frozen=True)
class Answer:
    """Columns and rows, or the name of an error.

    Attributes:
        columns: none if there are no rows: an engine may not tell them then.
        rows: in their order where the statement asks for one, else sorted.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    error: str = ""

    def __str__(self) -> str:
        return self.error or "; ".join(self.rows) or "no rows"


def ask(store: Store, construct: Construct) -> tuple[Answer, ...]:
    """Return what a store answers to each statement, up to the first error or the last statement.

    What a construct writes is taken out again.
    """
    try:
        return tuple(_answers(store, construct))
    finally:
        if construct.writes:
            for text in CLEAN:
                store.run(text, write=True)


def _answers(store: Store, construct: Construct) -> list[Answer]:
    found: list[Answer] = []
    for text in construct.statements:
        found.append(_answer(store, text, write=construct.writes))
    return found


def _answer(store: Store, text: str, *, write: bool) -> Answer:
    try:
        result = store.run(text, write=write)
    except StoreError as error:
        return Answer(error=type(error).__name__)
    rows = [_several(row) for row in result.rows]
    return Answer(result.columns if rows else (), tuple(rows if "ORDER BY" in text else sorted(rows)))


def written(value: Value) -> str:
    """Return a value as Cypher would write it; integers, floats, texts, days and moments all look different."""
    if isinstance(value, Node):
        return f"(:{':'.join(value.labels)} {_map(value.properties)})"
    if isinstance(value, Relationship):
        return f"({value.start})-[:{value.type} {_map(value.properties)}]->({value.end})"
    if isinstance(value, Path):
        return f"path({_several((*value.nodes, *value.relationships))})"
    if isinstance(value, list):
        return f"[{_several(value)}]"
    return _map(value) if isinstance(value, dict) else _plain(value)


def _plain(value: bool | int | float | str | date | datetime | time | None) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
    if isinstance(value, date | time):
        return f"{type(value).__name__}({value.isoformat()})"
    return repr(value)


def _several(values: Iterable[Value]) -> str:
    return ", ".join(written(value) for value in values)


def _map(values: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{key}: {written(values[key])}" for key in sorted(values)) + "}"
