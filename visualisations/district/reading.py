"""Reads a snapshot into the things and ties that maps show."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES
from visualisations.district.things import ActivityRecord, District, Span, Thing, Tie

PERSONAL = frozenset({"Post", "Person"})
"""Labels that name their holder, even under a pseudonym: on a map only where the caller asks for them."""

_COUNTED_ONLY = frozenset({"Activity", "Pledge", "Matter", "TrainingSession", "ReservePool", "Source"})
_COMMON = frozenset({
    "uid", "name", "defined", "sources", "start", "end",
    "valid_from", "valid_from_latest", "valid_to_earliest", "valid_to",
})  # fmt: skip


class SnapshotLike(Protocol):
    """What maps need of a snapshot: its manifest and its tables."""

    @property
    def manifest(self) -> Any:
        """Day, content hash, sources and whatever else describes the snapshot."""

    def nodes(self, label: str) -> pl.DataFrame:
        """Return the table of a concrete label."""

    def relationships(self, relationship_type: str) -> pl.DataFrame:
        """Return the table of a relationship type."""

    def evidence(self) -> pl.DataFrame:
        """Return which row gave the value of a property."""


def read_district(snapshot: SnapshotLike, *, persons: bool = False) -> District:
    """Return what maps show of a snapshot.

    Args:
        snapshot: the tables.
        persons: whether posts and their holders are read; else they are only counted.

    Returns:
        things and ties; events such as activities and pledges are counted, not things of their own.
    """
    things: dict[str, Thing] = {}
    counted: dict[str, int] = {}
    for label in NODE_TYPES:
        frame = snapshot.nodes(label)
        if label in _COUNTED_ONLY or (label in PERSONAL and not persons):
            counted[label] = frame.height
            continue
        things.update((row["uid"], _thing(label, row)) for row in frame.iter_rows(named=True))
    ties = [
        tie
        for relationship_type in RELATIONSHIP_TYPES
        for tie in _ties(relationship_type, snapshot.relationships(relationship_type))
        if tie.start in things and tie.end in things
    ]
    return District(things, ties, _activities(snapshot), counted, _evidence(snapshot.evidence(), things))


def _thing(label: str, row: Mapping[str, Any]) -> Thing:
    return Thing(
        row["uid"],
        label,
        row["name"] or row["uid"],
        Span(row.get("valid_from"), row.get("valid_to")),
        row.get("valid_from_latest"),
        row.get("defined") is not False,
        tuple(row.get("sources") or ()),
        _facts(row),
    )


def _ties(relationship_type: str, frame: pl.DataFrame) -> Iterable[Tie]:
    for row in frame.iter_rows(named=True):
        yield Tie(
            row["uid"],
            relationship_type,
            row["start"],
            row["end"],
            Span(row["valid_from"], row["valid_to"]),
            row["valid_from_latest"],
            row["valid_to_earliest"],
            tuple(row.get("sources") or ()),
            _facts(row),
        )


def _facts(row: Mapping[str, Any]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key not in _COMMON and value is not None and value != []}


def _activities(snapshot: SnapshotLike) -> list[ActivityRecord]:
    """Return who took part in what under whom; what a platform held, its convening committee held too."""
    days: dict[str, date | None] = dict(snapshot.nodes("Activity").select("uid", "held_on").iter_rows())
    convenors = _many(snapshot.relationships("CONVENES").select("end", "start"))
    under = _many(snapshot.relationships("HELD_UNDER").select("start", "end"))
    bodies = {act: {*own, *(c for body in own for c in convenors.get(body, ()))} for act, own in under.items()}
    records: set[tuple[date, str, str, str]] = set()
    for organisation, activity in snapshot.relationships("TOOK_PART_IN").select("start", "end").iter_rows():
        day = days.get(activity)
        if day is not None:
            records.update((day, organisation, body, activity) for body in bodies.get(activity, ()))
    return [ActivityRecord(organisation, body, day) for day, organisation, body, _ in sorted(records)]


def _many(pairs: pl.DataFrame) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs.iter_rows():
        found.setdefault(key, []).append(value)
    return found


def _evidence(frame: pl.DataFrame, things: Mapping[str, Thing]) -> dict[tuple[str, str], str]:
    if not {"uid", "property", "source"} <= set(frame.columns):
        return {}
    rows = frame.select("uid", "property", "source").iter_rows()
    return {(uid, name): source for uid, name, source in rows if uid in things}
