"""Where the rows of a plan are on a server: the names by which it knows its nodes and relationships itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from graph_model.schema import NODE_TYPES
from graph_store.bolt.driver import Transaction
from graph_store.publishing.errors import lost_row
from graph_store.publishing.plan import Plan, TableChange
from graph_store.publishing.schema import hint
from graph_store.snapshot.reading import Snapshot

ROWS = "UNWIND $rows AS row "
"""How a statement begins that does something for each row of a batch."""

_BATCH = 5_000
_T = TypeVar("_T")


@dataclass(frozen=True)
class Places:
    """Where rows are: uid -> the server's own name of the node or relationship.

    Attributes:
        nodes: that change or go, and that new relationships begin or end at.
        ties: that change or go.
        moved: uids of relationships that are to tie other nodes than they do: these are removed and added anew.
    """

    nodes: Mapping[str, str]
    ties: Mapping[str, str]
    moved: Collection[str]

    def to_add(self, change: TableChange) -> list[str]:
        """Return the uids of the relationships of one type that are added: those that come, and those that move."""
        return _to_add(change, self.moved)


def find_places(transaction: Transaction, plan: Plan, snapshot: Snapshot) -> Places:
    """Find all that a plan changes, before anything is changed.

    A server seeks slowly in an index out of which its transaction has taken much already.

    Args:
        transaction: in which the plan will be carried out.
        plan: what changes.
        snapshot: has the rows.

    Raises:
        PublicationDiffers: something that was published is not there any more.
    """
    ties: dict[str, str] = {}
    moved: set[str] = set()
    anew = plan.made_anew()
    for kind, change in plan.relationships():
        ends = {uid: there for uid, *there in snapshot.relationships(kind).select("uid", "start", "end").iter_rows()}
        pattern = f"MATCH (a)-[x:{kind}]->(b) {hint(kind)} WHERE x.uid = row RETURN x.uid, elementId(x), a.uid, b.uid"
        wanted = [*change.changed, *change.removed]
        for uid, place, *there in _found(transaction, pattern, wanted):
            ties[str(uid)] = str(place)
            if ends.get(str(uid), there) != there or anew.intersection(there):
                moved.add(str(uid))
        _all_found(kind, wanted, ties)
    return Places(_nodes(transaction, plan, snapshot, moved), ties, moved)


def batches(rows: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield rows in lists that a statement takes at once."""
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _nodes(transaction: Transaction, plan: Plan, snapshot: Snapshot, moved: Collection[str]) -> dict[str, str]:
    places: dict[str, str] = {}
    ends = _old_ends(plan, snapshot, moved)
    for label in NODE_TYPES:
        change = plan.tables.get(label)
        wanted = [*change.changed, *change.removed] if change else []
        wanted += [uid for uid in snapshot.nodes(label).get_column("uid") if uid in ends] if ends else []
        pattern = f"MATCH (x:{label}) {hint(label)} WHERE x.uid = row RETURN x.uid, elementId(x)"
        places.update((str(uid), str(place)) for uid, place in _found(transaction, pattern, dict.fromkeys(wanted)))
        _all_found(label, wanted, places)
    return places


def _all_found(table: str, wanted: Iterable[str], found: Mapping[str, str]) -> None:
    lost = next((uid for uid in wanted if uid not in found), None)
    if lost is not None:
        raise lost_row(table, lost)


def _old_ends(plan: Plan, snapshot: Snapshot, moved: Collection[str]) -> set[str]:
    """Return uids of the nodes between which relationships are to come, except those that come themselves."""
    ends: set[str] = set()
    for kind, change in plan.relationships():
        come = set(_to_add(change, moved))
        ties = snapshot.relationships(kind).select("uid", "start", "end")
        ends.update(end for uid, *both in ties.iter_rows() if uid in come for end in both)
    return ends.difference(uid for _, change in plan.nodes() for uid in change.added)


def _to_add(change: TableChange, moved: Collection[str]) -> list[str]:
    return [*change.added, *(uid for uid in change.changed if uid in moved)]


def _found(transaction: Transaction, pattern: str, uids: Iterable[str]) -> Iterator[tuple[object, ...]]:
    for batch in batches(uids):
        yield from transaction.run(f"{ROWS}{pattern}", {"rows": batch}).rows
