"""The schema: what every type has, what its arrows join, and the table that follows from it."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from graph_model.base import Dated
from graph_model.schema import (
    NODE_TYPES,
    RELATIONSHIP_TYPES,
    SUPER_LABELS,
    concrete_labels,
    endpoints,
    graph_type,
    label_en,
    label_zh,
    polars_schema,
    property_kinds,
    super_labels,
)

ALL = [*NODE_TYPES, *RELATIONSHIP_TYPES]
SAMPLES: dict[str, Any] = {
    "string": "text",
    "integer": 1,
    "float": 0.5,
    "boolean": True,
    "date": date(2024, 9, 3),
    "string_list": ["a", "b"],
}


@pytest.mark.parametrize("name", ALL)
def test_a_row_of_the_table_is_a_valid_object_of_the_class(name: str) -> None:
    """Polars types and pydantic types of each property agree."""
    kinds = property_kinds(name)
    row = {p: SAMPLES[k] for p, k in kinds.items()} | {"uid": "x:1"}
    if name in RELATIONSHIP_TYPES:
        row |= {"start": "a:1", "end": "b:2"}
    frame = pl.DataFrame([row], schema=dict(polars_schema(name)))
    assert graph_type(name).model_validate(frame.row(0, named=True)).model_dump() == row


@pytest.mark.parametrize("name", ALL)
def test_every_type_says_what_it_is_in_two_languages(name: str) -> None:
    assert label_zh(name)
    assert label_en(name).islower()
    assert (graph_type(name).__doc__ or "").split("\n")[0].endswith((".", ";", ":"))
    for field, info in graph_type(name).model_fields.items():
        assert info.description, f"{name}.{field}"


@pytest.mark.parametrize("label", NODE_TYPES)
def test_every_node_has_uid_name_and_sources(label: str) -> None:
    assert {"uid", "name", "defined", "sources", "note"} <= set(property_kinds(label))


@pytest.mark.parametrize("label", [x for s in ("Organisation", "JointBody", "AdminUnit") for x in concrete_labels(s)])
def test_what_comes_and_goes_has_dates(label: str) -> None:
    assert set(Dated.model_fields) <= set(property_kinds(label))


@pytest.mark.parametrize("kind", RELATIONSHIP_TYPES)
def test_arrows_join_labels_that_exist(kind: str) -> None:
    assert endpoints(kind)
    for start, end in endpoints(kind):
        assert concrete_labels(start)
        assert concrete_labels(end)
    assert set(Dated.model_fields) <= set(property_kinds(kind))
    discriminator = RELATIONSHIP_TYPES[kind].discriminator
    assert discriminator is None or discriminator in property_kinds(kind)


def test_super_labels_stand_for_their_concrete_labels() -> None:
    assert set(SUPER_LABELS) == {"AdminUnit", "Organisation", "PartyOrganisation", "JointBody"}
    assert super_labels("PartyBranch") == ("PartyOrganisation", "Organisation")
    assert set(concrete_labels("JointBody")) == {"Platform", "Alliance"}
    assert concrete_labels("Estate") == ("Estate",)
    with pytest.raises(KeyError):
        concrete_labels("Estates")


def test_nothing_of_the_schema_can_be_changed_by_accident() -> None:
    node = NODE_TYPES["Estate"].model_validate({"uid": "estate:1", "name": "示例花园"})
    with pytest.raises(ValueError, match="frozen"):
        setattr(node, "name", "另一个")  # noqa: B010 - as a constant attribute mypy would refuse it first
