"""How a plan is carried out on a server: in batches, all inside one transaction.

Few statements, and none for each table: a server takes longer to plan a statement that it has not seen than to write a
thousand rows. So labels and types come with the rows, and things are found again by the server's own names of them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from graph_model.schema import super_labels
from graph_store.bolt.driver import Transaction
from graph_store.publishing.places import ROWS, Places, batches, find_places
from graph_store.publishing.plan import Plan
from graph_store.snapshot.reading import Snapshot

Done = Callable[[int], None]
"""Is told how many more rows were written."""

_NODE, _TIE = "MATCH (x) WHERE elementId(x) = row[0]", "MATCH ()-[x]->() WHERE elementId(x) = row[0]"
_ADD_NODE = "CREATE (x:$(row[0])) SET x = row[1] RETURN elementId(x)"
_ADD_TIE = (
    "MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "
    "CREATE (a)-[x:$(row[2])]->(b) SET x = row[3]"
)


def carry_out(transaction: Transaction, plan: Plan, snapshot: Snapshot, *, detach: bool, done: Done) -> None:
    """Change what a plan says.

    Args:
        transaction: in which all of it happens.
        plan: what changes.
        snapshot: has the rows.
        detach: remove a node even if others have tied something to it.
        done: is told of progress.
    """
    places = find_places(transaction, plan, snapshot)
    writing = _Writing(transaction, plan, snapshot, places, done)
    writing.remove(detach=detach)
    writing.set_nodes()
    writing.set_ties()
    writing.add_ties({**places.nodes, **writing.add_nodes()})


@dataclass(frozen=True)
class _Writing:
    """The steps of one push, in the order in which they are to be taken."""

    transaction: Transaction
    plan: Plan
    snapshot: Snapshot
    places: Places
    done: Done

    def remove(self, *, detach: bool) -> None:
        """Remove relationships, then nodes; a relationship that moves is counted where it is added."""
        for batch in batches([self.places.ties[uid]] for uid in self.places.moved):
            self.transaction.run(f"{ROWS}{_TIE} DELETE x", {"rows": batch})
        ties = (uid for _, change in self.plan.relationships() for uid in change.removed)
        self._put(f"{_TIE} DELETE x", ([self.places.ties[uid]] for uid in ties))
        nodes = (uid for _, change in self.plan.nodes() for uid in change.removed)
        delete = "DETACH DELETE" if detach else "DELETE"
        self._put(f"{_NODE} {delete} x", ([self.places.nodes[uid]] for uid in nodes))

    def set_nodes(self) -> None:
        """Change nodes, and give back to them the labels that they lack."""
        rows = (
            (self.places.nodes[str(row["uid"])], (label, *super_labels(label)), row)
            for label, change in self.plan.nodes()
            for row in _rows(self.snapshot.nodes(label), change.changed)
        )
        self._put(f"{_NODE} SET x = row[2], x:$(row[1])", rows)

    def set_ties(self) -> None:
        """Change relationships that stay between their two nodes."""
        rows = (
            (self.places.ties[str(row["uid"])], _properties(row))
            for kind, change in self.plan.relationships()
            for row in _rows(self.snapshot.relationships(kind), change.changed)
            if row["uid"] not in self.places.moved
        )
        self._put(f"{_TIE} SET x = row[1]", rows)

    def add_nodes(self) -> dict[str, str]:
        """Add nodes, and return uid -> the server's name of each."""
        rows = (
            ((label, *super_labels(label)), row)
            for label, change in self.plan.nodes()
            for row in _rows(self.snapshot.nodes(label), change.added)
        )
        names: dict[str, str] = {}
        for batch in batches(rows):
            added = self.transaction.run(f"{ROWS}{_ADD_NODE}", {"rows": batch}).rows
            names.update((str(row["uid"]), str(name)) for (_, row), (name,) in zip(batch, added, strict=True))
            self.done(len(batch))
        return names

    def add_ties(self, nodes: Mapping[str, str]) -> None:
        """Add relationships, those that move too, between nodes by their names."""
        rows = (
            (nodes[str(row["start"])], nodes[str(row["end"])], kind, _properties(row))
            for kind, change in self.plan.relationships()
            for row in _rows(self.snapshot.relationships(kind), self.places.to_add(change))
        )
        self._put(_ADD_TIE, rows)

    def _put(self, text: str, rows: Iterable[object]) -> None:
        for batch in batches(rows):
            self.transaction.run(f"{ROWS}{text}", {"rows": batch})
            self.done(len(batch))


def _properties(tie: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in tie.items() if key not in {"start", "end"}}


def _rows(table: pl.DataFrame, uids: Collection[str]) -> Iterator[dict[str, object]]:
    """Yield some rows of a table; what is missing is left out, and an empty list, as the content hash has it."""
    chosen = pl.DataFrame({"uid": list(uids)}, schema={"uid": pl.String})
    rows = table if len(chosen) == len(table) else table.join(chosen, on="uid", how="semi")
    for row in rows.iter_rows(named=True):
        yield {key: value for key, value in row.items() if value is not None and value != []}
