"""The workspace: the folder that holds snapshots, engines and the person key, and points to the current snapshot."""

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from graph_store.errors import SnapshotCorrupt, SnapshotError, SnapshotMissing
from graph_store.snapshot.reading import Snapshot, open_snapshot
from graph_store.workspace import lock as locking
from graph_store.workspace.durable import remove_folder, replace_file, storage_errors
from graph_store.workspace.person_key import PersonKey, chosen_key_file, make_key, read_key

HOME_VARIABLE = "GRIDGOV_HOME"
DEFAULT_HOME = ".gridgov"
TEMPORARY = ".tmp-"
"""How the names of unfinished folders begin; the next writer removes them."""


@dataclass(frozen=True)
class Workspace:
    """Where an office's graph lives.

    Attributes:
        home: its folder; made when something is first written.
    """

    home: Path

    @classmethod
    def find(cls, home: Path | None = None) -> "Workspace":
        """Return the workspace that is meant: the one given, else GRIDGOV_HOME, else ./.gridgov."""
        named = os.environ.get(HOME_VARIABLE)
        return cls((home or Path(named or DEFAULT_HOME)).absolute())

    @property
    def snapshots_folder(self) -> Path:
        """Where snapshots are, a folder each."""
        return self.home / "snapshots"

    @property
    def engines_folder(self) -> Path:
        """Where engines' files are, a folder for each content hash; may be deleted at any time."""
        return self.home / "engines"

    @property
    def temporary_folder(self) -> Path:
        """Where scratch copies and logs are; may be deleted at any time."""
        return self.home / "tmp"

    @property
    def pointer(self) -> Path:
        """The file that names the current snapshot."""
        return self.home / "CURRENT"

    def folder_of(self, snapshot: str) -> Path:
        """Return the folder that a snapshot of this id has, or would have."""
        return self.snapshots_folder / snapshot

    def prepare(self) -> None:
        """Make the folders of the workspace.

        Raises:
            WorkspaceError: they cannot be made.
        """
        with storage_errors(self.home):
            for folder in (self.snapshots_folder, self.engines_folder, self.temporary_folder):
                folder.mkdir(parents=True, exist_ok=True)

    def lock(self, *, wait: float = locking.WAIT) -> AbstractContextManager[None]:
        """Return the lock under which the workspace is written; it may be taken again inside.

        Raises:
            WorkspaceLocked: on entering, if another process holds it for longer than `wait` seconds.
        """
        self.prepare()
        return locking.writing_lock(self.home / "write.lock", wait=wait)

    def current(self) -> Snapshot | None:
        """Return the current snapshot; None if nothing was published yet.

        Raises:
            SnapshotCorrupt: the pointer or the snapshot is damaged.
        """
        identity = self.current_id()
        return open_snapshot(self.folder_of(identity)) if identity else None

    def current_id(self) -> str | None:
        """Return the id of the current snapshot; None if nothing was published yet.

        Raises:
            SnapshotCorrupt: the pointer names no snapshot.
        """
        try:
            identity = self.pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            identity = ""
        if identity not in self.ids():
            raise SnapshotCorrupt(
                f"{self.pointer} 指向的快照“{identity}”不存在。"
                "请用 gridgov snapshots 查看，再用 gridgov snapshots use 选一个",
                f"{self.pointer} points to no snapshot ({identity!r}). List them with gridgov snapshots, "
                "choose one with gridgov snapshots use",
            )
        return identity

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all snapshots, by name."""
        if not self.snapshots_folder.is_dir():
            return ()
        found = (path.name for path in self.snapshots_folder.iterdir() if path.is_dir())
        return tuple(sorted(name for name in found if not name.startswith(".")))

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return all snapshots that can be read, in the order in which they were published."""
        found = []
        for identity in self.ids():
            try:
                found.append(open_snapshot(self.folder_of(identity)))
            except SnapshotError:  # a damaged one must not hide the others
                continue
        return tuple(sorted(found, key=lambda snapshot: snapshot.manifest.sequence))

    def snapshot(self, name: str) -> Snapshot:
        """Return a snapshot by its id, or by a part of it that no other has.

        Raises:
            SnapshotMissing: none or several are called so.
        """
        ids = self.ids()
        matches = [name] if name in ids else [identity for identity in ids if name and name in identity]
        if len(matches) != 1:
            named = matches or list(ids)
            raise SnapshotMissing(
                f"{'有几个' if matches else '没有'}快照叫“{name}”。现有：{'、'.join(named) or '—'}",
                f"{'several snapshots are' if matches else 'no snapshot is'} called {name!r}. "
                f"There are: {', '.join(named) or '—'}",
            )
        return open_snapshot(self.folder_of(matches[0]))

    def use(self, snapshot: str) -> Snapshot:
        """Make a snapshot the current one; `snapshot` is its id, or a part of it that no other has.

        Raises:
            SnapshotMissing: none or several are called so.
        """
        chosen = self.snapshot(snapshot)
        with self.lock(), storage_errors(self.home):
            replace_file(self.pointer, f"{chosen.id}\n".encode())
        return chosen

    def prune(self, keep: int) -> tuple[str, ...]:
        """Remove all snapshots but the last published ones and the current one, and engines that serve none.

        Args:
            keep: how many of the last published snapshots stay.

        Returns:
            The ids of those removed.
        """
        with self.lock(), storage_errors(self.home):
            current = self.current_id()
            published = self.snapshots()
            old = [s for s in published[: max(0, len(published) - keep)] if s.id != current]
            for snapshot in old:
                remove_folder(snapshot.path)
            self._remove_engines()
        return tuple(snapshot.id for snapshot in old)

    def remove_leftovers(self) -> None:
        """Remove what interrupted writers left behind; to be called under the lock."""
        for path in self.snapshots_folder.glob(f"{TEMPORARY}*"):
            remove_folder(path)
        for path in self.home.glob(f".{self.pointer.name}.*"):
            path.unlink(missing_ok=True)

    def next_sequence(self) -> int:
        """Return the number of the snapshot to be published next."""
        return 1 + max((snapshot.manifest.sequence for snapshot in self.snapshots()), default=0)

    def person_key(self, file: Path | None = None) -> PersonKey:
        """Return the key under which persons are named: the file given, GRIDGOV_KEY_FILE, or the workspace's own.

        The workspace's own is made on first use.

        Raises:
            KeyUnusable: the file cannot be read or is too short.
        """
        chosen = chosen_key_file(file)
        if chosen is not None:
            return read_key(chosen)
        own = self.home / "person.key"
        with self.lock(), storage_errors(self.home):
            return read_key(own) if own.exists() else make_key(own)

    def _remove_engines(self) -> None:
        needed = {snapshot.manifest.content_hash for snapshot in self.snapshots()}
        for folder in self.engines_folder.iterdir():
            if folder.is_dir() and folder.name not in needed:
                remove_folder(folder)
