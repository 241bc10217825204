"""Things and ties of a snapshot, in memory, with their time, as far as maps show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Span:
    """Half-open time: from the first day on which something may have held to the first on which it no longer did."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it may have held on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Thing:
    """A node: an organisation, a place, a body, a post.

    Args:
        uid: its identifier.
        label: its concrete label.
        name: as the newest source writes it.
        span: when it was there.
        start_latest: day from which it was there for certain, if it has a first day of its own.
        defined: False for a stub that rows name and none defines.
        sources: the rows that say so.
        facts: its own properties that have a value.
    """

    uid: str
    label: str
    name: str
    span: Span = Span()
    start_latest: date | None = None
    defined: bool = True
    sources: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Tie:
    """A relationship between two things, read from start to end.

    Args:
        uid: its identifier.
        type: its type.
        start: uid on the left.
        end: uid on the right.
        span: its outer bounds.
        start_latest: day from which it held for certain.
        end_earliest: first day on which it may no longer have held.
        sources: the rows that say so.
        facts: its own properties that have a value.
    """

    uid: str
    type: str
    start: str
    end: str
    span: Span = Span()
    start_latest: date | None = None
    end_earliest: date | None = None
    sources: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class ActivityRecord:
    """That an organisation took part in an activity that a body held on a day."""

    organisation: str
    body: str
    day: date


@dataclass(frozen=True)
class District:
    """All that a map draws on.

    Args:
        things: by uid.
        ties: between things that are both in `things`.
        activities: of the activity ledgers; empty if no office sent one.
        not_drawn: label -> how many nodes are counted only, such as persons on a map that leaves the desk.
        facts_from: (uid, property) -> the row that gave the value.
    """

    things: Mapping[str, Thing]
    ties: Sequence[Tie]
    activities: Sequence[ActivityRecord] = ()
    not_drawn: Mapping[str, int] = field(default_factory=dict)
    facts_from: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of_label(self, label: str) -> list[Thing]:
        """Return the things of a concrete label, in order of uid."""
        return sorted((t for t in self.things.values() if t.label == label), key=lambda t: t.uid)

    def of_type(self, relationship_type: str) -> list[Tie]:
        """Return the ties of a type, as they stand."""
        return [t for t in self.ties if t.type == relationship_type]
