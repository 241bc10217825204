"""Longer proofs, run by `make soak`."""

import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from graph_store.opening import open_store
from graph_store.workspace.home import Workspace
from tests.graph_store import processes, small_graph

BUILD = """
import sys
from pathlib import Path
from graph_store.workspace.home import Workspace
from graph_store.opening import open_store
workspace = Workspace(Path(sys.argv[1]))
open_store(workspace.current(), workspace).close()
"""

PUBLISH = """
import sys
from pathlib import Path
from tests.graph_store import small_graph
graph = small_graph.crowd(20000, 60000)
print("made", flush=True)
small_graph.publish(Path(sys.argv[1]), graph)
"""


def killed_at(code: str, home: Path, moment: float) -> None:
    """Start a process and kill it a while after it began its work; that it ended before is one of the moments."""
    process = processes.start(code, home)
    if code == PUBLISH:
        assert process.stdout is not None
        process.stdout.readline()
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()


@pytest.mark.soak
def test_a_build_killed_at_20_moments_never_answers_with_half_the_rows(tmp_path: Path) -> None:
    small_graph.publish(tmp_path, small_graph.crowd(20000, 60000))
    workspace = Workspace(tmp_path)
    snapshot = workspace.current()
    assert snapshot is not None
    begun = time.monotonic()
    assert processes.run(BUILD, tmp_path)[0] == 0
    whole = time.monotonic() - begun
    for number in range(20):
        shutil.rmtree(workspace.engines_folder)
        killed_at(BUILD, tmp_path, whole * (number + 0.5) / 20)
        with open_store(snapshot, workspace) as store:
            assert store.run("MATCH (n) WHERE n.uid <> '' RETURN count(n) AS n").rows == [(20000,)]
            assert store.run("MATCH ()-[r:COVERS]->() WHERE r.uid <> '' RETURN count(r) AS n").rows == [(60000,)]


@pytest.mark.soak
def test_a_publication_killed_at_100_moments_leaves_the_old_snapshot_or_the_new_one(tmp_path: Path) -> None:
    old = small_graph.publish(tmp_path)
    workspace = Workspace(tmp_path)
    begun = time.monotonic()
    small_graph.publish(tmp_path / "measured", small_graph.crowd(20000, 60000))
    whole = time.monotonic() - begun
    chance = random.Random(1)
    for _ in range(100):
        killed_at(PUBLISH, tmp_path, whole * chance.random())
        current = workspace.current()
        assert current is not None
        current.verify()
        assert current.id == old.id or len(current.nodes("Estate")) == 10000
        workspace.use(old.id)
        for snapshot in workspace.snapshots():
            if snapshot.id != old.id:
                shutil.rmtree(snapshot.path)
    assert len(small_graph.publish(tmp_path, small_graph.crowd(20000, 60000)).nodes("Estate")) == 10000
    assert [path for path in workspace.snapshots_folder.iterdir() if path.name.startswith(".")] == []
