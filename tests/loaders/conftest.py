"""What tests of loads share: a workspace of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace in which nothing was published yet."""
    return Workspace(tmp_path / "home")


@pytest.fixture(scope="package", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """What a load means is asked here a thousand times; that it survives a crash is proved in tests/loading."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _descriptor: None)
        yield
