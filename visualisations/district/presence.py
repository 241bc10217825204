"""When a thing was there, so that a map of an earlier day shows what there was then."""

from collections.abc import Iterable, Mapping
from datetime import date

from visualisations.district.things import District, Span, Thing

_FOUNDING = {"CoBuildingUnit": "CO_BUILDS_WITH", "OwnersCommittee": "REPRESENTS", "Platform": "CONVENES"}
_LASTING_WITH_TIES = frozenset({"CoBuildingUnit"})


def presences(district: District) -> dict[str, Span]:
    """Return when each thing was there.

    A thing's own dates count first. A unit is one for as long as it builds with a committee; an owners' committee or
    platform without a date of its own has been there since its first tie.

    Args:
        district: things and ties.

    Returns:
        uid -> time; an open end is unbounded.
    """
    ties: dict[str, list[Span]] = {}
    for tie in district.ties:
        for uid in (tie.start, tie.end):
            if _FOUNDING.get(district.things[uid].label) == tie.type:
                ties.setdefault(uid, []).append(tie.span)
    return {uid: _presence(thing, ties) for uid, thing in district.things.items()}


def _presence(thing: Thing, ties: Mapping[str, list[Span]]) -> Span:
    spans = ties.get(thing.uid)
    if not spans:
        return thing.span
    start = thing.span.start or _all_or_none((s.start for s in spans), min)
    end = thing.span.end
    if thing.label in _LASTING_WITH_TIES:
        start = _later(thing.span.start, _all_or_none((s.start for s in spans), min))
        end = _earlier(end, _all_or_none((s.end for s in spans), max))
    return Span(start, end)


def _all_or_none(days: Iterable[date | None], choose: object) -> date | None:
    found = list(days)
    known = [d for d in found if d is not None]
    if len(known) < len(found):
        return None
    return min(known) if choose is min else max(known)


def _later(one: date | None, other: date | None) -> date | None:
    return max((d for d in (one, other) if d is not None), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((d for d in (one, other) if d is not None), default=None)
