"""A snapshot compared with what a server holds: by what the publication remembers, or by the rows themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph_store.bolt.driver import Transaction
from graph_store.publishing.held import Held, look, remembered_index, with_super_labels
from graph_store.publishing.index import IndexedTable, RowIndex, indexed
from graph_store.publishing.plan import Plan, TableChange, change_of
from graph_store.publishing.reading import HeldRows
from graph_store.snapshot.content_hash import TABLE_ORDER
from graph_store.snapshot.reading import Snapshot

Wanted = Mapping[str, IndexedTable]
"""Label or type -> its rows as they are to be; tables without rows are left out."""


def wanted_tables(snapshot: Snapshot) -> Wanted:
    """Return the indexed tables of a snapshot."""
    tables = ((name, _table(snapshot, name)) for name in TABLE_ORDER)
    return {name: indexed(table) for name, table in tables if len(table)}


def uids(snapshot: Snapshot, name: str) -> list[str]:
    """Return the uids of a snapshot's table."""
    return _table(snapshot, name).get_column("uid").to_list()


def _table(snapshot: Snapshot, name: str) -> pl.DataFrame:
    return snapshot.nodes(name) if name in NODE_TYPES else snapshot.relationships(name)


@dataclass(frozen=True)
class Comparison:
    """What a server holds, against what it is to hold.

    Attributes:
        transaction: in which the server is asked.
        held: what the server says that it holds.
        snapshot: that it is to hold.
        wanted: its tables.
        by_rows: read the rows themselves; else rely on what the publication remembers, which is quicker.
    """

    transaction: Transaction
    held: Held
    snapshot: Snapshot
    wanted: Wanted
    by_rows: bool

    def plan(self) -> Plan:
        """Return what has to change."""
        if self.by_rows:
            held = self.rows().index()
            changes = {name: change_of(held.get(name, {}), self._wanted(name)) for name in TABLE_ORDER}
        else:
            changes = {name: self._change(name) for name in TABLE_ORDER}
        plan = Plan({name: change for name, change in changes.items() if change.size})
        anew = plan.made_anew()
        return Plan({**plan.tables, **self._tied_to(anew, plan)}) if anew else plan

    def rows(self) -> HeldRows:
        """Return the rows that the server holds at the time and that are gridgov's, be there others' beside them."""
        return HeldRows(self.transaction, self.held, self._wanted, self._own if self.held.others() else None)

    def holds(self, plan: Plan, done: Callable[[int], None]) -> bool:
        """Return whether the server, now, has the rows that were to come or to change, and as many in all as wanted.

        Args:
            plan: what was carried out, on top of what the publication remembers.
            done: is told of progress.
        """
        rows = self.rows()
        for name, change in plan.tables.items():
            wanted = self._wanted(name)
            touched = [*change.added, *change.changed]
            if rows.digests(name, touched) != {uid: wanted[uid] for uid in touched}:
                return False
            done(change.size)
        counts = {name: table.mark.rows for name, table in self.wanted.items()}
        return look(self.transaction).counts == with_super_labels(counts)

    def _tied_to(self, nodes: set[str], plan: Plan) -> dict[str, TableChange]:
        """Return the changes of types with relationships that stay, and whose nodes are made anew."""
        found: dict[str, TableChange] = {}
        for name in (name for name in self.wanted if name in RELATIONSHIP_TYPES):
            ends = pl.col("start").is_in(list(nodes)) | pl.col("end").is_in(list(nodes))
            tied = self.snapshot.relationships(name).filter(ends).get_column("uid")
            change = plan.tables.get(name, TableChange())
            touched = {*change.added, *change.changed}
            found[name] = replace(change, changed=[*change.changed, *(uid for uid in tied if uid not in touched)])
        return {name: change for name, change in found.items() if change.size}

    def _own(self, name: str) -> set[str]:
        return {*self._remembered(name), *self._wanted(name)}

    def _change(self, name: str) -> TableChange:
        mark = (self.held.tables or {}).get(name)
        if mark is not None and name in self.wanted and mark == self.wanted[name].mark:
            return TableChange()
        return change_of(self._remembered(name), self._wanted(name))

    def _wanted(self, name: str) -> RowIndex:
        return self.wanted[name].index if name in self.wanted else {}

    def _remembered(self, name: str) -> RowIndex:
        mark = (self.held.tables or {}).get(name)
        return remembered_index(self.transaction, name, mark) if mark is not None else {}
