"""What stands on a partition board: which thing in which pane, in which order, and where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from visualisations.district.homes import homes
from visualisations.district.presence import presences
from visualisations.district.things import District, Span, Thing, Tie
from visualisations.district.timeline import Timeline, timeline
from visualisations.errors import NothingToPartition
from visualisations.palette import (
    BRANCH,
    ESTATE,
    FIRM,
    HOLDER,
    OWNERS,
    PLATFORM,
    POST,
    UNIT,
    Style,
    style_of,
)

ROWS: tuple[Style, ...] = (ESTATE, BRANCH, OWNERS, UNIT, FIRM, PLATFORM)
"""What stands in a pane, a row begun for each; platforms may go on in the firms' row."""

PERSONAL_ROWS: tuple[Style, ...] = (POST, HOLDER)
"""What stands there as well on a map with persons, once it is switched on."""

_BOUND_TO_A_COMMUNITY = frozenset({"Estate", "OwnersCommittee"})


@dataclass(frozen=True)
class Pane:
    """A frame in which things stand because they belong there.

    Args:
        key: names the pane.
        kind: "community", "level" for what belongs to the subdistrict or district itself, or "none" for what has
            no community.
        unit: uid of the community, subdistrict or district; None where nothing is known.
        committee: uid of the committee that leads the community.
        rows: for each of `ROWS` and `PERSONAL_ROWS` the uids in order.
    """

    key: str
    kind: str
    unit: str | None
    committee: str | None
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Block:
    """A subdistrict with its panes, in order of code; without a unit: what belongs to no subdistrict."""

    key: str
    unit: str | None
    committee: str | None
    panes: tuple[Pane, ...]


@dataclass(frozen=True)
class BoardData:
    """Everything that a partition board shows.

    Args:
        district: things and ties.
        day: the day of the snapshot, by which things are ordered.
        blocks: subdistricts in order of code.
        homes: uid -> administrative unit.
        presences: uid -> when it was there.
        styles: uid -> looks.
        hollow: uids of what lacks it on the day: an estate a manager, a firm a Party organisation, a post a holder.
        timeline: the days that the data covers.
    """

    district: District
    day: date
    blocks: tuple[Block, ...]
    homes: Mapping[str, str]
    presences: Mapping[str, Span]
    styles: Mapping[str, Style]
    hollow: frozenset[str]
    timeline: Timeline


def board_data(district: District, day: date) -> BoardData:
    """Return what stands on the board of a district.

    Args:
        district: things and ties.
        day: the day of the snapshot.

    Raises:
        NothingToPartition: if there is no subdistrict.
    """
    subdistricts = [t for t in district.of_label("Subdistrict") if t.span.end is None or t.span.end > day]
    if not subdistricts:
        raise NothingToPartition
    at, there = homes(district, day), presences(district)
    hollow = lacking(district, day)
    styles = {uid: _style(thing, at, district) for uid, thing in district.things.items()}
    bare = BoardData(district, day, (), at, there, styles, hollow, timeline(district, there, day))
    return replace(bare, blocks=_Panes(bare).blocks(subdistricts))


def lacking(district: District, day: date) -> frozenset[str]:
    """Return what lacks on a day that which its filled glyph stands for.

    An estate is under management if a firm serves it on the day; where no firm was ever recorded, what the register
    says of the estate counts.
    """
    served = _ever_and_now(district.of_type("SERVES"), day, start=False)
    organised = _ever_and_now(district.of_type("ORGANISED_IN"), day, start=False)
    held = _ever_and_now(district.of_type("HOLDS"), day, start=False)
    estates = {
        t.uid
        for t in district.of_label("Estate")
        if not (served[t.uid] if t.uid in served else t.facts.get("managed") is True)
    }
    firms = {t.uid for t in district.of_label("PropertyFirm") if not organised.get(t.uid)}
    posts = {t.uid for t in district.of_label("Post") if not held.get(t.uid)}
    return frozenset(estates | firms | posts)


def _ever_and_now(ties: Iterable[Tie], day: date, *, start: bool) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for tie in ties:
        uid = tie.start if start else tie.end
        found[uid] = found.get(uid, False) or tie.span.holds(day)
    return found


def _style(thing: Thing, at: Mapping[str, str], district: District) -> Style:
    if thing.label == "PartyCommittee" and thing.facts.get("kind") != "industry_committee" and thing.uid in at:
        return style_of(district.things[at[thing.uid]].label)
    return style_of(thing.label)


class _Panes:
    """Deals the things of a district to panes."""

    def __init__(self, data: BoardData) -> None:
        self._district, self._day = data.district, data.day
        self._there, self._hollow = data.presences, data.hollow
        self._parents = _parents(data.district, data.day)
        self._committees = _committees(data.district, data.day)
        self._members: dict[tuple[str, str | None], dict[str, list[str]]] = {}
        rows = {style.key for style in (*ROWS, *PERSONAL_ROWS)}
        for uid, thing in data.district.things.items():
            style = data.styles[uid].key
            if thing.defined and style in rows:
                pane = self._pane_of(thing, data.homes.get(uid))
                self._members.setdefault(pane, {}).setdefault(style, []).append(uid)

    def _pane_of(self, thing: Thing, home: str | None) -> tuple[str, str | None]:
        if home is None:
            return "none", None
        if self._district.things[home].label == "Community":
            return "community", home
        return ("none" if thing.label in _BOUND_TO_A_COMMUNITY else "level"), home

    def blocks(self, subdistricts: Sequence[Thing]) -> tuple[Block, ...]:
        blocks = [self._block(subdistrict.uid) for subdistrict in subdistricts]
        known = {key for block in blocks for key in ((pane.kind, pane.unit) for pane in block.panes)}
        stray = [self._pane(*key) for key in sorted(set(self._members) - known, key=str)]
        stray.sort(key=lambda pane: (pane.kind != "level", pane.kind, pane.unit or ""))
        return (*blocks, Block("elsewhere", None, None, tuple(stray))) if stray else tuple(blocks)

    def _block(self, subdistrict: str) -> Block:
        things = self._district.things
        own = [uid for uid, parent in self._parents.items() if parent == subdistrict]
        own = [uid for uid in own if things[uid].span.holds(self._day) or ("community", uid) in self._members]
        own.sort(key=lambda uid: (str(things[uid].facts.get("code") or uid), uid))
        keys: list[tuple[str, str | None]] = [("level", subdistrict)]
        keys += [("community", uid) for uid in own] + [("none", subdistrict)]
        wanted = [key for key in keys if key[0] == "community" or key in self._members]
        return Block(
            subdistrict, subdistrict, self._committees.get(subdistrict), tuple(self._pane(*key) for key in wanted)
        )

    def _pane(self, kind: str, unit: str | None) -> Pane:
        members = self._members.get((kind, unit), {})
        rows = tuple(
            tuple(sorted(members.get(style.key, ()), key=self._order)) for style in (*ROWS, *PERSONAL_ROWS)
        )  # fmt: skip
        committee = self._committees.get(unit) if unit and kind == "community" else None
        return Pane(f"{kind}:{unit or ''}", kind, unit, committee, rows)

    def _order(self, uid: str) -> tuple[bool, bool, str]:
        """Return what things stand in order of: those there on the day, the filled ones, by uid."""
        return not self._there[uid].holds(self._day), uid in self._hollow, uid


def _parents(district: District, day: date) -> dict[str, str]:
    """Return the subdistrict of each community; of the day, or else the last one."""
    ties = [t for t in district.of_type("PART_OF") if district.things[t.start].label == "Community"]
    ties.sort(key=lambda t: (t.span.holds(day), t.span.end or date.max, t.end))
    return {tie.start: tie.end for tie in ties}


def _committees(district: District, day: date) -> dict[str, str]:
    """Return the committee that leads each administrative unit on the day."""
    ties = [t for t in district.of_type("LEADS") if t.span.holds(day) and district.things[t.start].defined]
    ties.sort(key=lambda t: t.start, reverse=True)
    return {tie.end: tie.start for tie in ties}
