"""The embedded engine: the suite, then its quirks one by one, so that an upgrade of the engine tells."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph_store.embedded.engine import ENGINE, OpenEngine
from graph_store.embedded.folder import SIGNATURE, EngineFolder
from graph_store.errors import QueryFailed, StoreUnavailable
from graph_store.opening import open_store
from graph_store.protocol import Node, Store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from tests.graph_store import processes, small_graph
from tests.graph_store.suite import StoreSuite

ASK_AND_FORGET_TO_CLOSE = """
import sys
from pathlib import Path
from graph_store.workspace.home import Workspace
from graph_store.opening import open_store
workspace = Workspace(Path(sys.argv[1]))
store = open_store(workspace.current(), workspace)
print(store.run("MATCH (n:Estate) RETURN count(n) AS n").rows[0][0])
store.run("CREATE (n:Neu)", write=True)
"""

BUILD_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from graph_store.errors import StorageFull
from graph_store.workspace.home import Workspace
from graph_store.opening import open_store
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
workspace = Workspace(Path(sys.argv[1]))
try:
    open_store(workspace.current(), workspace)
except StorageFull as error:
    print(error.zh, error.en)
"""

ASK = """
import sys
from pathlib import Path
from graph_store.workspace.home import Workspace
from graph_store.opening import open_store
workspace = Workspace(Path(sys.argv[1]))
with open_store(workspace.current(), workspace) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    print(store.run("MATCH (n:Estate) RETURN count(n) AS n").rows[0][0], flush=True)
    sys.stdin.readline()
"""

BUILD_AND_DIE = """
import os, sys
from pathlib import Path
from graph_store.workspace.home import Workspace
from graph_store.opening import open_store
import graph_store.embedded.building as building, graph_store.embedded.folder as engine_folder
step = sys.argv[2]
owner = building.Filling if hasattr(building.Filling, step) else engine_folder
original = getattr(owner, step)
def dying(*arguments, **options):
    original(*arguments, **options)
    os._exit(9)
setattr(owner, step, dying)
workspace = Workspace(Path(sys.argv[1]))
open_store(workspace.current(), workspace)
"""


class TestEmbedded(StoreSuite):
    @pytest.fixture
    def store(self, embedded: Store) -> Store:
        return embedded

    @pytest.fixture
    def another_store(self, snapshot: Snapshot, shared_home: Path, embedded: Store) -> Store:
        return open_store(snapshot, Workspace(shared_home))

    @pytest.fixture
    def interval_store(self, embedded_intervals: Store) -> Store:
        return embedded_intervals

    @pytest.fixture
    def rows_behind(self, folder: Path, embedded: Store) -> Callable[[], int]:
        def count() -> int:
            with OpenEngine(folder) as engine:
                return engine.count("MATCH (n) WHERE n.uid <> '' AND n.name <> 'x' RETURN count(n) AS n")

        return count


@pytest.fixture
def folder(snapshot: Snapshot, shared_home: Path) -> Path:
    return Workspace(shared_home).engines_folder / snapshot.manifest.content_hash


@pytest.fixture
def home(shared_home: Path, tmp_path: Path, embedded: Store) -> Path:
    """A workspace of the test's own, with its engine built; a copy is quicker than another build."""
    return Path(shutil.copytree(shared_home, tmp_path / "home", ignore=shutil.ignore_patterns("*.lock", "tmp")))


def count_estates(home: Path) -> int:
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    with open_store(snapshot, workspace) as store:
        ((number,),) = store.run("MATCH (n:Estate) RETURN count(n) AS n").rows
    assert isinstance(number, int)
    return number


def engine_of(home: Path) -> EngineFolder:
    snapshot = Workspace(home).current()
    assert snapshot is not None
    return EngineFolder(Workspace(home), snapshot.manifest.content_hash, ENGINE)


def test_nothing_is_printed_and_no_log_folder_appears(home: Path, tmp_path: Path) -> None:
    shutil.rmtree(home / "engines")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert processes.run(ASK_AND_FORGET_TO_CLOSE, home, folder=elsewhere) == (0, "2\n", "")
    assert list(elsewhere.iterdir()) == []


def test_two_processes_ask_at_once(home: Path) -> None:
    askers = [processes.start(ASK, home) for _ in range(2)]
    for asker in askers:  # both have the engine open before either asks
        assert asker.stdout is not None
        assert asker.stdout.readline() == "ready\n"
    assert [asker.communicate("\n\n", timeout=120)[0] for asker in askers] == ["2\n", "2\n"]


def test_two_processes_build_at_once(home: Path) -> None:
    shutil.rmtree(home / "engines")
    askers = [processes.start(ASK, home) for _ in range(2)]
    assert [asker.communicate("\n\n", timeout=120) for asker in askers] == [("ready\n2\n", "")] * 2
    assert engine_of(home).is_ready()


@pytest.mark.parametrize("step", ["add_nodes", "add_relationships", "_sync_files"])
def test_a_build_that_is_killed_leaves_nothing_that_is_taken_for_an_engine(home: Path, step: str) -> None:
    shutil.rmtree(home / "engines")
    code, _, err = processes.run(BUILD_AND_DIE, home, step)
    assert code == 9, err
    assert not engine_of(home).is_ready()
    assert [path.name[:5] for path in (home / "engines").iterdir() if path.is_dir()] == [".tmp-"]
    assert count_estates(home) == 2
    assert [path for path in (home / "engines").iterdir() if path.name.startswith(".tmp-")] == []


def test_a_disk_that_is_full_while_an_engine_is_built_is_told(home: Path) -> None:
    pytest.importorskip("resource", reason="Windows has no limit for the size of a file")
    shutil.rmtree(home / "engines")
    code, out, err = processes.run(BUILD_ON_A_FULL_DISK, home)
    assert (code, err) == (0, "")
    assert "腾出空间" in out
    assert "free some room" in out
    assert count_estates(home) == 2


def _shorten(folder: Path) -> None:
    largest = max(folder.glob("Estate_0.*.bucket"), key=lambda path: path.stat().st_size)
    os.truncate(largest, 0)


def _unsign(folder: Path) -> None:
    (folder / SIGNATURE).unlink()


def _other_version(folder: Path) -> None:
    text = (folder / SIGNATURE).read_text(encoding="utf-8")
    (folder / SIGNATURE).write_text(text.replace(ENGINE, "arcadedb-embedded 1.0"), encoding="utf-8")


@pytest.mark.parametrize("damage", [_shorten, _unsign, _other_version])
def test_a_folder_that_is_not_what_was_signed_is_rebuilt(home: Path, damage: Callable[[Path], None]) -> None:
    damage(engine_of(home).path)
    assert not engine_of(home).is_ready()
    assert count_estates(home) == 2
    assert engine_of(home).is_ready()


def test_a_shortened_file_is_opened_by_the_engine_without_a_word(home: Path) -> None:
    """Why the lengths are signed: the engine answers, and is wrong."""
    _shorten(engine_of(home).path)
    with OpenEngine(engine_of(home).path) as engine:
        assert engine.ask("MATCH (n:Estate) WHERE n.uid <> '' RETURN n.uid AS uid", {}) == []


def test_an_engine_that_was_not_closed_is_refused_and_then_rebuilt(home: Path) -> None:
    folder = engine_of(home).path
    (folder / "database.lck").touch()
    with pytest.raises(StoreUnavailable, match="recovery"):
        OpenEngine(folder)
    assert count_estates(home) == 2


def test_what_is_written_is_gone_when_the_store_is_closed(home: Path) -> None:
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    with open_store(snapshot, workspace) as store:
        created = store.run(
            "CREATE (n:Estate:Neu {uid: 'estate:new', opened: date('2024-01-31')}) RETURN n", write=True
        )
        assert created.scratch
        ((node,),) = created.rows
        assert isinstance(node, Node)
        assert node.properties == {"uid": "estate:new", "opened": date(2024, 1, 31)}
        assert store.run("MATCH (n:Estate) RETURN count(n) AS n", write=True).rows == [(3,)]
        unwritten = store.run("MATCH (n:Estate) RETURN count(n) AS n")
        assert (unwritten.rows, unwritten.scratch) == ([(2,)], False)
    assert list(workspace.temporary_folder.glob("scratch-*")) == []
    assert count_estates(home) == 2


def test_a_scratch_copy_that_a_killed_process_left_is_removed_by_the_next(home: Path) -> None:
    left = Workspace(home).temporary_folder / "scratch-left"
    left.mkdir(parents=True)
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    with open_store(snapshot, workspace) as store:
        store.run("CREATE (n:Neu {uid: 'neu:1'})", write=True)
        assert not left.exists()


def test_a_uid_is_unique_across_all_labels_below_a_super_label(home: Path) -> None:
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    with open_store(snapshot, workspace) as store, pytest.raises(QueryFailed, match="Duplicated"):
        store.run("CREATE (n:Authority {uid: 'party_branch:990206003002/西'})", write=True)


@pytest.mark.parametrize("label", ["PartyBranch", "Organisation", "Estate"])
@pytest.mark.parametrize("key", ["uid", "name", "code"])
def test_what_questions_begin_with_is_indexed(embedded: Store, label: str, key: str) -> None:
    ((_, plan),) = embedded.run(
        f"EXPLAIN MATCH (n:{label} {{{key}: $value}}) RETURN n.name AS name", {"value": "x"}
    ).rows
    assert "NodeIndexSeek" in str(plan)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:9/x"])
def test_no_statement_reads_files_or_addresses(embedded: Store, address: str) -> None:
    with pytest.raises(QueryFailed, match="LOAD CSV"):
        embedded.run(f"LOAD CSV FROM '{address}' AS line RETURN line")


def test_one_process_opens_the_same_content_as_often_as_it_likes(home: Path) -> None:
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    first, second = open_store(snapshot, workspace), open_store(snapshot, workspace)
    first.close()
    first.close()
    assert second.run("RETURN 1 AS n").rows == [(1,)]
    second.close()
    assert count_estates(home) == 2


def test_rows_that_do_not_reach_the_engine_are_noticed(home: Path) -> None:
    """The counts are compared with the manifest's: here the manifest says one more."""
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    shutil.rmtree(workspace.engines_folder)
    counts = snapshot.manifest.counts
    more = counts.model_copy(update={"nodes": {**counts.nodes, "Estate": 3}})
    lying = Snapshot(snapshot.path, snapshot.manifest.model_copy(update={"counts": more}))
    with pytest.raises(StoreUnavailable, match="Estate should be 3 and is 2"):
        open_store(lying, workspace)
    assert not engine_of(home).is_ready()


def test_other_content_gets_an_engine_of_its_own(home: Path) -> None:
    small_graph.publish(home, small_graph.crowd(10, 10))
    assert count_estates(home) == 5
    assert len([path for path in (home / "engines").iterdir() if path.is_dir()]) == 2
