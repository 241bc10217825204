"""What tests of loads share: a workspace of their own."""

from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace in which nothing was published yet."""
    return Workspace(tmp_path / "home")
