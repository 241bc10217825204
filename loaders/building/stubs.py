"""Stubs: what ties name and no row defines."""

from collections.abc import Mapping

import polars as pl

from graph_model.schema import polars_schema
from loaders.resolution.resolver import Resolver


def stub_nodes(
    nodes: Mapping[str, pl.DataFrame], relationships: Mapping[str, pl.DataFrame], resolver: Resolver
) -> dict[str, pl.DataFrame]:
    """Return the nodes that ties name and no row defines.

    Args:
        nodes: label -> nodes that rows define.
        relationships: type -> ties.
        resolver: tells the label and the name of each.

    Returns:
        Label -> stubs, with the columns of `polars_schema(label)`: neither validity nor properties, and for sources
        the rows of the ties that name them.
    """
    named = _named(nodes, relationships)
    by_label: dict[str, list[dict[str, object]]] = {}
    for uid, sources in named.iter_rows():
        thing = resolver.findings.known.things.get(uid)
        label, name = (thing.label, thing.name) if thing else resolver.findings.stubs[uid]
        by_label.setdefault(label, []).append({"uid": uid, "name": name, "defined": False, "sources": sources})
    return {
        label: pl.DataFrame(
            [{c: row.get(c) for c in polars_schema(label)} for row in rows], schema=dict(polars_schema(label))
        )
        for label, rows in by_label.items()
    }


def _named(nodes: Mapping[str, pl.DataFrame], relationships: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    defined = pl.concat([pl.Series("uid", [], pl.String), *(f["uid"] for f in nodes.values())]).to_frame()
    empty = pl.DataFrame(schema={"uid": pl.String(), "sources": pl.List(pl.String())})
    ends = [
        frame.select(pl.col(end).alias("uid"), "sources")
        for frame in relationships.values()
        for end in ("start", "end")
    ]
    named = pl.concat([empty, *ends]).join(defined, on="uid", how="anti").explode("sources")
    return named.group_by("uid").agg(pl.col("sources").unique().sort()).sort("uid")
