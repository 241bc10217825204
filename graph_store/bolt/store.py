"""Neo4j as a store: a server or a cluster that holds one published snapshot and answers Cypher about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from graph_store.bolt.address import Address, parse_address
from graph_store.bolt.credentials import Credentials, Prompt, find_credentials
from graph_store.bolt.driver import Rows, Server, Transaction
from graph_store.bolt.errors import write_refused
from graph_store.bolt.values import RESERVED
from graph_store.errors import QueryFailed
from graph_store.parameters import parameters_used, require_parameters
from graph_store.protocol import Result, StoreSchema

TIMEOUT = 60.0
"""Seconds that a statement may take, unless the caller says otherwise."""

MARK = "GridgovPublication"
"""Label of the one node that says what is published."""

_MARK = f"MATCH (p:{MARK}) RETURN p.content_hash, p.{RESERVED}publishes, p.as_of"
_MARK_KEYS = frozenset({"content_hash", "as_of"})
_TRIES = 5  # a read that five publishes in a row overtook is refused, not answered with a mixture


@dataclass(frozen=True)
class Mark:
    """What a server says is published: the content hash, how many publishes there were, the day of the snapshot."""

    content_hash: str | None
    publishes: int
    as_of: date | None = None


class BoltStore:
    """A server that holds a published snapshot. What a statement writes stays there.

    Args:
        server: connected.
        timeout: seconds that a statement may take; 0: any.
    """

    def __init__(self, server: Server, *, timeout: float = TIMEOUT) -> None:
        self.server = server
        self._timeout = timeout

    def run(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        columns: Sequence[str] | None = None,
        write: bool = False,
        timeout: float | None = None,
    ) -> Result:
        """Put a statement to the store and return all its rows; see `Store.run`.

        A statement that reads sees one publication: if one arrived meanwhile, the statement is put again.
        """
        given = parameters or {}
        require_parameters(text, given)
        used = {name: given[name] for name in parameters_used(text)}
        limit = self._timeout if timeout is None else timeout
        rows = self._written(text, used, limit) if write else self._read(text, used, limit)
        return Result(rows.columns or tuple(columns or ()), rows.rows)

    def published(self) -> str | None:
        """Return the content hash of the snapshot that the store holds; None if it holds none."""
        return self.mark().content_hash

    def mark(self) -> Mark:
        """Return what the server says is published."""
        return self.server.read(read_mark, timeout=self._timeout)

    def schema(self) -> StoreSchema:
        """Return the labels, relationship types and property keys that the store knows; not those of the mark."""
        labels, kinds, keys = self.server.read(_names, timeout=self._timeout)
        return StoreSchema(
            tuple(sorted(label for label in labels if label != MARK)),
            tuple(sorted(kinds)),
            tuple(sorted(key for key in keys if not key.startswith(RESERVED) and key not in _MARK_KEYS)),
        )

    def close(self) -> None:
        """Let go of the connections."""
        self.server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _written(self, text: str, parameters: Mapping[str, object], limit: float) -> Rows:
        return self.server.write(lambda transaction: transaction.run(text, parameters), timeout=limit)

    def _read(self, text: str, parameters: Mapping[str, object], limit: float) -> Rows:
        seen: list[Mark] = []

        def between_two_looks(transaction: Transaction) -> Rows:
            seen.append(read_mark(transaction))
            rows = transaction.run(text, parameters)
            if rows.writes:  # the embedded engine over Bolt lets a reading session write: this takes it back
                raise write_refused()
            seen.append(read_mark(transaction))
            return rows

        for _ in range(_TRIES):
            seen.clear()
            try:
                rows = self.server.read(between_two_looks, timeout=limit)
            except QueryFailed:
                # or was a node gone between two steps of the statement, because a publish took it?
                if not seen or self.server.read(read_mark, timeout=limit) == seen[-1]:
                    raise
                continue
            if seen[-2] == seen[-1]:
                return rows
        raise QueryFailed(
            "读取期间数据多次被重新发布，请稍后再试",
            "the graph was published anew again and again during the read; try later",
        )


def connect(
    address: str,
    *,
    credentials: Credentials | None = None,
    file: Path | None = None,
    prompt: Prompt | None = None,
    timeout: float | None = None,
    bookmarks: Sequence[str] = (),
) -> BoltStore:
    """Connect to a server or a cluster.

    Args:
        address: `scheme://host[:port][/database]`; see `parse_address`.
        credentials: who asks; None: found by `find_credentials` with `file` and `prompt`.
        file: holds user and password.
        prompt: asks a person for them.
        timeout: seconds that a statement may take; None: 60; 0: any.
        bookmarks: of a publish elsewhere that must be seen (`Server.bookmarks`).

    Raises:
        AddressInvalid: the address is none, or holds a password.
        CredentialsMissing: nothing says who asks.
        StoreUnavailable: the server cannot be reached or used.
    """
    where: Address = parse_address(address)
    who = credentials or find_credentials(str(where), file=file, prompt=prompt)
    return BoltStore(Server(where, who, bookmarks=bookmarks), timeout=TIMEOUT if timeout is None else timeout)


def read_mark(transaction: Transaction) -> Mark:
    """Return what is published."""
    rows = transaction.run(_MARK).rows
    digest, publishes, day = rows[0] if rows else (None, None, None)
    return Mark(
        digest if isinstance(digest, str) else None,
        int(publishes) if isinstance(publishes, int) else 0,
        day if isinstance(day, date) else None,
    )


def _names(transaction: Transaction) -> tuple[list[str], list[str], list[str]]:
    labels, kinds, keys = (
        [str(name) for (name,) in transaction.run(text).rows]
        for text in (
            "CALL db.labels() YIELD label RETURN label",
            "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType",
            "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey",
        )
    )
    return labels, kinds, keys
