"""Both ways: each field of a record lands somewhere in the graph, each property is filled by some record."""

import pytest

from graph_model.base import Dated
from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, concrete_labels, endpoints, property_kinds
from graph_model.vocabularies import vocabulary
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import DISTRICT, PERSON, POST, SUBJECT, Record, Tie, columns
from loaders.resolution.questions import label_of_kind, labels_for

BY_POST = {"organisation", "role", "seat"}
BY_ROW = {"uid", "sources", "defined", "name"}
BY_ORGANISATION_ENDING = {"inferred"}
BY_PERSON_KEYS = {"identity"}


def labels_of(record: str) -> tuple[str, ...]:
    """The labels of the nodes that rows of a record type define."""
    defines = RECORD_TYPES[record].defines
    if defines is None:
        return ()
    return ("District", "Subdistrict", "Community") if defines.label_field else (defines.label,)


def qualifying(cls: type[Record]) -> set[str]:
    """Fields that say which thing another field means."""
    found: set[str] = set()
    for name, column in columns(cls).items():
        if column.reference is not None:
            found |= {*column.reference.within, f"{name}_code"}
            found |= {column.reference.kind_field} if column.reference.kind_field else set()
    return found


def landing(record: str, field: str) -> str | None:
    """Where a field lands, in words; None: nowhere."""
    cls = RECORD_TYPES[record]
    landings = ((t.type, landing_in_tie(t, field, cls.event_day)) for t in cls.ties)
    in_ties = next((f"{kind}: {place}" for kind, place in landings if place), None)
    of_person = field == "political_status" and any(PERSON in (t.start, t.end) for t in cls.ties)
    places = {
        "the pseudonym of a Person": columns(cls)[field].private,
        "a property of the node": any(field in property_kinds(label) for label in labels_of(record)),
        "the uid, label or name of the node": field in parts_of_definition(cls),
        "party_member of the Person": of_person,
        in_ties: in_ties is not None,
        "which thing another field means": field in qualifying(cls),
        "the day of the row": (record, field) == ("division", "cutoff_date"),
    }
    return next((words for words, there in places.items() if there), None)


def parts_of_definition(cls: type[Record]) -> set[str | None]:
    defines = cls.defines
    if defines is None:
        return set()
    return {defines.label_field, defines.code, *defines.parents, *defines.key_fields, *defines.name}


def landing_in_tie(tie: Tie, field: str, event_day: str | None) -> str | None:
    if field in {tie.start, tie.end} or (POST in {tie.start, tie.end} and field in BY_POST):
        return "an end"
    if field in tie.properties:
        return "a property"
    if tie.dated and field in {"valid_from", "valid_to"}:
        return "its time"
    if not tie.dated and field == event_day:
        return "its time"
    return "its note" if field == "note" and SUBJECT not in {tie.start, tie.end} else None


@pytest.mark.parametrize(("record", "field"), [(r, f) for r, cls in RECORD_TYPES.items() for f in columns(cls)])
def test_each_field_lands_in_the_graph(record: str, field: str) -> None:
    assert landing(record, field)


@pytest.mark.parametrize("label", [label for label in NODE_TYPES if label != "Source"])
def test_each_property_of_a_node_is_filled_by_some_record(label: str) -> None:
    filled = {f for r, cls in RECORD_TYPES.items() if label in labels_of(r) for f in columns(cls)}
    if label == "Person":
        filled = {"party_member"} | {"note"}
    if any(f in filled for f in ("valid_from", "cutoff_date", "term")):
        filled |= set(Dated.model_fields)
    if set(Dated.model_fields) <= set(property_kinds(label)):
        filled |= set(Dated.model_fields)  # without words of its own a node holds as of its source's day
    assert set(property_kinds(label)) <= filled | BY_ROW


@pytest.mark.parametrize("kind", RELATIONSHIP_TYPES)
def test_each_property_of_a_tie_is_filled_by_some_record(kind: str) -> None:
    ties = [tie for cls in RECORD_TYPES.values() for tie in cls.ties if tie.type == kind]
    assert ties
    filled = {p for t in ties for p in (*t.properties, *(name for name, _ in t.constants))}
    derived = BY_ORGANISATION_ENDING | BY_PERSON_KEYS if kind == "HOLDS" else set()
    assert set(property_kinds(kind)) <= filled | derived | BY_ROW | set(Dated.model_fields) | {"note"}


@pytest.mark.parametrize("record", RECORD_TYPES)
def test_ties_join_what_the_schema_lets_them_join(record: str) -> None:
    """Every label that an end may have is one that an arrow of the schema allows."""
    cls = RECORD_TYPES[record]
    for tie in cls.ties:
        arrows = {
            (s, e) for start, end in endpoints(tie.type) for s in concrete_labels(start) for e in concrete_labels(end)
        }
        starts, ends = ends_of(record, tie.start), ends_of(record, tie.end)
        assert any((s, e) in arrows for s in starts for e in ends), tie
        for start in set(starts) - {"District"}:  # nothing lies above a district: its rows leave the field blank
            assert any((start, e) in arrows for e in ends), (tie, start)
        for end in ends:
            assert any((s, end) in arrows for s in starts), (tie, end)
        assert set(tie.properties) <= set(property_kinds(tie.type))


def ends_of(record: str, end: str) -> tuple[str, ...]:
    if end == SUBJECT:
        return labels_of(record)
    if end in {PERSON, POST}:
        return (end.removeprefix("@").title(),)
    reference = columns(RECORD_TYPES[record])[end].reference
    assert reference is not None
    return labels_for(reference.labels, None, None)[0]


@pytest.mark.parametrize("record", RECORD_TYPES)
def test_what_a_record_type_names_are_its_own_fields(record: str) -> None:
    cls = RECORD_TYPES[record]
    fields = set(columns(cls))
    defines = cls.defines
    assert set(cls.key) - {PERSON} <= fields
    assert {f for group in cls.one_of for f in group} <= fields
    assert qualifying(cls) - fields <= {f"{name}_code" for name in fields}
    if defines is not None:
        assert set(defines.parents) - {DISTRICT} <= fields
        assert set(defines.key_fields) <= fields
        assert record == "post" or set(defines.name) <= fields


def test_every_kind_of_organisation_is_a_label() -> None:
    assert {label_of_kind(t.code) for t in vocabulary("organisation_kind").terms} <= set(NODE_TYPES)
