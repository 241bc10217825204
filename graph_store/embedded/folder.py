"""The folder of an engine's files: built beside its place, checked, signed, renamed; rebuilt if anything is amiss.

An engine is an index and may be lost at any time. What must never happen is that one built by half answers with half
the rows: the embedded engine opens such files without a word. So a folder counts only with a signature that was written
after all rows had been counted, and only while its files have the length that the signature says.
"""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from graph_store.workspace.durable import remove_folder, rename_into_place, storage_errors, sync_folder, write_file
from graph_store.workspace.home import TEMPORARY, Workspace
from graph_store.workspace.lock import writing_lock

SIGNATURE = "gridgov-engine.json"
_LAYOUT = 1  # to be raised when an engine must be filled otherwise than before
_WAIT = 1800.0  # seconds: another process may be building a large graph
_CHANGING = frozenset({SIGNATURE, "statistics.json", "last-tx-id.bin"})  # the engine writes these when it closes


@dataclass(frozen=True)
class EngineFolder:
    """Where the engine of one content is, or will be.

    Attributes:
        workspace: that holds it.
        content_hash: of the graph in it; the name of the folder.
        engine: name and version of the engine; another version's files are not used.
    """

    workspace: Workspace
    content_hash: str
    engine: str

    @property
    def path(self) -> Path:
        """The folder."""
        return self.workspace.engines_folder / self.content_hash

    def is_ready(self) -> bool:
        """Say whether the folder is signed by this engine's version and its files have their full length."""
        try:
            signature = json.loads((self.path / SIGNATURE).read_bytes())
            return bool(signature == self._signature(self.path))
        except (OSError, ValueError):
            return False

    def ensure(self, build: Callable[[Path], None]) -> Path:
        """Return the folder, building it first if it is not ready; a second process waits for the first.

        Args:
            build: fills a folder that does not exist yet, closes it, and sees that all rows are there.

        Raises:
            WorkspaceError: no room, no permission, or another process builds for very long.
            StoreUnavailable: the build failed.
        """
        if not self.is_ready():
            with self._lock():
                if not self.is_ready():  # another process may have built it while this one waited
                    self._build(build)
        return self.path

    def discard(self) -> None:
        """Remove a folder that the engine does not open."""
        with self._lock():
            self._remove()

    def _lock(self) -> AbstractContextManager[None]:
        self.workspace.prepare()
        return writing_lock(self.workspace.engines_folder / "build.lock", wait=_WAIT)

    def _build(self, build: Callable[[Path], None]) -> None:
        with storage_errors(self.workspace.engines_folder):
            for leftover in self.workspace.engines_folder.glob(f"{TEMPORARY}*"):
                remove_folder(leftover)
            self._remove()
            temporary = self.path.with_name(TEMPORARY + self.content_hash)
            try:
                build(temporary)
                _sync_files(temporary)
                write_file(temporary / SIGNATURE, json.dumps(self._signature(temporary)).encode())
                sync_folder(temporary)
                rename_into_place(temporary, self.path)
            finally:
                remove_folder(temporary)

    def _remove(self) -> None:
        if self.path.exists():
            (self.path / SIGNATURE).unlink(missing_ok=True)  # first, so that half a folder is never taken for a whole
            remove_folder(self.path)

    def _signature(self, folder: Path) -> dict[str, object]:
        with os.scandir(folder) as entries:
            sizes = {entry.name: entry.stat().st_size for entry in entries if entry.name not in _CHANGING}
        return {"layout": _LAYOUT, "engine": self.engine, "content_hash": self.content_hash, "files": sizes}


def _sync_files(folder: Path) -> None:
    for path in folder.iterdir():
        if path.stat().st_size:
            with path.open("rb+") as file:
                os.fsync(file.fileno())
