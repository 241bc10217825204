"""A full disk and a folder without write permission: a clear error, and the last snapshot stays."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.loading import command_line, narrow_disk
from tests.loading.invented_district import InventedDistrict, write_district

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and permissions are POSIX's")


@pytest.fixture
def district(tmp_path: Path) -> InventedDistrict:
    return write_district(tmp_path / "second", estates=60)


def with_snapshot(home: Path) -> str:
    first = write_district(home.parent / "first", prefix="880102", estates=4, communities=2)
    report = load(first.files, Workspace(home), LoadOptions(mapping=first.mapping))
    assert report.snapshot is not None
    return report.snapshot.id


@pytest.mark.parametrize("limit", [200, 2000, 5000])
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path, district: InventedDistrict, limit: int) -> None:
    home = tmp_path / "home"
    old = with_snapshot(home)
    command = [*district.load, "--lang", "en"]
    outcome = command_line.finish(command_line.start(home, *command, before=narrow_disk.file_limit(limit)))
    assert (outcome.code, outcome.out) == (3, "")
    assert "No room to write" in outcome.err
    assert "the last snapshot is unharmed" in outcome.err
    assert "Traceback" not in outcome.err
    assert Workspace(home).current_id() == old
    assert command_line.gridgov(home, *command).code == 0


@pytest.mark.parametrize("closed", [".", "snapshots"])
def test_a_folder_without_write_permission_is_told(tmp_path: Path, district: InventedDistrict, closed: str) -> None:
    home = tmp_path / "home"
    old = with_snapshot(home)
    (home / closed).chmod(0o555)
    command = [*district.load, "--lang", "en"]
    try:
        outcome = command_line.finish(command_line.start(home, *command, before=narrow_disk.like_anybody))
    finally:
        (home / closed).chmod(0o755)
    assert (outcome.code, outcome.out) == (3, "")
    assert "Cannot write to" in outcome.err
    assert "--home" in outcome.err
    assert "Traceback" not in outcome.err
    assert Workspace(home).current_id() == old


def test_a_workspace_that_cannot_be_made_is_told(tmp_path: Path, district: InventedDistrict) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    command = [*district.load, "--home", str(closed / "home")]
    outcome = command_line.finish(command_line.start(tmp_path / "home", *command, before=narrow_disk.like_anybody))
    assert (outcome.code, outcome.out) == (3, "")
    assert "权限" in outcome.err


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.soak
def test_a_small_disk_takes_what_it_can_and_keeps_it(small_disk: Path, tmp_path: Path) -> None:
    home = small_disk / "home"
    first = write_district(tmp_path / "first", prefix="880102", estates=4, communities=2)
    assert command_line.gridgov(home, *first.load).code == 0
    old = Workspace(home).current()
    assert old is not None
    large = write_district(tmp_path / "large", estates=3000, communities=300)
    outcome = command_line.gridgov(home, *large.load)
    assert (outcome.code, "磁盘空间不足" in outcome.err) == (3, True)
    current = Workspace(home).current()
    assert current == old
    current.verify()
    again = write_district(tmp_path / "again", prefix="880103", estates=4, communities=2)
    assert command_line.gridgov(home, *again.load).code == 0
