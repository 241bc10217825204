"""The reading process: opens one workbook after the other until its caller closes the line.

Started as `python -m loaders.readers.child`. It imports little, since every program that reads a workbook waits for it.
"""

import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from loaders.readers.failures import failure
from loaders.readers.limits import Limits
from loaders.readers.messages import receive, send
from loaders.readers.reading import read_here
from loaders.readers.results import ReadResult

NO_CRASH_DIALOG = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def serve() -> None:
    """Answer requests on standard input until it is closed; the first message is the limits."""
    requests = sys.stdin.buffer
    answers = private_output()
    try:
        limits: Limits = receive(requests)
        _confine(limits)
        while True:
            path, encoding = receive(requests)
            _answer(answers, Path(path), encoding, limits)
    except (EOFError, BrokenPipeError):
        return


def private_output() -> BinaryIO:
    """Keep standard output for answers alone: nothing that a library prints may come between them."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    return answers


def _answer(answers: BinaryIO, path: Path, encoding: str | None, limits: Limits) -> None:
    try:
        result = read_here(path, encoding, limits)
    except BaseException as error:  # a panic in native code arrives as one; no file may end the process
        result = ReadResult(path, (), failure("reader_crashed", detail=type(error).__name__), "")
    send(answers, result)


def _confine(limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the caller, who closes the line
    if sys.platform == "win32":
        # Windows has no such limit for a process by itself: there the time limit and the checks before must do
        import ctypes  # noqa: PLC0415 - needed on Windows alone

        ctypes.windll.kernel32.SetErrorMode(NO_CRASH_DIALOG)
        return
    import resource  # noqa: PLC0415 - exists on POSIX alone

    for kind, bound in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CORE, 0)):
        _, hardest = resource.getrlimit(kind)
        allowed = bound if hardest == resource.RLIM_INFINITY else min(bound, hardest)
        try:
            resource.setrlimit(kind, (allowed, hardest))
        except (ValueError, OSError):  # macOS refuses some limits of address space
            continue


if __name__ == "__main__":
    serve()
