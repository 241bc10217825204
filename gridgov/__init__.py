"""The front door: the command line `gridgov`, and for notebooks `gridgov.open()`.

>>> import gridgov
>>> district = gridgov.open()                                                   # doctest: +SKIP
>>> district.query("bridging_units", minimum=3)                                 # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gridgov.session import Session

__all__ = ["open"]


def open(home: str | Path | None = None, *, store: str | None = None) -> "Session":  # noqa: A001 - gridgov.open() is what a notebook writes
    """Open the current snapshot of a workspace, or what a Neo4j server holds.

    Args:
        home: the workspace's folder; None: `GRIDGOV_HOME`, else `./.gridgov`.
        store: address of a server that is asked instead, as "bolt://localhost:7687"; None: `GRIDGOV_STORE`, else none.
            User and password come from the environment (docs/neo4j.md).

    Returns:
        The session, in which the snapshot can be asked, counted and drawn.

    Raises:
        UsageError: if nothing has been loaded there yet.
        StoreError: if the server cannot be asked, or holds no snapshot.
    """
    from gridgov.session import open_session

    return open_session(home, store)
