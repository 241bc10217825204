"""Files typed: few of them here, as they are read; many in two processes, each of which reads and types its own."""

import contextlib
import os
import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from subprocess import Popen
from typing import BinaryIO, cast

from loaders.preparing.file_runs import Run, TypedRun, typed_results, typed_run
from loaders.preparing.file_typing import TypingOrder
from loaders.readers import FileReader, read_files
from loaders.readers.messages import received_bytes, send
from loaders.readers.process import start_module

PROCESSES = max(2, min(os.cpu_count() or 2, 4))
"""How many processes type, or here read ahead of the typing: each holds what a program of this size holds."""

WORTH = 6_000_000
"""Bytes from which on processes are worth their start."""

_BYTES_OF_RUN = 1_500_000
_FILES_OF_RUN = 128
_RUNS_HERE = 100
_AHEAD = 2


def typed_runs(files: Sequence[Path], encodings: Mapping[Path, str], order: TypingOrder) -> Iterator[TypedRun]:
    """Read and type files.

    Args:
        files: the files.
        encodings: the encoding of CSV and JSON files, by path, where it is known.
        order: how they are typed.

    Yields:
        What came of each run of files, in the order of the files, whoever typed them.
    """
    sizes = [_size(file) for file in files]
    if len(files) > 1 and sum(sizes) >= WORTH:
        return _typed_apart(_runs(files, sizes, encodings), order)
    return _typed_here(files, encodings, order)


def _typed_here(files: Sequence[Path], encodings: Mapping[Path, str], order: TypingOrder) -> Iterator[TypedRun]:
    results = read_files(files, encodings=encodings, processes=PROCESSES)
    size = max(1, len(files) // _RUNS_HERE)
    with contextlib.closing(results):
        for _ in range(0, len(files), size):
            yield typed_results(islice(results, size), order)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reading it gives the reason


def _runs(files: Sequence[Path], sizes: Sequence[int], encodings: Mapping[Path, str]) -> Iterator[Run]:
    run: list[tuple[Path, str | None]] = []
    held = 0
    for file, size in zip(files, sizes, strict=True):
        run.append((file, encodings.get(file)))
        held += size
        if held >= _BYTES_OF_RUN or len(run) >= _FILES_OF_RUN:
            yield tuple(run)
            run, held = [], 0
    if run:
        yield tuple(run)


def _typed_apart(runs: Iterator[Run], order: TypingOrder) -> Iterator[TypedRun]:
    idle: SimpleQueue[_Typist] = SimpleQueue()
    typists = [_Typist(order) for _ in range(PROCESSES)]
    for typist in typists:
        idle.put(typist)

    def typed(run: Run) -> TypedRun:
        typist = idle.get()
        try:
            return typist.typed(run)
        finally:
            idle.put(typist)

    pending: deque[Future[TypedRun]] = deque()
    pool = ThreadPoolExecutor(PROCESSES)
    try:
        for run in runs:
            pending.append(pool.submit(typed, run))
            if len(pending) > _AHEAD * PROCESSES:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        for typist in typists:
            typist.close()
        pool.shutdown(cancel_futures=True)


class _Typist:
    """A process that types; where it ends before its time, its run is typed here.

    Args:
        order: how files are typed.
    """

    def __init__(self, order: TypingOrder) -> None:
        self._order = order
        self._process: Popen[bytes] | None = start_module("loaders.preparing.typing_process")
        with contextlib.suppress(OSError):  # that it is gone is seen when it is asked
            send(cast("BinaryIO", self._process.stdin), order)

    def typed(self, run: Run) -> TypedRun:
        """Return what came of a run."""
        process = self._process
        try:
            if process is not None:
                send(cast("BinaryIO", process.stdin), run)
                answer: TypedRun = pickle.loads(received_bytes(cast("BinaryIO", process.stdout)))
                return answer
        except (EOFError, OSError, ValueError):  # it was ended: by the system for its memory, or by a fault of ours
            self.close()
        with FileReader() as reader:
            return typed_run(run, self._order, reader)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not sent is of no interest any more
                    stream.close()
