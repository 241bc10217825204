"""What one reference means: by code with its day, by name within its place, by the body of a place; else a stub."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph_model.names import normal_name
from graph_model.official_codes import is_division_code, normal_code
from graph_model.schema import concrete_labels, label_en, label_zh, super_labels
from graph_model.uids import child_key, key_of, node_uid
from loaders.cell_reading import SEPARATORS, split_list
from loaders.resolution.known_things import KnownThings, Thing
from loaders.resolution.places_in_names import bodies_by_place, place_for_stub, split_upper_place

PLACE_LABELS = ("District", "Subdistrict", "Community", "Grid", "Area", "Estate")
_DIVISIONS = frozenset({"District", "Subdistrict", "Community"})
_PARENT_BY_PLACE = (
    "Estate",
    "Grid",
    "PartyBranch",
    "ResidentsCommittee",
    "SelfGovernanceGroup",
    "Activity",
    "Platform",
    "Matter",
    "Pledge",
)
_MANY_CANDIDATES = 6


@dataclass(frozen=True)
class Question:
    """A reference as it stands in a row.

    Args:
        text: the cell.
        labels: concrete labels that may be meant, preferred ones first.
        stub: label of the stub if nobody defines it; None: it is a fault.
        within: uids of the places that the row names beside it, narrowest first.
        district: uid of the row's district.
        day: the day of the row, for codes that were reused.
    """

    text: str
    labels: tuple[str, ...]
    stub: str | None
    within: tuple[str, ...]
    district: str | None
    day: date | None

    @property
    def around(self) -> tuple[str, ...]:
        """Uids of the places that the row names, narrowest first, and of its district."""
        return (*self.within, self.district) if self.district else self.within


@dataclass(frozen=True)
class Answer:
    """What a reference means.

    Args:
        uid: the thing, or None.
        rule: by what rule it was found: code, name, body_of_place, upper_place, decision, stub.
        stub: label of the stub that stands for it, where nobody defines it.
        fault: code of the fault, or None.
        blanks: what fills the blanks of the fault's texts.
    """

    uid: str | None
    rule: str = ""
    stub: str | None = None
    fault: str | None = None
    blanks: Mapping[str, str] = field(default_factory=dict)


def answer(known: KnownThings, question: Question, decided: Mapping[tuple[str, str], str]) -> Answer:
    """Tell what a reference means.

    Args:
        known: what is defined.
        question: the reference.
        decided: (label, normal name) -> uid, as persons have decided.

    Returns:
        The thing; a stub for an organisation that nobody defines; or a fault.
    """
    for label in question.labels:
        uid = decided.get((label, normal_name(label, question.text)))
        if uid:
            return Answer(uid, "decision")
    code = normal_code(question.text)
    holder = known.holder(code, question.day) if is_division_code(code) and known.was_reused(code) else None
    if holder and known.things[holder].label in question.labels:
        return Answer(holder, "code")
    for rule, candidates in _candidates(known, question, code):
        fitting = _fitting(known, question, candidates)
        if len(fitting) == 1:
            return Answer(fitting[0].uid, rule)
        if fitting:
            return Answer(None, fault="ambiguous_reference", blanks=_candidate_names(known, fitting))
    if is_division_code(code) and question.stub is None and not _DIVISIONS.isdisjoint(question.labels):
        return Answer(None, fault="unknown_code")
    return _nobody(known, question)


def _candidates(known: KnownThings, question: Question, code: str) -> Iterable[tuple[str, list[Thing]]]:
    labels = set(question.labels)
    yield "code", [t for t in known.coded(code) if t.label in labels]
    yield "name", _preferred([t for label in question.labels for t in known.named(label, question.text)])
    for label in question.labels:
        yield "body_of_place", bodies_by_place(known, label, question.text, around=question.around, day=question.day)
    upper = split_upper_place(question.text) if "Community" in labels else None
    if upper:
        subdistricts = {t.uid for t in known.named("Subdistrict", upper[0])}
        communities = known.named("Community", upper[1])
        yield "upper_place", [t for t in communities if subdistricts & set(known.chain(t.uid))]


def _preferred(candidates: list[Thing]) -> list[Thing]:
    """Return the candidates without those known only as a unit, where one has a label of its own."""
    own = [t for t in candidates if t.label != "CoBuildingUnit"]
    return own or candidates


def _fitting(known: KnownThings, question: Question, candidates: list[Thing]) -> list[Thing]:
    unique = known.listed(candidates, question.day)
    for place in question.within:
        inside = [t for t in unique if place in known.chain(t.uid)]
        unique = inside or [t for t in unique if known.is_compatible(t, place)]
    if len(unique) > 1 and question.district:
        unique = [t for t in unique if known.district_of(t.uid) == question.district] or unique
    return unique


def _candidate_names(known: KnownThings, things: list[Thing]) -> Mapping[str, str]:
    def described(thing: Thing) -> str:
        parent = known.things.get(thing.parent or "")
        return f"{thing.name}（{parent.name}）" if parent else thing.name

    names = [described(t) for t in things[:_MANY_CANDIDATES]]
    more = len(things) > _MANY_CANDIDATES
    return {
        "candidates_zh": "、".join(names) + (f" 等 {len(things)} 个" if more else ""),
        "candidates_en": ", ".join(names) + (f" and others, {len(things)} in all" if more else ""),
    }


def _suggested(known: KnownThings, question: Question) -> Mapping[str, str]:
    members = _members(known, question)
    if members:
        return {
            "nearest_zh": f"此栏只能写一个，请每个另起一行：{'、'.join(members)}。",
            "nearest_en": f"Only one may stand here; write a row for each of: {', '.join(members)}. ",
        }
    found = known.nearest_name(question.labels, question.text)
    if not found:
        return {}
    return {"nearest_zh": f"最接近的是“{found}”。", "nearest_en": f"The nearest is “{found}”. "}


def _members(known: KnownThings, question: Question) -> list[str]:
    """Return the members of a list that stands where one name belongs, if rows define each of them."""
    members = split_list(question.text, SEPARATORS)
    if len(members) < 2:  # noqa: PLR2004 - one name is no list
        return []
    named = (any(any(known.named(label, m)) for label in question.labels) for m in members)
    return members if all(named) else []


def _nobody(known: KnownThings, question: Question) -> Answer:
    if question.stub is None:
        places = [label for label in question.labels if label in PLACE_LABELS]
        code = (
            "dangling_reference"
            if places == list(question.labels) or len(question.labels) == 1
            else ("unknown_organisation_kind")
        )
        names = {
            "labels_zh": "或".join(label_zh(label) for label in question.labels),
            "labels_en": " or ".join(label_en(label) for label in question.labels),
        }
        return Answer(None, fault=code, blanks={**names, **_suggested(known, question)})
    label = question.stub
    code = normal_code(question.text)
    if label in _DIVISIONS and is_division_code(code):
        uid = node_uid(label, code)
    else:
        uid = node_uid(label, child_key(_stub_parent(known, question, label), normal_name(label, question.text)))
    blanks = {"label_zh": label_zh(label), "label_en": label_en(label), **_suggested(known, question)}
    return Answer(uid, "stub", label, "undefined_organisation", blanks)


def _stub_parent(known: KnownThings, question: Question, label: str) -> str | None:
    place = place_for_stub(known, label, question.text, around=question.around, day=question.day)
    if place is None and label in _PARENT_BY_PLACE and question.within:
        place = question.within[0]
    parent = place or question.district
    return key_of(parent) if parent else None


def labels_for(labels: Iterable[str], kind: str | None, stub: str | None) -> tuple[tuple[str, ...], str | None]:
    """Return the concrete labels that may be meant and the label of the stub, where a row may name the kind.

    Args:
        labels: labels of the reference; super-labels stand for all of theirs.
        kind: term of the vocabulary of kinds of organisation, or None.
        stub: label of the stub if no kind is named.
    """
    concrete = tuple(dict.fromkeys(c for label in labels for c in concrete_labels(label)))
    if kind is None:
        return concrete, stub
    label = label_of_kind(kind)
    if label == "CoBuildingUnit":
        organisations = tuple(c for c in concrete if "Organisation" in super_labels(c))
        return organisations or (label,), label
    return (label,), None if label in PLACE_LABELS else label


def label_of_kind(kind: str) -> str:
    """Return the concrete label that a term of the vocabulary of kinds of organisation stands for."""
    return "".join(part.title() for part in kind.split("_"))
