"""The time that a district's data covers, and how many organisations were registered in its course."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_model.schema import super_labels
from visualisations.district.things import District, Span

_OUTLIERS = 0.01
_POINTS = 120


@dataclass(frozen=True)
class Timeline:
    """The days that a slider runs over, and the curve behind it.

    Args:
        first: the first day of the month by which one start in a hundred had happened.
        last: the day of the snapshot.
        registered: (day, organisations registered on it), evenly spaced.
    """

    first: date
    last: date
    registered: Sequence[tuple[date, int]]


def timeline(district: District, presences: Mapping[str, Span], last: date) -> Timeline:
    """Return the time that the data covers.

    Args:
        district: things and ties.
        presences: when each thing was there.
        last: the day of the snapshot.

    Returns:
        the days; a single one if nothing is dated.
    """
    starts = sorted(day for day in _starts(district, presences) if day <= last)
    first = starts[int(len(starts) * _OUTLIERS)].replace(day=1) if starts else last
    return Timeline(first, last, _registered(district, presences, first, last))


def is_registered_body(label: str) -> bool:
    """Whether a label is an organisation or a joint body."""
    return bool({"Organisation", "JointBody"} & set(super_labels(label)))


def _starts(district: District, presences: Mapping[str, Span]) -> Iterable[date]:
    for uid, span in presences.items():
        if span.start is not None and is_registered_body(district.things[uid].label):
            yield span.start
    for tie in district.ties:
        if tie.span.start is not None:
            yield tie.span.start


def _registered(
    district: District, presences: Mapping[str, Span], first: date, last: date
) -> tuple[tuple[date, int], ...]:
    bodies = [s for uid, s in presences.items() if is_registered_body(district.things[uid].label)]
    opened = sorted(s.start or date.min for s in bodies)
    closed = sorted(s.end for s in bodies if s.end is not None)
    span = (last - first).days
    days = sorted({first + timedelta(days=span * i // _POINTS) for i in range(_POINTS + 1)})
    return tuple((day, bisect_right(opened, day) - bisect_right(closed, day)) for day in days)
