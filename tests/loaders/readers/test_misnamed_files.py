"""Files that are called `.xls` or `.xlsx` and are something else: read as what they are, or named."""

import datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt

from loaders.readers import Cell, Limits, ReadResult, read_file
from tests.loaders.office import checked, district, places
from tests.loaders.readers.asking import ReadText, failure_of

Rows = list[list[Cell]]
DAY = datetime.date(2023, 5, 1)

EXCEL_PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<style>td {mso-number-format:General;}</style>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>共建单位</x:Name>
</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>
<body><table border=0 cellpadding=0><col width=72>
 <tr height=19><td colspan=2 class=xl65>2023年<br>名册</td></tr>
 <tr><td>编号</td><td>名称</td></tr>
 <tr><td class=xl66 style='mso-number-format:"\\@"'>0012</td><td x:str>甲&amp;乙&nbsp;</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
</table></body></html>"""

PAGES = [
    # (the page, its rows, its merged ranges)
    ("<table><tr><td>名称<td>类型<tr><td>甲<td>学校</table>", [["名称", "类型"], ["甲", "学校"]], ()),
    (
        "<table><tr><td rowspan=2>甲街道</td><td>一社区</td></tr><tr><td>二社区</td></tr>"
        "<tr><td>乙</td><td>三</td></tr></table>",
        [["甲街道", "一社区"], [None, "二社区"], ["乙", "三"]],
        ((1, 1, 2, 1),),
    ),
    (
        '<table><tr><th colspan="2">人数</th><th>备注</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
        [["人数", None, "备注"], ["1", "2", "3"]],
        ((1, 1, 1, 2),),
    ),
    (
        "<table><tr><td rowspan=2 colspan=2>大</td><td>a</td></tr><tr><td>b</td></tr><tr><td>c<td>d<td>e</tr></table>",
        [["大", None, "a"], [None, None, "b"], ["c", "d", "e"]],
        ((1, 1, 2, 2),),
    ),
    ("<TABLE><TR><TD>a</TD><TD>\n 甲 \n 乙<BR>丙 </TD></TR></TABLE>", [["a", "甲 乙\n丙"]], ()),
    (
        "<table><thead><tr><th>编号<th>名称</thead><tbody><tr><td>007<td>&#30002;</tbody></table>",
        [["编号", "名称"], ["007", "甲"]],
        (),
    ),
    (
        "<table><tr><td>a</td></tr><tr></tr><tr><td></td><td>b</td></tr></table>",
        [["a", None], [None, None], [None, "b"]],
        (),
    ),
    ('<?xml version="1.0"?><!DOCTYPE html><html><table><tr><td>a<td>b</table>', [["a", "b"]], ()),
    ("\ufeff<div><table><tr><td>='x'</td><td>=\"0012\"</td></tr></table></div>", [["='x'", "0012"]], ()),
    (
        "<table><tr><td colspan=99999999999>a</td></tr><tr><td rowspan=0 colspan=x>b</td><td>c</td></tr></table>",
        [["a", None], ["b", "c"]],
        ((1, 1, 1, 2),),
    ),
]


@pytest.mark.parametrize(("page", "rows", "merged"), PAGES)
@pytest.mark.parametrize("name", ["名册.xls", "名册.xlsx", "名册.html"])
def test_a_web_page_called_a_workbook_is_read_as_its_table(
    read_text: ReadText, page: str, rows: Rows, merged: tuple[object, ...], name: str
) -> None:
    result = read_text(page, name)
    assert result.failure is None, result.failure
    assert [sheet.rows for sheet in result.sheets] == [rows]
    assert result.sheets[0].merged == merged
    assert result.sheets[0].untyped


def test_a_page_that_excel_saved_keeps_its_sheets_name_and_its_encoding(read_text: ReadText) -> None:
    result = read_text(EXCEL_PAGE.encode("gb18030"), "名册.xls")
    (sheet,) = result.sheets
    assert (sheet.name, result.encoding_used) == ("共建单位", "gb18030")
    assert sheet.rows == [["2023年\n名册", None], ["编号", "名称"], ["0012", "甲&乙"]]
    assert sheet.hidden_rows == {4}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_may_have_any_encoding_of_an_office(read_text: ReadText, encoding: str) -> None:
    page = "<html><table><tr><td>名称</td><td>示例街道第一小学</td></tr></table></html>"
    assert read_text(page.encode(encoding), "a.xls").sheets[0].rows == [["名称", "示例街道第一小学"]]


def test_several_tables_of_a_page_are_several_sheets_and_inner_ones_their_own(read_text: ReadText) -> None:
    page = (
        "<table><tr><td><table><tr><td>内</td></tr></table></td></tr></table><p>文字</p>"
        "<table><tr><td>外</td><td><s>旧</s></td></tr><tr><td><del>甲</del></td></tr></table><table></table>"
    )
    result = read_text(page, "a.xls")
    assert [(sheet.name, sheet.rows) for sheet in result.sheets] == [
        ("表格1", [["内"]]),
        ("表格2", [["外", "旧"], ["甲", None]]),
    ]
    assert result.sheets[1].struck_rows == {2}


BOOK = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><x:ExcelWorkbook>{book}</x:ExcelWorkbook><Styles>
 <Style ss:ID="s1"><NumberFormat ss:Format="&quot;XQ-&quot;0000"/></Style>
 <Style ss:ID="s2"><Font ss:StrikeThrough="1"/></Style></Styles>
 <Worksheet ss:Name="小区"><Table>{rows}</Table>
 <x:WorksheetOptions>{sheet}</x:WorksheetOptions></Worksheet></Workbook>"""


def book(rows: str, sheet: str = "", book: str = "") -> str:
    return BOOK.format(rows=rows, sheet=sheet, book=book)


def data(value: str, kind: str = "String", **attributes: str) -> str:
    said = "".join(f' ss:{name}="{text}"' for name, text in attributes.items())
    return f'<Cell{said}><Data ss:Type="{kind}">{value}</Data></Cell>'


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (f"<Row>{data('名称')}{data('12', 'Number')}</Row>", [["名称", 12]]),
        (f"<Row>{data('0.5', 'Number')}{data('1', 'Boolean')}</Row>", [[0.5, True]]),
        (f"<Row>{data('2023-05-01T00:00:00.000', 'DateTime')}{data('a')}</Row>", [[DAY, "a"]]),
        (f"<Row>{data('甲')}{data('乙', Index='3')}</Row>", [["甲", None, "乙"]]),
        (
            f"<Row>{data('甲')}{data('b')}</Row><Row ss:Index='3'>{data('乙')}</Row>",
            [["甲", "b"], [None, None], ["乙", None]],
        ),
        (f"<Row>{data('标题', MergeAcross='1')}{data('右')}</Row>", [["标题", None, "右"]]),
        (
            "<Row><Cell><Data ss:Type='String'><B xmlns='http://www.w3.org/TR/REC-html40'>粗</B>细</Data></Cell></Row>",
            [["粗细"]],
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.xml"])
def test_an_xml_spreadsheet_is_read_as_what_it_is(read_text: ReadText, rows: str, read: Rows, name: str) -> None:
    (sheet,) = read_text(book(rows), name).sheets
    assert (sheet.name, sheet.rows, sheet.untyped) == ("小区", read, False)


def test_an_xml_spreadsheet_tells_what_is_hidden_struck_shown_and_in_error(read_text: ReadText) -> None:
    rows = (
        f"<Row ss:Hidden='1'>{data('12', 'Number', StyleID='s1')}{data('x')}</Row>"
        f"<Row ss:StyleID='s2'>{data('旧')}</Row>"
        f"<Row>{data('#SPILL!', 'Error')}<Cell ss:Formula='=1+1'/></Row>"
    )
    options = "<x:Visible>SheetHidden</x:Visible>"
    (sheet,) = read_text(book(rows, options, "<x:Date1904/>"), "a.xls").sheets
    assert (sheet.hidden, sheet.epoch_1904) == (True, True)
    assert (sheet.hidden_rows, sheet.struck_rows) == (frozenset({1}), frozenset({2}))
    assert sheet.shown == {(1, 1): "XQ-0012"}
    assert sheet.error_cells == {(3, 1): "#SPILL!"}
    assert sheet.no_value == {(3, 2)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            book(f"<Row>{data('a')}</Row>").replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook'),
            "forbidden_xml",
        ),
        (book(f"<Row>{data('a')}</Row>")[:-40], "unreadable_workbook"),
        (book(f"<Row>{data('x', 'Number')}</Row>"), "unreadable_workbook"),
        (book(f"<Row ss:Index='-1'>{data('x')}</Row>"), "unreadable_workbook"),
        (book(f"<Row>{data('a')}</Row><Row ss:Index='99999999'>{data('x')}</Row>"), "too_many_cells"),
        (book(""), "no_content"),
        ("<html><body>请登录</body></html>", "unknown_file_type"),
        ("<html><frameset><frame src='a.files/sheet001.htm'></frameset></html>", "unknown_file_type"),
        ("<html><table><tr><td></td></tr></table></html>", "unknown_file_type"),
        ('<?xml version="1.0"?><svg/>', "unknown_file_type"),
        ("MIME-Version: 1.0\nX-Document-Type: Workbook\n<html><table><tr><td>a</td></tr></table>", "unknown_file_type"),
        ("<table><tr>" + "<td>a</td>" * 3000 + "</tr></table>", "too_many_columns"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(read_text: ReadText, text: str, code: str) -> None:
    failure = failure_of(read_text(text, "a.xls"))
    assert failure.code == code
    assert failure.suggestion_zh


def test_a_page_of_cells_without_end_keeps_the_limits(read_text: ReadText, tmp_path: Path) -> None:
    page = "<table>" + "<tr><td>a</td><td>b</td></tr>" * 600 + "</table>"
    (tmp_path / "a.xls").write_text(page, encoding="utf-8")
    assert failure_of(read_file(tmp_path / "a.xls", limits=Limits(cells=1000))).code == "too_many_cells"


def renamed(folder: Path, workbook: openpyxl.Workbook | xlwt.Workbook, name: str) -> ReadResult:
    workbook.save(folder / "直")
    return read_file((folder / "直").rename(folder / name))


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.et", "a.csv", "a"])
def test_workbooks_are_read_by_what_they_hold_whatever_their_ending(tmp_path: Path, name: str) -> None:
    new, old = openpyxl.Workbook(), xlwt.Workbook(encoding="utf-8")
    new.active.append(["名称", 1])
    sheet = old.add_sheet("表")
    sheet.write(0, 0, "名称")
    sheet.write(0, 1, 1)
    assert renamed(tmp_path, new, name).sheets[0].rows == [["名称", 1]]
    assert renamed(tmp_path, old, name).sheets[0].rows == [["名称", 1]]


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.xlsm", "a.ods", "a.csv"])
@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
def test_text_called_a_workbook_is_read_as_text(read_text: ReadText, name: str, delimiter: str) -> None:
    text = f"名称{delimiter}类型\n甲{delimiter}学校\n"
    (sheet,) = read_text(text.encode("gb18030"), name).sheets
    assert (sheet.rows, sheet.untyped) == ([["名称", "类型"], ["甲", "学校"]], True)


@pytest.mark.parametrize(
    ("name", "text"), [("a.xls", "名称\t起始日期\n"), ("a.xls", "<table>"), ("a.xlsx", "名称,起始日期\n")]
)
def test_a_month_that_lost_its_zero_is_asked_about_in_all_of_them(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / f"小区（20240903）{name}"
    cells = ["示例新苑", "和盛里社区", "2023.1"]
    heading = ["小区名称", "所属社区", "起始日期"]
    if text == "<table>":
        rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in (heading, cells))
        path.write_text("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>", encoding="utf-8")
    else:
        mark = "\t" if "\t" in text else ","
        path.write_text("\n".join(mark.join(row) for row in (heading, cells)), encoding="utf-8")
    assert ("ambiguous_month", 2, "C") in places(checked([*district(tmp_path), path]))
