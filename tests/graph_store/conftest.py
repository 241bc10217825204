"""Snapshots and engines that many tests ask; made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.opening import open_store
from graph_store.protocol import Store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from tests.graph_store import small_graph


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the small graph; a blank and Chinese in its path, as on an office's machine."""
    home = tmp_path_factory.mktemp("工作 区") / ".gridgov"
    small_graph.publish(home)
    return home


@pytest.fixture(scope="session")
def snapshot(shared_home: Path) -> Snapshot:
    current = Workspace(shared_home).current()
    assert current is not None
    return current


@pytest.fixture(scope="session")
def embedded(shared_home: Path, snapshot: Snapshot) -> Iterator[Store]:
    with open_store(snapshot, Workspace(shared_home)) as store:
        yield store


@pytest.fixture(scope="session")
def embedded_intervals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("intervals")
    with open_store(small_graph.publish(home, small_graph.intervals(2000)), Workspace(home)) as store:
        yield store
