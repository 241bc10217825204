"""Deals the things of a district to the panes of a board."""

from collections.abc import Sequence
from datetime import date

from visualisations.board_parts import PERSONAL_ROWS, ROWS, Block, BoardData, Pane
from visualisations.district.things import District, Thing

_BOUND_TO_A_COMMUNITY = frozenset({"Estate", "OwnersCommittee"})


class BoardPanes:
    """The panes of a board.

    Args:
        data: everything about the board but its blocks.
    """

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
        """Return a block for each subdistrict, and one for what belongs to none, if there is any."""
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
