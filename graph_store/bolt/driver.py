"""The only file that imports the `neo4j` driver: a server, its transactions, and values that are Python's own."""

import logging
import re
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import TypeVar

import neo4j
from neo4j import exceptions

from graph_store.bolt.address import Address
from graph_store.bolt.credentials import NOBODY, Credentials
from graph_store.bolt.errors import commit_unknown, not_begun, server_error, time_up, way_error
from graph_store.bolt.patience import Late, within
from graph_store.bolt.values import bare_ends, to_value
from graph_store.errors import QueryFailed, StoreUnavailable
from graph_store.protocol import Value

PATIENCE = 15.0
"""Seconds for which a server that is away is tried again, and that an answer may be late beyond its own limit."""

_SHORTLY = 1.0  # seconds; the embedded engine knows no limit of ours, so that waiting longer for it leads nowhere

UNLIMITED = 0.0
"""The time limit that is none."""

_EMBEDDED = "ArcadeDB"  # what the embedded engine calls itself
_UIDS = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.uid"
_VERSION = re.compile(r"Neo4j/v?(\d+)\.(\d+)")
_T = TypeVar("_T")

# What goes wrong is raised, in words of our own; the driver's log would repeat it on the terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
logging.getLogger("neo4j").propagate = False


@dataclass(frozen=True)
class Rows:
    """What a statement returned.

    Attributes:
        columns: their names.
        rows: a tuple each.
        writes: whether the statement is one that writes, by the server's word.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    writes: bool


class Transaction:
    """Statements that hold together: all of them are kept, or none."""

    def __init__(self, inner: neo4j.ManagedTransaction) -> None:
        self._inner = inner

    def run(self, text: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Put a statement, and return all its rows; relationships know the uids of their ends."""
        result = self._run(text, parameters)
        raw = [record.values() for record in result]
        columns = tuple(result.keys())
        writes = result.consume().query_type not in {"r", None}
        unknown = sorted(set(bare_ends(raw)))
        ends = self._uids(unknown) if unknown else {}
        return Rows(columns, [tuple(to_value(value, ends) for value in values) for values in raw], writes)

    def stream(self, text: str, parameters: Mapping[str, object] | None = None) -> Iterator[tuple[Value, ...]]:
        """Put a statement that returns no relationships, and yield its rows as they come."""
        for record in self._run(text, parameters):
            yield tuple(to_value(value, {}) for value in record.values())

    def _run(self, text: str, parameters: Mapping[str, object] | None) -> neo4j.Result:
        try:
            return self._inner.run(text, dict(parameters or {}))
        except (TypeError, ValueError, OverflowError) as error:  # a parameter that Cypher has no type for
            raise QueryFailed(f"参数无法传给服务器：{error}", f"a parameter cannot be sent: {error}") from error

    def _uids(self, names: list[str]) -> dict[str, str]:
        found = self._inner.run(_UIDS, {"ids": names})
        return {name: "" if uid is None else str(uid) for name, uid in (record.values() for record in found)}


class Server:
    """A server or a cluster that is connected; closing it twice is fine.

    Args:
        address: where it is.
        credentials: who asks.
        bookmarks: what a reader must see: those of a publish elsewhere (`bookmarks()`).
        patience: seconds for which a server that is away is tried again.

    Raises:
        StoreUnavailable: it cannot be reached, lets this user not in, or has no such database.
    """

    def __init__(
        self,
        address: Address,
        credentials: Credentials,
        *,
        bookmarks: Sequence[str] = (),
        patience: float = PATIENCE,
    ) -> None:
        self.address = address
        self._patience = patience
        self._closed = False
        self.agent = ""
        self._marks = neo4j.Bookmarks.from_raw_values(bookmarks)
        self._manager = neo4j.GraphDatabase.bookmark_manager(self._marks, bookmarks_consumer=self._remember)
        with self._errors(patience):
            self._driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=None if credentials == NOBODY else (credentials.user, credentials.password),
                user_agent="gridgov",
                connection_timeout=patience,
                connection_acquisition_timeout=2 * patience,
                max_transaction_retry_time=patience,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
            )
        try:
            self.agent = self._patiently(self._greet, patience, Event())
        except BaseException:
            self.close()
            raise

    @property
    def is_embedded(self) -> bool:
        """Whether it is the embedded engine that answers (`gridgov serve`)."""
        return _EMBEDDED in self.agent

    def version(self) -> tuple[int, int] | None:
        """Return the version of Neo4j that the server is, or says that it is like: (5, 26); None if it tells none."""
        found = _VERSION.search(self.agent)
        return (int(found[1]), int(found[2])) if found else None

    def read(self, work: Callable[[Transaction], _T], *, timeout: float = UNLIMITED) -> _T:
        """Do some reading in one transaction; again if the server was away for a moment, so it may be called twice.

        Args:
            work: is given the transaction.
            timeout: seconds that the transaction may take; 0: any.

        Raises:
            StoreError: what the server or the way to it complained of.
        """
        return self._managed(neo4j.READ_ACCESS, work, timeout)

    def write(self, work: Callable[[Transaction], _T], *, timeout: float = UNLIMITED) -> _T:
        """Do some writing in one transaction, which is kept whole or not at all; else as `read`.

        Raises:
            CommitUnknown: the connection broke during the commit.
            StoreError: anything else; nothing was written.
        """
        return self._managed(neo4j.WRITE_ACCESS, work, timeout)

    def bookmarks(self) -> tuple[str, ...]:
        """Return what a reader elsewhere must be given in order to see all that was written here."""
        return tuple(sorted(self._marks.raw_values))

    def latest(self) -> tuple[str, ...]:
        """Return the bookmarks of the last commit that the server has; while they are equal, nobody wrote anything."""

        def looking() -> tuple[str, ...]:
            with self._driver.session(database=self.address.database) as session:  # sees what all others see
                session.execute_write(lambda inner: inner.run("RETURN 1").consume())  # whom the others write to, too
                return tuple(sorted(session.last_bookmarks().raw_values))

        return self._patiently(looking, self._patience, Event())

    def close(self) -> None:
        """Let go of the connections."""
        self._closed = True
        self._driver.close()

    def _greet(self) -> str:
        with self._session(neo4j.READ_ACCESS) as session:  # a session, not the driver: so the database must be there
            result = session.run(neo4j.Query("RETURN 1", timeout=self._patience))
            return result.consume().server.agent

    def _managed(self, mode: str, work: Callable[[Transaction], _T], timeout: float) -> _T:
        answers: list[_T] = []
        begun = Event()

        @neo4j.unit_of_work(timeout=timeout, metadata={"app": "gridgov"})
        def wrapped(inner: neo4j.ManagedTransaction) -> _T:
            begun.set()
            try:
                answers[:] = [work(Transaction(inner))]
            except Exception:
                begun.clear()  # if it is tried again, that has yet to begin
                raise
            return answers[0]

        def doing() -> _T:
            with self._session(mode) as session:
                if mode == neo4j.WRITE_ACCESS:
                    return session.execute_write(wrapped)
                try:
                    return session.execute_read(wrapped)
                except exceptions.IncompleteCommit:  # all was read before, and there is nothing that might be kept
                    return answers[0]

        return self._patiently(doing, timeout, begun)

    def _session(self, mode: str) -> neo4j.Session:
        if self._closed:
            raise StoreUnavailable("存储已关闭", "the store is closed")
        return self._driver.session(
            database=self.address.database, default_access_mode=mode, bookmark_manager=self._manager
        )

    def _remember(self, marks: neo4j.Bookmarks) -> None:
        self._marks = marks

    def _patiently(self, doing: Callable[[], _T], timeout: float, begun: Event) -> _T:
        """Do something, and leave it alone when it is much later than it may be: a server that froze never answers."""
        with self._errors(timeout):
            if timeout == UNLIMITED:
                return doing()
            try:
                return within(timeout + (_SHORTLY if self.is_embedded else 2 * self._patience), doing)
            except Late:
                raise (time_up(timeout) if begun.is_set() else not_begun(self.address)) from None

    @contextmanager
    def _errors(self, timeout: float) -> Iterator[None]:
        try:
            yield
        except exceptions.IncompleteCommit as error:
            raise commit_unknown(self.address) from error
        except exceptions.Neo4jError as error:
            raise server_error(
                error.code or "", error.message or "", self.address, timeout=timeout, embedded=self.is_embedded
            ) from error
        except (exceptions.DriverError, OSError, ssl.SSLError) as error:
            raise way_error(error, self.address) from error
