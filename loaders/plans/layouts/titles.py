"""What stands around a table and names what it is about: title, name of the sheet, name of the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from loaders.plan import Taken, TakenFrom
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import cell_text, is_missing

_COMMUNITY: Final = re.compile(r"(?:^|街道|(?<!社)[区县市镇:：—\s])([^街道县市镇:：—\s各本全该《》()（）]{1,8}?社区)")
_SUBDISTRICT: Final = re.compile(r"(?:^|(?<!社)[区县市:：\s])([^区县市:：\s各本全该]{1,8}?街道)")
_NO_NAME: Final = re.compile(r"单位|党|组织|委|驻|与|小区|驻区|老旧|示范|完整|红色")
_SEVERAL: Final = re.compile(r"各社区|社区[、和与及]")


@dataclass(frozen=True)
class Around:
    """A text beside a table.

    Args:
        source: where it stands.
        text: the text.
    """

    source: TakenFrom
    text: str


def texts_around(sheet: Sheet, heading_row: int) -> Sequence[Around]:
    """Return the texts beside a table, the nearest first: its title, and the names of sheet and file.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        heading_row: its first heading row, as Excel counts.
    """
    above = sheet.rows[: heading_row - sheet.first_row]
    titles = dict.fromkeys(cell_text(cell) for row in above for cell in row if not is_missing(cell))
    stem = PurePath(sheet.file).stem
    return [*(Around("title", text) for text in titles), Around("sheet", sheet.name), Around("file", stem)]


def place_around(texts: Sequence[Around]) -> Iterator[tuple[str, Taken]]:
    """Go through the fields of the one community, or else subdistrict, that the texts beside a table name."""
    for field, pattern in (("community", _COMMUNITY), ("subdistrict", _SUBDISTRICT)):
        for around in texts:
            found = set(pattern.findall(around.text)) if not _SEVERAL.search(around.text) else set()
            if len(found) == 1 and not any(map(_NO_NAME.search, found)):
                yield field, Taken(around.source, re.escape(found.pop()))
                return
