"""What cells of each workbook format come to."""

import datetime
from pathlib import Path
from typing import Protocol

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from loaders.readers import Cell, ReadResult, read_file
from tests.loaders.readers.asking import Rewrite, WithCells

DAY = datetime.date(2023, 5, 1)


class Savable(Protocol):
    """A workbook of any of the three libraries."""

    def save(self, path: Path, /) -> object: ...


def saved(workbook: Savable, path: Path) -> ReadResult:
    workbook.save(path)
    return read_file(path)


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [
        (45046.0, None, 45046),
        (45046, "General", 45046),
        (2023.1, None, 2023.1),
        (0.645, "0.0%", 0.645),
        (True, None, True),
        (DAY, "yyyy-mm-dd", DAY),
        (DAY, 'yyyy"年"m"月"', DAY),
        (DAY, "[DBNum1][$-804]yyyy年m月d日", DAY),
        (datetime.datetime(2023, 5, 1, 9, 30), "yyyy-mm-dd hh:mm", datetime.datetime(2023, 5, 1, 9, 30)),
        (datetime.time(9, 30), "hh:mm", "09:30:00"),
        (12, '0"户"', 12),
        ("007", None, "007"),
        (" \u3000", None, None),
        ("无", None, "无"),
    ],
)
def test_a_cell_of_xlsx_keeps_its_meaning(tmp_path: Path, value: object, number_format: str | None, read: Cell) -> None:
    workbook = openpyxl.Workbook()
    cell = workbook.active["A1"]
    cell.value = value
    if number_format:
        cell.number_format = number_format
    workbook.active["B1"] = "x"
    assert saved(workbook, tmp_path / "a.xlsx").sheets[0].rows == [[read, "x"]]
    assert type(saved(workbook, tmp_path / "a.xlsx").sheets[0].rows[0][0]) is type(read)


@pytest.mark.parametrize("number", [14, 31, 57, 58])
def test_a_built_in_date_format_of_chinese_excel_gives_a_date(
    rewrite: Rewrite, plain_workbook: Path, number: int
) -> None:
    """Formats 27 to 58 have no code in the file; their numbers mean dates where Excel is Chinese."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts>'
        "<fills><fill/></fills><borders><border/></borders>"
        f'<cellXfs><xf/><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    )
    cells = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" s="1"><v>45047</v></c></row></sheetData></worksheet>'
    )
    path = rewrite("a.xlsx", {"xl/styles.xml": styles.encode(), "xl/worksheets/sheet1.xml": cells.encode()})
    assert read_file(path).sheets[0].rows == [[DAY]]


def test_a_table_that_does_not_begin_at_a1_says_where_it_begins(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["C5"] = "名称"
    workbook.active["D7"] = 3
    sheet = saved(workbook, tmp_path / "a.xlsx").sheets[0]
    assert (sheet.first_row, sheet.first_column, sheet.width) == (5, 3, 2)
    assert sheet.rows == [["名称", None], [None, None], [None, 3]]


def test_merged_ranges_are_given_in_excels_own_coordinates_within_the_used_range(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in range(2, 7):
        sheet.cell(row, 3, row)
    sheet["B2"] = "示例街道"
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("B9:D9")
    sheet["B6"] = "横"
    sheet.merge_cells("B6:ZZ6")
    assert set(saved(workbook, tmp_path / "a.xlsx").sheets[0].merged) == {(2, 2, 4, 2), (6, 2, 6, 3)}


def test_formulas_without_result_are_empty_and_named_and_errors_are_kept_apart(
    tmp_path: Path, with_cells: WithCells
) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v/></c>'
        '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="str"><f>""</f><v></v></c>'
        '<c r="F1"><v>6</v></c></row>'
    )
    sheet = read_file(with_cells("a.xlsx", rows)).sheets[0]
    assert sheet.rows == [[2, None, None, None, None, 6]]
    assert sheet.no_value == {(1, 2), (1, 3)}
    assert sheet.error_cells == {(1, 4): "#DIV/0!"}


def test_a_far_cell_with_a_format_and_no_content_does_not_stretch_the_table(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "名称"
    workbook.active["XFD1048576"].number_format = "0.00"
    assert saved(workbook, tmp_path / "a.xlsx").sheets[0].rows == [["名称"]]


def test_hidden_empty_and_chart_sheets(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["a"])
    workbook.create_sheet("藏").sheet_state = "hidden"
    workbook.create_sheet("深藏").sheet_state = "veryHidden"
    workbook.create_chartsheet("图")
    sheets = saved(workbook, tmp_path / "a.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("藏", True), ("深藏", True)]
    assert sheets[1].rows == []


def test_xls_gives_values_dates_merges_and_hidden_sheets(tmp_path: Path) -> None:
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("共建单位")
    sheet.write_merge(0, 0, 0, 2, "标题")
    sheet.write(1, 0, "甲")
    sheet.write(1, 1, DAY, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write(1, 2, 12.0)
    workbook.add_sheet("藏").visibility = 1
    result = saved(workbook, tmp_path / "a.xls")
    assert result.sheets[0].rows == [["标题", None, None], ["甲", DAY, 12]]
    assert result.sheets[0].merged == ((1, 1, 1, 3),)
    assert [sheet.hidden for sheet in result.sheets] == [False, True]


def test_ods_gives_values_merges_hidden_rows_and_repeated_cells(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="小区")
    first = TableRow()
    merged = TableCell(valuetype="string", numbercolumnsspanned=2)
    merged.addElement(P(text="标题"))
    first.addElement(merged)
    first.addElement(CoveredTableCell())
    hidden = TableRow(visibility="collapse")
    cell = TableCell(valuetype="float", value="12", numbercolumnsrepeated=3)
    cell.addElement(P(text="12"))
    hidden.addElement(cell)
    last = TableRow()
    day = TableCell(valuetype="date", datevalue="2023-05-01")
    day.addElement(P(text="2023年5月1日"))
    last.addElement(day)
    last.addElement(TableCell(formula="of:=[.A1]"))
    for row in (first, hidden, last, TableRow(numberrowsrepeated=1_048_573, visibility="collapse")):
        table.addElement(row)
    document.spreadsheet.addElement(table)
    sheet = saved(document, tmp_path / "a.ods").sheets[0]
    assert sheet.rows[0][0] == "标题"
    assert sheet.rows[1] == [12, 12, 12]
    assert sheet.rows[2][0] == DAY
    assert sheet.merged == ((1, 1, 1, 2),)
    assert sheet.hidden_rows == {2}
    assert sheet.no_value == {(3, 2)}
