"""The catalogue of questions: every .cypher file under a folder, checked, found by its id."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graph_model.errors import UsageError
from queries.checking import check_texts
from queries.query_faults import CatalogueError, nearest
from queries.query_file import QueryFile


class UnknownQueryError(UsageError):
    """No query, or more than one, bears the name that was asked for."""


@dataclass(frozen=True)
class Catalogue:
    """Questions that have been checked.

    Args:
        queries: in the order of their ids.
    """

    queries: tuple[QueryFile, ...]

    def find(self, name: str) -> QueryFile:
        """Return the query with an id; its last part alone is accepted while it is unique.

        Raises:
            UnknownQueryError: if there is none, with the nearest name; or several, with their ids.
        """
        found = [q for q in self.queries if q.id == name] or [q for q in self.queries if q.stem == name]
        if len(found) == 1:
            return found[0]
        if found:
            ids = " ".join(q.id for q in found)
            raise UnknownQueryError(f"查询名 {name} 不唯一：{ids}", f"several queries are called {name}: {ids}")
        near = nearest(name, {q.id for q in self.queries}) or self._nearest_stem(name)
        zh, en = (f"；是否指 {near}？", f"; did you mean {near}?") if near else ("", "")
        raise UnknownQueryError(f"没有查询 {name}{zh}", f"there is no query {name}{en}")

    def _nearest_stem(self, name: str) -> str | None:
        by_stem = {q.stem: q.id for q in self.queries}
        found = nearest(name.rpartition("/")[2], by_stem)
        return by_stem[found] if found else None


@cache
def read_catalogue(folder: Path | None = None) -> Catalogue:
    """Return the questions under a folder.

    Args:
        folder: where the .cypher files are, by family; None for those of the product.

    Raises:
        CatalogueError: if any file has a fault; it lists all faults of all files.
    """
    root: Traversable = folder if folder else files("queries").joinpath("catalogue")
    shown = folder.name if folder else "queries/catalogue"
    queries, faults = check_texts(
        (query_id, f"{shown}/{query_id}.cypher", file.read_text(encoding="utf-8")) for query_id, file in _files(root)
    )
    if faults:
        raise CatalogueError(faults)
    return Catalogue(queries)


def _files(folder: Traversable, family: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry, f"{family}{entry.name}/")
        elif entry.name.endswith(".cypher"):
            yield family + entry.name.removesuffix(".cypher"), entry
