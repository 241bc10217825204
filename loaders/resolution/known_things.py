"""The things that rows define, found by code, by name, and by what they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph_model.names import normal_form, normal_name, normal_text
from loaders.values.nearest import NearestName

_MOST_SUGGESTIONS = 1_000
_PLACES = ("district:", "subdistrict:", "community:", "grid:", "area:", "estate:")


@dataclass(frozen=True, slots=True)
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
        self._code_of: dict[str, str] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        self._district: dict[str | None, str | None] = {None: None}
        self._names: dict[tuple[str, ...], NearestName] = {}
        self._suggestions = 0

    def add(self, thing: Thing, codes: Iterable[str] = (), *, belongs: bool = True) -> None:
        """Make a thing known under its name and codes; what is known already gets the further name.

        Args:
            thing: the thing.
            codes: codes that find it.
            belongs: whether a row says what it belongs to; that it lies in the district goes without saying.
        """
        known = self.things.setdefault(thing.uid, thing)
        self._names.clear()
        self._by_name[known.label, normal_name(known.label, thing.name)][known.uid] = None
        for code in codes:
            self._by_code[code.upper()][known.uid] = None  # a namespace before it is as the mapping file writes it
        if known.parent and belongs:
            self._by_parent[known.label, known.parent][known.uid] = None

    def add_holder(self, code: str, since: date, uid: str) -> None:
        """Say who held a division code on a cut-off day."""
        self._holders[code].append((since, uid))
        self._code_of[uid] = code

    def holder(self, code: str, day: date | None) -> str | None:
        """Return who held a division code on a day: at the last cut-off not after it, else at the first."""
        holders = sorted(self._holders.get(code, ()))
        if day is None:
            return holders[-1][1] if holders else None
        before = [uid for since, uid in holders if since <= day]
        return before[-1] if before else (holders[0][1] if holders else None)

    def listed(self, things: Iterable[Thing], day: date | None) -> list[Thing]:
        """Return, of things with one name, those that the division tables list on a day.

        A community that moved to another code has two uids and one name. Things that are no units of the division are
        always returned; so are all where the tables tell nothing of the day.
        """
        unique = list({t.uid: t for t in things}.values())
        if len(unique) < 2:  # noqa: PLR2004 - one is not ambiguous
            return unique
        held = [t for t in unique if t.uid not in self._code_of or self._holds(t.uid, day)]
        return held or [t for t in unique if "@" not in t.uid] or unique

    def _holds(self, uid: str, day: date | None) -> bool:
        holders = sorted(self._holders[self._code_of[uid]])
        by_then = [holder for since, holder in holders if day is None or since <= day]
        return bool(by_then) and by_then[-1] == uid

    def was_reused(self, code: str) -> bool:
        """Tell whether a division code had several holders."""
        return len({uid for _, uid in self._holders.get(code, ())}) > 1

    def named(self, label: str, name: str) -> Iterator[Thing]:
        """Return the things with a label that bear a name, in its normal form."""
        return (self.things[u] for u in self._by_name.get((label, normal_name(label, name)), ()))

    def named_any(self, labels: Iterable[str], name: str) -> list[Thing]:
        """Return the things with any of some labels that bear a name, in the order of the labels."""
        plain, found = normal_text(name), self._by_name
        uids = (uid for label in labels for uid in found.get((label, normal_form(label, plain)), ()))
        return [self.things[uid] for uid in uids]

    def coded(self, code: str) -> Iterator[Thing]:
        """Return the things that bear a code."""
        return (self.things[u] for u in self._by_code.get(code.upper(), ()))

    def belonging(self, label: str, parent: str) -> Iterator[Thing]:
        """Return the things with a label that belong directly to another."""
        return (self.things[u] for u in self._by_parent.get((label, parent), ()))

    def nearest_name(self, labels: tuple[str, ...], text: str) -> str | None:
        """Return the name that is most like a text, among those of things with these labels, or None.

        It is only a suggestion: after many texts that nobody knows, no more are looked for, since each is compared
        with all names.
        """
        self._suggestions += 1
        if self._suggestions > _MOST_SUGGESTIONS:
            return None
        if labels not in self._names:
            self._names[labels] = NearestName(t.name for t in self.things.values() if t.label in labels)
        return self._names[labels].to(text)

    def settle(self) -> None:
        """Let go of what finds things, once all references are resolved: the things themselves stay."""
        for index in (self._by_name, self._by_code, self._by_parent, self._names):
            index.clear()

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
