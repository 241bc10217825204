"""Files to sheets: xlsx, xlsm, xlsb, xls, ods, csv and json, read safely and without interpretation.

Whatever a file holds, reading it ends in sheets or in one `ReadFailure`.
Workbooks are opened in a process of their own.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from loaders.readers.failures import FAILURES, ReadFailure
from loaders.readers.limits import Limits
from loaders.readers.process import FileReader
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Box, Cell, Position, Sheet, column_letters, column_number

__all__ = [
    "FAILURES",
    "Box",
    "Cell",
    "FileReader",
    "Limits",
    "Position",
    "ReadFailure",
    "ReadResult",
    "Sheet",
    "column_letters",
    "column_number",
    "read_file",
    "read_files",
]

AHEAD = 2  # files that each process may be ahead of whoever takes the results


def read_file(path: str | os.PathLike[str], *, encoding: str | None = None, limits: Limits | None = None) -> ReadResult:
    """Read one file.

    Args:
        path: the file.
        encoding: the encoding of a CSV or JSON file; else it is found by byte-order mark, strict UTF-8, strict GB18030.
        limits: what the file must keep.

    Returns:
        Its sheets, or one failure; never an exception for what the file holds.
    """
    with FileReader(limits) as reader:
        return reader.read(path, encoding)


def read_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    processes: int = 1,
    encodings: Mapping[Path, str] | None = None,
    limits: Limits | None = None,
) -> Generator[ReadResult, None, None]:
    """Read many files with few reading processes, each of which serves until a file kills it.

    Args:
        paths: the files.
        processes: how many files are read at a time.
        encodings: the encoding of CSV and JSON files, by path, where it is known.
        limits: what each file must keep.

    Yields:
        One result a file, in the order of `paths`. Only a few are held at a time.
    """
    files = [Path(path) for path in paths]
    known = encodings or {}
    readers = [FileReader(limits) for _ in range(max(1, min(processes, len(files))))]
    try:
        if len(readers) == 1:
            for path in files:
                yield readers[0].read(path, known.get(path))
        else:
            yield from _read_at_once(files, known, readers)
    finally:
        for reader in readers:
            reader.close()


def _read_at_once(files: list[Path], known: Mapping[Path, str], readers: list[FileReader]) -> Iterator[ReadResult]:
    idle: SimpleQueue[FileReader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)

    def read(path: Path) -> ReadResult:
        reader = idle.get()
        try:
            return reader.read(path, known.get(path))
        finally:
            idle.put(reader)

    pending: deque[Future[ReadResult]] = deque()
    pool = ThreadPoolExecutor(len(readers))
    try:
        for path in files:
            pending.append(pool.submit(read, path))
            if len(pending) > AHEAD * len(readers):
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
