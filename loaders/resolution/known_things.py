"""The things that rows define, found by code, by name, and by what they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph_model.names import normal_name

_PLACES = ("district:", "subdistrict:", "community:", "grid:", "area:", "estate:")


@dataclass(frozen=True)
class Thing:
    """Something that a row defines.

    Args:
        uid: its identifier.
        label: its concrete label.
        name: its name as written.
        parent: uid of what it belongs to, or None.
    """

    uid: str
    label: str
    name: str
    parent: str | None


class KnownThings:
    """What has been defined so far."""

    def __init__(self) -> None:
        self.things: dict[str, Thing] = {}
        self._by_name: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._by_code: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_parent: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._holders: dict[str, list[tuple[date, str]]] = defaultdict(list)
        self._chains: dict[str, tuple[str, ...]] = {}
        self._district: dict[str | None, str | None] = {None: None}

    def add(self, thing: Thing, codes: Iterable[str] = ()) -> None:
        """Make a thing known under its name and codes; what is known already gets the further name."""
        known = self.things.setdefault(thing.uid, thing)
        self._by_name[known.label, normal_name(known.label, thing.name)][known.uid] = None
        for code in codes:
            self._by_code[code][known.uid] = None
        if known.parent:
            self._by_parent[known.label, known.parent][known.uid] = None

    def add_holder(self, code: str, since: date, uid: str) -> None:
        """Say who held a division code on a cut-off day."""
        self._holders[code].append((since, uid))

    def holder(self, code: str, day: date | None) -> str | None:
        """Return who held a division code on a day: at the last cut-off not after it, else at the first."""
        holders = sorted(self._holders.get(code, ()))
        if day is None:
            return holders[-1][1] if holders else None
        before = [uid for since, uid in holders if since <= day]
        return before[-1] if before else (holders[0][1] if holders else None)

    def was_reused(self, code: str) -> bool:
        """Tell whether a division code had several holders."""
        return len({uid for _, uid in self._holders.get(code, ())}) > 1

    def named(self, label: str, name: str) -> Iterator[Thing]:
        """Return the things with a label that bear a name, in its normal form."""
        return (self.things[u] for u in self._by_name.get((label, normal_name(label, name)), ()))

    def coded(self, code: str) -> Iterator[Thing]:
        """Return the things that bear a code."""
        return (self.things[u] for u in self._by_code.get(code, ()))

    def belonging(self, label: str, parent: str) -> Iterator[Thing]:
        """Return the things with a label that belong directly to another."""
        return (self.things[u] for u in self._by_parent.get((label, parent), ()))

    def names(self, label: str) -> list[str]:
        """Return the names of all things with a label, for suggestions."""
        return [t.name for t in self.things.values() if t.label == label]

    def with_label(self, label: str) -> list[Thing]:
        """Return all things with a label."""
        return [t for t in self.things.values() if t.label == label]

    def chain(self, uid: str | None) -> tuple[str, ...]:
        """Return a thing and all that it belongs to, nearest first."""
        if uid is None:
            return ()
        found = self._chains.get(uid)
        if found is None:
            thing = self.things.get(uid)
            found = (uid, *self.chain(thing.parent)) if thing and thing.parent != uid else (uid,)
            self._chains[uid] = found
        return found

    def district_of(self, uid: str | None) -> str | None:
        """Return the uid of the district to which a thing belongs, or None."""
        if uid not in self._district:
            self._district[uid] = next((u for u in self.chain(uid) if u.startswith("district:")), None)
        return self._district[uid]

    def is_compatible(self, thing: Thing, within: str) -> bool:
        """Tell whether a thing may be meant where a place is named: it lies within it, or belongs to one around it."""
        if within in self.chain(thing.uid):
            return True
        place = next((u for u in self.chain(thing.uid)[1:] if u.startswith(_PLACES)), None)
        return place is None or place in self.chain(within)
