"""References to what nobody defines: a stub where one may stand, else a fault, each with the nearest name."""

from collections.abc import Mapping

from graph_model.names import normal_name, normal_text
from graph_model.official_codes import is_division_code, normal_code
from graph_model.schema import label_en, label_zh
from graph_model.uids import child_key, key_of, node_uid
from loaders.resolution.known_things import KnownThings
from loaders.resolution.places_in_names import place_for_stub
from loaders.resolution.questions import DIVISION_LABELS, PLACE_LABELS, Answer, Question
from loaders.values.one_name import bears_names, may_be_state, name_blanks, name_problem

_FEW = 3
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
_ENDINGS = (
    ("业主监督委员会", "SupervisoryCommittee"),
    ("业主委员会", "OwnersCommittee"),
    ("业委会", "OwnersCommittee"),
    ("居民委员会", "ResidentsCommittee"),
    ("居委会", "ResidentsCommittee"),
    ("大党工委", "PartyCommittee"),
    ("党工委", "PartyCommittee"),
    ("大党委", "PartyCommittee"),
    ("委组织部", "Authority"),
    ("委社会工作部", "Authority"),
    ("街道办事处", "Authority"),
    ("人民政府", "Authority"),
)
"""Endings of names, in normal form, that no unit known for co-building alone would have."""


def answer_unknown(known: KnownThings, question: Question) -> Answer:
    """Answer a reference to something that nobody defines.

    Args:
        known: what is defined.
        question: the reference.

    Returns:
        The stub that stands for it, with the uid that its full row would have; or a fault.
    """
    problem = _no_name(question)
    if problem is not None:
        return problem
    if question.stub is None:
        return _refused(known, question)
    label, code = _label_of_stub(question, question.stub), normal_code(question.text)
    if label in DIVISION_LABELS and is_division_code(code):
        uid = node_uid(label, code)
    else:
        uid = node_uid(label, child_key(_stub_parent(known, question, label), normal_name(label, question.text)))
    blanks = {"label_zh": label_zh(label), "label_en": label_en(label), **_suggested(known, question)}
    return Answer(uid, "stub", label, "undefined_organisation", blanks)


def _no_name(question: Question) -> Answer | None:
    """The fault of what stands where one name belongs and is none: a state, a count, a list."""
    if not bears_names(question.labels):
        return None
    code = name_problem(question.text, state=may_be_state(question.labels))
    return Answer(None, fault=code, blanks=name_blanks(question.text)) if code else None


def _label_of_stub(question: Question, usual: str) -> str:
    """Return the label that the name's ending leaves no doubt of, where it may stand in the column; else the usual."""
    if "CoBuildingUnit" not in question.labels:
        return usual  # the column or the row says what kind of organisation it is
    plain = normal_text(question.text)
    if plain.endswith("局") and usual != "CoBuildingUnit":  # a bureau that co-builds is a unit like others
        return "Authority"
    return next((label for ending, label in _ENDINGS if plain.endswith(ending) and label in question.labels), usual)


def _refused(known: KnownThings, question: Question) -> Answer:
    if is_division_code(normal_code(question.text)) and not DIVISION_LABELS.isdisjoint(question.labels):
        return Answer(None, fault="unknown_code")
    of_one_kind = len(question.labels) == 1 or set(question.labels) <= set(PLACE_LABELS)
    names = {
        "labels_zh": "或".join(label_zh(label) for label in question.labels),
        "labels_en": " or ".join(label_en(label) for label in question.labels),
    }
    code = "dangling_reference" if of_one_kind else "unknown_organisation_kind"
    return Answer(None, fault=code, blanks={**names, **_suggested(known, question)})


def _suggested(known: KnownThings, question: Question) -> Mapping[str, str]:
    elsewhere = _namesakes(known, question)
    if elsewhere:
        return {
            "nearest_zh": f"别处有同名的：{'、'.join(elsewhere)}。若指它，请连同社区一起写。",
            "nearest_en": f"There is one elsewhere: {', '.join(elsewhere)}. If meant, write its community before it. ",
        }
    found = known.nearest_name(question.labels, question.text)
    if not found:
        return {}
    return {"nearest_zh": f"最接近的是“{found}”。", "nearest_en": f"The nearest is “{found}”. "}


def _namesakes(known: KnownThings, question: Question) -> list[str]:
    """Return, each with what it belongs to, things of that name in other places than the row's."""
    named = [t for label in question.labels for t in known.named(label, question.text)]
    parents = ((t, known.things.get(t.parent or "")) for t in named[:_FEW])
    return [f"{thing.name}（{parent.name}）" for thing, parent in parents if parent]


def _stub_parent(known: KnownThings, question: Question, label: str) -> str | None:
    place = place_for_stub(known, label, question.text, around=question.around, day=question.day)
    if place is None and label in _PARENT_BY_PLACE and question.within:
        place = question.within[0]
    parent = place or question.district
    return key_of(parent) if parent else None
