"""The reading process seen from outside: started on first use, replaced when a file has killed it."""

import contextlib
import hashlib
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from loaders.readers.failures import ReadFailure, failure
from loaders.readers.file_types import is_workbook
from loaders.readers.limits import Limits
from loaders.readers.messages import receive, send
from loaders.readers.reading import file_problem, read_here
from loaders.readers.results import ReadResult

ROOT = Path(__file__).resolve().parents[2]  # the folder that holds the package `loaders`
MAGIC = 64  # bytes that tell a workbook from text
SPENT = 500_000  # cells after which a process is replaced: its memory does not come back, and counts against the next


class FileReader:
    """Reads one file after the other; workbooks in a process of their own, so that none can take the program along.

    Use it in a `with` statement. One reader serves one thread; `read_files` has several.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the reading process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not sent is of no interest any more
                    stream.close()

    @property
    def process_id(self) -> int | None:
        """The number of the reading process, or None while there is none."""
        return self._process.pid if self._process else None

    def read(self, path: str | os.PathLike[str], encoding: str | None = None) -> ReadResult:
        """Read one file.

        Args:
            path: the file.
            encoding: the encoding of a CSV or JSON file, where it is known.

        Returns:
            Its sheets, or one failure; never an exception for what the file holds.
        """
        file = Path(path)
        problem = file_problem(file, self.limits)
        if problem:
            return ReadResult(file, (), problem, "")
        return self._read_apart(file, encoding) if self._is_risky(file) else read_here(file, encoding, self.limits)

    def _is_risky(self, path: Path) -> bool:
        try:
            with path.open("rb") as stream:
                return is_workbook(stream.read(MAGIC)) or path.stat().st_size > self.limits.trusted_bytes
        except OSError:
            return False  # reading it here gives the reason

    def _read_apart(self, path: Path, encoding: str | None) -> ReadResult:
        if self._process and self._process.poll() is not None:
            self.close()  # it died between two files, by the hand of neither
        overdue = threading.Event()
        alarm = threading.Timer(self.limits.seconds, self._end, (overdue,))
        alarm.daemon = True
        alarm.start()
        try:
            answer = self._ask(path, encoding)
        except (EOFError, OSError, pickle.UnpicklingError, MemoryError):
            return ReadResult(path, (), self._reason(overdue.is_set()), _digest(path))
        except BaseException:
            self.close()  # stopped half-way: what it answers next would be taken for another file's
            raise
        finally:
            alarm.cancel()
            alarm.join()  # so that it cannot go off for the next file
        if overdue.is_set() or _is_spent(answer):
            self.close()
        return ReadResult(path, answer.sheets, answer.failure, answer.source or _digest(path), answer.encoding_used)

    def _ask(self, path: Path, encoding: str | None) -> ReadResult:
        if self._process is None:
            self._process = start_module("loaders.readers.child")
            send(cast("BinaryIO", self._process.stdin), self.limits)
        send(cast("BinaryIO", self._process.stdin), (os.fspath(path.absolute()), encoding))
        answer: ReadResult = receive(cast("BinaryIO", self._process.stdout))
        return answer

    def _end(self, overdue: threading.Event) -> None:
        overdue.set()
        if self._process is not None:
            self._process.kill()

    def _reason(self, overdue: bool) -> ReadFailure:
        process = self._process
        self.close()
        if overdue:
            return failure("reader_timeout", seconds=f"{self.limits.seconds:g}")
        return failure("reader_crashed", detail=f"exit {process.returncode}" if process else "not started")


def _is_spent(answer: ReadResult) -> bool:
    cells = sum(len(sheet.rows) * sheet.width for sheet in answer.sheets)
    return cells > SPENT or (answer.failure is not None and answer.failure.code in ("reader_memory", "reader_crashed"))


def start_module(module: str) -> subprocess.Popen[bytes]:
    """Start a module of this program as a process that is spoken to by its standard input and output."""
    # -P: no module that happens to lie in the user's folder is imported instead of ours
    paths = [os.fspath(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # exists on Windows alone
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
