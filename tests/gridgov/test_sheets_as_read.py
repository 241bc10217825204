"""A check says as what each sheet was read, also where nothing is wrong; a table that nobody knows is named."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.gridgov.command import Command
from tests.loaders.office import district

ESTATES = [["示例区小区台账"], ["截至2024年9月3日"], ["小区名称", "所属社区"], ["示例雅苑", "和盛里社区"]]


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets: dict[str, list[list[str]]] = {"小区": ESTATES, "收支": [["月份", "金额"], ["一月", "3"]], "空表": []}
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.create_sheet("旧台账").sheet_state = "hidden"
    book["旧台账"].append(["小区名称"])
    book.save(path)
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [*district(tmp_path), workbook(tmp_path / "台账.xlsx")]


def test_each_sheet_is_named_with_what_it_was_read_as(gridgov: Command, files: list[Path]) -> None:
    out = gridgov("check", *files).out
    assert "台账.xlsx › 小区   小区 · 1 行 · 第 3 行是表头" in out
    assert "台账.xlsx › 收支   没有认出" in out
    assert "台账.xlsx › 空表   空的" in out
    assert "台账.xlsx › 旧台账   隐藏的工作表，没有读" in out


def test_programs_are_told_the_same(gridgov: Command, files: list[Path]) -> None:
    report = json.loads(gridgov("check", *files, "--format", "json").out)
    told = {entry["sheet"]: entry for entry in report["sheets"] if entry["file"] == "台账.xlsx"}
    assert {name: entry["state"] for name, entry in told.items()} == {
        "小区": "read",
        "收支": "unrecognised",
        "空表": "empty",
        "旧台账": "hidden",
    }
    assert told["小区"]["tables"] == [{"record": "estate", "rows": 1, "heading_row": 3, "mapped": False}]


def test_a_table_that_nobody_knows_is_a_warning_beside_one_that_was_read(gridgov: Command, files: list[Path]) -> None:
    report = json.loads(gridgov("check", *files, "--format", "json").out)
    found = [(f["sheet"], f["severity"]) for f in report["faults"] if f["code"] == "unrecognised_sheet"]
    assert found == [("收支", "warning")]


def test_a_file_of_which_nothing_was_read_is_an_error(gridgov: Command, tmp_path: Path) -> None:
    alone = tmp_path / "收支.csv"
    alone.write_text("月份,金额\n一月,3\n", encoding="utf-8")
    headings = tmp_path / "新小区（20240903）.csv"
    headings.write_text("小区名称,所属社区\n", encoding="utf-8")
    for file, code in ((alone, "unrecognised_sheet"), (headings, "nothing_read")):
        outcome = gridgov("check", *district(tmp_path / "others"), file, "--format", "json")
        faults = [(f["file"], f["code"], f["severity"]) for f in json.loads(outcome.out)["faults"]]
        assert (outcome.code, faults) == (1, [(file.name, code, "error")])
