"""Stores of small districts of chance, each built once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph_store.opening import open_store
from graph_store.protocol import Store
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace
from queries.catalogue_reading import read_catalogue
from queries.running import run
from queries.tables import Table
from tests.queries.naive_graph import NaiveGraph
from tests.queries.random_district import DAY, random_district

SEEDS = (1, 2, 3, 4)


@dataclass(frozen=True)
class District:
    """One district, in the embedded engine and as plain Python sees it."""

    store: Store
    naive: NaiveGraph

    def ask(self, name: str, **parameters: object) -> Table:
        return run(self.store, read_catalogue().find(name), parameters, DAY)

    def records(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        return self.ask(name, **parameters).records()


@pytest.fixture(scope="session")
def build_district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[GraphTables], District]]:
    """A function that puts tables into an engine; the engines close when all tests are done."""
    stores: list[Store] = []

    def build(tables: GraphTables) -> District:
        workspace = Workspace(Path(tmp_path_factory.mktemp("home")))
        snapshot = write_snapshot(workspace, tables, as_of=DAY, key_fingerprint="0" * 16)
        stores.append(open_store(snapshot, workspace))
        return District(stores[-1], NaiveGraph(tables, DAY))

    yield build
    for store in stores:
        store.close()


@pytest.fixture(scope="session", params=SEEDS)
def district(request: pytest.FixtureRequest, build_district: Callable[[GraphTables], District]) -> District:
    """A district of chance."""
    return build_district(random_district(request.param))


@pytest.fixture(scope="session")
def empty_district(build_district: Callable[[GraphTables], District]) -> District:
    """A district of which nothing was loaded."""
    return build_district(GraphTables())
