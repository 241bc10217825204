"""Ties that the rows of one record type state, as rows of relationship tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from graph_model.partial_dates import Bounds, PartialDate, bounds, parse_canonical
from graph_model.schema import RELATIONSHIP_TYPES
from graph_model.uids import post_uid, relationship_uid
from loaders.building.person_joining import JoinedPersons, identity_of
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import PERSON, POST, SUBJECT, Tie
from loaders.resolution.resolved_records import ResolvedRecords

EVENT_DAYS = ("held_on", "received_on", "made_on", "started_on", "issued_on")
_OPEN_NODE_TIES = frozenset({"SEAT_OF", "DELEGATED_BY"})


class TieRow(NamedTuple):
    """One tie as one row states it.

    Args:
        type: relationship type.
        uid: its identifier.
        start: uid on the left.
        end: uid on the right.
        bounds: its time.
        properties: its own properties.
        day: the day of the row's source.
        source: the row, as `sources` writes it.
    """

    type: str
    uid: str
    start: str
    end: str
    bounds: Bounds
    properties: Mapping[str, Any]
    day: date
    source: str


@lru_cache(maxsize=200_000)
def _parsed(canonical: str | None) -> PartialDate | None:
    return parse_canonical(canonical) if canonical else None


@lru_cache(maxsize=200_000)
def written_bounds(start: str | None, end: str | None, day: date, state: str | None, inclusive: bool) -> Bounds:
    """Return the bounds of what is written as canonical texts of partial dates."""
    return bounds(_parsed(start), _parsed(end), source_day=day, state=state, end_inclusive=inclusive)


@lru_cache(maxsize=200_000)
def event_bounds(written: str | None, day: date) -> Bounds:
    """Return the bounds of a tie of something that happened: from its day on, or as of the source's day."""
    return bounds(_parsed(written), None, source_day=day)


def day_of_event(written: str | None) -> date | None:
    """Return the day that a property of kind date holds: the first that a partial date may mean."""
    parsed = _parsed(written)
    return parsed.first if parsed else None


class TieReader:
    """Reads the ties of one record type.

    Args:
        record: the record type.
        resolved: its rows, resolved.
        persons: the persons of all rows.
    """

    def __init__(self, record: str, resolved: ResolvedRecords, persons: JoinedPersons) -> None:
        self._record = record
        self._resolved = resolved
        self._persons = persons
        self._column = resolved.column
        rows = zip(*(resolved.column(c) for c in ("source", "sheet", "row")), strict=True)
        self._sources = [f"{source}#{sheet}!{row}" for source, sheet, row in rows]

    def source(self, index: int) -> str:
        """Return a row as `sources` writes it."""
        return self._sources[index]

    @cached_property
    def posts(self) -> Sequence[str | None]:
        """The uid of the post of each row of a tenure."""
        parts = zip(self._resolved.references["organisation"], self._column("role"), self._column("seat"), strict=True)
        return [
            post_uid(organisation, role, seat) if organisation and role else None for organisation, role, seat in parts
        ]

    @cached_property
    def persons(self) -> Sequence[str | None]:
        """The uid of the person of each row; None for a vacant post, and for a row with an error."""
        return [self._persons.uid_of.get(keys[0]) for keys in self._column("person_keys")]

    def _ends(self, end: str) -> Sequence[Sequence[str]]:
        """The uids at one end of a tie, for each row."""
        uids: Sequence[Any]
        if end == SUBJECT:
            uids = self._resolved.subject
        elif end == PERSON:
            uids = self.persons
        else:
            uids = self.posts if end == POST else self._resolved.references[end]
        return [uid if isinstance(uid, list) else [uid] if uid else [] for uid in uids]

    def ties(self, indices: Sequence[int]) -> Iterator[TieRow]:
        """Return every tie that the rows at these positions state."""
        days = self._column("day")
        for tie in RECORD_TYPES[self._record].ties:
            discriminator = RELATIONSHIP_TYPES[tie.type].discriminator
            starts, ends = self._ends(tie.start), self._ends(tie.end)
            times = self._times(tie)
            properties = self._properties(tie)
            for index in indices:
                if not starts[index] or not ends[index]:
                    continue
                time, own = times(index), properties(index)
                told_apart = own.get(discriminator) if discriminator else None
                for start in starts[index]:
                    for end in ends[index]:
                        uid = relationship_uid(tie.type, start, end, time.valid_from, told_apart)
                        yield TieRow(tie.type, uid, start, end, time, own, days[index], self._sources[index])

    def _times(self, tie: Tie) -> Callable[[int], Bounds]:
        """How the time of a tie is read from a row: its own words, the day of an event, or the day of the source."""
        days, inclusive = self._column("day"), self._column("end_inclusive")
        if tie.dated:
            starts, ends, states = (self._column(c) for c in ("valid_from", "valid_to", "state"))
            states = states if tie.type == "HOLDS" else [None] * len(days)
            return lambda i: written_bounds(starts[i], ends[i], days[i], states[i], bool(inclusive[i]))
        events = [self._column(name) for name in EVENT_DAYS if name in self._resolved.frame.columns]
        return lambda i: event_bounds(next((e[i] for e in events if e[i]), None), days[i])

    def _properties(self, tie: Tie) -> Callable[[int], dict[str, Any]]:
        """How the properties of a tie are read from a row."""
        columns = {name: self._column(name) for name in tie.properties}
        if SUBJECT not in {tie.start, tie.end} and tie.type not in _OPEN_NODE_TIES:
            columns["note"] = self._column("note")
        if tie.type == "HOLDS":
            columns["identity"] = [identity_of(keys) for keys in self._column("person_keys")]
        constants = dict(tie.constants)
        return lambda i: {**constants, **{name: cells[i] for name, cells in columns.items()}}
