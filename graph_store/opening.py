"""Which store answers: so far the embedded engine."""

from graph_store.protocol import Store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace


def open_store(
    snapshot: Snapshot, workspace: Workspace, *, timeout: float | None = None, heap: str | None = None
) -> Store:
    """Open a store that answers Cypher about a snapshot; its engine is built on first use, which takes seconds.

    Args:
        snapshot: to be asked.
        workspace: that keeps the engine's files.
        timeout: seconds that a statement may take; None: 60; 0: any.
        heap: largest memory of the engine, as "2g"; None: GRIDGOV_ENGINE_HEAP, else by the size of the graph.

    Raises:
        StoreUnavailable: the engine cannot be started or built.
        WorkspaceError: its files cannot be written.
    """
    from graph_store.embedded.store import TIMEOUT, EmbeddedStore  # noqa: PLC0415 - only who asks starts Java

    return EmbeddedStore(snapshot, workspace, timeout=TIMEOUT if timeout is None else timeout, heap=heap)
