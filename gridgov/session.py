"""A snapshot in a notebook: ask it, take it as a table or graph, draw it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from graph_store import open_store
from graph_store.snapshot import Snapshot
from graph_store.workspace import Workspace
from gridgov.settings import Settings
from gridgov.synthetic import is_synthetic
from queries.catalogue_reading import read_catalogue
from queries.output_formats.json_text import plain
from queries.running import run

if TYPE_CHECKING:
    import networkx as nx

    from visualisations import Page

_TYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int": pl.Int64(),
    "float": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
}


@dataclass(frozen=True)
class Session:
    """One snapshot, as an analyst works with it.

    Args:
        snapshot: the snapshot.
        workspace: where it is kept; the engine's files are there, too.
    """

    snapshot: Snapshot
    workspace: Workspace

    def __repr__(self) -> str:
        """Return in a line which snapshot it is and where it is kept."""
        manifest = self.snapshot.manifest
        return f"<gridgov {manifest.snapshot}, as of {manifest.as_of}, in {self.workspace.home}>"

    def query(self, name: str, **parameters: object) -> pl.DataFrame:
        """Return the rows that answer a question of the catalogue.

        Args:
            name: id of the question; its last part alone while that is unique.
            parameters: values by name; dates as `datetime.date`. What is left out takes its default.

        Returns:
            One column for each that the question declares, with its type.
        """
        question = read_catalogue().find(name)
        with open_store(self.snapshot, self.workspace) as store:
            answer = run(store, question, parameters, self.snapshot.manifest.as_of)
        schema = {column.name: _dtype(column.type) for column in answer.columns}
        return pl.DataFrame(answer.rows, schema=schema, orient="row")

    def cypher(self, text: str, **parameters: object) -> pl.DataFrame:
        """Return the rows of a Cypher statement that only reads.

        Args:
            text: one statement.
            parameters: values by name; dates as `datetime.date`.

        Returns:
            One column for each that the statement returns; a node or relationship is a structure of its parts.
        """
        with open_store(self.snapshot, self.workspace) as store:
            result = store.run(text, parameters)
        rows = [tuple(cell if isinstance(cell, date) else plain(cell) for cell in row) for row in result.rows]
        return pl.DataFrame(rows, schema=list(result.columns), orient="row", infer_schema_length=None, strict=False)

    def graph(self, as_of: date | None = None) -> "nx.MultiDiGraph[str]":
        """Return the whole graph for NetworkX; with a day, only the ties that may have held on it."""
        from graph_store.as_networkx import to_networkx

        return to_networkx(self.snapshot, as_of)

    def board(self, language: str = "zh") -> "Page":
        """Return the partition board; a notebook shows it, and `.write("map.html")` writes it to a file."""
        from visualisations import board

        return board(self.snapshot, language=language, synthetic=is_synthetic(self.snapshot))


def open_session(home: str | Path | None = None) -> Session:
    """Open the current snapshot of a workspace; see `gridgov.open`."""
    settings = Settings("zh", Path(home) if home is not None else None)
    return Session(settings.snapshot(), settings.workspace())


def _dtype(declared: str) -> pl.DataType:
    if declared.startswith("list<"):
        return pl.List(_TYPES[declared.removeprefix("list<").removesuffix(">")])
    return _TYPES[declared]
