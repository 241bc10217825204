"""What every store promises, whichever engine is behind it. Read this page first; it imports no engine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from graph_model.schema import NODE_TYPES, super_labels


@dataclass(frozen=True)
class Node:
    """A node as a statement returned it.

    Attributes:
        uid: its identifier.
        labels: its concrete label first, then its super-labels, narrowest first.
        properties: what it has; a property that is missing is not there, an empty list neither.
    """

    uid: str
    labels: tuple[str, ...]
    properties: Mapping[str, "Value"] = field(hash=False)


@dataclass(frozen=True)
class Relationship:
    """A relationship as a statement returned it; `start` and `end` are the uids of its nodes."""

    uid: str
    type: str
    start: str
    end: str
    properties: Mapping[str, "Value"] = field(hash=False)


@dataclass(frozen=True)
class Path:
    """A walk through the graph: one node more than relationships, in the order walked."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


Value: TypeAlias = (
    "bool | int | float | str | date | datetime | time "
    "| Node | Relationship | Path | list[Value] | dict[str, Value] | None"
)
"""What a cell of a result can hold. A duration comes as its ISO 8601 text, a point as a map of its coordinates."""


@dataclass(frozen=True)
class Result:
    """The rows that a statement returned.

    Attributes:
        columns: their names, in the order of the statement.
        rows: one tuple a row, as wide as `columns`.
        scratch: True if the statement ran on a copy that is thrown away, so that what it wrote is not kept.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    scratch: bool = False

    def records(self) -> list[dict[str, Value]]:
        """Return the rows as dictionaries, keys in the order of the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class StoreSchema:
    """The names that a statement can use in a store, sorted: what a linter needs to know."""

    labels: tuple[str, ...]
    relationship_types: tuple[str, ...]
    property_keys: tuple[str, ...]


class Store(Protocol):
    """A graph that answers Cypher: one snapshot, behind one engine. A context manager; closing it twice is fine.

    How a store is filled is its own affair. A statement is one statement: whoever has several splits them.
    """

    def run(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        columns: Sequence[str] | None = None,
        write: bool = False,
        timeout: float | None = None,
    ) -> Result:
        """Put a statement to the store and return all its rows.

        Args:
            text: one Cypher statement.
            parameters: values by name; dates as `datetime.date`. Names the statement does not use are ignored.
            columns: names of the columns if the result is empty (an engine may not tell them then).
            write: let the statement write. Where it writes to, the store says (`Result.scratch`).
            timeout: seconds the statement may take; None: the store's own limit; 0: none.

        Raises:
            QuerySyntaxError: the text is no Cypher; with line and column where the engine tells.
            ParameterMissing: the text uses a parameter that was not given.
            WriteRefused: the statement writes, and `write` is False; nothing was changed.
            QueryTimeout: the time was up.
            QueryFailed: the statement could not be answered.
            StoreUnavailable: the engine is not there.
        """

    def published(self) -> str | None:
        """Return the content hash of the snapshot that the store holds; None if it holds none."""

    def schema(self) -> StoreSchema:
        """Return the labels, relationship types and property keys that the store knows."""

    def close(self) -> None:
        """Let go of the engine, and of what was written to a scratch copy."""

    def __enter__(self) -> Self:
        """Return the store itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""


def ordered_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels in one order for every engine: concrete, its super-labels from narrow to wide, then others by name.

    >>> ordered_labels(["Organisation", "PartyBranch", "PartyOrganisation"])
    ('PartyBranch', 'PartyOrganisation', 'Organisation')
    """
    found = set(labels)
    known = [name for concrete in NODE_TYPES if concrete in found for name in (concrete, *super_labels(concrete))]
    first = [name for name in dict.fromkeys(known) if name in found]
    return (*first, *sorted(found.difference(first)))
