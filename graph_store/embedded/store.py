"""The embedded engine as a store: it opens the files of a snapshot's content, and builds them on first use."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from graph_store.embedded.engine import ENGINE, OpenEngine, start_java
from graph_store.embedded.folder import EngineFolder
from graph_store.embedded.java_start import heap_for
from graph_store.errors import StoreUnavailable
from graph_store.parameters import require_parameters
from graph_store.protocol import Result, StoreSchema
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from graph_store.workspace.scratch import ScratchFolder

TIMEOUT = 60.0
"""Seconds that a statement may take, unless the caller says otherwise."""


class EmbeddedStore:
    """A snapshot behind the embedded engine. What a statement writes goes to a scratch copy, thrown away on closing.

    Args:
        snapshot: to be asked.
        workspace: that keeps the engine's files.
        timeout: seconds that a statement may take; 0: any.
        heap: largest memory of the engine, as "2g"; None: GRIDGOV_ENGINE_HEAP, else by the size of the graph.

    Raises:
        StoreUnavailable: the engine cannot be started or built.
        WorkspaceError: its files cannot be written.
    """

    def __init__(
        self, snapshot: Snapshot, workspace: Workspace, *, timeout: float = TIMEOUT, heap: str | None = None
    ) -> None:
        self._snapshot = snapshot
        self._workspace = workspace
        self._timeout = timeout
        self._scratch: tuple[ScratchFolder, OpenEngine] | None = None
        counts = snapshot.manifest.counts
        rows = sum(counts.nodes.values()) + sum(counts.relationships.values())
        workspace.prepare()
        start_java(workspace.temporary_folder, heap=heap_for(rows, heap))
        self._folder = EngineFolder(workspace, snapshot.manifest.content_hash, ENGINE)
        self._engine = self._opened()

    def run(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        columns: Sequence[str] | None = None,
        write: bool = False,
        timeout: float | None = None,
    ) -> Result:
        """Put a statement to the store and return all its rows; see `Store.run`."""
        given = parameters or {}
        require_parameters(text, given)
        engine = self._writable() if write else self._engine
        rows = engine.ask(text, given, write=write, timeout=self._timeout if timeout is None else timeout)
        names = tuple(rows[0]) if rows else tuple(columns or ())
        return Result(names, [tuple(row.get(name) for name in names) for row in rows], scratch=write)

    def published(self) -> str | None:
        """Return the content hash of the snapshot that the store holds."""
        return self._snapshot.manifest.content_hash

    def schema(self) -> StoreSchema:
        """Return the labels, relationship types and property keys that the store knows."""
        labels, kinds, keys = self._engine.types()
        return StoreSchema(tuple(sorted(labels)), tuple(sorted(kinds)), tuple(sorted(keys)))

    def close(self) -> None:
        """Let go of the engine, and of what was written to a scratch copy."""
        self._engine.close()
        if self._scratch is not None:
            folder, engine = self._scratch
            self._scratch = None
            engine.close()
            folder.remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _opened(self) -> OpenEngine:
        try:
            return OpenEngine(self._folder.ensure(self._build))
        except StoreUnavailable:
            self._folder.discard()  # what does not open is rebuilt, once
            return OpenEngine(self._folder.ensure(self._build))

    def _build(self, folder: Path) -> None:
        from graph_store.embedded.building import build_engine  # noqa: PLC0415 - only building needs Polars

        build_engine(folder, self._snapshot)

    def _writable(self) -> OpenEngine:
        if self._scratch is None:
            folder = ScratchFolder(self._workspace, self._folder.path)
            self._scratch = folder, OpenEngine(folder.path, scratch=True)
        return self._scratch[1]
