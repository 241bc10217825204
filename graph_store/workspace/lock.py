"""One process at a time writes to a workspace; a second waits, then is told who holds it."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from graph_store.errors import WorkspaceLocked
from graph_store.workspace.durable import storage_errors

WAIT = 60.0
"""Seconds that a second writer waits, unless it is told otherwise."""


@contextmanager
def writing_lock(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold a lock file while writing; the same thread may take it again inside.

    The system lets go of the lock when the process ends, however it ends.

    Args:
        path: the lock file.
        wait: seconds to wait for another process.

    Raises:
        WorkspaceLocked: with the process, machine and time of the holder.
        WorkspaceError: the lock file cannot be made.
    """
    lock = FileLock(path, is_singleton=True)
    holder = path.with_suffix(".holder")
    with storage_errors(path.parent):
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:
            raise WorkspaceLocked(*_held_by(holder)) from error
    try:
        if lock.lock_counter == 1:
            with storage_errors(path.parent):
                _sign(holder)
        yield
    finally:
        lock.release()


def _sign(holder: Path) -> None:
    since = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    signature = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
    holder.write_text(json.dumps(signature), encoding="utf-8")


def _held_by(holder: Path) -> tuple[str, str]:
    try:
        who = json.loads(holder.read_text(encoding="utf-8"))
        zh = f"进程 {who['pid']}（主机 {who['host']}，自 {who['since']} 起）"
        en = f"process {who['pid']} on {who['host']}, since {who['since']},"
    except (OSError, ValueError, KeyError):  # the holder has not signed yet
        zh, en = "另一个进程", "another process"
    return (
        f"{zh}正在写入这个工作区。请等它结束后重试",
        f"{en} is writing to this workspace. Wait until it has finished, then try again",
    )
