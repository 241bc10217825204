"""Ties of all rows become relationship tables: one tie that several rows state is one relationship."""

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from graph_model.schema import polars_schema
from loaders.building.row_times import BOUNDS
from loaders.building.tie_rows import schema_of_ties

Dissolved = Mapping[str, tuple[date | None, date]]
"""Uid of a post -> the inner and the outer bound of its organisation's end."""

_EARLIEST, _LAST = "@earliest", "@last"


class TieTables:
    """Collects ties by type."""

    def __init__(self) -> None:
        self._parts: dict[str, list[pl.DataFrame]] = {}

    def add(self, ties: Iterable[tuple[str, pl.DataFrame]], dissolved: Dissolved) -> None:
        """Add ties; a tenure without end in an organisation that dissolved ends with it, and is marked as inferred.

        Args:
            ties: relationship types, each with ties as `TieReader.ties` reads them.
            dissolved: the posts whose organisation dissolved.
        """
        for kind, frame in ties:
            if len(frame):
                closed = _closed(frame, dissolved) if kind == "HOLDS" and dissolved else frame
                self._parts.setdefault(kind, []).append(closed)

    def tables(self) -> dict[str, pl.DataFrame]:
        """Return the relationship tables: type -> table with the columns of `polars_schema(type)`; nothing is left."""
        return {kind: _table(kind, pl.concat(self._parts.pop(kind))) for kind in sorted(self._parts)}


def _closed(ties: pl.DataFrame, dissolved: Dissolved) -> pl.DataFrame:
    """End what is still open with its body; what began only afterwards is left as it was written."""
    ends = pl.DataFrame(
        [(post, earliest, last) for post, (earliest, last) in dissolved.items()],
        schema={"end": pl.String(), _EARLIEST: pl.Date(), _LAST: pl.Date()},
        orient="row",
    )
    began_before = (pl.col("valid_from") < pl.col(_LAST)).fill_null(value=True)
    ends_now = pl.col(_LAST).is_not_null() & pl.col("valid_to").is_null() & began_before
    closed = ties.join(ends, on="end", how="left", maintain_order="left").with_columns(
        pl.when(ends_now).then(pl.col(_EARLIEST)).otherwise("valid_to_earliest").alias("valid_to_earliest"),
        pl.when(ends_now).then(pl.col(_LAST)).otherwise("valid_to").alias("valid_to"),
        pl.when(ends_now).then(pl.lit(value=True)).otherwise("inferred").alias("inferred"),
    )
    return closed.select(ties.columns)


def _table(kind: str, frame: pl.DataFrame) -> pl.DataFrame:
    schema = schema_of_ties(kind)
    is_twice = pl.col("uid").is_duplicated()
    twice = frame.filter(is_twice).sort("uid", "day", "sources", descending=[False, True, False], nulls_last=True)
    once = frame.filter(~is_twice).with_columns(sources=pl.concat_list("sources"))
    own = [c for c in schema if c not in {"uid", "sources", "day", *BOUNDS}]
    merged = twice.group_by("uid", maintain_order=True).agg(
        *(_first(c, schema[c]) for c in own),
        pl.col("valid_from").first(),
        pl.when(pl.col("valid_from").first().is_null())
        .then(pl.col("valid_from_latest").min())
        .otherwise(pl.col("valid_from_latest").first())
        .alias("valid_from_latest"),
        pl.col("valid_to_earliest").first(),
        pl.col("valid_to").first(),
        pl.col("sources").unique().sort(),
    )
    names = list(polars_schema(kind))
    return pl.concat([once.select(names), merged.select(names)]).sort("uid")


def _first(name: str, dtype: pl.DataType) -> pl.Expr:
    if isinstance(dtype, pl.List):
        return pl.col(name).first()
    return pl.col(name).drop_nulls().first()
