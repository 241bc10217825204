"""How a plan is carried out on a server: in batches, all inside one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import polars as pl

from graph_model.schema import NODE_TYPES, super_labels
from graph_store.bolt import Transaction
from graph_store.bolt_store import MARK
from graph_store.bolt_values import RESERVED
from graph_store.publishing_held import NAME, PUBLISHES, TABLES, part_names
from graph_store.publishing_index import IndexedTable, TableMark, marks_text, packed
from graph_store.publishing_plan import Plan
from graph_store.snapshot import Snapshot

Done = Callable[[int], None]
"""Is told how many more rows were written."""

_LOCKED = f"{RESERVED}locked"  # set and removed: that takes the lock
_BATCH = 5_000


def lock(transaction: Transaction) -> None:
    """Hold the mark until the transaction ends: a second push waits here."""
    transaction.run(f"MERGE (p:{MARK} {{name: $name}}) SET p.{_LOCKED} = true REMOVE p.{_LOCKED}", {"name": NAME})


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
        _remove(transaction, f"MATCH ()-[x:{kind} {{uid: uid}}]->() DELETE x", [*change.removed, *change.changed], done)
    for label, change in plan.nodes():
        delete = "DETACH DELETE" if detach else "DELETE"
        _remove(transaction, f"MATCH (x:{label} {{uid: uid}}) {delete} x", change.removed, done)
    for label, change in plan.nodes():
        names = ":".join((label, *super_labels(label)))
        table = snapshot.nodes(label)
        _create(transaction, f"CREATE (:{names} {{properties}})", _chosen(table, change.added), done)
        _set(
            transaction,
            f"MATCH (n:{label} {{uid: row.uid}}) SET n = row, n:{names}",
            _chosen(table, change.changed),
            done,
        )
    labels = _labels(snapshot)
    for kind, change in plan.relationships():
        rows = _chosen(snapshot.relationships(kind), [*change.added, *change.changed])
        for text, part in _by_ends(kind, rows, labels):
            _create(transaction, text, part, done)


def set_mark(
    transaction: Transaction, snapshot: Snapshot, tables: Mapping[str, IndexedTable], old: Mapping[str, TableMark]
) -> None:
    """Say what is published now, and remember its rows; what is remembered of equal tables stays as it is."""
    gone = [name for table, mark in old.items() for name in part_names(table, mark.parts)]
    wanted = {table: held.mark for table, held in tables.items()}
    keep = [name for table, mark in wanted.items() if old.get(table) == mark for name in part_names(table, mark.parts)]
    _mark(transaction, dict.fromkeys(set(gone).difference(keep)))
    for table, held in tables.items():
        if old.get(table) != held.mark:
            for name, part in zip(part_names(table, held.mark.parts), packed(held.index), strict=True):
                _mark(transaction, {name: part})
    manifest = snapshot.manifest
    _mark(transaction, {"content_hash": manifest.content_hash, "as_of": manifest.as_of, TABLES: marks_text(wanted)})
    transaction.run(
        f"MATCH (p:{MARK} {{name: $name}}) SET p.{PUBLISHES} = coalesce(p.{PUBLISHES}, 0) + 1", {"name": NAME}
    )


def _mark(transaction: Transaction, values: Mapping[str, object]) -> None:
    transaction.run(f"MATCH (p:{MARK} {{name: $name}}) SET p += $values", {"name": NAME, "values": values})


def _remove(transaction: Transaction, text: str, uids: Sequence[str], done: Done) -> None:
    for start in range(0, len(uids), _BATCH):
        batch = uids[start : start + _BATCH]
        transaction.run(f"UNWIND $uids AS uid {text}", {"uids": batch})
        done(len(batch))


def _create(transaction: Transaction, text: str, table: pl.DataFrame, done: Done) -> None:
    """Create something for each row; rows go as lists, which take a server half the time of maps.

    Args:
        transaction: in which it happens.
        text: finds `start` and `end` of a row in its first two places; `{properties}` stands for the properties.
        table: rows; `start` and `end`, where there are any, come first.
        done: is told of progress.
    """
    for batch in table.iter_slices(_BATCH):
        filled = _without_empty(batch)
        places = (f"{name}: row[{n}]" for n, name in enumerate(filled.columns) if name not in {"start", "end"})
        statement = f"UNWIND $rows AS row {text.replace('{properties}', '{' + ', '.join(places) + '}')}"
        transaction.run(statement, {"rows": filled.rows()})
        done(len(batch))


def _set(transaction: Transaction, text: str, table: pl.DataFrame, done: Done) -> None:
    for batch in table.iter_slices(_BATCH):
        rows = [
            {key: value for key, value in row.items() if value is not None}
            for row in _without_empty(batch).iter_rows(named=True)
        ]
        transaction.run(f"UNWIND $rows AS row {text}", {"rows": rows})
        done(len(batch))


def _without_empty(batch: pl.DataFrame) -> pl.DataFrame:
    """Return rows in which an empty list is missing, as the content hash has it, without columns that all rows miss."""
    lists = pl.selectors.list()
    rows = batch.with_columns(pl.when(lists.list.len() > 0).then(lists).name.keep())
    return rows.select(column.name for column in rows if column.null_count() < len(rows))


def _chosen(table: pl.DataFrame, uids: Iterable[str]) -> pl.DataFrame:
    chosen = pl.DataFrame({"uid": list(uids)}, schema={"uid": pl.String})
    return table if len(chosen) == len(table) else table.join(chosen, on="uid", how="semi")


def _labels(snapshot: Snapshot) -> pl.DataFrame:
    tables = (
        snapshot.nodes(label).select("uid", pl.lit(label).alias("label"))
        for label in NODE_TYPES
        if snapshot.manifest.counts.nodes.get(label)
    )
    return pl.concat([pl.DataFrame(schema={"uid": pl.String, "label": pl.String}), *tables])


def _by_ends(kind: str, rows: pl.DataFrame, labels: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield relationships by the labels of their ends, with the statement that finds both ends by an index."""
    if rows.is_empty():
        return
    named = rows.join(labels.rename({"label": "_a"}), left_on="start", right_on="uid").join(
        labels.rename({"label": "_b"}), left_on="end", right_on="uid"
    )
    for (a, b), part in named.partition_by("_a", "_b", as_dict=True, maintain_order=True).items():
        yield (
            f"MATCH (a:{a} {{uid: row[0]}}) MATCH (b:{b} {{uid: row[1]}}) CREATE (a)-[:{kind} {{properties}}]->(b)",
            part.select("start", "end", pl.exclude("start", "end", "_a", "_b")),
        )
