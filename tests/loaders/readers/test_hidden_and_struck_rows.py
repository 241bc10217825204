"""Rows that a reader of the sheet would not count: hidden, or struck through."""

from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from loaders.readers import Sheet, read_file
from tests.loaders.readers.asking import Rewrite, WithCells

STRUCK = Font(strike=True)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    workbook = openpyxl.Workbook()
    table = workbook.active
    for row in range(1, 8):
        table.append([f"单位{row}", row, None])
    for cell in table[2]:
        cell.font = STRUCK
    table["A3"].font = STRUCK  # only one of two cells
    table["A4"].font = table["B4"].font = STRUCK  # the empty third has no say
    table.row_dimensions[5].hidden = True
    for cell in table[6]:
        cell.font = Font(strike=False)
    workbook.save(tmp_path / "a.xlsx")
    return read_file(tmp_path / "a.xlsx").sheets[0]


def test_a_row_is_struck_if_all_that_it_says_is(sheet: Sheet) -> None:
    assert sheet.struck_rows == {2, 4}


def test_hidden_rows_are_named_and_still_there(sheet: Sheet) -> None:
    assert sheet.hidden_rows == {5}
    assert sheet.rows[4] == ["单位5", 5]


def test_a_filtered_row_counts_as_hidden_by_its_own_number(with_cells: WithCells) -> None:
    rows = '<row r="3"><c r="A3"><v>1</v></c></row><row r="7" hidden="true"><c r="A7"><v>2</v></c></row>'
    sheet = read_file(with_cells("a.xlsx", rows)).sheets[0]
    assert sheet.first_row == 3
    assert sheet.hidden_rows == {7}


def test_text_struck_piece_by_piece_counts_when_every_piece_is(rewrite: Rewrite) -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><r><rPr><strike/></rPr><t>已</t></r><r><rPr><strike/></rPr><t>撤销</t></r></si>"
        "<si><r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r></si></sst>"
    )
    cells = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row></sheetData></worksheet>'
    )
    parts = {"xl/sharedStrings.xml": strings.encode(), "xl/worksheets/sheet1.xml": cells.encode()}
    sheet = read_file(rewrite("a.xlsx", parts)).sheets[0]
    assert sheet.rows == [["已撤销"], ["旧新"]]
    assert sheet.struck_rows == {1}


def test_inline_text_of_a_workbook_with_rich_text_is_read_whole(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = CellRichText([TextBlock(InlineFont(b=True), "示例"), "花园"])
    workbook.save(tmp_path / "a.xlsx")
    assert read_file(tmp_path / "a.xlsx").sheets[0].rows == [["示例花园"]]


def test_xls_tells_hidden_and_struck_rows_and_errors(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    struck = xlwt.easyxf("font: struck_out true")
    sheet = workbook.add_sheet("名册")
    for row in range(400):  # several sectors of the container
        style = struck if row in (3, 4) else xlwt.Style.default_style
        sheet.write(row, 0, f"单位{row}", style)
        for column in (1, 2, 3):  # numbers side by side share one record
            sheet.write(row, column, column, xlwt.Style.default_style if (row, column) == (4, 2) else style)
    sheet.row(350).hidden = True
    sheet.row(6).set_cell_error(5, "#REF!")
    workbook.add_sheet("ascii").write(0, 0, "x", struck)
    workbook.save(tmp_path / "a.xls")
    first, second = read_file(tmp_path / "a.xls").sheets
    assert first.hidden_rows == {351}
    assert first.struck_rows == {4}
    assert first.error_cells == {(7, 6): "#REF!"}
    assert first.rows[6][5] is None
    assert second.struck_rows == {1}


def test_ods_tells_struck_rows_too(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    struck = Style(name="划去", family="table-cell")
    struck.addElement(TextProperties(textlinethroughstyle="solid", textlinethroughtype="single"))
    document.automaticstyles.addElement(struck)
    table = Table(name="a")
    for style in (None, struck):
        row = TableRow()
        cell = TableCell(valuetype="string", stylename=style) if style else TableCell(valuetype="string")
        cell.addElement(P(text="甲"))
        row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(tmp_path / "a.ods")
    assert read_file(tmp_path / "a.ods").sheets[0].struck_rows == {2}
