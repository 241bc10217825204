"""Columns in which each record has one name and offices write several: a unit that builds with three communities."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from loaders.plans.headings import HeadingMatch
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import is_missing, split_list
from loaders.values.lists_of_names import NAMES, listed_names

_SAME_TIE: Final[Mapping[str, tuple[str, ...]]] = {
    "co_building": ("unit", "committee"),
    "platform_participation": ("organisation",),
    "alliance_party": ("organisation",),
    "property_service": ("estate",),
    "branch_coverage": ("estate", "grid"),
    "adoption": ("organisation", "mechanism"),
    "activity_participation": ("organisation",),
    "pledge": ("name",),
}
"""Fields of which each name of a list has the same tie to the rest of the row."""

_PARTED_BY: Final[Mapping[str, str]] = {"pledge": "；;\n"}
"""What parts the members where not all that parts names does: 消防演练、反诈宣传 may be one need."""

_NUMBERED: Final = re.compile(r"(?:^|\s)\d{1,2}[.．、)）]|[(（]\d{1,2}[)）]|[①-⑳]")
"""Numbers of items, which those separators would leave within."""

_OF_ONE: Final[Mapping[str, str]] = {"unit": "unit_code"}
"""Fields whose number in another column can be that of one name alone."""


def several_names(record: str, match: HeadingMatch, below: Sequence[Sequence[Cell]]) -> Mapping[str, str]:
    """Return how the cells of one column are parted into a record each; nothing where none lists names.

    Where two columns of a table list names, nothing says which belongs to which: each such cell is asked about.

    Args:
        record: the record type.
        match: how the headings fit it.
        below: the rows under the headings.
    """
    separators = _PARTED_BY.get(record, NAMES)
    listing = [
        field
        for field in _SAME_TIE.get(record, ())
        if field in match.fields
        and _OF_ONE.get(field) not in match.fields
        and _list([row[match.fields[field].column] for row in below], separators)
    ]
    return {listing[0]: separators} if len(listing) == 1 else {}


_MAY_LIST: Final = re.compile(r"[、;；,，\n\r/|和与及等①-⑳(（]|\d[.．)）]")
"""What every list has somewhere, and most cells have not."""


def _list(cells: Sequence[Cell], separators: str) -> bool:
    """Whether any of some cells lists names, or items that the separators part."""
    texts = [cell for cell in cells if isinstance(cell, str) and _MAY_LIST.search(cell) and not is_missing(cell)]
    if separators == NAMES:
        return any(len(listed_names(text)) > 1 for text in texts)
    return not any(map(_NUMBERED.search, texts)) and any(len(split_list(text, separators)) > 1 for text in texts)
