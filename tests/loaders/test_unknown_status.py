"""A political status that is not known never goes before one that is, whatever the day of the register."""

from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from tests.loaders.office import codes, district, load_into, write_csv

HEADINGS = ["姓名", "身份证号", "任职机构", "职务", "政治面貌"]
NUMBER = "990206199001010016"


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        ("中共党员", "不详", "member"),
        ("不详", "中共党员", "member"),
        ("群众", "未知", "not_member"),
        ("中共党员", "", "member"),
        ("中共党员", "待核实", "member"),
        ("不详", "不详", "unknown"),
        ("中共党员", "群众", "not_member"),
    ],
)
def test_what_is_known_goes_before_what_is_not(
    older: str, newer: str, kept: str, tmp_path: Path, workspace: Workspace
) -> None:
    rows = [["林木森", NUMBER, "示例花园业委会", "主任"], ["林木森", NUMBER, "示例花园联合党支部", "书记"]]
    first = write_csv(tmp_path / "任职甲（20240103）.csv", [HEADINGS, [*rows[0], older]])
    second = write_csv(tmp_path / "任职乙（20240903）.csv", [HEADINGS, [*rows[1], newer]])
    report = load_into(workspace, [*district(tmp_path), first, second])
    assert codes(report) == []
    assert report.snapshot is not None
    assert report.snapshot.nodes("Person")["party_member"].to_list() == [kept]


def test_of_one_day_too_and_no_conflict_is_told(tmp_path: Path, workspace: Workspace) -> None:
    row = ["林木森", NUMBER, "示例花园业委会", "主任"]
    first = write_csv(tmp_path / "任职甲（20240903）.csv", [HEADINGS, [*row, "不详"]])
    second = write_csv(tmp_path / "任职乙（20240903）.csv", [[*HEADINGS, "备注"], [*row, "中共党员", "后报"]])
    report = load_into(workspace, [*district(tmp_path), first, second])
    assert codes(report) == []
    assert report.snapshot is not None
    assert report.snapshot.nodes("Person")["party_member"].to_list() == ["member"]
