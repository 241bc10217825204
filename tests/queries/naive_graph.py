"""A graph as plain Python sees it: rows of tables, followed one tie at a time, in no engine and no query language."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph_model.schema import super_labels
from graph_store.snapshot.graph_tables import GraphTables

Row = Mapping[str, Any]


def holds(row: Row, day: date) -> bool:
    """Return whether something may hold on a day: its outer bounds, half-open, let it."""
    began = row["valid_from"] is None or row["valid_from"] <= day
    return began and (row["valid_to"] is None or day < row["valid_to"])


def surely(row: Row, day: date) -> bool:
    """Return whether something holds on a day for certain: its inner bounds, half-open, hold the day."""
    first, last = row["valid_from_latest"], row["valid_to_earliest"]
    return first is not None and last is not None and first <= day < last


class NaiveGraph:
    """Nodes by uid, ties by type, and the two steps from a node to its neighbours."""

    def __init__(self, tables: GraphTables, day: date) -> None:
        self.day = day
        self.nodes = {row["uid"]: {**row, "label": label} for label, f in tables.nodes.items() for row in f.to_dicts()}
        self.ties = {kind: frame.to_dicts() for kind, frame in tables.relationships.items()}

    def of(self, *labels: str) -> list[Row]:
        """Return the nodes of labels, super-labels included."""
        return [n for n in self.nodes.values() if self.has_label(n, *labels)]

    @staticmethod
    def has_label(node: Row, *labels: str) -> bool:
        return not {node["label"], *super_labels(node["label"])}.isdisjoint(labels)

    def there(self, nodes: Iterable[Row]) -> list[Row]:
        """Return the nodes that are there on the day."""
        return [n for n in nodes if holds(n, self.day)]

    def out(self, kind: str, uid: str, *labels: str, on_day: bool = True) -> list[tuple[Row, Row]]:
        """Return (tie, neighbour) of the ties of a type that begin at a node."""
        return self._steps(kind, ("start", "end"), uid, labels, on_day)

    def into(self, kind: str, uid: str, *labels: str, on_day: bool = True) -> list[tuple[Row, Row]]:
        """Return (tie, neighbour) of the ties of a type that end at a node."""
        return self._steps(kind, ("end", "start"), uid, labels, on_day)

    def _steps(
        self, kind: str, sides: tuple[str, str], uid: str, labels: tuple[str, ...], on_day: bool
    ) -> list[tuple[Row, Row]]:
        here, there = sides
        found = [(t, self.nodes[t[there]]) for t in self.ties[kind] if t[here] == uid]
        return [
            (t, n)
            for t, n in found
            if (not on_day or holds(t, self.day)) and (not labels or self.has_label(n, *labels))
        ]

    def uids(self, steps: Iterable[tuple[Row, Row]]) -> set[str]:
        """Return the uids that steps lead to."""
        return {n["uid"] for _, n in steps}

    def names(self, steps: Iterable[tuple[Row, Row]]) -> list[str]:
        """Return the names that steps lead to, each once, sorted."""
        return sorted({n["name"] for _, n in steps})

    def branches_of(self, estate: str) -> set[str]:
        """Return the branches that cover an estate or its grid."""
        places = {estate} | self.uids(self.out("LOCATED_IN", estate, "Grid"))
        return {uid for place in places for uid in self.uids(self.into("COVERS", place, "PartyBranch"))}

    def seats(self, role: str, label: str) -> list[tuple[Row, Row, Row]]:
        """Return (person, tenure, body) of everyone who holds a role in bodies of a label on the day."""
        found = []
        for post in self.of("Post"):
            bodies = [b for _, b in self.out("SEAT_OF", post["uid"], label)] if post["role"] == role else []
            holders = self.into("HOLDS", post["uid"])
            found += [(person, tenure, body) for body in bodies for tenure, person in holders]
        return found
