"""Two offices' files of one name are two files: each gets its own marks, and nobody gets the other's rows.

Written from outside, through the command line, as an office meets it.
"""

import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.silence.cases_as_data import DISTRICT
from tests.silence.command_line import gridgov

SHEETS = {
    "甲街道": [["小区名称", "所属社区", "户数"], ["甲花园", "和盛里社区", "约八百"], ["甲新村", "和盛里社区", 320]],
    "乙街道": [["小区名称", "所属社区", "户数"], ["乙花园", "望海社区", 860], ["乙新村", "望海社区", "约九百"]],
}
"""Each office has one bad cell: the first in C2, the second in C3."""


@pytest.fixture
def offices(tmp_path: Path) -> list[str]:
    (tmp_path / "区划_20240101.csv").write_text(DISTRICT, encoding="utf-8")
    for office, rows in SHEETS.items():
        book = openpyxl.Workbook()
        book.active.title = "小区"
        for row in rows:
            book.active.append(row)
        (tmp_path / office).mkdir()
        book.save(tmp_path / office / "小区台账.xlsx")
    return ["区划_20240101.csv", *(f"{office}/小区台账.xlsx" for office in SHEETS)]


def _returned(folder: Path) -> dict[str, openpyxl.Workbook]:
    """Return the marked workbooks by the estate in their first row of data."""
    books = [openpyxl.load_workbook(path) for path in sorted(folder.rglob("*.xlsx"))]
    return {book["小区"]["A2"].value: book for book in books}


def test_each_office_gets_its_own_marks(offices: list[str], tmp_path: Path) -> None:
    gridgov("check", *offices, "--as-of", "2024-09-03", "--marked", "退回", cwd=tmp_path)
    marked = {
        estate: [cell.coordinate for row in book["小区"] for cell in row if cell.comment]
        for estate, book in _returned(tmp_path / "退回").items()
    }
    assert marked == {"甲花园": ["C2"], "乙花园": ["C3"]}


def test_no_office_gets_the_rows_of_the_other(offices: list[str], tmp_path: Path) -> None:
    gridgov("check", *offices, "--as-of", "2024-09-03", "--marked", "退回", cwd=tmp_path)
    books = [openpyxl.load_workbook(path) for path in sorted((tmp_path / "退回").rglob("*.xlsx"))]
    texts = [{str(cell.value)[0] for sheet in book for row in sheet for cell in row if cell.value} for book in books]
    assert len(books) == 2
    assert not any({"甲", "乙"} <= text for text in texts)


def test_a_screen_says_in_which_of_two_files_of_one_name_a_fault_is(offices: list[str], tmp_path: Path) -> None:
    found = gridgov("check", *offices, "--as-of", "2024-09-03", cwd=tmp_path)
    assert "甲街道" in found.stdout
    assert "乙街道" in found.stdout


def test_faults_of_two_files_of_one_name_are_told_apart_in_json(offices: list[str], tmp_path: Path) -> None:
    found = gridgov("check", *offices, "--as-of", "2024-09-03", "--format", "json", cwd=tmp_path)
    of_cells = ("sheet", "row", "column", "heading", "value", "code", "severity", "reason", "suggestion")
    files = [{key: fault[key] for key in fault if key not in of_cells} for fault in json.loads(found.stdout)["faults"]]
    assert len(files) == 2
    assert files[0] != files[1]


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be no text")
@pytest.mark.parametrize("name", ["小区", "台账（1）"])
def test_a_file_name_from_an_old_archive_ends_no_load(name: str, tmp_path: Path) -> None:
    """Archives packed on a Chinese Windows give names in GBK."""
    (tmp_path / "区划_20240101.csv").write_text(DISTRICT, encoding="utf-8")
    given = name.encode("gbk") + b".csv"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + given)).write_text(
        "小区名称,所属社区\n甲花园,和盛里社区\n", "utf-8"
    )
    found = gridgov(
        "load", "区划_20240101.csv", os.fsdecode(given), "--as-of", "2024-09-03", "--format", "json", cwd=tmp_path
    )
    assert found.returncode in {0, 1}, found.stderr
    report = json.loads(found.stdout)
    assert report["read"] == 5 or report["faults"]
