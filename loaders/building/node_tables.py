"""Statements about nodes become node tables: the newest source's word counts, and what gave each value is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from graph_model.schema import polars_schema
from loaders.building.node_rows import own_properties
from loaders.building.row_times import BOUNDS

EVIDENCE_SCHEMA = {"uid": pl.String(), "property": pl.String(), "source": pl.String()}


@dataclass(frozen=True)
class Conflict:
    """Two rows disagree on a property of one node.

    Args:
        record: record type of the row whose value is not kept.
        index: position of that row.
        property: the property.
        value: its value.
        kept: the value that is kept.
    """

    record: str
    index: int
    property: str
    value: str
    kept: str


@dataclass(frozen=True)
class NodeTable:
    """The nodes with one label.

    Args:
        frame: table with the columns of `polars_schema(label)`.
        evidence: uid, property, source: which row gave the value.
        conflicts: rows whose values were not kept.
    """

    frame: pl.DataFrame
    evidence: pl.DataFrame
    conflicts: tuple[Conflict, ...]


def node_table(label: str, statements: Sequence[pl.DataFrame]) -> NodeTable:
    """Put together what rows say of the nodes with a label.

    Args:
        label: the label.
        statements: tables with the columns of `statement_schema(label)`.

    Returns:
        One row a node: for each property the value of the newest day, then of the latest term, then of the smaller
        source hash; a property that one row leaves empty is taken from another.
    """
    ordered = _known_first(pl.concat(statements)).sort(
        "uid", "day", "newest", "file", "row", descending=[False, True, True, False, False], nulls_last=True
    )
    properties = own_properties(label)
    plain = [p for p in properties if p not in BOUNDS]
    twice = ordered.filter(pl.col("uid").is_duplicated())
    once = ordered.filter(~pl.col("uid").is_duplicated()).with_columns(sources=pl.concat_list("source"))
    merged = _merged(twice, plain, dated=len(plain) < len(properties))
    frame = pl.concat([once.select(merged.columns), merged]).sort("uid")
    return NodeTable(
        frame.with_columns(defined=pl.lit(value=True)).select(list(polars_schema(label))),
        _evidence(ordered, ["name", *properties]),
        tuple(_conflicts(twice, ["name", *plain])),
    )


def _known_first(said: pl.DataFrame) -> pl.DataFrame:
    """Leave 不详 out where another row knows a person's political status: who does not know contradicts nobody."""
    if "party_member" not in said.columns:
        return said
    known = pl.col("party_member").ne_missing("unknown") & pl.col("party_member").is_not_null()
    left_out = (pl.col("party_member") == "unknown") & known.any().over("uid")
    return said.with_columns(party_member=pl.when(~left_out.fill_null(value=False)).then(pl.col("party_member")))


def _merged(twice: pl.DataFrame, plain: Sequence[str], *, dated: bool) -> pl.DataFrame:
    first = [pl.col(p).drop_nulls().first() for p in ("name", *plain)]
    sources = pl.col("source").unique().sort().alias("sources")
    bounds = []
    if dated:
        whole = pl.struct(*BOUNDS)
        stated = pl.when(pl.col("stated")).then(whole).drop_nulls().first()
        bounds = [pl.coalesce(stated, whole.first()).alias("bounds")]
    merged = twice.group_by("uid", maintain_order=True).agg(*first, *bounds, sources)
    return merged.unnest("bounds") if dated else merged


def _evidence(ordered: pl.DataFrame, properties: Sequence[str]) -> pl.DataFrame:
    parts = [
        ordered.filter(pl.col(p).is_not_null())
        .unique("uid", keep="first", maintain_order=True)
        .select("uid", pl.lit(p).alias("property"), "source")
        for p in properties
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema=EVIDENCE_SCHEMA)


def _conflicts(twice: pl.DataFrame, properties: Sequence[str]) -> list[Conflict]:
    found = []
    for name in properties:
        if twice.is_empty() or name in {"note", "name"}:
            continue
        stated = twice.filter(pl.col(name).is_not_null())
        kept = (
            stated.group_by("uid", maintain_order=True)
            .first()
            .select("uid", kept=name, kept_file="file", kept_day="day")
        )
        differing = stated.join(kept, on="uid").filter(
            pl.col(name) != pl.col("kept"),
            pl.col("file") != pl.col("kept_file"),
            pl.col("day") == pl.col("kept_day"),
            pl.col("newest") == "",
        )
        rows = differing.select("record", "index", pl.col(name).cast(pl.String), pl.col("kept").cast(pl.String)).rows()
        found += [Conflict(record, index, name, value, kept_value) for record, index, value, kept_value in rows]
    return found
