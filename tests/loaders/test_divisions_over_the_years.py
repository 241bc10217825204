"""Division codes are reused: the real tables of one district, 2018 to 2023 (open statistics)."""

import csv
from datetime import date
from pathlib import Path

import pytest

from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from loaders.resolution.divisions import DivisionRow, division_uids, renamed_divisions
from tests.loaders.office import snapshot_of, ties, write_csv

HISTORY = list(csv.DictReader((Path(__file__).parent / "divisions_history.csv").open(encoding="utf-8")))


def history(folder: Path) -> Path:
    heading = ["区划代码", "区划名称", "截止日期"]
    return write_csv(folder / "区划.csv", [heading, *([r["code"], r["name"], r["cutoff_date"]] for r in HISTORY)])


@pytest.fixture
def snapshot(tmp_path: Path, workspace: Workspace) -> Snapshot:
    return snapshot_of(workspace, [history(tmp_path)])


def test_a_code_is_the_key_of_its_holder_in_the_newest_table(snapshot: Snapshot) -> None:
    names = dict(snapshot.nodes("Community").select("uid", "name").iter_rows())
    assert names["community:350206003026"] == "禾美社区"
    assert names["community:350206003026@2021-10-31"] == "枋湖南社区"
    assert names["community:350206003027"] == "枋湖南社区"


def test_a_change_of_name_on_the_list_is_the_same_community(snapshot: Snapshot) -> None:
    uids = set(snapshot.nodes("Community")["uid"])
    for code, _, later in renamed_divisions():
        assert not [uid for uid in uids if uid.startswith(f"community:{code}@")]
        names = dict(snapshot.nodes("Community").select("uid", "name").iter_rows())
        assert later in names[f"community:{code}"]


@pytest.mark.parametrize(
    ("day", "written", "community"),
    [
        ("20211231", "350206003026", "community:350206003026@2021-10-31"),
        ("20230901", "350206003026", "community:350206003026"),
        ("20211231", "枋湖南社区", "community:350206003026@2021-10-31"),
        ("20230901", "枋湖南社区", "community:350206003027"),
        ("20230901", "350206003027", "community:350206003027"),
        ("20230901", "马垄社区", "community:350206002009"),
        ("20230901", "马垅", "community:350206002009"),
    ],
)
def test_a_code_and_a_name_are_resolved_with_the_day_of_the_row(
    day: str, written: str, community: str, tmp_path: Path, workspace: Workspace
) -> None:
    estates = write_csv(tmp_path / f"小区（{day}）.csv", [["小区名称", "所属社区"], ["示例花园", written]])
    snapshot = snapshot_of(workspace, [history(tmp_path), estates])
    assert {end for _, end in ties(snapshot, "LOCATED_IN")} == {community}


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [DivisionRow(r["code"], r["name"], None, date.fromisoformat(r["cutoff_date"])) for r in HISTORY]
    there = dict(zip(rows, division_uids(rows), strict=True))
    back = dict(zip(rows[::-1], division_uids(rows[::-1]), strict=True))
    assert there == back
