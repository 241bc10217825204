"""Ties of all rows become relationship tables: one tie that several rows state is one relationship."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from graph_model.partial_dates import Bounds
from graph_model.schema import polars_schema, property_kinds
from loaders.building.tie_rows import TieRow
from loaders.values.list_columns import frame_of

_BOUNDS = ("valid_from", "valid_from_latest", "valid_to_earliest", "valid_to")


class TieTables:
    """Collects ties by type, as columns."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, list[Any]]] = {}
        self._own: dict[str, list[str]] = {}

    def add(self, ties: Iterable[TieRow], dissolved: Mapping[str, tuple[date | None, date]]) -> None:
        """Add ties; a tenure without end in an organisation that dissolved ends with it, and is marked as inferred.

        Args:
            ties: the ties.
            dissolved: uid of a post -> the inner and outer bound of its organisation's end.
        """
        for tie in ties:
            bounds, properties = tie.bounds, tie.properties
            if tie.type == "HOLDS" and tie.end in dissolved:
                closed = _closed(bounds, *dissolved[tie.end])
                properties = properties if closed == bounds else {**properties, "inferred": True}
                bounds = closed
            columns = self._columns.get(tie.type) or self._start(tie.type)
            columns["uid"].append(tie.uid)
            columns["start"].append(tie.start)
            columns["end"].append(tie.end)
            columns["sources"].append(tie.source)
            columns["day"].append(tie.day)
            for name, bound in zip(_BOUNDS, bounds, strict=True):
                columns[name].append(bound)
            for name in self._own[tie.type]:
                columns[name].append(properties.get(name))

    def _start(self, kind: str) -> dict[str, list[Any]]:
        self._own[kind] = [name for name in property_kinds(kind) if name not in {"uid", "sources", *_BOUNDS}]
        self._columns[kind] = {name: [] for name in (*polars_schema(kind), "day")}
        return self._columns[kind]

    def tables(self) -> dict[str, pl.DataFrame]:
        """Return the relationship tables: type -> table with the columns of `polars_schema(type)`; nothing is left."""
        return {kind: _table(kind, self._columns.pop(kind)) for kind in sorted(self._columns)}


def _closed(bounds: Bounds, earliest: date | None, last: date) -> Bounds:
    """End what is still open with its body; what began only afterwards is left as it was written."""
    if bounds.valid_to is not None or (bounds.valid_from is not None and bounds.valid_from >= last):
        return bounds
    return Bounds(bounds.valid_from, bounds.valid_from_latest, earliest, last)


def _table(kind: str, columns: Mapping[str, list[Any]]) -> pl.DataFrame:
    schema = {**polars_schema(kind), "sources": pl.String(), "day": pl.Date()}
    frame = frame_of(columns, schema)
    twice = frame.filter(pl.col("uid").is_duplicated()).sort(
        "uid", "day", "sources", descending=[False, True, False], nulls_last=True
    )
    once = frame.filter(~pl.col("uid").is_duplicated()).with_columns(sources=pl.concat_list("sources"))
    own = [c for c in schema if c not in {"uid", "sources", "day", *_BOUNDS}]
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
