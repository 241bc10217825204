"""Two writers: the second waits, or is told who holds the lock; they never interleave."""

from pathlib import Path

import pytest

from graph_store.errors import WorkspaceLocked
from graph_store.workspace.home import Workspace
from tests.graph_store import processes, small_graph

HOLD = """
import sys
from pathlib import Path
from graph_store.workspace.home import Workspace
with Workspace(Path(sys.argv[1])).lock():
    print("held", flush=True)
    sys.stdin.readline()
"""

WRITE = """
import sys
from pathlib import Path
from tests.graph_store import small_graph
print("ready", flush=True)
print(small_graph.publish(Path(sys.argv[1]), small_graph.crowd(int(sys.argv[2]), 5)).id)
"""


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    holder = processes.start(HOLD, tmp_path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(WorkspaceLocked, match=f"process {holder.pid} on .+, since 20") as raised, lock(tmp_path):
        pass
    assert str(holder.pid) in raised.value.zh
    holder.communicate("\n", timeout=60)
    with lock(tmp_path):
        assert Workspace(tmp_path).current() is None


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    holder = processes.start(HOLD, tmp_path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    writer = processes.start(WRITE, tmp_path, 6)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    assert Workspace(tmp_path).ids() == ()
    holder.communicate("\n", timeout=60)
    out, err = writer.communicate(timeout=60)
    assert (out.strip(), err) == (Workspace(tmp_path).current_id(), "")


def test_a_lock_whose_holder_was_killed_is_free(tmp_path: Path) -> None:
    holder = processes.start(HOLD, tmp_path)
    assert holder.stdout is not None
    holder.stdout.readline()
    holder.kill()
    holder.communicate(timeout=60)
    small_graph.publish(tmp_path)


def test_two_loads_at_once_are_two_whole_snapshots(tmp_path: Path) -> None:
    writers = [processes.start(WRITE, tmp_path, size) for size in (6, 8)]
    ids = sorted(writer.communicate(timeout=60)[0].split()[-1] for writer in writers)
    workspace = Workspace(tmp_path)
    assert sorted(snapshot.id for snapshot in workspace.snapshots()) == ids
    for snapshot in workspace.snapshots():
        snapshot.verify()
    assert [snapshot.manifest.sequence for snapshot in workspace.snapshots()] == [1, 2]


def test_who_holds_the_lock_may_take_it_again(tmp_path: Path) -> None:
    with lock(tmp_path), lock(tmp_path):
        small_graph.publish(tmp_path)
    with lock(tmp_path):
        pass


def lock(home: Path):  # type: ignore[no-untyped-def] # the context manager's type says nothing here
    return Workspace(home).lock(wait=0.1)
