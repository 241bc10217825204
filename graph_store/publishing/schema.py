"""Indexes and constraints of a published graph: what questions begin with, and what a push finds its rows by."""

from collections.abc import Collection, Iterator

from graph_model.schema import NODE_TYPES, SUPER_LABELS, concrete_labels, property_kinds
from graph_store.bolt.driver import Transaction
from graph_store.bolt.store import MARK

_NAMED = "SHOW INDEXES YIELD name RETURN name"
_BY_UID = (
    "SHOW INDEXES YIELD type, state, labelsOrTypes, properties "
    "WHERE type = 'RANGE' AND state = 'ONLINE' AND properties = ['uid'] RETURN labelsOrTypes[0]"
)
_WAIT = "CALL db.awaitIndexes($seconds)"
_WAIT_SECONDS = 300


def statements(tables: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, statement) of each index and constraint for tables that have rows, and for their super-labels.

    A uid is unique among the nodes of a label and among the relationships of a type; names and codes are indexed.
    """
    yield "gridgov_publication", _unique_node("gridgov_publication", MARK, "name")
    for table in tables:
        name = f"gridgov_{table}_uid"
        if table not in NODE_TYPES:
            yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{table}]-() REQUIRE r.uid IS UNIQUE"
            continue
        yield name, _unique_node(name, table, "uid")
        for key in ("name", "code"):
            if key in property_kinds(table):
                yield f"gridgov_{table}_{key}", _index(table, key)
    for label in SUPER_LABELS:
        if any(table in tables for table in concrete_labels(label)):
            yield from ((f"gridgov_{label}_{key}", _index(label, key)) for key in ("uid", "name", "code"))


def missing(transaction: Transaction, tables: Collection[str]) -> list[str]:
    """Return the statements for those indexes and constraints that the server has not yet."""
    there = {name for (name,) in transaction.run(_NAMED).rows}
    return [statement for name, statement in statements(tables) if name not in there]


def indexed_tables(transaction: Transaction) -> frozenset[str]:
    """Return the labels and types whose uids have an index that is ready."""
    return frozenset(str(table) for (table,) in transaction.run(_BY_UID).rows)


def hint(table: str) -> str:
    """Return the hint that makes a statement find its rows `x` of a table by their uid.

    After a large push, before the server has counted anew, it would scan all rows of the table for each.
    """
    return f"USING INDEX SEEK x:{table}(uid)"


def create(transaction: Transaction, wanted: Collection[str]) -> None:
    """Create indexes and constraints."""
    for statement in wanted:
        transaction.run(statement)


def wait(transaction: Transaction) -> None:
    """Wait until the server has filled all its indexes."""
    transaction.run(_WAIT, {"seconds": _WAIT_SECONDS})


def _unique_node(name: str, label: str, key: str) -> str:
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"


def _index(label: str, key: str) -> str:
    return f"CREATE INDEX gridgov_{label}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
