"""The rows that a server really holds, read back: in few statements and few records, since each takes its time."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, super_labels
from graph_store.bolt.driver import Transaction
from graph_store.publishing.held import Held
from graph_store.publishing.index import RowIndex, digest
from graph_store.publishing.schema import hint
from graph_store.snapshot.content_hash import TABLE_ORDER, ContentHash, row_text

Texts = Iterable[tuple[str, str]]
"""(uid, its row as the content hash reads it); an empty text if the node lacks a super-label."""

Uids = Callable[[str], Collection[str]]
"""Table -> uids of some of its rows."""

_SMALL = 2_000  # rows of a table that is read together with others
_GROUP = 500  # rows in one record of a large one: a record costs the driver as much as ten rows in it
_NOT_ORDERED_ALIKE = re.compile("[\ud800-\U0010ffff]")
"""Characters that a server puts in order now by themselves, now by their halves in UTF-16; no group begins with one."""

_NODE = "[properties(x), labels(x)]"
_TIE = "[properties(x), a.uid, b.uid]"


@dataclass(frozen=True)
class HeldRows:
    """The rows of a server's graph.

    Attributes:
        transaction: in which they are read.
        held: what the server says that it holds.
        expected: uids that are likely to be there; they say where one group of rows ends and the next begins, and a row
            that nobody expected falls between two of them.
        kept: uids that are gridgov's own, where others' nodes bear its labels too; None: all rows are.
    """

    transaction: Transaction
    held: Held
    expected: Uids
    kept: Uids | None = None

    def content_hash(self, key_fingerprint: str, schema_version: int, done: Callable[[int], None] | None = None) -> str:
        """Return the content hash of all rows, and of the super-labels of nodes.

        Args:
            key_fingerprint: of the key under which persons were named.
            schema_version: of the model that the snapshot follows.
            done: is told of progress, a table at a time.
        """
        total = ContentHash(key_fingerprint, schema_version=schema_version)
        for table, texts in self._tables():
            ordered = sorted(texts)
            total.add_texts(table, (text for _, text in ordered))
            if done is not None:
                done(len(ordered))
        return total.hexdigest()

    def index(self) -> Mapping[str, RowIndex]:
        """Return the index of each table; a row without its super-labels differs from any."""
        return {table: {uid: digest(text) for uid, text in texts} for table, texts in self._tables()}

    def digests(self, table: str, uids: Sequence[str]) -> RowIndex:
        """Return the index of some rows of a table; of those that are there."""
        pattern, row = _asked(table)
        text = f"UNWIND $uids AS uid MATCH {pattern} {hint(table)} WHERE x.uid = uid RETURN collect({row})"
        groups = (uids[start : start + _GROUP] for start in range(0, len(uids), _GROUP))
        found = (rows for group in groups for (rows,) in self.transaction.stream(text, {"uids": group}))
        return {uid: digest(text) for rows in found for uid, text in _texts(table, rows)}

    def _tables(self) -> Iterator[tuple[str, Texts]]:
        sizes = {name: max(self.held.counts.get(name, 0), len(self.expected(name))) for name in TABLE_ORDER}
        small = [name for name, size in sizes.items() if 0 < size <= _SMALL]
        together = {**self._nodes_of(small), **self._ties_of(small)}
        for name, size in sizes.items():
            if size:
                yield name, self._own(name, together.get(name, ()) if size <= _SMALL else self._large(name))

    def _own(self, table: str, texts: Texts) -> Texts:
        if self.kept is None:
            return texts
        own = self.kept(table)
        return ((uid, text) for uid, text in texts if uid in own)

    def _nodes_of(self, tables: Sequence[str]) -> dict[str, Texts]:
        """Return the nodes of some labels; one that bears several stands under each."""
        labels = [name for name in tables if name in NODE_TYPES]
        if not labels:
            return {}
        text = (
            f"MATCH (x:{'|'.join(labels)}) UNWIND [label IN labels(x) WHERE label IN $labels] AS label "
            f"RETURN label, collect({_NODE})"
        )
        rows = self.transaction.stream(text, {"labels": labels})
        return {str(label): list(_texts(str(label), found)) for label, found in rows}

    def _ties_of(self, tables: Sequence[str]) -> dict[str, Texts]:
        kinds = [name for name in tables if name in RELATIONSHIP_TYPES]
        if not kinds:
            return {}
        rows = self.transaction.stream(f"MATCH (a)-[x:{'|'.join(kinds)}]->(b) RETURN type(x), collect({_TIE})")
        return {str(kind): list(_texts(str(kind), found)) for kind, found in rows}

    def _large(self, table: str) -> Texts:
        pattern, row = _asked(table)
        if table not in self.held.indexed:  # a record each
            for (found,) in self.transaction.stream(f"MATCH {pattern} RETURN {row}"):
                yield from _texts(table, [found])
            return
        ranges, rest = _ranges(sorted(self.expected(table)))
        text = (
            f"UNWIND $ranges AS range CALL (range) {{ MATCH {pattern} {hint(table)} "
            f"WHERE range[0] <= x.uid < range[1] RETURN collect({row}) AS rows }} RETURN rows"
        )
        last = f"MATCH {pattern} {hint(table)} WHERE $rest <= x.uid RETURN collect({row})"
        for statement, parameters in ((text, {"ranges": ranges}), (last, {"rest": rest})):
            for (rows,) in self.transaction.stream(statement, parameters):
                yield from _texts(table, rows)


def _asked(table: str) -> tuple[str, str]:
    """Return the pattern that finds the rows of a table, and the expression for one of them."""
    return (f"(x:{table})", _NODE) if table in NODE_TYPES else (f"(a)-[x:{table}]->(b)", _TIE)


def _texts(table: str, rows: object) -> Texts:
    whole = {table, *super_labels(table)} if table in NODE_TYPES else set()
    for properties, *others in rows if isinstance(rows, list) else ():
        uid = str(properties.get("uid", ""))
        if table in NODE_TYPES:
            yield uid, row_text(properties) if whole.issubset(*others) else ""
        else:
            yield uid, row_text({**properties, "start": others[0], "end": others[1]})


def _ranges(uids: Sequence[str]) -> tuple[list[list[str]], str]:
    """Return where groups of rows begin and end, and where the last begins, which has no end."""
    between = sorted({"", *(_NOT_ORDERED_ALIKE.split(uid, 1)[0] for uid in uids[_GROUP::_GROUP])})
    return [[first, last] for first, last in pairwise(between)], between[-1]
