"""A snapshot as Polars tables, all in memory."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, concrete_labels
from graph_store.snapshot.reading import Snapshot


@dataclass(frozen=True)
class Frames:
    """The tables of a graph.

    Attributes:
        nodes: concrete label -> table; every label of the schema, also those without a row.
        relationships: type -> table; every type of the schema.
    """

    nodes: Mapping[str, pl.DataFrame]
    relationships: Mapping[str, pl.DataFrame]

    def labelled(self, label: str) -> pl.DataFrame:
        """Return the nodes of a label or super-label in one table, with their concrete `label`.

        Properties that a label does not have are null.

        Raises:
            KeyError: if the schema knows no such label.
        """
        tables = [self.nodes[name].with_columns(label=pl.lit(name)) for name in concrete_labels(label)]
        return pl.concat(tables, how="diagonal").sort("uid")


def to_polars(snapshot: Snapshot) -> Frames:
    """Return a snapshot as Polars tables."""
    return Frames(
        {label: snapshot.nodes(label) for label in NODE_TYPES},
        {kind: snapshot.relationships(kind) for kind in RELATIONSHIP_TYPES},
    )
