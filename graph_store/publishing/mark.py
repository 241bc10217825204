"""The mark of a publication: what says what is published, and holds two pushes apart."""

from collections.abc import Iterable, Iterator, Mapping

from graph_store.bolt.driver import Transaction
from graph_store.bolt.store import MARK
from graph_store.bolt.values import RESERVED
from graph_store.publishing.held import NAME, PUBLISHES, TABLES, part_names
from graph_store.publishing.index import IndexedTable, TableMark, marks_text, packed
from graph_store.snapshot.reading import Snapshot

_LOCKED = f"{RESERVED}locked"  # set and removed: that takes the lock
_TOGETHER = 1_000_000  # characters


def lock(transaction: Transaction) -> None:
    """Hold the mark until the transaction ends: a second push waits here."""
    transaction.run(f"MERGE (p:{MARK} {{name: $name}}) SET p.{_LOCKED} = true REMOVE p.{_LOCKED}", {"name": NAME})


def set_mark(
    transaction: Transaction,
    snapshot: Snapshot,
    tables: Mapping[str, IndexedTable],
    old: Mapping[str, TableMark],
    *,
    anew: bool,
) -> None:
    """Say what is published now, and remember its rows.

    Args:
        transaction: of the push.
        snapshot: that is published.
        tables: its tables.
        old: what is remembered.
        anew: remember all; else what is remembered of equal tables stays as it is.
    """
    gone = [name for table, mark in old.items() for name in part_names(table, mark.parts)]
    wanted = {table: held.mark for table, held in tables.items()}
    keep = [name for table, mark in wanted.items() if old.get(table) == mark for name in part_names(table, mark.parts)]
    _mark(transaction, dict.fromkeys(set(gone).difference(keep)))
    for parts in _some_at_a_time(_new_parts(tables, {} if anew else old)):
        _mark(transaction, parts)
    manifest = snapshot.manifest
    _mark(transaction, {"content_hash": manifest.content_hash, "as_of": manifest.as_of, TABLES: marks_text(wanted)})
    transaction.run(
        f"MATCH (p:{MARK} {{name: $name}}) SET p.{PUBLISHES} = coalesce(p.{PUBLISHES}, 0) + 1", {"name": NAME}
    )


def _new_parts(tables: Mapping[str, IndexedTable], old: Mapping[str, TableMark]) -> Iterator[tuple[str, str]]:
    for table, held in tables.items():
        if old.get(table) != held.mark:
            yield from zip(part_names(table, held.mark.parts), packed(held.index), strict=True)


def _some_at_a_time(parts: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Yield parts in groups: each is a statement, which takes its time, and must not be too long."""
    group: dict[str, str] = {}
    for name, part in parts:
        group[name] = part
        if sum(map(len, group.values())) > _TOGETHER:
            yield group
            group = {}
    if group:
        yield group


def _mark(transaction: Transaction, values: Mapping[str, object]) -> None:
    transaction.run(f"MATCH (p:{MARK} {{name: $name}}) SET p += $values", {"name": NAME, "values": values})
