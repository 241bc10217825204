"""The part of a graph that a network map shows: out of a query's rows, around a node, or merged by label."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from graph_model.schema import NODE_TYPES
from graph_model.uids import snake_case


@runtime_checkable
class NodeLike(Protocol):
    """A node as a store returns it."""

    @property
    def uid(self) -> str:
        """Its identifier."""

    @property
    def labels(self) -> Sequence[str]:
        """Its concrete label first, then super-labels."""

    @property
    def properties(self) -> Mapping[str, Any]:
        """What it has."""


@runtime_checkable
class LinkLike(Protocol):
    """A relationship as a store returns it."""

    @property
    def uid(self) -> str:
        """Its identifier."""

    @property
    def type(self) -> str:
        """Its type."""

    @property
    def start(self) -> str:
        """Uid of the node on the left."""

    @property
    def end(self) -> str:
        """Uid of the node on the right."""

    @property
    def properties(self) -> Mapping[str, Any]:
        """What it has."""


@runtime_checkable
class _PathLike(Protocol):
    @property
    def nodes(self) -> Sequence[Any]: ...

    @property
    def relationships(self) -> Sequence[Any]: ...


@dataclass(frozen=True)
class NetworkNode:
    """A node to be drawn; nodes that a store returned can be drawn as they are."""

    uid: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NetworkLink:
    """A relationship to be drawn; those that a store returned can be drawn as they are."""

    uid: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Subgraph:
    """Nodes and the relationships among them, each once."""

    nodes: tuple[NodeLike, ...]
    links: tuple[LinkLike, ...]


def subgraph_of(rows: Iterable[Iterable[object]]) -> Subgraph:
    """Return all nodes and relationships in the rows of a result.

    Args:
        rows: tuples of values; nodes, relationships and paths are found inside lists and maps too.

    Returns:
        each node and relationship once, in the order of its first appearance. An end that the rows name and do not
        hold is made up of its uid.
    """
    nodes: dict[str, NodeLike] = {}
    links: dict[str, LinkLike] = {}
    for row in rows:
        _collect(list(row), nodes, links)
    return complete(nodes.values(), links.values())


def complete(nodes: Iterable[NodeLike], links: Iterable[LinkLike]) -> Subgraph:
    """Return nodes and relationships, each once, with a node made up for every end that is missing."""
    found = {node.uid: node for node in nodes}
    ties = {link.uid: link for link in links}
    for link in ties.values():
        for uid in (link.start, link.end):
            if uid not in found:
                found[uid] = _node_of_uid(uid)
    return Subgraph(tuple(found.values()), tuple(ties.values()))


def aggregate(nodes: Sequence[NodeLike], links: Sequence[LinkLike]) -> Subgraph:
    """Return one node for each label and one relationship for each type between two labels, with their counts."""
    part = complete(nodes, links)
    labels = {node.uid: _concrete(node) for node in part.nodes}
    counts = Counter(labels.values())
    ties = Counter((link.type, labels[link.start], labels[link.end]) for link in part.links)
    merged = [
        NetworkNode(f"label:{label}", (label,), {"name": label, "count": n}) for label, n in sorted(counts.items())
    ]
    joined = [
        NetworkLink(f"{kind}:{a}:{b}", kind, f"label:{a}", f"label:{b}", {"count": n})
        for (kind, a, b), n in sorted(ties.items())
    ]
    return Subgraph(tuple(merged), tuple(joined))


def _collect(value: object, nodes: dict[str, NodeLike], links: dict[str, LinkLike]) -> None:
    if isinstance(value, list | tuple):
        for part in value:
            _collect(part, nodes, links)
    elif isinstance(value, Mapping):
        _collect(list(value.values()), nodes, links)
    elif isinstance(value, NodeLike):
        nodes.setdefault(value.uid, value)
    elif isinstance(value, LinkLike):
        links.setdefault(value.uid, value)
    elif isinstance(value, _PathLike):
        _collect([*value.nodes, *value.relationships], nodes, links)


def _concrete(node: NodeLike) -> str:
    return node.labels[0] if node.labels else ""


def _node_of_uid(uid: str) -> NetworkNode:
    prefix, _, key = uid.partition(":")
    label = next((name for name in NODE_TYPES if snake_case(name) == prefix), prefix)
    return NetworkNode(uid, (label,), {"name": key.rpartition("/")[2] or uid})
