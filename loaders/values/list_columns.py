"""Columns whose cells are lists of texts, made at once: Polars itself turns each list into a series of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

_SEPARATOR = "\x1f"
"""Between the members while they are one text; as white space it stands in no cell that was read."""


def list_column(lists: Iterable[Iterable[str] | None]) -> pl.Series:
    """Return a column of lists of texts; nothing counts as an empty list."""
    every = list(lists)
    if not any(every):
        return pl.Series([[]], dtype=pl.List(pl.String)).new_from_index(0, len(every))
    texts = pl.Series([_SEPARATOR.join(members) if members else None for members in every], dtype=pl.String)
    return texts.str.split(_SEPARATOR).fill_null([])


def frame_of(columns: Mapping[str, Any], schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Return a table of columns that are lists of cells.

    Args:
        columns: the cells by column.
        schema: the columns with their types, in order.
    """
    of_lists = pl.List(pl.String())
    return pl.DataFrame(
        [
            list_column(columns[name]).alias(name) if dtype == of_lists else pl.Series(name, columns[name], dtype=dtype)
            for name, dtype in schema.items()
        ]
    )
