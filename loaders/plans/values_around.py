"""What is around a list within a JSON file, such as `^.社区`: which of it says something of the objects in the list."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from loaders.readers.json_lists import AROUND, OUTERMOST, WITHIN
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_PLACES: Final = frozenset({"District", "Subdistrict", "Community", "Grid", "Area", "Estate", "AdminUnit"})


@dataclass(frozen=True)
class KeyAround:
    """A key of what is around a list.

    Args:
        key: the key itself, such as 社区.
        of_envelope: whether the envelope says it, so that no sheet but those of its lists has it.
    """

    key: str
    of_envelope: bool


def key_around(heading: str) -> KeyAround | None:
    """Return what a heading names around a list; None: it is one of the list's own objects."""
    if heading.startswith(OUTERMOST):
        return KeyAround(heading.rpartition(WITHIN)[2], of_envelope=True)
    key = heading
    while key.startswith(AROUND):
        key = key.removeprefix(AROUND)
    return KeyAround(key, of_envelope=False) if key != heading else None


@cache
def is_place(record: str, field: str) -> bool:
    """Tell whether a field names the place in which a thing lies: what lies around it lies there, too.

    Nothing else is certain: the households of a community are none of an estate's, and the committee above a branch is
    not the one above its groups.
    """
    column = columns(RECORD_TYPES[record])[field]
    return column.reference is not None and not column.many and _PLACES.issuperset(column.reference.labels)


@cache
def is_reference(record: str, field: str) -> bool:
    """Tell whether a field names another thing, which what is around a list may be: that is to be asked."""
    return columns(RECORD_TYPES[record])[field].kind == "reference"
