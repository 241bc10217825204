"""Where a row stands: file, sheet, row; read from the sources of nodes and ties."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_DIGITS = 12


@dataclass(frozen=True, order=True)
class Place:
    """A row that says something.

    Args:
        file: the file's name.
        sheet: the sheet's name.
        row: the row as Excel counts.
    """

    file: str
    sheet: str
    row: int

    def __str__(self) -> str:
        """Return the place as messages write it."""
        return " › ".join((self.file, *sheet_shown(self.file, self.sheet), str(self.row)))


def sheet_shown(file: str, sheet: str | None) -> tuple[str, ...]:
    """Return the sheet as it stands in a place; not that of a CSV or JSON file, which only repeats the file's name."""
    return (sheet,) if sheet and not file.startswith(f"{sheet}.") else ()


def places(sources: Iterable[str], files: Mapping[str, str]) -> tuple[Place, ...]:
    """Return the places that sources name, each once, in order.

    Args:
        sources: `<12 hex of the file>#<sheet>!<row>`.
        files: first 12 hex of a file's hash -> its name.
    """
    return tuple(sorted({_place(source, files) for source in sources}))


def file_names(manifest_sources: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of a snapshot's files by the first 12 hex of their hashes; where names repeat, with the hash."""
    names = {str(source["sha256"])[:_DIGITS]: str(source["name"]) for source in manifest_sources}
    repeated = {name for name, count in Counter(names.values()).items() if count > 1}
    return {key: f"{name} #{key}" if name in repeated else name for key, name in names.items()}


def _place(source: str, files: Mapping[str, str]) -> Place:
    key, _, rest = source.partition("#")
    sheet, _, row = rest.rpartition("!")
    return Place(files.get(key, key), sheet, int(row))
