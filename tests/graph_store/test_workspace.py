"""The workspace: which one is meant, its pointer, its snapshots, its key."""

import os
from pathlib import Path

import pytest

from graph_store.errors import KeyUnusable, SnapshotCorrupt, SnapshotMissing
from graph_store.workspace.home import Workspace
from tests.graph_store import small_graph


def test_which_workspace_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GRIDGOV_HOME", raising=False)
    assert Workspace.find().home == tmp_path / ".gridgov"
    monkeypatch.setenv("GRIDGOV_HOME", str(tmp_path / "elsewhere"))
    assert Workspace.find().home == tmp_path / "elsewhere"
    assert Workspace.find(Path("given")).home == tmp_path / "given"


def test_asking_an_empty_workspace_makes_no_folder(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "home")
    assert (workspace.current(), workspace.snapshots()) == (None, ())
    assert not workspace.home.exists()


@pytest.mark.parametrize("content", [b"", b"2024-01-01-abc\n", b"../../etc\n", b"\xff\xfe"])
def test_a_pointer_to_nothing_is_told(tmp_path: Path, content: bytes) -> None:
    small_graph.publish(tmp_path)
    (tmp_path / "CURRENT").write_bytes(content)
    with pytest.raises(SnapshotCorrupt, match="gridgov snapshots use"):
        Workspace(tmp_path).current()


def test_use_repairs_the_pointer_and_takes_a_part_of_the_id(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    small_graph.publish(tmp_path, small_graph.crowd(4, 4))
    (tmp_path / "CURRENT").write_bytes(b"nothing")
    Workspace(tmp_path).use(first.id[-6:])
    assert Workspace(tmp_path).current() == first


@pytest.mark.parametrize("name", ["2031", "2024-09-03", "", ".tmp-x"])
def test_a_name_of_no_or_of_several_snapshots_is_refused(tmp_path: Path, name: str) -> None:
    small_graph.publish(tmp_path)
    small_graph.publish(tmp_path, small_graph.crowd(4, 4))
    (tmp_path / "snapshots" / ".tmp-x").mkdir()
    with pytest.raises(SnapshotMissing):
        Workspace(tmp_path).snapshot(name)


def test_a_damaged_snapshot_does_not_hide_the_others(tmp_path: Path) -> None:
    first = small_graph.publish(tmp_path)
    second = small_graph.publish(tmp_path, small_graph.crowd(4, 4))
    (first.path / "manifest.json").unlink()
    assert Workspace(tmp_path).snapshots() == (second,)


def test_prune_keeps_the_last_and_the_current(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    all_of_them = [small_graph.publish(tmp_path, small_graph.crowd(size, 2)) for size in (2, 4, 6, 8)]
    workspace.use(all_of_them[0].id)
    for snapshot in all_of_them:
        (workspace.engines_folder / snapshot.manifest.content_hash).mkdir()
    removed = workspace.prune(1)
    assert removed == (all_of_them[1].id, all_of_them[2].id)
    assert workspace.snapshots() == (all_of_them[0], all_of_them[3])
    engines = {path.name for path in workspace.engines_folder.iterdir() if path.is_dir()}
    assert engines == {all_of_them[0].manifest.content_hash, all_of_them[3].manifest.content_hash}


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRIDGOV_KEY_FILE", raising=False)
    key = Workspace(tmp_path).person_key()
    assert Workspace(tmp_path).person_key() == key
    assert len(key.fingerprint) == 16
    assert key.secret.hex() not in repr(key)
    assert key.secret.decode() not in repr(key)
    if os.name == "posix":
        assert (tmp_path / "person.key").stat().st_mode & 0o777 == 0o600
    other = Workspace(tmp_path / "other").person_key()
    assert other.fingerprint != key.fingerprint


def test_a_key_that_was_chosen_is_used_and_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("given", "named"):
        (tmp_path / name).write_bytes(name.encode() * 8 + b"\n")
    monkeypatch.setenv("GRIDGOV_KEY_FILE", str(tmp_path / "named"))
    assert Workspace(tmp_path / "home").person_key().secret == b"named" * 8
    assert Workspace(tmp_path / "home").person_key(tmp_path / "given").secret == b"given" * 8
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("content", [None, b"", b"too short\n"])
def test_a_key_that_cannot_serve_is_told_and_not_replaced(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KeyUnusable, match="key"):
        Workspace(tmp_path / "home").person_key(path)
    assert path.exists() == (content is not None)
