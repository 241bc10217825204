"""The rows of all tables by record type, in few large frames: a frame a table would cost more than its rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import TypedTable, record_schema
from loaders.values.list_columns import frame_of

TABLE: Final = "@table"
"""The column with the position of a row's table among those read."""

ERROR: Final = "@error"
"""The column that says whether a row is rejected."""

OF_TABLES: Final = ("source", "sheet", "day", "end_inclusive", "mapped")
"""Columns in which all rows of a table are alike: they are filled once all tables are read."""

_FULL = 50_000


class GatheredRows:
    """Gathers the rows of tables."""

    def __init__(self) -> None:
        self._open: dict[str, dict[str, list[Any]]] = {}
        self._frames: dict[str, list[pl.DataFrame]] = {}

    def add(self, number: int, typed: TypedTable) -> None:
        """Add the rows of a table.

        Args:
            number: position of the table among those read.
            typed: the table with its columns.
        """
        if not typed.size:
            return
        record = typed.table.record
        rows: Sequence[int] = typed.columns["row"]
        errors = [row in typed.rejected for row in rows] if typed.rejected else [False] * typed.size
        own: dict[str, Sequence[Any]] = {TABLE: [number] * typed.size, ERROR: errors, **typed.columns}
        if typed.size >= _FULL:
            self._frames.setdefault(record, []).append(frame_of(own, _schema(record)))
            return
        open_columns = self._open.setdefault(record, {name: [] for name in _schema(record)})
        for name, cells in open_columns.items():
            cells.extend(own[name])
        if len(open_columns[TABLE]) >= _FULL:
            self._close(record)

    def extend(self, frames: Mapping[str, pl.DataFrame], places: Sequence[int | None]) -> None:
        """Add rows that were gathered elsewhere.

        Args:
            frames: what `take` returned there.
            places: for each table there its position here; None: its rows are not wanted.
        """
        numbers = pl.Series(places, dtype=pl.Int64)
        for record, frame in frames.items():
            placed = frame.with_columns(numbers.gather(frame.get_column(TABLE)).alias(TABLE))
            wanted = placed.filter(pl.col(TABLE).is_not_null()) if None in places else placed
            self._frames.setdefault(record, []).append(wanted)

    def take(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Take the rows out, one record type after the other: with TABLE, ERROR, row and the fields."""
        for record in list(self._open):
            self._close(record)
        while self._frames:
            record, frames = self._frames.popitem()
            yield record, pl.concat(frames)

    def _close(self, record: str) -> None:
        frame = frame_of(self._open.pop(record), _schema(record))
        self._frames.setdefault(record, []).append(frame)


def _schema(record: str) -> dict[str, pl.DataType]:
    own = {name: dtype for name, dtype in record_schema(RECORD_TYPES[record]).items() if name not in OF_TABLES}
    return {TABLE: pl.Int64(), ERROR: pl.Boolean(), **own}
