"""The rows that say so, as a page keeps them: each file and sheet named once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_MOST_PER_FACT = 8


class SourceRows:
    """Numbers the rows that sources name, and lists files, sheets and rows for the page.

    Args:
        files: first 12 hexadecimal digits of a file's hash -> its name.
    """

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._names: dict[str, int] = {}
        self._sheets: dict[str, int] = {}
        self._rows: dict[tuple[int, int, int], int] = {}

    def numbers(self, sources: Sequence[str]) -> int | list[int]:
        """Return the numbers of the first rows; of a single one, as most have, the number itself."""
        found = [self.number(source) for source in sources[:_MOST_PER_FACT]]
        return found[0] if len(found) == 1 else found

    def number(self, source: str) -> int:
        """Return the number of one row, written `<12 hex>#<sheet>!<row>`."""
        place, _, row = source.rpartition("!")
        key, _, sheet = place.partition("#")
        name = self._files.get(key, key)
        entry = (
            self._names.setdefault(name, len(self._names)),
            self._sheets.setdefault(sheet, len(self._sheets)),
            int(row) if re.fullmatch(r"\d+", row) else 0,
        )
        return self._rows.setdefault(entry, len(self._rows))

    def island(self) -> dict[str, object]:
        """Return what the page looks a number up in."""
        return {
            "files": list(self._names),
            "sheets": list(self._sheets),
            "rows": [n for row in self._rows for n in row],
        }


def file_names(sources: Iterable[Any]) -> dict[str, str]:
    """Return the names of source files by the first 12 digits of their hash, from a manifest's list.

    Args:
        sources: mappings or objects with `sha256` and `name`.
    """
    found = {}
    for source in sources:
        read = source.get if isinstance(source, Mapping) else lambda key, s=source: getattr(s, key, None)
        if read("sha256") and read("name"):
            found[str(read("sha256"))[:12]] = str(read("name"))
    return found
