"""Numbers that show more than themselves, days that count from 1904, and errors that Excel has learnt since."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.number import Number, NumberStyle
from odf.number import Text as NumberText
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CalculationSettings, NullDate, Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from graph_store.workspace.home import Workspace
from loaders.readers import Sheet, read_file
from loaders.readers.number_formats import may_hold_text, shown_text
from loaders.values.written_dates import read_written_date
from tests.loaders.office import district, snapshot_of
from tests.loaders.readers.asking import WithCells

DAY = datetime.date(2023, 5, 1)
SHOWN = [
    # (cell, number format, what Excel and WPS show)
    (12, '"XQ-"0000', "XQ-0012"),
    (12, r"\X\Q\-0000", "XQ-0012"),
    (7, "000", "007"),
    (12, "0000000", "0000012"),
    (12, "000-0000", "000-0012"),
    (13812345678, "000-0000-0000", "138-1234-5678"),
    (12, "[$-804]0000", "0012"),
    (12, "[Red]0000", "0012"),
    (3, '"第"0"网格"', "第3网格"),
    (3, "第0网格", "第3网格"),
    (3, '"第"[DBNum1]G/通用格式"届"', "第三届"),
    (12, '"第"[DBNum1]General"届"', "第十二届"),
    (20, "[DBNum1]General", "二十"),
    (12, '"2024-"0000', "2024-0012"),
    (12345, "000-0", "1234-5"),
    (12, '0"户"', "12户"),
    (202305, '0000"年"00"月"', "2023年05月"),
    (1, '[=1]"男";[=2]"女"', "男"),
    (2, '[=1]"男";[=2]"女"', "女"),
    (-5, "0000", "-0005"),
    (0, '0000;-0000;"—"', "—"),
    ("12", '"XQ-"@', "XQ-12"),
    ("甲", '0;0;0;"小区："@', "小区：甲"),
]
NOT_MORE = [
    (12, "0"),
    (12, "General"),
    (12, "@"),
    (12, "0.00"),
    (12, "#,##0"),
    (12, '"约"#,##0'),
    (12, "0%"),
    (12, "0.0E+00"),
    (45047, "yyyy-mm-dd"),
    (45047, 'yyyy"年"m"月"'),
    (45047, "[$-804]yyyy年m月"),
    (1234, "000"),
    (0, "0;-0;;@"),
    (12.5, '"XQ-"0000'),
    (True, '"XQ-"0000'),
    ("甲", '"XQ-"0000'),
    ("甲", "_ @_ "),
    (1234567890123456789, '"XQ-"0000'),
    (12, '[=1]"男";[=2]"女"'),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_a_format_that_holds_part_of_a_code_gives_what_is_shown(value: object, code: str, shown: str) -> None:
    assert may_hold_text(code)
    assert shown_text(value, code) == shown


@pytest.mark.parametrize(("value", "code"), NOT_MORE)
def test_a_measure_a_day_and_a_plain_number_show_themselves(value: object, code: str) -> None:
    assert shown_text(value, code) is None


@pytest.mark.parametrize("code", ["0", "General", "@", "0.00", "#,##0", "0.0%", "yyyy-mm-dd", 'yyyy"年"m"月"'])
def test_usual_formats_cost_no_second_look(code: str) -> None:
    assert not may_hold_text(code)


def xlsx(path: Path, cells: list[tuple[object, str]]) -> Sheet:
    workbook = openpyxl.Workbook()
    for row, (value, code) in enumerate(cells, start=1):
        workbook.active.cell(row, 1, value).number_format = code
        workbook.active.cell(row, 2, "甲")
    workbook.save(path / "a.xlsx")
    return read_file(path / "a.xlsx").sheets[0]


def xls(path: Path, cells: list[tuple[object, str]]) -> Sheet:
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("表")
    for row, (value, code) in enumerate(cells):
        sheet.write(row, 0, value, xlwt.easyxf(num_format_str=code))
        sheet.write(row, 1, "甲")
    workbook.save(path / "a.xls")
    return read_file(path / "a.xls").sheets[0]


@pytest.mark.parametrize("read", [xlsx, xls])
def test_workbooks_keep_the_number_and_say_what_is_shown(
    tmp_path: Path, read: Callable[[Path, list[tuple[object, str]]], Sheet]
) -> None:
    cells = [(value, code) for value, code, _ in SHOWN] + [(12, "0"), (0.5, "0.0%"), (1234, "#,##0")]
    sheet = read(tmp_path, cells)
    assert [row[0] for row in sheet.rows] == [value for value, _ in cells]
    assert sheet.shown == {(row, 1): shown for row, (_, _, shown) in enumerate(SHOWN, start=1)}


def test_numbers_side_by_side_in_an_xls_share_a_record_and_each_is_shown(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    for column in range(4):
        style = xlwt.easyxf(num_format_str='"XQ-"0000') if column % 2 else xlwt.Style.default_style
        if not column:
            sheet = workbook.add_sheet("a")
        sheet.write(2, column, column, style)
    workbook.save(tmp_path / "a.xls")
    assert read_file(tmp_path / "a.xls").sheets[0].shown == {(3, 2): "XQ-0001", (3, 4): "XQ-0003"}


def test_a_merged_range_shows_the_text_of_its_first_cell_everywhere(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"], sheet["B1"], sheet["B2"] = 7, "甲", "乙"
    sheet["A1"].number_format = "000"
    sheet.merge_cells("A1:A2")
    workbook.save(tmp_path / "a.xlsx")
    assert read_file(tmp_path / "a.xlsx").sheets[0].shown == {(1, 1): "007", (2, 1): "007"}


def test_ods_says_itself_what_a_number_shows(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    number = NumberStyle(name="N1")
    number.addElement(NumberText(text="XQ-"))
    number.addElement(Number(decimalplaces="0", minintegerdigits="4"))
    document.automaticstyles.addElement(number)
    document.automaticstyles.addElement(Style(name="ce1", family="table-cell", datastylename="N1"))
    table = Table(name="a")
    texts = [("12", "XQ-0012"), ("12", "12"), ("7", "007"), ("1234", "1,234"), ("12", "12.00"), ("12", "1200%")]
    for value, text in texts:
        row = TableRow()
        cell = TableCell(valuetype="float", value=value, stylename="ce1")
        cell.addElement(P(text=text))
        row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(tmp_path / "a.ods")
    sheet = read_file(tmp_path / "a.ods").sheets[0]
    assert [row[0] for row in sheet.rows] == [int(value) for value, _ in texts]
    assert sheet.shown == {(1, 1): "XQ-0012", (3, 1): "007"}


def write_1904(folder: Path, ending: str) -> Path:
    path = folder / f"a.{ending}"
    if ending == "xlsx":
        workbook = openpyxl.Workbook()
        workbook.epoch = CALENDAR_MAC_1904
        workbook.active.append([43585])
        workbook.save(path)
    elif ending == "xls":
        old = xlwt.Workbook()
        old.dates_1904 = True
        old.add_sheet("a").write(0, 0, 43585)
        old.save(path)
    else:
        document = OpenDocumentSpreadsheet()
        settings = CalculationSettings()
        settings.addElement(NullDate(datevalue="1904-01-01"))
        document.spreadsheet.addElement(settings)
        table, row = Table(name="a"), TableRow()
        row.addElement(TableCell(valuetype="float", value="43585"))
        table.addElement(row)
        document.spreadsheet.addElement(table)
        document.save(path)
    return path


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_workbook_that_counts_from_1904_says_so(tmp_path: Path, ending: str) -> None:
    sheet = read_file(write_1904(tmp_path, ending)).sheets[0]
    assert (sheet.rows, sheet.epoch_1904) == ([[43585]], True)


@pytest.mark.parametrize("flag", ['date1904="true"', "date1904='1'", 'date1904="0"', "date1904='false'"])
def test_the_flag_is_understood_however_it_is_written(plain_workbook: Path, flag: str) -> None:
    path = plain_workbook.with_name("b.xlsx")
    with zipfile.ZipFile(plain_workbook) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, text.replace(b"<workbookPr ", f"<workbookPr {flag} ".encode()))
    assert read_file(path).sheets[0].epoch_1904 is ("1" in flag[9:] or "true" in flag)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (43585, "2023-05-01"),
        (43585.0, "2023-05-01"),
        ("43585", "2023-05-01"),
        (" ４３５８５ ", "2023-05-01"),
        (36526, "2004-01-02"),
        (DAY, "2023-05-01"),
        (20230501, "2023-05-01"),
        (202305, "2023-05"),
        (2023, "2023"),
        ("2023.5", "2023-05"),
    ],
)
def test_serial_numbers_count_from_1904_there_and_all_else_is_as_written(cell: str | float, day: str) -> None:
    assert str(read_written_date(cell, epoch_1904=True).value) == day


def test_codes_and_days_reach_the_snapshot_as_they_are_shown(tmp_path: Path) -> None:
    files = district(tmp_path, without=("小区", "业委会", "党支部"))
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    sheet.title = "小区"
    sheet.append(["小区编号", "小区名称", "所属社区", "总户数", "起始日期"])
    sheet.append([12, "示例花园", "和盛里社区", 300, 43585])
    sheet.append([13, "示例新村", "和盛里社区", 12, "43585"])
    for row in (2, 3):
        sheet.cell(row, 1).number_format = '"XQ-"0000'
        sheet.cell(row, 4).number_format = '0"户"'
    workbook.save(tmp_path / "小区（20240903）.xlsx")
    estates = snapshot_of(Workspace(tmp_path / "w"), [*files, tmp_path / "小区（20240903）.xlsx"]).nodes("Estate")
    assert set(estates.select("code", "households", "valid_from").iter_rows()) == {
        ("XQ-0012", 300, DAY),
        ("XQ-0013", 12, DAY),
    }


@pytest.mark.parametrize(
    "error", ["#SPILL!", "#CALC!", "#BLOCKED!", "#FIELD!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "#N/A", "#REF!"]
)
@pytest.mark.parametrize("formula", ["", "<f>A1:A9</f>"])
def test_an_error_of_any_version_of_excel_is_an_error_at_its_cell(
    with_cells: WithCells, error: str, formula: str
) -> None:
    cells = f'<c r="A1"><v>1</v></c><c r="B1" s="0" t="e">{formula}<v>{error}</v></c><c r="C1"><v>3</v></c>'
    sheet = read_file(with_cells("a.xlsx", f'<row r="1">{cells}</row>')).sheets[0]
    assert sheet.rows == [[1, None, 3]]
    assert sheet.error_cells == {(1, 2): error}


def test_a_text_that_looks_like_an_error_is_a_text_beside_one(with_cells: WithCells) -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="str"><f>1</f><v>#SPILL!</v></c>'
        '<c r="C1" t="e"/><c r="D1" t="inlineStr"><is><t>#CALC!</t></is></c></row>'
    )
    sheet = read_file(with_cells("a.xlsx", rows)).sheets[0]
    assert sheet.rows == [[None, "#SPILL!", None, "#CALC!"]]
    assert sheet.error_cells == {(1, 1): "#SPILL!"}
