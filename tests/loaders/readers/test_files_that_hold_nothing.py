"""Files that would load as nothing, or as nearly nothing at great cost: each ends as a failure that says so."""

import json
import os
import sys
import time
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.chart import BarChart

from loaders.readers import read_file
from tests.loaders.office import checked, codes, district
from tests.loaders.readers.asking import ReadText, Rewrite, WithCells, failure_of

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FILE_LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def with_target(target: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    link = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
    return f"<Relationships {FILE_LINKS}>{link}</Relationships>".encode()


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": f"<workbook {MAIN}><sheets/></workbook>".encode()},
        {"xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData/></worksheet>".encode()},
        {"xl/worksheets/sheet1.xml": f'<worksheet {MAIN}><sheetData><row r="9"/></sheetData></worksheet>'.encode()},
        {"xl/_rels/workbook.xml.rels": with_target("workbook.xml")},
        {"xl/_rels/workbook.xml.rels": with_target("_rels/workbook.xml.rels")},
        {"xl/_rels/workbook.xml.rels": with_target("/xl/styles.xml")},
        {"xl/_rels/workbook.xml.rels": with_target("nowhere.xml")},
        {"xl/_rels/workbook.xml.rels": with_target("worksheets/../workbook.xml")},
        {
            "xl/workbook.xml": f"<workbook {MAIN} {LINKS}><sheets>"
            '<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>'.encode(),
            "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData/></worksheet>".encode(),
        },
    ],
)
def test_a_package_that_gives_no_cell_is_no_empty_success(rewrite: Rewrite, parts: dict[str, bytes]) -> None:
    result = read_file(rewrite("a.xlsx", parts))
    assert failure_of(result).code in ("no_content", "unreadable_workbook")
    assert result.sheets == ()


def test_charts_alone_are_nothing_to_be_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("图").add_chart(BarChart())
    del workbook["Sheet"]
    workbook.save(tmp_path / "a.xlsx")
    failure = failure_of(read_file(tmp_path / "a.xlsx"))
    assert failure.code == "no_content"
    assert "图表" in failure.reason_zh


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_new_workbook_that_nobody_filled_in_says_so(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        openpyxl.Workbook().save(path)
    else:
        old = xlwt.Workbook()
        old.add_sheet("a")
        old.add_sheet("b").visibility = 1
        old.save(path)
    assert failure_of(read_file(path)).code == "no_content"


@pytest.mark.parametrize("text", [",,\n,,\n", ";;\n", "sep=;\n", '""\n', "|||\n|||\n"])
def test_a_text_file_of_delimiters_holds_nothing(read_text: ReadText, text: str) -> None:
    assert failure_of(read_text(text)).code == "no_content"


def test_a_load_of_nothing_else_than_such_a_file_names_it(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "空.xlsx")
    report = checked([*district(tmp_path), tmp_path / "空.xlsx"])
    assert "no_content" in codes(report)


def test_formulas_without_results_alone_are_something(with_cells: WithCells) -> None:
    sheet = read_file(with_cells("a.xlsx", '<row r="1"><c r="A1"><f>1+1</f></c></row>')).sheets[0]
    assert sheet.no_value == {(1, 1)}


@pytest.mark.parametrize("lost", [0.3, 0.6, 0.9])
def test_a_compound_file_that_lost_its_end_is_damaged_and_not_empty(tmp_path: Path, lost: float) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    for row in range(3000):
        sheet.write(row, 0, f"单位{row}")
    workbook.save(tmp_path / "a.xls")
    data = (tmp_path / "a.xls").read_bytes()
    start = int.from_bytes(data[48:52], "little")  # of the directory, which stands at the end: it is kept
    directory = data[(start + 1) * 512 :]
    (tmp_path / "b.xls").write_bytes(data[: int(len(data) * (1 - lost)) // 512 * 512] + directory)
    assert failure_of(read_file(tmp_path / "b.xls")).code == "unreadable_workbook"


FAR_ROW = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>'
SOME_FAR_ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_048_576, 100))
FAR_COLUMN = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9"><v>2</v></c></row>'
FAR_BLOCK = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c><c r="A{n}"><v>1</v></c></row>' for n in range(1, 300))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (FAR_ROW, "far_cells"),
        (SOME_FAR_ROWS, "far_cells"),
        (FAR_COLUMN, "too_many_columns"),
        (FAR_BLOCK, "too_many_columns"),
    ],
)
def test_far_cells_are_named_and_not_waited_for(with_cells: WithCells, rows: str, code: str) -> None:
    path, start = with_cells("a.xlsx", rows), time.monotonic()
    assert failure_of(read_file(path)).code == code
    assert time.monotonic() - start < 20


def test_far_rows_that_a_table_fills_are_no_far_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,类型\n" + "甲,\n" * 60_000, encoding="utf-8")
    assert len(read_file(path).sheets[0].rows) == 60_001


@pytest.mark.parametrize(
    "parsed",
    [
        [{f"键{number}": number for number in range(500_000)}],
        [{f"键{number}": 1} for number in range(3000)],
        {"rows": [{"甲": {str(number): 1 for number in range(100_000)}}]},
        {f"编号{number}": {"名称": "甲"} for number in range(100_000)},
    ],
)
def test_an_object_of_very_many_keys_is_refused_at_once(read_text: ReadText, parsed: object) -> None:
    text, start = json.dumps(parsed), time.monotonic()
    assert failure_of(read_text(text, "a.json")).code in ("too_many_columns", "malformed_json")
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("quote", ['"', "'"])
def test_one_long_text_that_many_cells_name_is_refused_unopened(rewrite: Rewrite, quote: str) -> None:
    texts = f"<sst {MAIN}><si><t>短</t></si><si><t>{os.urandom(150_000).hex()}</t></si></sst>"
    cells = '<c t="s"><v>1</v></c>' * 20
    rows = "".join(f"<row>{cells}</row>" for _ in range(200)).replace('"', quote)
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    path = rewrite("a.xlsx", {"xl/sharedStrings.xml": texts.encode(), "xl/worksheets/sheet1.xml": sheet.encode()})
    assert failure_of(read_file(path)).code == "compression_ratio"


def test_one_long_text_that_an_ods_repeats_is_refused_unopened(tmp_path: Path) -> None:
    document, table, row = OpenDocumentSpreadsheet(), Table(name="a"), TableRow(numberrowsrepeated=200)
    cell = TableCell(valuetype="string", numbercolumnsrepeated=20)
    cell.addElement(P(text=os.urandom(50_000).hex()))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(tmp_path / "a.ods")
    assert failure_of(read_file(tmp_path / "a.ods")).code == "compression_ratio"


def test_a_long_text_that_few_cells_name_is_read_and_kept_once(rewrite: Rewrite) -> None:
    long = "长" * 30_000
    texts = f"<sst {MAIN}><si><t>短</t></si><si><t>{long}</t></si></sst>"
    rows = '<row><c t="s"><v>1</v></c><c t="s"><v>1</v></c></row>' + '<row><c t="s"><v>0</v></c></row>' * 4000
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    path = rewrite("a.xlsx", {"xl/sharedStrings.xml": texts.encode(), "xl/worksheets/sheet1.xml": sheet.encode()})
    first, second = read_file(path).sheets[0].rows[0]
    assert first == long
    assert first is second


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("小区台账".encode("gb18030"), "小区台账"),
        ("業委會".encode("big5"), None),
        (b"\xff\xfe", "��"),
        ("小区".encode() + b"\xff", None),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "json", "xlsx", "pdf"])
def test_a_file_whose_name_is_not_utf8_has_a_name_that_can_be_shown(
    tmp_path: Path, plain_workbook: Path, name: bytes, shown: str | None, ending: str
) -> None:
    path = tmp_path / os.fsdecode(name + b"." + ending.encode())
    contents = {
        "csv": "名称\n甲\n".encode(),
        "json": b'[{"a": 1}]',
        "xlsx": plain_workbook.read_bytes(),
        "pdf": b"%PDF",
    }
    path.write_bytes(contents[ending])
    result = read_file(path)
    names = [result.name, *(sheet.file for sheet in result.sheets), *(sheet.name for sheet in result.sheets)]
    assert all(text.encode() for text in names)
    assert shown is None or result.name == f"{shown}.{ending}"
    assert bool(result.sheets) == (ending != "pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_such_a_file_that_is_not_there_is_named_too() -> None:
    failure = failure_of(read_file(os.fsdecode("无此".encode("gb18030")) + ".csv"))
    assert failure.code == "file_not_found"
    assert "无此.csv" in failure.reason_zh
    assert failure.reason_en.encode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_such_a_file_goes_through_a_check(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("说明".encode("gb18030") + b"\xff.csv")
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    report = checked([*district(tmp_path), path])
    assert all(fault.file.encode() for fault in report.faults if fault.file)
