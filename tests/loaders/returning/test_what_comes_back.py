"""Nothing is lost in silence on the way back: cells come back whatever the format, and what does not is said."""

import datetime
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from loaders.readers import read_file
from loaders.returning.marked_workbooks import write_marked
from tests.loaders.returning.one_fault import Fault

MAIN = "http://schemas.openxmlformats.org/"
TO_STRICT = (
    (MAIN + "spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (MAIN + "officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (
        MAIN + "officeDocument/2006/extended-properties",
        "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
    ),
    (MAIN + "drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
)
ROWS: list[list[Any]] = [["名称", "成立日期", "户数"], ["甲", datetime.datetime(2023, 5, 1), 12], ["乙", None, "=C2*2"]]
SHEETS: tuple[tuple[str, list[list[Any]]], ...] = (("台账", ROWS), ("附表", [["备注", "x"]]))


def office_workbook() -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    workbook.active.title = "台账"
    for row in ROWS:
        workbook.active.append(row)
    workbook.create_sheet("附表").append(["备注", "x"])
    return workbook


def saved(workbook: openpyxl.Workbook, path: Path, parts: Mapping[str, bytes] | None = None) -> Path:
    """Save a workbook and put further parts into it."""
    workbook.save(path)
    with zipfile.ZipFile(path, "a") as archive:
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, change(name, data))
    return path


def strict(path: Path) -> Path:
    """The workbook as Excel saves it under “Strict Open XML Spreadsheet”."""

    def change(_: str, data: bytes) -> bytes:
        for usual, other in TO_STRICT:
            data = data.replace(usual.encode(), other.encode())
        return data

    return rewritten(path, change)


def returned(path: Path, *faults: Fault) -> openpyxl.Workbook:
    out = path.with_name("回.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write_marked(path, read_file(path).sheets, faults or (Fault(2, "A", sheet="台账"),), out)
    with zipfile.ZipFile(out) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert "spreadsheetml.sheet.main+xml" in types, "Excel opens no .xlsx that calls itself anything else"
    return openpyxl.load_workbook(out)


def notes(workbook: openpyxl.Workbook) -> str:
    """What the result sheet says of the returned file itself."""
    rows = workbook["检查结果"].iter_rows(min_row=2, values_only=True)
    return "\n".join(str(row[8]) for row in rows if row[6] == "说明")


def xls(path: Path) -> None:
    workbook = xlwt.Workbook()
    for name, rows in SHEETS:
        sheet = workbook.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, datetime.datetime):
                    sheet.write(r, c, value, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
                elif value is not None:
                    sheet.write(r, c, 24 if str(value).startswith("=") else value)
    workbook.save(path)


def ods(path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    for name, rows in SHEETS:
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for value in row:
                match value:
                    case datetime.datetime():
                        cell = TableCell(valuetype="date", datevalue="2023-05-01")
                    case int():
                        cell = TableCell(valuetype="float", value=value)
                    case None:
                        cell = TableCell()
                    case _ if value.startswith("="):
                        cell = TableCell(valuetype="float", value=24, formula="of:=[.C2]*2")
                    case _:
                        cell = TableCell(valuetype="string")
                        cell.addElement(P(text=value))
                line.addElement(cell)
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(path))


def template(path: Path) -> None:
    workbook = office_workbook()
    workbook.template = True
    workbook.save(path)


FORMATS: dict[str, Callable[[Path], Any]] = {
    "a.xlsx": lambda p: office_workbook().save(p),
    "a.xlsm": lambda p: office_workbook().save(p),
    "a.xltx": template,
    "a.xls": xls,
    "a.ods": ods,
    "strict.xlsx": lambda p: strict(saved(office_workbook(), p)),
}


@pytest.mark.parametrize("name", FORMATS)
def test_sheets_and_cells_come_back_from_every_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    FORMATS[name](path)
    workbook = returned(path)
    assert workbook.sheetnames == ["台账", "附表", "检查结果"]
    table = workbook["台账"]
    assert [[c.value for c in row] for row in table.iter_rows()][:2] == ROWS[:2]
    assert table["A3"].value == "乙"
    assert table["C3"].value in {"=C2*2", 24}
    assert table["B2"].is_date
    assert table["A2"].comment is not None
    assert workbook["附表"]["B1"].value == "x"


@pytest.mark.parametrize("name", ["a.xls", "a.ods"])
def test_a_rebuilt_workbook_says_that_it_is_one(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    said = notes(returned(tmp_path / name))
    for word in ("公式", "样式", "批注"):
        assert word in said


@pytest.mark.parametrize("name", ["a.xlsx", "strict.xlsx", "a.xltx"])
def test_a_workbook_that_lacks_nothing_says_nothing(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    assert notes(returned(tmp_path / name)) == ""


DRAWING = (
    b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    b' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">%s</xdr:wsDr>'
)
ANCHOR = b"<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='9' cy='9'/>%s<xdr:clientData/></xdr:absoluteAnchor>"
EXTENSION = (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">%s</ext></extLst></worksheet>'
)
LOST: dict[str, tuple[dict[str, bytes], str, str]] = {
    "macros": ({"xl/vbaProject.bin": b"x"}, "", "宏"),
    "pictures": ({"xl/drawings/drawing1.xml": DRAWING % (ANCHOR % b"<xdr:pic></xdr:pic>")}, "", "图片"),
    "text boxes": ({"xl/drawings/drawing1.xml": DRAWING % (ANCHOR % b"<xdr:sp></xdr:sp>")}, "", "形状"),
    "pictures in cells, WPS": ({"xl/cellimages.xml": b"<etc:cellImages xmlns:etc='x'/>"}, "", "图片"),
    "pivot tables": ({"xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition/>"}, "", "数据透视表"),
    "slicers": ({"xl/slicers/slicer1.xml": b"<slicers/>"}, "", "切片器"),
    "buttons": ({"xl/ctrlProps/ctrlProp1.xml": b"<formControlPr/>"}, "", "控件"),
    "embedded files": ({"xl/embeddings/oleObject1.bin": b"x"}, "", "嵌入"),
    "threads of comments": ({"xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>"}, "", "批注"),
    "links": ({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}, "", "外部链接"),
    "queries": ({"xl/connections.xml": b"<connections/>"}, "", "数据连接"),
    "validations across sheets": ({}, EXTENSION % "<x14:dataValidation />", "数据有效性"),
    "sparklines": ({}, EXTENSION % "<x14:sparklineGroup />", "迷你图"),
    "data bars": ({}, EXTENSION % "<x14:conditionalFormatting />", "条件格式"),
}  # fmt: skip
"""What openpyxl drops: further parts, the end of the sheet's XML, and the word by which it is said."""


@pytest.mark.parametrize("kind", LOST)
def test_what_does_not_come_back_is_said(tmp_path: Path, kind: str) -> None:
    parts, ending, word = LOST[kind]
    path = saved(office_workbook(), tmp_path / "a.xlsx", parts)
    if ending:
        rewritten(path, lambda n, d: d.replace(b"</worksheet>", ending.encode()) if n.endswith("sheet1.xml") else d)
    workbook = returned(path)
    assert word in notes(workbook)
    assert workbook["台账"]["A2"].value == "甲"


def test_what_openpyxl_keeps_comes_back_and_is_not_said_to_be_lost(tmp_path: Path) -> None:
    workbook = office_workbook()
    sheet = workbook["台账"]
    validation = DataValidation(type="list", formula1='"甲,乙"')
    validation.add("A2:A9")
    sheet.add_data_validation(validation)
    fill = PatternFill("solid", bgColor="FFFF0000")
    sheet.conditional_formatting.add("C2:C9", CellIsRule("greaterThan", formula=["5"], fill=fill))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "E2")
    sheet["A3"].comment = Comment("请核对", "办公室")
    result = returned(saved(workbook, tmp_path / "a.xlsx"))
    table = result["台账"]
    assert (len(table.data_validations.dataValidation), len(table._charts)) == (1, 1)
    assert [str(r.sqref) for r in table.conditional_formatting] == ["C2:C9"]
    assert table["A3"].comment.text == "请核对"
    assert re.findall("数据有效性|条件格式|批注|数据透视表", notes(result)) == []
    assert "图表" in notes(result), "their look may change"


RUNS = "<r><rPr><strike/></rPr><t>旧名</t></r><r><t>新名</t></r>"
SHARED_TYPE = 'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"'
RICH = {
    "within the cell": {"xl/worksheets/sheet1.xml": ("<is><t>甲</t></is>", f"<is>{RUNS}</is>")},
    "among the shared texts": {
        "xl/worksheets/sheet1.xml": ('t="inlineStr"><is><t>甲</t></is>', 't="s"><v>0</v>'),
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/xl/sharedStrings.xml" {SHARED_TYPE}/></Types>',
        ),
        "xl/_rels/workbook.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{MAIN}officeDocument/2006/relationships/sharedStrings"'
            ' Target="sharedStrings.xml"/></Relationships>',
        ),
    },
}


@pytest.mark.parametrize("where", RICH)
def test_part_of_a_text_stays_struck_out(tmp_path: Path, where: str) -> None:
    """Offices correct within a cell; the plain text alone would read as both words at once."""
    shared = f'<sst xmlns="{MAIN}spreadsheetml/2006/main" count="1"><si>{RUNS}</si></sst>'.encode()
    path = saved(office_workbook(), tmp_path / "a.xlsx", {"xl/sharedStrings.xml": shared})

    def change(name: str, data: bytes) -> bytes:
        old, new = RICH[where].get(name, ("", ""))
        return data.replace(old.encode(), new.encode()) if old else data

    rewritten(path, change)
    out = path.with_name("回.xlsx")
    write_marked(path, read_file(path).sheets, [Fault(2, "A", sheet="台账")], out)
    cell = openpyxl.load_workbook(out, rich_text=True)["台账"]["A2"].value
    assert str(cell) == "旧名新名"
    assert any(getattr(getattr(part, "font", None), "strike", False) for part in cell)


def test_a_formula_that_leads_to_another_file_comes_back_as_its_value(tmp_path: Path) -> None:
    """Its link is not carried over, and Excel calls a workbook damaged whose formulas name links that it lacks."""
    workbook = office_workbook()
    path = saved(workbook, tmp_path / "a.xlsx", {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    formula = b"<f>C2*2</f><v></v>", b"<f>[1]Sheet1!A1</f><v>24</v>"
    rewritten(path, lambda n, d: re.sub(rb"<f>C2\*2</f><v ?/?>(</v>)?", formula[1], d))
    result = returned(path)
    assert result["台账"]["C3"].value == 24
    assert "外部链接" in notes(result)


def test_a_value_below_a_merged_cell_is_said(tmp_path: Path) -> None:
    """Format painter and WPS leave values there, which are read; a merged range keeps one."""
    workbook = office_workbook()
    path = saved(workbook, tmp_path / "a.xlsx")
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    rewritten(path, lambda n, d: d.replace(b"</sheetData>", merge) if n.endswith("sheet1.xml") else d)
    result = returned(path)
    assert result["台账"]["A2"].value == "甲"
    assert "合并" in notes(result)


def test_a_wide_csv_comes_back_with_all_its_columns(tmp_path: Path) -> None:
    headings = [f"列{n}" for n in range(1_999)]
    path = tmp_path / "台账.csv"
    path.write_text(",".join(headings) + "\n" + ",".join("1" for _ in headings) + "\n", encoding="utf-8")
    workbook = returned(path, Fault(2, "A", sheet="台账"))
    assert workbook["台账"].max_column == len(headings)
    assert "16,384" not in notes(workbook)


TEXTS = {
    "=1+1": "=1+1",
    "'=1+1": "=1+1",  # an apostrophe says that a text follows, and is none of it
    "+8613": "+8613",
    "-5": "-5",
    "@SUM(A1)": "@SUM(A1)",
    '=cmd|"/c calc"!A1': '=cmd|"/c calc"!A1',
    "０００1": "０００1",
    "1.35021E+11": "1.35021E+11",
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_csv_says_is_never_run(tmp_path: Path, text: str) -> None:
    path = tmp_path / "台账.csv"
    quoted = text.replace('"', '""')
    path.write_text(f'名称,代码\n甲,"{quoted}"\n', encoding="utf-8")
    cell = returned(path)["台账"]["B2"]
    assert (cell.value, cell.data_type) == (TEXTS[text], "s")


VALUES = {
    "12345678901234567890": "12345678901234567890",
    "350200199001011234": "350200199001011234",
    "123456789012345": 123456789012345,
}


@pytest.mark.parametrize("number", VALUES)
def test_a_number_that_excel_cannot_hold_comes_back_as_text(tmp_path: Path, number: str) -> None:
    path = tmp_path / "台账.json"
    path.write_text(f'[{{"名称": "甲", "代码": {number}}}]', encoding="utf-8")
    result = read_file(path)
    if result.failure is None:
        assert str(returned(path)["台账"]["B2"].value) == str(VALUES[number])


def test_a_text_longer_than_a_cell_is_said(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("名称,备注\n甲," + "字" * 40_000 + "\n", encoding="utf-8")
    assert "32,767" in notes(returned(path))


LEVELS = {
    "of the file": Fault(sheet=None, code="of_file"),
    "of a sheet": Fault(sheet="附表", code="of_sheet"),
    "of the first sheet": Fault(sheet="台账", code="of_first"),
}


@pytest.mark.parametrize("level", LEVELS)
def test_a_fault_of_the_file_or_a_sheet_comes_first_and_leads_to_the_sheet(tmp_path: Path, level: str) -> None:
    fault = LEVELS[level]
    cells = [Fault(2, "A", sheet="台账"), Fault(3, "B", sheet="台账"), Fault(1, "B", sheet="附表")]
    workbook = returned(saved(office_workbook(), tmp_path / "a.xlsx"), *cells, fault)
    table = workbook["检查结果"]
    assert table["F2"].value == fault.code
    link = table["B2"].hyperlink
    assert (link and link.location) == (f"'{fault.sheet}'!A1" if fault.sheet else None)
    assert [c.value for c in table["F"][2:]] == ["unknown_code"] * 3


def test_a_file_that_was_not_read_says_that_only_the_list_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    workbook = returned(path, Fault(sheet=None, code="unreadable_workbook"))
    assert workbook["检查结果"]["F2"].value == "unreadable_workbook"
    assert "原件" in notes(workbook)
