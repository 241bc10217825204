"""What comes of reading a table: typed records, with what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

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
        frame: one row a record that was read, rejected ones too: source, sheet, row, the fields, for each date the
            words as written, and person_keys where the record type has a person.
        faults: what is wrong, in order of rows.
        rejected: numbers of the rows that have an error.
        skipped: reason -> number of rows that are no records.
        private_values_dropped: how many plain personal values were read and dropped.
    """

    table: RawTable
    frame: pl.DataFrame
    faults: tuple[Fault, ...]
    rejected: frozenset[int]
    skipped: Mapping[str, int]
    private_values_dropped: int


def record_schema(record_class: type[Record]) -> dict[str, pl.DataType]:
    """Return the columns of the table of a record type in a snapshot, with their Polars types."""
    types: dict[str, pl.DataType] = {"integer": pl.Int64(), "boolean": pl.Boolean()}
    schema: dict[str, pl.DataType] = {"source": pl.String(), "sheet": pl.String(), "row": pl.Int64()}
    schema |= {"day": pl.Date(), "end_inclusive": pl.Boolean(), "mapped": pl.Boolean()}
    for field, column in columns(record_class).items():
        if column.private:
            schema["person_keys"] = pl.List(pl.String())
            continue
        schema[field] = pl.List(pl.String()) if column.many else types.get(column.kind, pl.String())
        if column.kind == "date":
            schema[f"{field}_written"] = pl.String()
    return schema
