"""What stands around a table and may name what it is about: title, name of the sheet, name of the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from loaders.plan import Taken, TakenFrom
from loaders.plans.heading_rows import HeadingRows, titles_above
from loaders.plans.layouts.named_in_texts import places_in
from loaders.readers.sheet import Sheet


@dataclass(frozen=True)
class TextAround:
    """A text beside a table.

    Args:
        source: where it stands.
        text: the text.
    """

    source: TakenFrom
    text: str


def texts_around(sheet: Sheet, rows: HeadingRows) -> Sequence[TextAround]:
    """Return the texts beside a table, the nearest first: its title, and the names of sheet and file.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
    """
    titles = titles_above(sheet, rows)
    stem = PurePath(sheet.file).stem
    return [*(TextAround("title", text) for text in titles), TextAround("sheet", sheet.name), TextAround("file", stem)]


def place_around(texts: Sequence[TextAround]) -> Iterator[tuple[str, Taken]]:
    """Go through the fields of the one community, or else subdistrict, that the texts beside a table name."""
    said = [(around.source, places_in(around.text)) for around in texts]
    for field in ("community", "subdistrict"):
        named = ((source, getattr(place, field)) for source, place in said)
        found = next(((source, name) for source, name in named if name is not None), None)
        if found is not None:
            yield field, Taken(found[0], re.escape(found[1]))
            return
