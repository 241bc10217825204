"""What must have been loaded for a count to mean anything: without it, nothing was counted."""

import re
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from graph_model.schema import RELATIONSHIP_TYPES, concrete_labels, property_kinds

_ARROW = re.compile(r"\(:(\w+)\)-\[:(\w+)\]->\(:(\w+)\)")
_NODE = re.compile(r"([A-Z]\w*)(?:\.(\w+)(?:=(.+))?)?")


@dataclass(frozen=True)
class NodeNeed:
    """At least one defined node of a label, with a property if one is named, of a value if one is given."""

    label: str
    property: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class TieNeed:
    """At least one tie of a type between defined nodes of two labels."""

    start: str
    type: str
    end: str


def parse_need(text: str) -> NodeNeed | TieNeed:
    """Read what a figures file writes in `needs`.

    Args:
        text: "Estate", "Estate.managed", "Matter.kind=dispute" or "(:PartyBranch)-[:COVERS]->(:Estate)"; labels may be
            super-labels.

    Returns:
        What is needed.

    Raises:
        ValueError: if it is none of these, or names what the schema lacks.
    """
    if arrow := _ARROW.fullmatch(text):
        start, type_, end = arrow.groups()
        _known_label(start)
        _known_label(end)
        if type_ not in RELATIONSHIP_TYPES:
            raise ValueError(f"the schema has no relationship type {type_}")
        return TieNeed(start, type_, end)
    if node := _NODE.fullmatch(text):
        label, property_, value = node.groups()
        for concrete in _known_label(label):
            if property_ and property_ not in property_kinds(concrete):
                raise ValueError(f"{concrete} has no property {property_}")
        return NodeNeed(label, property_, value)
    raise ValueError(f"{text!r} is neither a label, nor Label.property, nor (:Label)-[:TYPE]->(:Label)")


class Tables(Protocol):
    """What a snapshot offers here: one table a concrete label or relationship type."""

    def nodes(self, label: str) -> pl.DataFrame:
        """Return the nodes of a concrete label."""

    def relationships(self, relationship_type: str, /) -> pl.DataFrame:
        """Return the ties of a type."""


class LoadedKinds:
    """What a snapshot holds at all, as far as figures ask.

    Args:
        tables: a snapshot.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def has(self, need: str) -> bool:
        """Return whether the snapshot holds at least one of what is needed; a stub is not one."""
        parsed = parse_need(need)
        return self._has_node(parsed) if isinstance(parsed, NodeNeed) else self._has_tie(parsed)

    def _has_node(self, need: NodeNeed) -> bool:
        return any(_having(self._defined(label), need).height for label in concrete_labels(need.label))

    def _has_tie(self, need: TieNeed) -> bool:
        ties = self._tables.relationships(need.type)
        starts, ends = self._uids(need.start), self._uids(need.end)
        return not ties.filter(pl.col("start").is_in(starts) & pl.col("end").is_in(ends)).is_empty()

    def _uids(self, label: str) -> list[str]:
        return [uid for concrete in concrete_labels(label) for uid in self._defined(concrete)["uid"]]

    def _defined(self, label: str) -> pl.DataFrame:
        return self._tables.nodes(label).filter(pl.col("defined"))


def _having(nodes: pl.DataFrame, need: NodeNeed) -> pl.DataFrame:
    if need.property is None:
        return nodes
    if need.value is None:
        return nodes.filter(pl.col(need.property).is_not_null())
    return nodes.filter(pl.col(need.property).cast(pl.String) == need.value)


def _known_label(label: str) -> tuple[str, ...]:
    try:
        return concrete_labels(label)
    except KeyError:
        raise ValueError(f"the schema has no label {label}") from None
