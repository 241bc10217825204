"""The files that records came from, as nodes of the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from graph_model.schema import polars_schema


@dataclass(frozen=True)
class SourceFile:
    """A file that records came from.

    Args:
        sha256: hash of the file.
        name: its name, without private numbers.
        day: the day as of which it speaks.
    """

    sha256: str
    name: str
    day: date


def source_nodes(sources: Sequence[SourceFile]) -> pl.DataFrame:
    """Return the table of Source nodes."""
    schema = polars_schema("Source")
    rows = [
        {
            "uid": f"source:{s.sha256[:12]}",
            "name": s.name,
            "defined": True,
            "sha256": s.sha256,
            "day": s.day,
            "sources": [],
        }
        for s in sources
    ]
    return pl.DataFrame([{c: row.get(c) for c in schema} for row in rows], schema=dict(schema)).sort("uid")
