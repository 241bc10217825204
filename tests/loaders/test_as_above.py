"""同上 in a column that is not private means the cell of the row above, where that row stands directly above."""

from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from tests.loaders.office import checked, codes, district, load_into, places, write_csv


@pytest.mark.parametrize("ditto", ["同上", "〃", "″", '"', " 同上 "])
def test_it_is_the_cell_above_and_no_organisation_is_called_so(
    ditto: str, tmp_path: Path, workspace: Workspace
) -> None:
    rows = [
        ["姓名", "任职机构", "职务", "派出单位"],
        ["林木森", "示例花园业委会", "主任", "示例小学"],
        ["水淼淼", ditto, "副主任", ditto],
        ["石磊磊", ditto, "委员", ditto],
    ]
    report = load_into(workspace, [*district(tmp_path), write_csv(tmp_path / "任职（20240903）.csv", rows)])
    assert codes(report) == []
    assert report.snapshot is not None
    records = report.snapshot.records("tenure")
    assert set(records["organisation"]) == {"示例花园业委会"}
    assert set(records["delegated_by"]) == {"示例小学"}
    assert report.snapshot.relationships("HOLDS").height == 3


def test_with_nothing_directly_above_it_is_asked_about(tmp_path: Path) -> None:
    rows = [
        ["姓名", "任职机构", "职务"],
        ["林木森", "同上", "主任"],
        ["水淼淼", "示例花园业委会", "副主任"],
        ["", "", ""],
        ["石磊磊", "同上", "委员"],
    ]
    report = checked([*district(tmp_path), write_csv(tmp_path / "任职（20240903）.csv", rows)])
    assert places(report) == [("nothing_above", 2, "B"), ("nothing_above", 5, "B")]
