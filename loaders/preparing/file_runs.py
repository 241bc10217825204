"""Runs of files typed together: their rows are gathered into few frames before they are handed on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from loaders.preparing.file_typing import TypedFile, TypingOrder, type_file
from loaders.readers import FileReader, ReadResult
from loaders.records.gathered_rows import GatheredRows

Run = tuple[tuple[Path, str | None], ...]
"""Files one after the other, each with its encoding where that is known."""


@dataclass(frozen=True)
class TypedRun:
    """What came of a run of files.

    Args:
        files: what came of each, without the rows of its tables.
        rows: record type -> the rows of all of them, with the position of their table among those of the run.
    """

    files: tuple[TypedFile, ...]
    rows: Mapping[str, pl.DataFrame]


def typed_run(run: Run, order: TypingOrder, reader: FileReader) -> TypedRun:
    """Read and type a run of files."""
    return typed_results((reader.read(path, encoding) for path, encoding in run), order)


def typed_results(results: Iterable[ReadResult], order: TypingOrder) -> TypedRun:
    """Type files that were read."""
    files: list[TypedFile] = []
    gathered, tables = GatheredRows(), 0
    for result in results:
        typed = type_file(result, order)
        for number, table in enumerate(typed.tables, start=tables):
            gathered.add(number, table)
        tables += len(typed.tables)
        files.append(replace(typed, tables=tuple(replace(table, columns={}) for table in typed.tables)))
    return TypedRun(tuple(files), dict(gathered.take()))
