"""How a plan is carried out on a server: in batches, all inside one transaction.

Few statements, and none for each table: a server takes longer to plan a statement that it has not seen than to write a
thousand rows. So labels and types come with the rows, and nodes are found again by the names that the server gave them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import polars as pl

from graph_model.schema import NODE_TYPES, super_labels
from graph_store.bolt import Transaction
from graph_store.publishing_plan import Plan
from graph_store.publishing_schema import hint
from graph_store.snapshot import Snapshot

Done = Callable[[int], None]
"""Is told how many more rows were written."""

_ROWS = "UNWIND $rows AS row "
_NODE = f"{_ROWS}CREATE (n:$(row[0])) SET n = row[1] RETURN elementId(n)"
_TIE = (
    f"{_ROWS}MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "
    "CREATE (a)-[r:$(row[2])]->(b) SET r = row[3]"
)
_BATCH = 5_000
_T = TypeVar("_T")


def carry_out(transaction: Transaction, plan: Plan, snapshot: Snapshot, *, detach: bool, done: Done) -> None:
    """Change what a plan says; a changed relationship is removed and added anew.

    Args:
        transaction: in which all of it happens.
        plan: what changes.
        snapshot: has the rows.
        detach: remove a node even if others have tied something to it.
        done: is told of progress.
    """
    for kind, change in plan.relationships():
        text = f"{_ROWS}MATCH ()-[x:{kind}]->() {hint(kind)} WHERE x.uid = row DELETE x"
        _put(transaction, text, [*change.removed, *change.changed], done)
    for label, change in plan.nodes():
        delete = "DETACH DELETE" if detach else "DELETE"
        text = f"{_ROWS}MATCH (x:{label}) {hint(label)} WHERE x.uid = row {delete} x"
        _put(transaction, text, change.removed, done)
    for label, change in plan.nodes():
        names = ":".join((label, *super_labels(label)))
        text = f"{_ROWS}MATCH (x:{label}) {hint(label)} WHERE x.uid = row.uid SET x = row, x:{names}"
        _put(transaction, text, _properties(_chosen(snapshot.nodes(label), change.changed)), done)
    places = _create_nodes(transaction, plan, snapshot, done)
    _create_ties(transaction, plan, snapshot, places, done)


def _create_nodes(transaction: Transaction, plan: Plan, snapshot: Snapshot, done: Done) -> dict[str, str]:
    """Create the nodes of a plan, and return uid -> the server's name of each."""
    rows = (
        ((label, *super_labels(label)), properties)
        for label, change in plan.nodes()
        for properties in _properties(_chosen(snapshot.nodes(label), change.added))
    )
    places: dict[str, str] = {}
    for batch in _batches(rows):
        created = transaction.run(_NODE, {"rows": batch}).rows
        places.update((str(row["uid"]), str(place)) for (_, row), (place,) in zip(batch, created, strict=True))
        done(len(batch))
    return places


def _create_ties(
    transaction: Transaction, plan: Plan, snapshot: Snapshot, places: Mapping[str, str], done: Done
) -> None:
    tables = {
        kind: _chosen(snapshot.relationships(kind), [*change.added, *change.changed])
        for kind, change in plan.relationships()
    }
    ends = (table.get_column(end) for table in tables.values() for end in ("start", "end"))
    elsewhere = {uid for column in ends for uid in column if uid not in places}
    known = {**places, **dict(_places(transaction, snapshot, elsewhere))}
    rows = (
        (known[str(row.pop("start"))], known[str(row.pop("end"))], kind, row)
        for kind, table in tables.items()
        for row in _properties(table)
    )
    _put(transaction, _TIE, rows, done)


def _places(transaction: Transaction, snapshot: Snapshot, uids: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the server's names of nodes that are there already."""
    for label in NODE_TYPES:
        for batch in _batches(uid for uid in snapshot.nodes(label).get_column("uid") if uid in uids):
            text = f"{_ROWS}MATCH (x:{label}) {hint(label)} WHERE x.uid = row RETURN x.uid, elementId(x)"
            yield from ((str(uid), str(place)) for uid, place in transaction.run(text, {"rows": batch}).rows)


def _put(transaction: Transaction, text: str, rows: Iterable[object], done: Done) -> None:
    for batch in _batches(rows):
        transaction.run(text, {"rows": batch})
        done(len(batch))


def _batches(rows: Iterable[_T]) -> Iterator[list[_T]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _properties(table: pl.DataFrame) -> Iterator[dict[str, object]]:
    """Yield rows as maps; what is missing is left out, and an empty list, as the content hash has it."""
    for row in table.iter_rows(named=True):
        yield {key: value for key, value in row.items() if value is not None and value != []}


def _chosen(table: pl.DataFrame, uids: Sequence[str]) -> pl.DataFrame:
    chosen = pl.DataFrame({"uid": uids}, schema={"uid": pl.String})
    return table if len(chosen) == len(table) else table.join(chosen, on="uid", how="semi")
