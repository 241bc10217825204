"""What tests of readers share: the kinds of their fixtures, and the failure of a file that must have one."""

from collections.abc import Callable
from pathlib import Path

from loaders.readers import Cell, ReadFailure, ReadResult

Rewrite = Callable[[str, dict[str, bytes]], Path]
WithCells = Callable[..., Path]
ReadText = Callable[..., ReadResult]
RowsOf = Callable[..., list[list[Cell]]]


def failure_of(result: ReadResult) -> ReadFailure:
    """Return why a file could not be read."""
    assert result.failure is not None, f"{result.path} was read"
    return result.failure
