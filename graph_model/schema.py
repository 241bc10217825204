"""All node and relationship types by name, and what follows from them for tables, engines and documents."""

import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

from graph_model import (
    events,
    institutions_and_documents,
    joint_bodies,
    organisations,
    party_organisations,
    persons_and_posts,
    places,
    relationships,
)
from graph_model.base import Dated, Node, Relationship

if typing.TYPE_CHECKING:
    import polars as pl

PropertyKind = Literal["string", "integer", "float", "boolean", "date", "string_list"]

SCHEMA_VERSION = 1

_ABSTRACT = frozenset({"AdminUnit", "PartyOrganisation", "Organisation", "JointBody"})

_NODE_MODULES = (
    places,
    party_organisations,
    organisations,
    joint_bodies,
    persons_and_posts,
    events,
    institutions_and_documents,
)


def _node_types() -> dict[str, type[Node]]:
    found = {}
    for module in _NODE_MODULES:
        for name, value in vars(module).items():
            is_node = isinstance(value, type) and issubclass(value, Node) and value.__module__ == module.__name__
            if is_node and name not in _ABSTRACT:
                found[name] = value
    return found


def _relationship_types() -> dict[str, type[Relationship]]:
    found = {}
    for name, value in vars(relationships).items():
        if isinstance(value, type) and issubclass(value, Relationship) and value is not Relationship:
            found[re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()] = value
    return found


NODE_TYPES: Mapping[str, type[Node]] = MappingProxyType(_node_types())
"""Concrete label -> class, in the order in which documents list them."""

RELATIONSHIP_TYPES: Mapping[str, type[Relationship]] = MappingProxyType(_relationship_types())
"""Relationship type -> class."""

SUPER_LABELS: tuple[str, ...] = tuple(sorted({s for cls in NODE_TYPES.values() for s in cls.super_labels}))
"""Labels by which a question can be asked of several concrete labels at once."""


def super_labels(label: str) -> tuple[str, ...]:
    """Return the super-labels of a concrete label, narrowest first."""
    return NODE_TYPES[label].super_labels


@cache
def concrete_labels(label: str) -> tuple[str, ...]:
    """Return the concrete labels that a label stands for: itself, or all that bear it as a super-label."""
    if label in NODE_TYPES:
        return (label,)
    found = tuple(name for name, cls in NODE_TYPES.items() if label in cls.super_labels)
    if not found:
        raise KeyError(label)
    return found


def endpoints(relationship_type: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of labels (left, right) that a relationship type may join; super-labels are allowed."""
    return RELATIONSHIP_TYPES[relationship_type].arrows


def _kind(annotation: object) -> PropertyKind:
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        annotation = next(a for a in typing.get_args(annotation) if a is not type(None))
    if typing.get_origin(annotation) is list:
        return "string_list"
    kinds: dict[object, PropertyKind] = {
        str: "string",
        bool: "boolean",
        int: "integer",
        float: "float",
        date: "date",
    }
    return kinds[annotation]


def graph_type(name: str) -> type[Node] | type[Relationship]:
    """Return the class of a concrete label or relationship type."""
    return NODE_TYPES[name] if name in NODE_TYPES else RELATIONSHIP_TYPES[name]


@cache
def property_kinds(name: str) -> Mapping[str, PropertyKind]:
    """Return the properties of a concrete label or relationship type, with the kind of value each holds.

    Args:
        name: a concrete label or a relationship type.

    Returns:
        property -> kind, `uid` first; a relationship's start and end are not properties.

    Raises:
        KeyError: if the schema knows no such label or type.
    """
    fields = graph_type(name).model_fields
    kinds = {field: _kind(info.annotation) for field, info in fields.items() if field not in {"start", "end"}}
    leading = [p for p in ("uid", "name", "defined", *Dated.model_fields) if p in kinds]
    trailing = ["note", "sources"]
    order = [*leading, *(p for p in kinds if p not in {*leading, *trailing}), *trailing]
    return MappingProxyType({p: kinds[p] for p in order})


@cache
def polars_schema(name: str) -> "Mapping[str, pl.DataType]":
    """Return the columns of the table of a concrete label or relationship type, with their Polars types."""
    import polars as pl  # noqa: PLC0415 - the command line reads the schema without Polars

    dtypes: dict[PropertyKind, pl.DataType] = {
        "string": pl.String(),
        "integer": pl.Int64(),
        "float": pl.Float64(),
        "boolean": pl.Boolean(),
        "date": pl.Date(),
        "string_list": pl.List(pl.String()),
    }
    columns = {p: dtypes[k] for p, k in property_kinds(name).items()}
    if name in RELATIONSHIP_TYPES:
        columns = {"uid": pl.String(), "start": pl.String(), "end": pl.String()} | columns
    return MappingProxyType(columns)


def label_zh(name: str) -> str:
    """Return the Chinese name of a concrete label or relationship type."""
    return graph_type(name).zh


_APOSTROPHE = re.compile(r"^(owners|residents) committee$")


def label_en(name: str) -> str:
    """Return the English name of a concrete label or relationship type, in lower case, as English spells it."""
    if name in RELATIONSHIP_TYPES:
        return name.lower().replace("_", " ").replace("co build", "co-build")
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()
    return _APOSTROPHE.sub(r"\1' committee", words.replace("co build", "co-build").replace("self gov", "self-gov"))
