"""What a server says that it holds of the graph: the mark of its publication, its counts, its indexes."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SUPER_LABELS, concrete_labels
from graph_store.bolt.driver import Transaction
from graph_store.bolt.store import MARK
from graph_store.bolt.values import RESERVED
from graph_store.publishing.errors import lost_row
from graph_store.publishing.index import RowIndex, TableMark, marks_of, unpacked
from graph_store.publishing.schema import indexed_tables

NAME = "gridgov"
"""`name` of the one mark, by which two pushes find that they are two."""

PUBLISHES = f"{RESERVED}publishes"
TABLES = f"{RESERVED}tables"
_NAMES = (
    "CALL db.labels() YIELD label RETURN label AS name "
    "UNION ALL CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name"
)
_ROWS = f"{RESERVED}rows_"


@dataclass(frozen=True)
class Held:
    """What a server says that it holds.

    Attributes:
        content_hash: of the publication; None if there is none.
        tables: what the publication remembers of its tables; None if it was filled by `neo4j-admin import`, or spoilt.
        counts: nodes by label, super-labels too, and relationships by type, gridgov's or not; those that there are.
        indexed: labels and types whose rows an index finds by their uid.
    """

    content_hash: str | None
    tables: Mapping[str, TableMark] | None
    counts: Mapping[str, int]
    indexed: frozenset[str]

    def remembered(self) -> dict[str, int]:
        """Return what the counts should be by the publication's memory, super-labels too."""
        return with_super_labels({name: mark.rows for name, mark in (self.tables or {}).items()})

    def others(self) -> dict[str, int]:
        """Return how many nodes and relationships under gridgov's names are others'; {} where it cannot be told."""
        if self.tables is None:
            return {}
        own = self.remembered()
        return {name: count - own.get(name, 0) for name, count in self.counts.items() if count > own.get(name, 0)}

    def is_remembered_well(self) -> bool:
        """Return whether the publication's memory can be relied on: it has one, and nobody removed any row."""
        return self.tables is not None and all(self.counts.get(n, 0) >= rows for n, rows in self.remembered().items())


def with_super_labels(rows: Mapping[str, int]) -> dict[str, int]:
    """Return counts of concrete labels and types with those of the super-labels that follow from them."""
    supers = {label: sum(rows.get(name, 0) for name in concrete_labels(label)) for label in SUPER_LABELS}
    return {name: count for name, count in {**rows, **supers}.items() if count}


def look(transaction: Transaction) -> Held:
    """Return what a server says that it holds; quick, whatever it holds.

    Where another push ends between the mark and the counts, which would speak of two versions, both are asked again.
    """
    mark, counts = _mark(transaction), _counts(transaction)
    while (after := _mark(transaction)) != mark:
        mark, counts = after, _counts(transaction)
    digest, tables = mark
    return Held(
        str(digest) if digest is not None else None,
        _marks(digest, tables),
        counts,
        indexed_tables(transaction),
    )


def _mark(transaction: Transaction) -> tuple[object, object]:
    text = f"MATCH (p:{MARK} {{name: $name}}) RETURN p.content_hash, p.{TABLES}"
    found = transaction.run(text, {"name": NAME}).rows
    return (found[0][0], found[0][1]) if found else (None, None)


def _marks(digest: object, tables: object) -> Mapping[str, TableMark] | None:
    if tables is None:
        return None if digest is not None else {}
    try:
        return marks_of(str(tables))
    except (ValueError, TypeError, AttributeError):  # somebody wrote it by hand: then the rows themselves are compared
        return None


def _counts(transaction: Transaction) -> dict[str, int]:
    if not transaction.run(f"MATCH (n) WHERE NOT n:{MARK} RETURN 1 LIMIT 1").rows:
        return {}  # quicker than to count under all names
    known = {str(name) for (name,) in transaction.run(_NAMES).rows}
    patterns = {
        **{label: f"(:{label})" for label in (*NODE_TYPES, *SUPER_LABELS) if label in known},
        **{kind: f"()-[:{kind}]->()" for kind in RELATIONSHIP_TYPES if kind in known},
    }
    text = ", ".join(f"COUNT {{ {pattern} }} AS {name}" for name, pattern in patterns.items())
    found = transaction.run(f"RETURN {text}").rows[0] if text else ()
    return {name: count for name, count in zip(patterns, found, strict=True) if isinstance(count, int) and count}


def remembered_index(transaction: Transaction, table: str, mark: TableMark) -> RowIndex:
    """Return the index of a table that the publication remembers."""
    names = part_names(table, mark.parts)
    text = f"MATCH (p:{MARK} {{name: $name}}) RETURN [key IN $keys | p[key]]"
    ((parts,),) = transaction.run(text, {"name": NAME, "keys": names}).rows
    try:
        return unpacked(str(part) for part in parts) if isinstance(parts, list) else {}
    except (ValueError, TypeError, zlib.error) as error:
        raise lost_row(MARK, table) from error


def part_names(table: str, parts: int) -> list[str]:
    """Return the properties of the mark that hold the index of a table."""
    return [f"{_ROWS}{table}_{number}" for number in range(parts)]
