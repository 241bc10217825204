"""What is wrong in a query file, said with its place, the line itself, and what to write instead."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from graph_model.errors import GridgovError
from queries.query_file import Place


@dataclass(frozen=True)
class QueryFault:
    """One fault of one query file.

    Args:
        path: the file.
        place: line, column and length of what is wrong.
        source_line: the line as written.
        code: what kind of fault it is, in snake_case; never renamed.
        zh: what is wrong, in Chinese.
        en: the same in English.
        remedy_zh: what to do about it, in Chinese.
        remedy_en: the same in English.
    """

    path: str
    place: Place
    source_line: str
    code: str
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str

    def text(self, language: str) -> str:
        """Return the fault as it is shown: place and fault, the line, and a caret with the remedy."""
        said, remedy = (self.zh, self.remedy_zh) if language == "zh" else (self.en, self.remedy_en)
        number = f"{self.place.line:>5} | "
        start, end = self.place.column - 1, self.place.column - 1 + self.place.length
        blank = " " * (len(number) - 2) + "| " + " " * cell_len(self.source_line[:start])
        caret = "^" * max(cell_len(self.source_line[start:end]), 1)
        head = f"{self.path}:{self.place.line}:{self.place.column}: {said}"
        return f"{head}\n{number}{self.source_line}\n{blank}{caret} {remedy}"


class CatalogueError(GridgovError):
    """Files of the catalogue cannot be asked as they are; the message lists every fault of every file, in order."""

    def __init__(self, faults: tuple[QueryFault, ...]) -> None:
        super().__init__("\n".join(f.text("zh") for f in faults), "\n".join(f.text("en") for f in faults))
        self.faults = faults


@dataclass(frozen=True)
class Source:
    """The text of a query file, from which faults take the line they show.

    Args:
        path: the file, as messages show it.
        text: all of it.
    """

    path: str
    text: str

    def fault(self, place: Place, code: str, said: tuple[str, str], remedy: tuple[str, str]) -> QueryFault:
        """Return a fault at a place; `said` and `remedy` are pairs of Chinese and English."""
        lines = self.text.split("\n")
        line = lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""
        return QueryFault(self.path, place, line, code, *said, *remedy)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a name, or None if none is like it."""
    by_lower = {k.lower(): k for k in sorted(known)}
    found = difflib.get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> tuple[str, str] | None:
    """Return the suggestion of the nearest known name, in Chinese and English; None if none is near."""
    found = nearest(name, known)
    return (f"是否指 {found}？", f"did you mean {found}?") if found else None
