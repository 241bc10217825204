"""Files and folders that are there whole or not at all, and that outlast a power cut."""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_store.errors import NotWritable, StorageFull, WorkspaceError

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)  # seconds; on Windows a rename fails while somebody reads


@contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Turn the system's errors about a folder into errors that say what happened and what to do.

    Raises:
        StorageFull: no room on the disk, in the quota, or under the limit for one file.
        NotWritable: this user may not write there, or a file stands where a folder should.
        WorkspaceError: any other error of the system.
    """
    try:
        yield
    except OSError as error:
        raise _explained(error, folder) from error


def _explained(error: OSError, folder: Path) -> WorkspaceError:
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        return StorageFull(
            f"磁盘空间不足，无法写入 {folder}（{reason}）。请腾出空间，或用 --home 指定别处；原有快照未受影响",
            f"no room to write to {folder} ({reason}). Free some, or choose another place with --home; "
            "the last snapshot is unharmed",
        )
    if error.errno in _REFUSED or isinstance(error, FileExistsError | NotADirectoryError):
        return NotWritable(
            f"无法写入 {folder}（{reason}）。请检查文件夹权限，或用 --home（或 GRIDGOV_HOME）指定别处",
            f"cannot write to {folder} ({reason}). Check the folder's permissions, or choose another place with "
            "--home or GRIDGOV_HOME",
        )
    return WorkspaceError(f"读写 {folder} 时出错：{reason}", f"reading or writing {folder} failed: {reason}")


def write_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a new file and wait until the disk has it; a private one can be read by its owner alone."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the disk has the names of the files in a folder."""
    if os.name == "nt":
        return  # Windows cannot do this for a folder, and keeps names in its journal
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rename_into_place(temporary: Path, final: Path) -> None:
    """Give a finished temporary folder its name; whoever looks sees all of it or nothing."""
    _patiently(lambda: temporary.rename(final))
    sync_folder(final.parent)


def replace_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace a file's content in one step; a reader gets the old content or the new."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    write_file(temporary, content, private=private)
    _patiently(lambda: temporary.replace(path))
    sync_folder(path.parent)


def remove_folder(path: Path) -> bool:
    """Remove a folder with all that is in it; return False if something there is still in use (Windows)."""
    shutil.rmtree(path, ignore_errors=True)
    return not path.exists()


def _patiently(step: Callable[[], object]) -> None:
    for wait in _WAITS if os.name == "nt" else ():
        try:
            step()
        except PermissionError:
            time.sleep(wait)
        else:
            return
    step()
