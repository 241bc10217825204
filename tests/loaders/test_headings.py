"""Headings: matched by what is known alone, asked about otherwise, never wrongly; and where the heading row is."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import loaders
from graph_store.workspace.home import Workspace
from loaders.plans.interpreting import interpret
from loaders.plans.problems import ProblemList
from loaders.plans.table_finding import FoundTable, find_table
from loaders.readers import Sheet, read_file
from tests.loaders.office import Rows, checked, codes, district, places, snapshot_of, write_csv, write_xlsx

FOREIGN = sorted((Path(__file__).parent / "foreign_headings").glob("*.csv"))


def cases(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sheet_of(folder: Path, rows: Sequence[Sequence[Any]], name: str = "来件.xlsx") -> Sheet:
    return read_file(write_xlsx(folder / name, 来件=rows)).sheets[0]


def found(folder: Path, *rows: Sequence[Any]) -> FoundTable:
    return find_table(sheet_of(folder, rows))


@pytest.mark.parametrize("file", FOREIGN, ids=lambda f: f.stem)
def test_a_foreign_heading_is_matched_rightly_or_asked_about(file: Path, tmp_path: Path) -> None:
    columns = cases(file)
    sheet = sheet_of(tmp_path, [[c["heading"] for c in columns], ["甲"] * len(columns)])
    table = find_table(sheet)
    assert table.plan is not None
    assert table.plan.record == columns[0]["record"]
    (raw,) = interpret(table.plan, sheet, ProblemList("m.toml"), mapped=False)
    matched = {source.column: field for field, source in raw.columns.items()}
    asked = {ord(f.column) - ord("A") + 1 for f in table.faults if f.column}
    right = 0
    for number, column in enumerate(columns, start=1):
        if number in matched:
            assert matched[number] == column["meant"], column["heading"]
            right += 1
        elif column["meant"]:
            assert number in asked, column["heading"]
    assert right * 2 >= len([c for c in columns if c["meant"]]), "most of what has a known core is matched"


def test_the_foreign_headings_stand_nowhere_in_the_code() -> None:
    code = "\n".join(f.read_text(encoding="utf-8") for f in Path(loaders.__file__).parent.rglob("*.py"))
    for file in FOREIGN:
        for column in cases(file):
            assert f'"{column["heading"]}"' not in code, column["heading"]


def test_there_are_five_of_them() -> None:
    assert len(FOREIGN) == 5


def test_a_title_notes_and_totals_around_a_table_are_no_records(tmp_path: Path) -> None:
    rows: Rows = [
        ["和盛里社区小区台账", None, None, None],
        ["填报单位：和盛里社区    截至2024年9月3日", None, None, None],
        ["序号", "小区名称", "所属社区", "户数"],
        [1, "示例苑", "和盛里社区", 800],
        [2, "示例园", "和盛里社区", 60],
        ["合计", None, None, 860],
        [None, None, None, None],
        ["注：户数以入户登记为准。", None, None, None],
    ]
    report = checked([*district(tmp_path), write_xlsx(tmp_path / "来件.xlsx", 台账=rows)])
    assert codes(report) == []
    assert dict(report.skipped) == {"total": 1, "blank": 1, "note": 1}
    assert report.read == 21


def test_two_rows_of_merged_headings_are_one(tmp_path: Path, workspace: Workspace) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任职名册"
    for row in (
        ["任职名册（截至2024年9月3日）"],
        ["姓名", "任职机构", "职务", "任期", None],
        [None, None, None, "起", "止"],
        ["某甲", "示例花园联合党支部", "书记", "2023年5月", "至今"],
    ):
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"):
        sheet.merge_cells(area)
    book.save(tmp_path / "来件.xlsx")
    snapshot = snapshot_of(workspace, [*district(tmp_path), tmp_path / "来件.xlsx"])
    tenure = snapshot.records("tenure").row(0, named=True)
    assert (tenure["valid_from"], tenure["valid_from_written"]) == ("2023-05", "2023年5月")
    assert (tenure["valid_to"], tenure["valid_to_written"]) == ("open", "至今")


def test_a_merged_cell_fills_down_within_the_merge_alone(tmp_path: Path, workspace: Workspace) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["所属社区", "小区名称"],
        ["榕岸社区", "示例甲村"],
        [None, "示例乙村"],
        [None, "示例丙村"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "小区二（20240903）.xlsx")
    report = checked([*district(tmp_path), tmp_path / "小区二（20240903）.xlsx"])
    assert places(report) == [("missing_value", 4, "A")]


def test_a_heading_row_that_is_repeated_on_each_page_is_skipped(tmp_path: Path) -> None:
    heading = ["小区名称", "所属社区"]
    rows = [heading, ["示例甲村", "榕岸社区"], heading, ["示例乙村", "榕岸社区"]]
    report = checked([*district(tmp_path), write_csv(tmp_path / "小区二（20240903）.csv", rows)])
    assert codes(report) == []
    assert dict(report.skipped) == {"repeated_heading": 1}


def test_the_sheets_that_a_check_added_are_not_read_again(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "退回（20240903）.xlsx",
        小区=[["小区名称", "所属社区"], ["示例甲村", "榕岸社区"]],
        检查结果=[["文件", "工作表", "行", "列", "问题"], ["甲", "乙", 2, "A", "丙"]],
    )
    assert codes(checked([*district(tmp_path), path])) == []


def test_a_cover_sheet_is_no_table(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "来件（20240903）.xlsx",
        封面=[["示例区工作台账"], ["二〇二四年九月"]],
        小区=[["小区名称", "所属社区"], ["示例甲村", "榕岸社区"]],
    )
    assert codes(checked([*district(tmp_path), path])) == []
