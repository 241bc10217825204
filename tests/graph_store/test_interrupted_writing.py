"""A load that dies at any step leaves the old snapshot or the new one, readable, and the next load succeeds."""

from pathlib import Path

import pytest

from graph_store.errors import NotWritable, StorageFull
from graph_store.workspace.home import Workspace
from tests.graph_store import processes, small_graph

STEPS = """
import os, sys
from pathlib import Path
from tests.graph_store import small_graph
deadly, steps = int(sys.argv[2]), 0
def counted(original):
    def step(*arguments, **options):
        global steps
        steps += 1
        if steps == deadly:
            os._exit(9)
        return original(*arguments, **options)
    return step
for name in ("mkdir", "open", "fsync", "rename", "replace"):
    setattr(os, name, counted(getattr(os, name)))
small_graph.publish(Path(sys.argv[1]), small_graph.crowd(20, 40))
print(steps)
"""

LIMITED = """
import resource, sys
from pathlib import Path
from graph_store.errors import StorageFull
from tests.graph_store import small_graph
limit = int(sys.argv[2])
graph = small_graph.crowd(20000, 40000)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    small_graph.publish(Path(sys.argv[1]), graph)
except StorageFull as error:
    print(error.zh, error.en)
"""


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps a whole load takes that touch the disk."""
    home = tmp_path_factory.mktemp("measured")
    small_graph.publish(home)
    return int(processes.run(STEPS, home, 0)[1])


@pytest.mark.parametrize("moment", range(10))
def test_a_killed_load_leaves_the_old_snapshot_or_the_new_one(tmp_path: Path, steps: int, moment: int) -> None:
    """Ten moments spread over the run: the last five at the very end, where folder, name and pointer change."""
    old = small_graph.publish(tmp_path)
    deadly = 2 + moment * steps // 6 if moment < 5 else steps - (moment - 5)
    assert processes.run(STEPS, tmp_path, deadly)[0] == 9
    workspace = Workspace(tmp_path)
    current = workspace.current()
    assert current is not None
    current.verify()
    assert current.id == old.id or len(current.nodes("Estate")) == 10
    new = small_graph.publish(tmp_path, small_graph.crowd(20, 40))
    assert workspace.current() == new
    assert sorted(path.name for path in workspace.snapshots_folder.iterdir()) == sorted([old.id, new.id])


@pytest.mark.parametrize("limit", [100, 3000, 60000])
def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path, limit: int) -> None:
    pytest.importorskip("resource", reason="Windows has no limit for the size of a file")
    old = small_graph.publish(tmp_path)
    code, out, err = processes.run(LIMITED, tmp_path, limit)
    assert (code, err) == (0, "")
    assert "腾出空间" in out
    assert "--home" in out
    assert Workspace(tmp_path).current() == old
    new = small_graph.publish(tmp_path, small_graph.crowd(20, 40))
    assert sorted(Workspace(tmp_path).ids()) == sorted([old.id, new.id])


def test_a_full_disk_is_not_taken_for_a_missing_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageFull, match="last snapshot is unharmed"):
        small_graph.publish(tmp_path)


def test_a_file_where_the_workspace_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(NotWritable, match="GRIDGOV_HOME"):
        small_graph.publish(tmp_path / "home")


def test_a_folder_without_write_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is played, since nothing is refused to root."""

    def refused(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(NotWritable, match="--home") as raised:
        small_graph.publish(tmp_path / "home")
    assert "权限" in raised.value.zh
