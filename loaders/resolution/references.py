"""What one reference means: by code with its day, by name within its place, by the body of a place; else a stub."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph_model.names import normal_name
from graph_model.official_codes import is_division_code, normal_code
from graph_model.schema import label_en, label_zh
from loaders.resolution.known_things import KnownThings, Thing
from loaders.resolution.places_in_names import bodies_by_place, split_upper_place, within_named_community
from loaders.resolution.questions import Answer, Question
from loaders.resolution.unknown_references import answer_unknown

_MANY_CANDIDATES = 6


def answer(known: KnownThings, question: Question, decided: Mapping[tuple[str, str], str]) -> Answer:
    """Tell what a reference means.

    Args:
        known: what is defined.
        question: the reference.
        decided: (label, normal name) -> uid, as persons have decided.

    Returns:
        The thing; a stub for an organisation that nobody defines; or a fault.
    """
    for label in question.labels if decided else ():
        uid = decided.get((label, normal_name(label, question.text)))
        if uid and uid in known.things:
            return Answer(uid, "decision")
        if uid:
            return _decided_unknown(known, question, label, uid)
    code = normal_code(question.text)
    holder = known.holder(code, question.day) if is_division_code(code) and known.was_reused(code) else None
    if holder and known.things[holder].label in question.labels:
        return Answer(holder, "code")
    for rule, candidates in _candidates(known, question, code):
        fitting = _fitting(known, question, candidates) if candidates else candidates
        if len(fitting) == 1:
            return Answer(fitting[0].uid, rule)
        if fitting:
            return Answer(None, fault="ambiguous_reference", blanks=_candidate_names(known, fitting))
    return _answer_elsewhere(known, question) or answer_unknown(known, question)


def _decided_unknown(known: KnownThings, question: Question, label: str, uid: str) -> Answer:
    """Answer with the stub of what a person has named and no row defines; or with a fault, where none may stand."""
    unknown = answer_unknown(known, question)
    if unknown.stub is None:
        return unknown
    named = {"label_zh": label_zh(label), "label_en": label_en(label)}
    return replace(unknown, uid=uid, rule="decision", stub=label, blanks={**unknown.blanks, **named})


def _answer_elsewhere(known: KnownThings, question: Question) -> Answer | None:
    """Answer a reference that writes the community before the name, where the row itself may name another."""
    found = within_named_community(known, question.labels, question.text)
    if len(found) > 1:
        return Answer(None, fault="ambiguous_reference", blanks=_candidate_names(known, found))
    return Answer(found[0].uid, "elsewhere") if found else None


def _candidates(known: KnownThings, question: Question, code: str) -> Iterable[tuple[str, list[Thing]]]:
    yield "code", [t for t in known.coded(code) if t.label in question.labels]
    yield "name", _preferred(known.named_any(question.labels, question.text))
    for label in question.labels:
        yield "body_of_place", bodies_by_place(known, label, question.text, around=question.around, day=question.day)
    upper = split_upper_place(question.text) if "Community" in question.labels else None
    if upper:
        subdistricts = {t.uid for t in known.named("Subdistrict", upper[0])}
        communities = known.named("Community", upper[1])
        yield "upper_place", [t for t in communities if subdistricts & set(known.chain(t.uid))]


def _preferred(candidates: list[Thing]) -> list[Thing]:
    """Return the candidates without those known only as a unit, where one has a label of its own."""
    if len(candidates) <= 1:
        return candidates
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
    """Name the candidates, each with so much of what it belongs to that no two read alike."""
    above = {t.uid: [known.things[uid].name for uid in known.chain(t.uid)[1:] if uid in known.things] for t in things}

    def described(thing: Thing, depth: int) -> str:
        return f"{thing.name}（{'，'.join(above[thing.uid][:depth])}）" if above[thing.uid] else thing.name

    shown = things[:_MANY_CANDIDATES]
    depth = next((d for d in (1, 2, 3) if len({described(t, d) for t in shown}) == len(shown)), 1)
    names = [described(t, depth) for t in shown]
    more = len(things) > _MANY_CANDIDATES
    return {
        "candidates_zh": "、".join(names) + (f" 等 {len(things)} 个" if more else ""),
        "candidates_en": ", ".join(names) + (f" and others, {len(things)} in all" if more else ""),
    }
