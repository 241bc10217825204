"""The rows of all files and of earlier loads together, in one order whatever the order of the files."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from loaders.record_types import RECORD_TYPES
from loaders.records.gathered_rows import ERROR, TABLE
from loaders.records.typed_tables import record_schema

EARLIER: Final = -1
"""Stands for the table of a row that an earlier load accepted."""

SIZE: Final = "@size"
"""The column that says how many rows of its file a row stands for: a spell stands for several."""


@dataclass(frozen=True)
class CombinedRecords:
    """All rows of one record type, by source, sheet and row.

    Args:
        frame: the rows.
        errors: positions of rows that are rejected already.
        tables: for each row the position of its table among those read, or EARLIER.
        sizes: for each row how many rows of its file it stands for.
    """

    frame: pl.DataFrame
    errors: frozenset[int]
    tables: pl.Series
    sizes: pl.Series

    def is_new(self, index: int) -> bool:
        """Tell whether a row was read just now, and not taken over from the current snapshot."""
        return bool(self.tables[index] != EARLIER)

    def new_rows(self) -> pl.Series:
        """Tell of each row whether it was read just now."""
        return self.tables != EARLIER


def combine(
    parts: MutableMapping[str, list[pl.DataFrame]], earlier: Mapping[str, pl.DataFrame]
) -> dict[str, CombinedRecords]:
    """Put the rows of all tables and those of earlier loads together.

    Args:
        parts: record type -> rows with the columns of the record type, TABLE, ERROR and SIZE; they are taken out.
        earlier: record type -> rows of the current snapshot.

    Returns:
        Record type -> its rows, in the order of record types; types without rows are left out.
    """
    found = {}
    for record, cls in RECORD_TYPES.items():
        names = list(record_schema(cls))
        marked = [part.select(*names, TABLE, ERROR, SIZE) for part in parts.pop(record, ())]
        if record in earlier:
            marks = (pl.lit(EARLIER).alias(TABLE), pl.lit(value=False).alias(ERROR), pl.lit(1, pl.Int64).alias(SIZE))
            marked.append(earlier[record].select(*names, marks[0].cast(pl.Int64), *marks[1:]))
        if marked:
            rows = pl.concat(marked).sort("source", "sheet", "row", TABLE, maintain_order=True)
            errors = frozenset(rows[ERROR].arg_true().to_list())
            found[record] = CombinedRecords(rows.select(names), errors, rows[TABLE], rows[SIZE])
    return found
