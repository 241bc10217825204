"""The rows of all files and of earlier loads together, in one order whatever the order of the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import record_schema

EARLIER = -1
"""Stands for the table of a row that an earlier load accepted."""

_TABLE, _SIZE, _ERROR = "@table", "@size", "@error"


@dataclass(frozen=True)
class TablePart:
    """Rows of one table with its day.

    Args:
        table: position of the table among those read.
        frame: its rows.
        rejected: positions of rows that are rejected already.
        sizes: how many rows of the file each stands for; a spell stands for several. None: each for itself.
    """

    table: int
    frame: pl.DataFrame
    rejected: frozenset[int] = frozenset()
    sizes: Sequence[int] | None = None


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
    parts: Mapping[str, Sequence[TablePart]], earlier: Mapping[str, pl.DataFrame]
) -> dict[str, CombinedRecords]:
    """Put the rows of all tables and those of earlier loads together.

    Args:
        parts: record type -> rows of each table.
        earlier: record type -> rows of the current snapshot.

    Returns:
        Record type -> its rows, in the order of record types; types without rows are left out.
    """
    found = {}
    for record, cls in RECORD_TYPES.items():
        marked = [_marked(part) for part in parts.get(record, ())]
        if record in earlier:
            marked.append(_marked(TablePart(EARLIER, earlier[record])))
        if marked:
            rows = pl.concat(marked).sort("source", "sheet", "row", _TABLE, maintain_order=True)
            errors = frozenset(rows[_ERROR].arg_true().to_list())
            frame = rows.select(list(record_schema(cls)))
            found[record] = CombinedRecords(frame, errors, rows[_TABLE], rows[_SIZE])
    return found


def _marked(part: TablePart) -> pl.DataFrame:
    sizes = pl.lit(1, pl.Int64) if part.sizes is None else pl.Series(part.sizes, dtype=pl.Int64)
    errors = pl.int_range(pl.len()).is_in(sorted(part.rejected)) if part.rejected else pl.lit(value=False)
    return part.frame.with_columns(pl.lit(part.table).alias(_TABLE), sizes.alias(_SIZE), errors.alias(_ERROR))
