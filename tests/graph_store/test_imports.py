"""What is not needed is not loaded: `gridgov --help` must answer at once, and few verbs need Java."""

from pathlib import Path

from tests.graph_store import processes, small_graph

BARE = "import sys, graph_store; print(sorted({'polars', 'jpype', 'pydantic', 'networkx'} & set(sys.modules)))"

LOOK = """
import sys
from pathlib import Path
from graph_store.workspace.home import Workspace
from graph_store.snapshot.differences import diff
from graph_store.forms.as_networkx import to_networkx
workspace = Workspace(Path(sys.argv[1]))
snapshot = workspace.current()
diff(snapshot, snapshot), to_networkx(snapshot)
print("jpype" in sys.modules)
"""


def test_the_room_itself_loads_nothing_heavy() -> None:
    assert processes.run(BARE) == (0, "[]\n", "")


def test_looking_at_snapshots_starts_no_java(tmp_path: Path) -> None:
    small_graph.publish(tmp_path)
    assert processes.run(LOOK, tmp_path) == (0, "False\n", "")
