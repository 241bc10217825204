"""What is worked out once for each distinct row of a few columns, and then stands in every row."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl


def by_distinct_rows(
    frame: pl.DataFrame, work_out: Callable[..., tuple[Any, ...]], schema: Mapping[str, pl.DataType]
) -> pl.DataFrame:
    """Work out further columns from those of a table, asking once for equal rows.

    Args:
        frame: the columns that are given to `work_out`, in order.
        work_out: returns a value for each column of `schema`.
        schema: the further columns.

    Returns:
        The further columns alone, one row a row of the table, in its order.
    """
    distinct = frame.unique()
    found = [work_out(*row) for row in distinct.iter_rows()]
    further = pl.DataFrame(found, schema=dict(schema), orient="row")
    answers = pl.concat([distinct, further], how="horizontal")
    joined = frame.join(answers, on=frame.columns, how="left", nulls_equal=True, maintain_order="left")
    return joined.select(list(schema))
