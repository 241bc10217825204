"""Publish a snapshot on a server: one version, the difference in one transaction, read back before it is kept.

Comparing and writing grow with the difference: the publication remembers a digest of each row, and tables that are
equal are passed over by one hash each. What is read back is all that the server holds, which finds what others changed
by hand, and then the rows themselves are compared. Where the server can tell that nobody wrote anything since the last
push, there is nothing to be found, and only the rows that change are read back: then all of it grows with the
difference.
"""

from dataclasses import dataclass, replace

from graph_store.bolt.driver import Server, Transaction
from graph_store.errors import CommitUnknown, ConstraintBroken, MemoryExhausted, PublicationDiffers
from graph_store.publishing.comparison import Comparison, Wanted, uids, wanted_tables
from graph_store.publishing.errors import differs, exhausted, names_taken, refused, served, tied, too_large, too_old
from graph_store.publishing.held import Held, look
from graph_store.publishing.mark import lock, set_mark
from graph_store.publishing.plan import Plan
from graph_store.publishing.progress import Meter, Watcher
from graph_store.publishing.reading import HeldRows
from graph_store.publishing.schema import create, indexed_tables, missing, wait
from graph_store.publishing.strays import remove_strays
from graph_store.publishing.writes import carry_out
from graph_store.snapshot.reading import Snapshot

LARGEST = 500_000
"""Nodes and relationships that one transaction changes at most.

Measured on a server with 4 GB of heap, of which it gives 2.8 to transactions: 470,000 rows of districts go through. Of
rows of five properties 500,000 went through and 1,000,000 did not, when each was written with a statement of its table.
"""

OLDEST = (5, 26)
"""The first version of Neo4j that takes labels and types from rows."""

_FEW = 4
"""Where less than this part of the graph changes, it is quicker to seek those rows than to read all."""

TIMEOUT = 3600.0
"""Seconds that the transaction of a push may take, waiting for another push included."""


@dataclass(frozen=True)
class PushOptions:
    """How a push is made.

    Attributes:
        force: leave others' data under the same labels where it is, and publish beside it.
        largest: nodes and relationships that one transaction may change.
        timeout: seconds that the transaction may take.
        watcher: is told of progress.
        since: bookmarks of a push whose outcome was verified (`Publication.bookmarks`): if the server has no later
            commit, nobody else wrote anything, and only what changes is read back.
        thorough: compare all rows, even if the server says that it holds the same snapshot; what others changed is put
            right.
    """

    force: bool = False
    largest: int = LARGEST
    timeout: float = TIMEOUT
    watcher: Watcher | None = None
    since: tuple[str, ...] = ()
    thorough: bool = False


_USUAL = PushOptions()


@dataclass(frozen=True)
class Publication:
    """What a push did, or would do.

    Attributes:
        content_hash: that the server holds now, or would hold.
        before: content hash that it held; None if it held none.
        plan: what changed, or would.
        written: False if nothing had to be done, or it was a rehearsal.
        verified: whether all that the server holds was seen to be the snapshot.
        bookmarks: to be given to a reader elsewhere that must see it.
    """

    content_hash: str
    before: str | None
    plan: Plan
    written: bool
    verified: bool
    bookmarks: tuple[str, ...] = ()


def publish(server: Server, snapshot: Snapshot, options: PushOptions = _USUAL) -> Publication:
    """Make a server hold a snapshot, and nothing else of gridgov's. Interrupted anywhere, it holds the old one.

    Twice the same does nothing. Before anything is kept, the content hash is computed from what the server holds.

    Args:
        server: connected, with the right to write.
        snapshot: to be published.
        options: how.

    Raises:
        PublicationRefused: others' data is in the way, or it is `gridgov serve` that answers.
        PublicationTooLarge: the change does not fit one transaction.
        PublicationDiffers: what was read back is not the snapshot.
        StoreError: what the server or the way to it complained of.
    """
    push = _push(server, snapshot, options)
    try:
        push.make_indexes()
        try:
            done = push.make(by_rows=options.thorough)
        except PublicationDiffers:  # somebody changed what gridgov had published: compare with what is really there
            done = push.make(by_rows=True)
    except ConstraintBroken as error:
        raise tied(server.address, error) from error
    except MemoryExhausted as error:
        raise exhausted(server.address, error) from error
    return replace(done, bookmarks=server.bookmarks())


def rehearse(server: Server, snapshot: Snapshot, options: PushOptions = _USUAL) -> Publication:
    """Return what `publish` would do, and do nothing; its refusals are raised here too."""
    return _push(server, snapshot, options).rehearse()


def verified_hash(server: Server, snapshot: Snapshot, *, timeout: float = TIMEOUT) -> str:
    """Return the content hash computed from all that a server holds under gridgov's labels and types."""

    def work(transaction: Transaction) -> str:
        rows = HeldRows(transaction, look(transaction), lambda table: uids(snapshot, table))
        return rows.content_hash(snapshot.manifest.key_fingerprint, snapshot.manifest.schema_version)

    return server.read(work, timeout=timeout)


def _push(server: Server, snapshot: Snapshot, options: PushOptions) -> "_Push":
    if server.is_embedded:
        raise served(server.address)
    if (version := server.version()) and version < OLDEST:
        raise too_old(server.agent, server.address)
    return _Push(server, snapshot, wanted_tables(snapshot), options)


@dataclass(frozen=True)
class _Push:
    server: Server
    snapshot: Snapshot
    wanted: Wanted
    options: PushOptions

    def make_indexes(self) -> None:
        """Make what is missing of indexes and constraints, once the database is known to be gridgov's to use."""

        def missing_ones(transaction: Transaction) -> list[str]:
            self._look(transaction)
            return missing(transaction, list(self.wanted))

        limit = self.options.timeout
        statements = self.server.read(missing_ones, timeout=limit)
        if statements:
            Meter("indexing", 0, self.options.watcher)
            self.server.write(lambda transaction: create(transaction, statements), timeout=limit)
            self.server.read(wait, timeout=limit)
        indexed = self.server.read(indexed_tables, timeout=limit)
        if lacking := [table for table in self.wanted if table not in indexed]:
            raise names_taken(lacking, self.server.address)

    def make(self, *, by_rows: bool) -> Publication:
        """Publish in one transaction. If the connection broke at its end, the second try finds what came of it."""

        def work(transaction: Transaction) -> Publication:
            return self._work(transaction, by_rows=by_rows)

        try:
            return self.server.write(work, timeout=self.options.timeout)
        except CommitUnknown:
            return self.server.write(work, timeout=self.options.timeout)

    def rehearse(self) -> Publication:
        """Return what would be done."""

        def work(transaction: Transaction) -> Publication:
            compared = self._compared(transaction, by_rows=self.options.thorough)
            return self._publication(compared.held, self._plan(compared), written=False, verified=False)

        return self.server.read(work, timeout=self.options.timeout)

    def _work(self, transaction: Transaction, *, by_rows: bool) -> Publication:
        Meter("waiting", 0, self.options.watcher)
        lock(transaction)
        untouched = bool(self.options.since) and self.server.latest() == self.options.since
        compared = self._compared(transaction, by_rows=by_rows)
        held = compared.held
        if compared.by_rows and not held.others():
            remove_strays(transaction, held)
        if held.content_hash == self.snapshot.manifest.content_hash and not compared.by_rows:
            return self._publication(held, Plan({}), written=False, verified=untouched)
        plan = self._plan(compared)
        meter = Meter("writing", plan.size, self.options.watcher)
        carry_out(transaction, plan, self.snapshot, detach=self.options.force, done=meter.add)
        few = plan.size < sum(table.mark.rows for table in self.wanted.values()) // _FEW
        self._verify(compared, plan, only_changes=untouched and few and not compared.by_rows)
        set_mark(transaction, self.snapshot, self.wanted, held.tables or {}, anew=compared.by_rows)
        return self._publication(held, plan, written=True, verified=True)

    def _compared(self, transaction: Transaction, *, by_rows: bool) -> Comparison:
        Meter("comparing", 0, self.options.watcher)
        held = self._look(transaction)
        # with others' data beside it, a row of theirs may bear a uid of ours
        rely = held.is_remembered_well() and not held.others()
        return Comparison(transaction, held, self.snapshot, self.wanted, by_rows or not rely)

    def _look(self, transaction: Transaction) -> Held:
        held = look(transaction)
        others = held.others()
        if others and not self.options.force:
            raise refused(others, self.server.address)
        return held

    def _plan(self, compared: Comparison) -> Plan:
        plan = compared.plan()
        if plan.size > self.options.largest:
            raise too_large(plan.size, self.options.largest)
        return plan

    def _verify(self, compared: Comparison, plan: Plan, *, only_changes: bool) -> None:
        """See that the server holds the snapshot: by the content hash of all its rows, or of what changed by each."""
        wanted = self.snapshot.manifest.content_hash
        if only_changes:
            meter = Meter("verifying", plan.size, self.options.watcher)
            found = wanted if compared.holds(plan, meter.add) else ""
        else:
            rows = sum(table.mark.rows for table in self.wanted.values())
            meter = Meter("verifying", rows, self.options.watcher)
            manifest = self.snapshot.manifest
            found = compared.rows().content_hash(manifest.key_fingerprint, manifest.schema_version, meter.add)
        if found != wanted:
            raise differs(self.server.address, found, wanted)

    def _publication(self, held: Held, plan: Plan, *, written: bool, verified: bool) -> Publication:
        return Publication(self.snapshot.manifest.content_hash, held.content_hash, plan, written, verified)
