"""A copy of an engine's files that may be written to and is thrown away."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from filelock import FileLock, Timeout

from graph_store.workspace.durable import remove_folder, storage_errors
from graph_store.workspace.home import Workspace

_PREFIX = "scratch-"


class ScratchFolder:
    """A copy of an engine's folder, for as long as it is needed; what a killed process left is removed by the next.

    Args:
        workspace: in whose temporary folder it lies.
        original: the engine's folder.
        inside: where the copy lies in the folder that is thrown away.

    Attributes:
        outer: the folder that is thrown away.
        path: the copy.
    """

    def __init__(self, workspace: Workspace, original: Path, inside: str = "engine") -> None:
        workspace.prepare()
        with storage_errors(workspace.temporary_folder):
            _remove_abandoned(workspace.temporary_folder)
            self.outer = Path(mkdtemp(prefix=_PREFIX, dir=workspace.temporary_folder))
            self._in_use = FileLock(self.outer / "in-use.lock")
            self._in_use.acquire()
            self.path = self.outer / inside
            shutil.copytree(original, self.path)

    def remove(self) -> None:
        """Throw the copy away."""
        self._in_use.release()
        remove_folder(self.outer)


def _remove_abandoned(folder: Path) -> None:
    for outer in folder.glob(f"{_PREFIX}*"):
        lock = FileLock(outer / "in-use.lock")
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):  # in use, or just being removed
            continue
        lock.release()
        remove_folder(outer)
