"""The parts of a partition board: panes, blocks, and all that its page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from visualisations.district.things import District, Span
from visualisations.district.timeline import Timeline
from visualisations.palette import BRANCH, ESTATE, FIRM, HOLDER, OWNERS, PLATFORM, POST, UNIT, Style

ROWS: tuple[Style, ...] = (ESTATE, BRANCH, OWNERS, UNIT, FIRM, PLATFORM)
"""What stands in a pane, a row begun for each; platforms may go on in the firms' row."""

PERSONAL_ROWS: tuple[Style, ...] = (POST, HOLDER)
"""What stands there as well on a map with persons, once it is switched on."""


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
