"""Ties that the rows of one record type state, as rows of relationship tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from graph_model.partial_dates import Bounds, PartialDate, bounds, parse_canonical
from graph_model.schema import RELATIONSHIP_TYPES
from graph_model.uids import post_uid, relationship_uid
from loaders.building.person_joining import JoinedPersons, identity_of
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import PERSON, POST, SUBJECT, Tie
from loaders.resolution.resolved_records import ResolvedRecords

EVENT_DAYS = ("held_on", "received_on", "made_on", "started_on", "issued_on")
_OPEN_NODE_TIES = frozenset({"SEAT_OF", "DELEGATED_BY"})


@dataclass(frozen=True)
class TieRow:
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

    def post(self, index: int) -> str | None:
        """Return the uid of the post of a tenure's row."""
        organisation = self._resolved.references["organisation"][index]
        role = self._column("role")[index]
        return post_uid(organisation, role, self._column("seat")[index]) if organisation and role else None

    def person(self, index: int) -> str:
        """Return the uid of the person of a row."""
        return self._persons.uid_of[self._column("person_keys")[index][0]]

    def _ends(self, end: str, index: int) -> Sequence[str]:
        if end == SUBJECT:
            uid = self._resolved.subject[index]
        elif end == PERSON:
            uid = self.person(index)
        elif end == POST:
            uid = self.post(index)
        else:
            uid = self._resolved.references[end][index]
        if isinstance(uid, list):
            return uid
        return [uid] if uid else []

    def ties(self, indices: Sequence[int]) -> Iterator[TieRow]:
        """Return every tie that the rows at these positions state."""
        for tie in RECORD_TYPES[self._record].ties:
            cls = RELATIONSHIP_TYPES[tie.type]
            discriminator = cls.discriminator
            for index in indices:
                starts, ends = self._ends(tie.start, index), self._ends(tie.end, index)
                if not starts or not ends:
                    continue
                time = self._bounds(tie, index)
                properties = self._properties(tie, index)
                told_apart = properties.get(discriminator) if discriminator else None
                day, source = self._column("day")[index], self._sources[index]
                for start in starts:
                    for end in ends:
                        uid = relationship_uid(tie.type, start, end, time.valid_from, told_apart)
                        yield TieRow(tie.type, uid, start, end, time, properties, day, source)

    def _bounds(self, tie: Tie, index: int) -> Bounds:
        day = self._column("day")[index]
        if tie.dated:
            start, end, state = (self._column(c)[index] for c in ("valid_from", "valid_to", "state"))
            state = state if tie.type == "HOLDS" else None
            return written_bounds(start, end, day, state, bool(self._column("end_inclusive")[index]))
        for name in EVENT_DAYS:
            written = self._column(name)[index]
            if written:
                return event_bounds(written, day)
        return bounds(None, None, source_day=day)

    def _properties(self, tie: Tie, index: int) -> dict[str, Any]:
        found = {name: self._column(name)[index] for name in tie.properties}
        found |= dict(tie.constants)
        if tie.type == "HOLDS":
            found["identity"] = identity_of(self._column("person_keys")[index])
            found["inferred"] = None
        if SUBJECT not in {tie.start, tie.end} and tie.type not in _OPEN_NODE_TIES:
            found["note"] = self._column("note")[index]
        return found
