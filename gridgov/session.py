"""A snapshot, or a server that holds one, in a notebook: ask it, take it as a table or graph, draw it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from graph_store.opening import open_store
from graph_store.protocol import Store
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.store_tables import StoreTables
from graph_store.workspace.home import Workspace
from gridgov.asking import open_any_store, open_graph
from gridgov.notebook_columns import notebook_columns
from gridgov.servers import snapshot_needed
from gridgov.settings import STORE_VARIABLE, Settings
from gridgov.synthetic import is_synthetic
from gridgov.words import Words
from queries.catalogue_reading import read_catalogue
from queries.running import run

if TYPE_CHECKING:
    import networkx as nx

    from visualisations import Page

_THIS = Words("这一步", "this")
_TYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int": pl.Int64(),
    "float": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
}


@dataclass(frozen=True)
class Session:
    """One snapshot, or a server that holds one, as an analyst works with it.

    Args:
        local: the snapshot; None: a server is asked.
        workspace: where it is kept; the engine's files are there, too.
        store: address of the server.
    """

    local: Snapshot | None
    workspace: Workspace
    store: str | None = None

    def __repr__(self) -> str:
        """Return in a line which snapshot it is and where it is kept."""
        if self.local is None:
            return f"<gridgov at {self.store}>"
        manifest = self.snapshot.manifest
        return f"<gridgov {manifest.snapshot}, as of {manifest.as_of}, in {self.workspace.home}>"

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot.

        Raises:
            UsageError: a server is asked, which keeps no workbooks' rows.
        """
        if self.local is None:
            raise snapshot_needed(_THIS)
        return self.local

    def query(self, name: str, **parameters: object) -> pl.DataFrame:
        """Return the rows that answer a question of the catalogue.

        Args:
            name: id of the question; its last part alone while that is unique.
            parameters: values by name; dates as `datetime.date`. What is left out takes its default.

        Returns:
            One column for each that the question declares, with its type.
        """
        question = read_catalogue().find(name)
        with self._graph() as (tables, store):
            answer = run(store, question, parameters, tables.manifest.as_of)
        schema = {column.name: _dtype(column.type) for column in answer.columns}
        return pl.DataFrame(answer.rows, schema=schema, orient="row")

    def cypher(self, text: str, **parameters: object) -> pl.DataFrame:
        """Return the rows of a Cypher statement that only reads.

        Args:
            text: one statement.
            parameters: values by name; dates as `datetime.date`.

        Returns:
            One column for each that the statement returns; a node or relationship is a structure of its parts. A column
            that mixes kinds of values holds texts.
        """
        with self._any_store() as store:
            result = store.run(text, parameters)
        return notebook_columns(result.columns, result.rows)

    def graph(self, as_of: date | None = None) -> "nx.MultiDiGraph[str]":
        """Return the whole graph for NetworkX; with a day, only the ties that may have held on it."""
        from graph_store.forms.as_networkx import to_networkx

        return to_networkx(self.snapshot, as_of)

    def board(self, language: str = "zh") -> "Page":
        """Return the partition board; a notebook shows it, and `.write("map.html")` writes it to a file."""
        from visualisations import board

        return board(self.snapshot, language=language, synthetic=is_synthetic(self.snapshot))

    @contextmanager
    def _graph(self) -> Iterator[tuple[Snapshot | StoreTables, Store]]:
        if self.local is None:
            with open_graph(self._settings()) as opened:
                yield opened
        else:
            with open_store(self.local, self.workspace) as store:
                yield self.local, store

    @contextmanager
    def _any_store(self) -> Iterator[Store]:
        if self.local is None:
            with open_any_store(self._settings()) as store:
                yield store
        else:
            with self._graph() as (_, store):
                yield store

    def _settings(self) -> Settings:
        return Settings("zh", self.workspace.home, store=self.store)


def open_session(home: str | Path | None = None, store: str | None = None) -> Session:
    """Open the current snapshot of a workspace, or a server; see `gridgov.open`."""
    server = store or os.environ.get(STORE_VARIABLE) or None
    settings = Settings("zh", Path(home) if home is not None else None, store=server)
    if settings.store is not None:
        with open_graph(settings):  # so that a server that cannot be asked is told of at once
            return Session(None, settings.workspace(), settings.store)
    return Session(settings.snapshot(), settings.workspace())


def _dtype(declared: str) -> pl.DataType:
    if declared.startswith("list<"):
        return pl.List(_TYPES[declared.removeprefix("list<").removesuffix(">")])
    return _TYPES[declared]
