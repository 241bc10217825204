"""Where each thing belongs: the administrative unit in whose pane it stands."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from visualisations.district.things import District, Tie

_UNITS = frozenset({"District", "Subdistrict", "Community"})

_WAYS: Mapping[str, tuple[tuple[str, bool], ...]] = {
    # label -> relationship types to follow, in order; True: from start to end, False: backwards
    "PartyCommittee": (("LEADS", True), ("SUBORDINATE_TO", True)),
    "Grid": (("PART_OF", True),),
    "Area": (("PART_OF", True),),
    "Estate": (("LOCATED_IN", True),),
    "PartyBranch": (("SUBORDINATE_TO", True), ("COVERS", True)),
    "FirmPartyOrganisation": (("ORGANISED_IN", True), ("SUBORDINATE_TO", True)),
    "Authority": (("SERVES_IN", True),),
    "ResidentsCommittee": (("REPRESENTS", True),),
    "OwnersCommittee": (("REPRESENTS", True),),
    "SupervisoryCommittee": (("SUPERVISES", True),),
    "CoBuildingUnit": (("CO_BUILDS_WITH", True),),
    "PropertyFirm": (("SERVES", True), ("CO_BUILDS_WITH", True)),
    "SelfGovernanceGroup": (("CO_BUILDS_WITH", True), ("TAKES_PART_IN", True)),
    "Platform": (("CONVENES", False), ("TAKES_PART_IN", False)),
    "Post": (("SEAT_OF", True), ("RESPONSIBLE_FOR", True)),
    "Person": (("HOLDS", True),),
    "Election": (("CONSTITUTES", True),),
    "Audit": (("CONCERNS", True), ("EXAMINES", True)),
    "Project": (("CONCERNS", True), ("WITHIN", True)),
    "TrainingSite": (("RUN_BY", True),),
}

_DEEPEST = 6


def homes(district: District, day: date) -> dict[str, str]:
    """Return the administrative unit to which each thing belongs.

    An estate belongs to its community, a branch to that of its committee, an owners' committee to its estate's, a
    platform to its convenor's. A unit that builds with communities belongs where it is registered, however many it
    has joined; one that builds at subdistrict level alone belongs to that level. Ties that hold on the day count
    before ended ones; among several places the commonest is taken, then the first by uid.

    Args:
        district: things and ties.
        day: the day of the map.

    Returns:
        uid -> uid of a district, subdistrict or community; things that belong nowhere are left out.
    """
    return _Finder(district, day).all()


class _Finder:
    def __init__(self, district: District, day: date) -> None:
        self._things = district.things
        self._day = day
        self._ties: dict[tuple[str, str, bool], list[Tie]] = {}
        for tie in district.ties:
            self._ties.setdefault((tie.type, tie.start, True), []).append(tie)
            self._ties.setdefault((tie.type, tie.end, False), []).append(tie)
        self._found: dict[str, str | None] = {}

    def all(self) -> dict[str, str]:
        places = ((uid, self.home(uid)) for uid in self._things)
        return {uid: place for uid, place in places if place is not None}

    def home(self, uid: str, depth: int = 0) -> str | None:
        thing = self._things[uid]
        if thing.label in _UNITS:
            return uid
        if uid not in self._found and depth < _DEEPEST:
            self._found[uid] = None  # a cycle of ties ends here
            special = _SPECIAL.get(thing.label)
            self._found[uid] = (special(self, uid, depth) if special else None) or self._by_ways(uid, depth)
        return self._found.get(uid)

    def _by_ways(self, uid: str, depth: int) -> str | None:
        for way in _WAYS.get(self._things[uid].label, ()):
            place = self._commonest(self.places(uid, *way, depth))
            if place is not None:
                return place
        return None

    def places(self, uid: str, relationship_type: str, forwards: bool, depth: int) -> list[str]:
        """Return the homes at the other ends of its ties of a type; of those that hold on the day, if any does."""
        ties = self._ties.get((relationship_type, uid, forwards), [])
        current = [t for t in ties if t.span.holds(self._day)] or ties
        found = (self.home(t.end if forwards else t.start, depth + 1) for t in current)
        return [place for place in found if place is not None]

    def registered(self, uid: str) -> str | None:
        place = self._things[uid].facts.get("registered_community")
        return str(place) if place in self._things else None

    def is_community(self, uid: str) -> bool:
        return self._things[uid].label == "Community"

    def _commonest(self, places: Iterable[str]) -> str | None:
        counts = Counter(places)
        return min(counts, key=lambda p: (not self.is_community(p), -counts[p], p)) if counts else None


def _unit(finder: _Finder, uid: str, depth: int) -> str | None:
    joined = finder.places(uid, "CO_BUILDS_WITH", True, depth)
    if not joined or any(finder.is_community(place) for place in joined):
        return finder.registered(uid)
    return None


def _firm(finder: _Finder, uid: str, _depth: int) -> str | None:
    return finder.registered(uid)


def _estate(finder: _Finder, uid: str, depth: int) -> str | None:
    places = finder.places(uid, "LOCATED_IN", True, depth)
    return min((p for p in places if finder.is_community(p)), default=None)


def _branch(finder: _Finder, uid: str, depth: int) -> str | None:
    """Return the community of a branch: its committee's, or, if that is none, of what it covers."""
    superior = [p for p in finder.places(uid, "SUBORDINATE_TO", True, depth) if finder.is_community(p)]
    covered = [p for p in finder.places(uid, "COVERS", True, depth) if finder.is_community(p)]
    return min(superior or covered, default=None)


_SPECIAL: Mapping[str, Callable[[_Finder, str, int], str | None]] = {
    "CoBuildingUnit": _unit,
    "PropertyFirm": _firm,
    "Estate": _estate,
    "PartyBranch": _branch,
}
