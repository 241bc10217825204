"""What a workspace remembers of its pushes: each server and database apart, and nothing where the file is spoilt."""

from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from graph_store.workspace.pushed_servers import last_push, remember_push

ADDRESS = "bolt://127.0.0.1:7687/区"


def test_each_address_is_remembered_apart(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "工作 区")
    assert last_push(workspace, ADDRESS) == ()
    remember_push(workspace, ADDRESS, ("FB:1", "FB:2"))
    remember_push(workspace, "bolt://127.0.0.1:7687", ("FB:3",))
    remember_push(workspace, ADDRESS, ("FB:4",))
    assert last_push(workspace, ADDRESS) == ("FB:4",)
    assert last_push(workspace, "bolt://127.0.0.1:7687") == ("FB:3",)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"bolt://127.0.0.1:7687/\xe5\x8c\xba": 5}'])
def test_a_spoilt_file_means_that_nothing_is_remembered(tmp_path: Path, content: bytes) -> None:
    workspace = Workspace(tmp_path)
    (tmp_path / "pushes.json").write_bytes(content)
    assert last_push(workspace, ADDRESS) == ()
    remember_push(workspace, ADDRESS, ("FB:1",))
    assert last_push(workspace, ADDRESS) == ("FB:1",)
