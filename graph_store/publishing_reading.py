"""The rows that a server really holds, read back: a group at a time, so that half a million take seconds."""

from collections.abc import Callable, Collection, Iterator, Sequence

from graph_model.schema import NODE_TYPES, super_labels
from graph_store.bolt import Transaction
from graph_store.content_hash import TABLE_ORDER, ContentHash, row_text
from graph_store.publishing_held import Held
from graph_store.publishing_index import RowIndex, index_of_rows

Row = dict[str, object]
Uids = Callable[[str], Collection[str]]
"""Table -> uids of some of its rows."""

_GROUP = 500  # rows in one record: a record costs the driver as much as ten rows in it
_LAST = "\U0010ffff"  # no uid begins so: it is no character


class HeldRows:
    """The rows of a server's graph.

    Args:
        transaction: in which they are read.
        held: what the server says that it holds.
        expected: uids that are likely to be there, in order; they say where one group of rows ends and the next begins,
            and a row that nobody expected falls between two of them.
        kept: uids that are gridgov's own, where others' nodes bear its labels too; None: all rows are.
    """

    def __init__(self, transaction: Transaction, held: Held, expected: Uids, kept: Uids | None = None) -> None:
        self._transaction, self._held, self._expected, self._kept = transaction, held, expected, kept

    def content_hash(self, key_fingerprint: str, done: Callable[[int], None] | None = None) -> str:
        """Return the content hash of all rows.

        Args:
            key_fingerprint: of the key under which persons were named.
            done: is told of progress, some rows at a time.
        """
        total = ContentHash(key_fingerprint)
        for table in TABLE_ORDER:
            texts: list[tuple[str, str]] = []
            for group in self._groups(table):
                texts += [(str(row["uid"]), row_text(row)) for row in group]
                if done is not None:
                    done(len(group))
            total.add_texts(table, (text for _, text in sorted(texts)))
        return total.hexdigest()

    def index(self, table: str) -> RowIndex:
        """Return the index of a table; a row without its super-labels differs from any."""
        index = dict(index_of_rows(row for group in self._groups(table) for row in group))
        wanted = super_labels(table) if table in NODE_TYPES else ()
        if wanted:
            text = f"MATCH (n:{table}) WHERE NOT n:{'&'.join(wanted)} RETURN n.uid"
            index |= {str(uid): b"" for (uid,) in self._transaction.run(text).rows if uid in index}
        return index

    def _groups(self, table: str) -> Iterator[list[Row]]:
        """Yield the rows of a table: properties, and `start` and `end` of a relationship."""
        if not self._held.counts.get(table):
            return
        own = None if self._kept is None else self._kept(table)
        for rows in self._by_uid(table) if table in self._held.indexed else self._one_by_one(table):
            yield [row for row in rows if own is None or row.get("uid") in own]

    def _by_uid(self, table: str) -> Iterator[list[Row]]:
        """Yield rows as an index finds them: those between two uids are one record."""
        pattern, row = _asked(table)
        # SEEK: after a large push, before the server has counted anew, it would scan the whole index for each group
        text = (
            f"UNWIND $ranges AS range CALL (range) {{ MATCH {pattern} USING INDEX SEEK x:{table}(uid) "
            f"WHERE range[0] <= x.uid < range[1] RETURN collect({row}) AS rows }} RETURN rows"
        )
        for (rows,) in self._transaction.stream(text, {"ranges": _ranges(sorted(self._expected(table)))}):
            if isinstance(rows, list):
                yield [_row(found) for found in rows]

    def _one_by_one(self, table: str) -> Iterator[list[Row]]:
        """Yield rows where no index finds them: a record each."""
        pattern, row = _asked(table)
        for (found,) in self._transaction.stream(f"MATCH {pattern} RETURN {row}"):
            yield [_row(found)]


def _asked(table: str) -> tuple[str, str]:
    """Return the pattern that finds the rows of a table, and the expression for one of them."""
    if table in NODE_TYPES:
        return f"(x:{table})", "[properties(x)]"
    return f"(a)-[x:{table}]->(b)", "[properties(x), a.uid, b.uid]"


def _row(found: object) -> Row:
    properties, *ends = found if isinstance(found, list) else [{}]
    return {**properties, **dict(zip(("start", "end"), ends, strict=False))}


def _ranges(uids: Sequence[str]) -> list[list[str]]:
    between = uids[_GROUP::_GROUP]
    return [[first, last] for first, last in zip(["", *between], [*between, _LAST], strict=True)]
