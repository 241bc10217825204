"""The workbook that goes back: what an office sees when it opens it."""

import datetime
import json
import os
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font

from loaders.readers import read_file
from loaders.returning.marked_workbooks import write_marked
from loaders.returning.marked_workbooks.marked_fault import Language
from tests.loaders.returning.one_fault import Fault

ERROR, WARNING = "FFF4B6B0", "FFFFE3A3"


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """An xlsx file with title, merge, style, formula, comment and a second sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "共建单位"
    sheet["A1"] = "共建单位名册"
    sheet.merge_cells("A1:C1")
    sheet.append(["名称", "代码", "户数"])
    sheet.append(["甲", "9902", 5])
    sheet.append(["乙", "9903", "=C3*2"])
    sheet["A3"].font = Font(bold=True)
    sheet["B4"].comment = Comment("请核对", "办公室")
    workbook.create_sheet("检查结果").append(["别的"])
    path = tmp_path / "a.xlsx"
    workbook.save(path)
    return path


def marked(path: Path, faults: Sequence[Fault], language: Language = "zh") -> openpyxl.Workbook:
    out = path.with_name("回.xlsx")
    write_marked(path, read_file(path).sheets, faults, out, language=language)
    return openpyxl.load_workbook(out)


def fill(cell: Cell) -> str | None:
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def test_bad_cells_are_coloured_by_severity_and_commented(office_file: Path) -> None:
    sheet = marked(office_file, [Fault(3, "B"), Fault(4, "C", severity="warning", code="odd")])["共建单位"]
    assert (fill(sheet["B3"]), fill(sheet["C4"]), fill(sheet["A3"])) == (ERROR, WARNING, None)
    for text in ("unknown_code", "没有这个代码", "请查行政区划代码表"):
        assert text in sheet["B3"].comment.text


def test_several_faults_of_a_cell_share_a_comment_and_the_worst_gives_the_colour(office_file: Path) -> None:
    sheet = marked(office_file, [Fault(4, "B", severity="warning", code="one"), Fault(4, "B", code="two")])["共建单位"]
    assert fill(sheet["B4"]) == ERROR
    for text in ("one", "two", "请核对"):
        assert text in sheet["B4"].comment.text


def test_what_the_office_sent_stays_as_it_was(office_file: Path) -> None:
    before = office_file.read_bytes()
    workbook = marked(office_file, [Fault(3, "B")])
    sheet = workbook["共建单位"]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet["C4"].value == "=C3*2"
    assert sheet["A3"].font.bold
    assert workbook.sheetnames == ["共建单位", "检查结果", "检查结果 2"]
    assert office_file.read_bytes() == before


def test_a_fault_of_a_row_marks_its_first_cell_and_one_within_a_merge_the_cell_that_shows(office_file: Path) -> None:
    sheet = marked(office_file, [Fault(4), Fault(1, "C", code="title")])["共建单位"]
    assert fill(sheet["A4"]) == ERROR
    assert "title" in sheet["A1"].comment.text


def test_the_list_names_every_fault_and_leads_to_its_cell(office_file: Path) -> None:
    faults = [
        Fault(3, "B"),
        Fault(4, "C", severity="warning"),
        Fault(sheet=None, code="file_fault", value=None),
        Fault(3, "A", value=None),
    ]
    workbook = marked(office_file, faults)
    sheet = workbook["检查结果 2"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["文件", "工作表", "行", "列", "表头", "代码", "级别", "值", "原因", "建议"]
    assert rows[1][1:6] == [None, None, None, "代码", "file_fault"]
    assert rows[2][:8] == ["a.xlsx", "共建单位", 3, "B", "代码", "unknown_code", "错误", "9902"]
    assert rows[3][6] == "警告"
    assert rows[4][7] is None
    assert sheet["C3"].hyperlink.location == "'共建单位'!B3"
    assert sheet["C2"].hyperlink is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J5")


def test_it_opens_on_the_list_and_no_two_sheets_are_selected_together(office_file: Path) -> None:
    """Two selected sheets are a group in Excel: what is typed into one goes into both."""
    workbook = marked(office_file, [Fault(3, "B")])
    assert workbook.active.title == "检查结果 2"
    assert [sheet.title for sheet in workbook if sheet.sheet_view.tabSelected] == ["检查结果 2"]


def test_the_list_speaks_english_if_asked(office_file: Path) -> None:
    workbook = marked(office_file, [Fault(3, "B")], language="en")
    assert [cell.value for cell in workbook["Check results"][1]][:3] == ["File", "Sheet", "Row"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_is_text_in_the_list_and_in_the_rows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "表.csv"
    path.write_text(f'名称,代码\n"{text}",1\n', encoding="utf-8", newline="")
    workbook = marked(path, [Fault(2, "A", sheet="表", value=text, reason=text)])
    for cell in (workbook["表"]["A2"], workbook["检查结果"]["H2"], workbook["检查结果"]["I2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.value.strip() == text.strip()


def test_a_csv_comes_back_as_xlsx_with_its_rows_in_their_places(tmp_path: Path) -> None:
    path = tmp_path / "名[册]很长很长很长很长很长很长很长很长很长很长很长很长.csv"
    path.write_bytes('名称,备注\n甲,"一\n二"\n乙,坏\x01字\n'.encode("gb18030"))
    sheet = read_file(path).sheets[0]
    table = marked(path, [Fault(3, "B", sheet=sheet.name, reason="坏\x01字")]).worksheets[0]
    assert [[cell.value for cell in row] for row in table.iter_rows()] == [
        ["名称", "备注"],
        ["甲", "一\n二"],
        ["乙", "坏\ufffd字"],
    ]
    assert fill(table["B3"]) == ERROR
    assert len(table.title) <= 31


def test_an_xls_comes_back_with_dates_merges_and_hidden_sheets(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("共建单位")
    sheet.write_merge(0, 0, 0, 1, "标题")
    sheet.write(1, 1, datetime.date(2023, 5, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    workbook.add_sheet("藏").visibility = 1
    workbook.save(tmp_path / "a.xls")
    result = marked(tmp_path / "a.xls", [Fault(2, "B")])
    table = result["共建单位"]
    assert [str(area) for area in table.merged_cells.ranges] == ["A1:B1"]
    assert table["B2"].value == datetime.datetime(2023, 5, 1)
    assert table["B2"].is_date
    assert result["藏"].sheet_state == "hidden"


def test_a_json_registry_comes_back_under_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "小区.json"
    path.write_text(json.dumps([{"name": "甲", "households": 5}]), encoding="utf-8")
    table = marked(path, [Fault(2, "B", sheet="小区")])["小区"]
    assert [cell.value for cell in table[2]] == ["甲", 5]
    assert fill(table["B2"]) == ERROR


def test_a_file_that_could_not_be_read_is_not_opened_and_its_fault_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    workbook = marked(path, [Fault(sheet=None, code="unreadable_workbook")])
    assert workbook.sheetnames == ["检查结果"]
    assert workbook.active["F2"].value == "unreadable_workbook"


def test_a_file_that_changed_since_it_was_read_is_rebuilt_from_what_was_read(office_file: Path) -> None:
    sheets = read_file(office_file).sheets
    other = openpyxl.Workbook()
    other.active["A1"] = "后来的"
    other.save(office_file)
    out = write_marked(office_file, sheets, [Fault(3, "B")], office_file.with_name("回.xlsx"))
    assert openpyxl.load_workbook(out)["共建单位"]["A3"].value == "甲"


def test_a_merged_range_over_a_whole_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["甲", "乙"])
    path = tmp_path / "a.xlsx"
    workbook.save(path)
    _replace_in_sheet(path, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    table = marked(path, [Fault(1, "B", sheet="Sheet")])["Sheet"]
    assert (table.max_row, table.max_column, table["B1"].value) == (1, 2, "乙")


def _replace_in_sheet(path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(old, new) if name.endswith("sheet1.xml") else data)


def test_it_never_goes_over_the_file_that_was_sent(office_file: Path) -> None:
    before = office_file.read_bytes()
    with pytest.raises(ValueError, match="not written over"):
        write_marked(office_file, read_file(office_file).sheets, [], office_file)
    with pytest.raises(ValueError, match=r"\.xlsx"):
        write_marked(office_file, [], [], office_file.with_suffix(".csv"))
    assert office_file.read_bytes() == before


def test_an_earlier_result_is_replaced_as_a_whole_and_nothing_else_is_left(office_file: Path) -> None:
    marked(office_file, [Fault(3, "B")])
    workbook = marked(office_file, [])
    assert workbook["检查结果 2"].max_row == 1
    assert sorted(path.name for path in office_file.parent.iterdir()) == ["a.xlsx", "回.xlsx"]


def test_a_write_that_fails_leaves_the_earlier_result(office_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked(office_file, [Fault(3, "B")])
    before = office_file.with_name("回.xlsx").read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        marked(office_file, [])
    assert office_file.with_name("回.xlsx").read_bytes() == before
    assert sorted(path.name for path in office_file.parent.iterdir()) == ["a.xlsx", "回.xlsx"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions with the folder")
def test_only_its_owner_can_read_it(office_file: Path) -> None:
    marked(office_file, [Fault(3, "B")])
    assert stat.S_IMODE(office_file.with_name("回.xlsx").stat().st_mode) == 0o600
