"""What comes of reading a table: typed records, with what was wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from loaders.faults import Fault
from loaders.plans.tables import RawTable
from loaders.record_types.base import Record, columns

SOURCE_LENGTH = 12
"""How many digits of a file's hash stand for it in records and in `sources`."""


@dataclass(frozen=True)
class TypedTable:
    """The records of one table, with what was wrong in it.

    Args:
        table: the table.
        size: how many records were read from it, rejected ones too.
        columns: for each record its row, the fields, for each date the words as written, and person_keys where the
            record type has a person. Empty once the rows of all tables are gathered.
        faults: what is wrong, in order of rows.
        rejected: numbers of the rows that have an error.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were read and dropped.
        said: the day that is said of the table, by the user, the mapping file, a title or a name; None: none is.
        told: where none is said, the full days on which something began or happened -> how many cells tell each.
    """

    table: RawTable
    size: int
    columns: Mapping[str, Sequence[Any]]
    faults: tuple[Fault, ...]
    rejected: frozenset[int]
    skipped: Mapping[str, int]
    private_values_dropped: int
    said: date | None = None
    told: Mapping[date, int] = field(default_factory=dict)


def record_schema(record_class: type[Record]) -> dict[str, pl.DataType]:
    """Return the columns of the table of a record type in a snapshot, with their Polars types."""
    types: dict[str, pl.DataType] = {"integer": pl.Int64(), "boolean": pl.Boolean()}
    schema: dict[str, pl.DataType] = {"source": pl.String(), "sheet": pl.String(), "row": pl.Int64()}
    schema |= {"day": pl.Date(), "end_inclusive": pl.Boolean(), "mapped": pl.Boolean()}
    for name, column in columns(record_class).items():
        if column.private:
            schema["person_keys"] = pl.List(pl.String())
            continue
        schema[name] = pl.List(pl.String()) if column.many else types.get(column.kind, pl.String())
        if column.kind == "date":
            schema[f"{name}_written"] = pl.String()
    return schema
