"""Each fault knows its file by more than its name: two offices send files that are called the same."""

import ast
from datetime import date
from pathlib import Path

import loaders
from graph_store.workspace.home import Workspace
from tests.loaders.office import UNITS, district, snapshot_of, write_csv

ROOM = Path(loaders.__file__).parent


def test_every_fault_that_is_made_is_given_its_source() -> None:
    """A fault without one would be shown at every file of its name."""
    calls = (
        (file, node)
        for file in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"
    )
    lacking = [f"{file.name}:{call.lineno}" for file, call in calls if "source" not in {k.arg for k in call.keywords}]
    assert lacking == []


def test_where_files_lie_changes_no_content_hash(tmp_path: Path) -> None:
    hashes, key = set(), tmp_path / "person.key"
    key.write_bytes(b"a secret of the test alone")
    for folder in ("甲", "乙/丙"):
        files = district(tmp_path / folder)
        files += [
            write_csv(tmp_path / folder / f"{n}街道" / "单位.csv", [*UNITS, (f"示例单位{n}", "企业")]) for n in (1, 2)
        ]
        home = Workspace(tmp_path / folder / "home")
        snapshot = snapshot_of(home, files, as_of=date(2024, 9, 3), key=key)
        hashes.add(snapshot.manifest.content_hash)
        assert [s["name"] for s in snapshot.manifest.sources].count("单位.csv") == 2
    assert len(hashes) == 1
