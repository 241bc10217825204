"""What stands between cells: found, or asked about; in text files and in text pasted into a workbook."""

from pathlib import Path

import openpyxl
import pytest

from loaders.readers import Cell, Sheet, read_file
from tests.loaders.readers.asking import ReadText, RowsOf, WithCells, failure_of

TABLE = [["名称", "类型", "地址"], ["甲", "学校", "甲路1号"], ["乙", "医院", "乙路2号"]]

Rows = list[list[Cell]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，", "^"])
@pytest.mark.parametrize("title", ["", "2023年共建单位名册\n"])
def test_every_usual_delimiter_is_found_below_a_title_too(rows_of: RowsOf, delimiter: str, title: str) -> None:
    rows = rows_of(title + "\n".join(delimiter.join(map(str, row)) for row in TABLE))
    assert rows[1:] == TABLE if title else rows == TABLE


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("名称;面积\n甲;1,5\n乙;2,25\n", [["名称", "面积"], ["甲", "1,5"], ["乙", "2,25"]]),
        ("编号;面积,平米;户数\n1;2,5;3\n", [["编号", "面积,平米", "户数"], ["1", "2,5", "3"]]),
        (
            "单位|联系方式\n甲|电话,手机\n乙|电话,手机\n",
            [["单位", "联系方式"], ["甲", "电话,手机"], ["乙", "电话,手机"]],
        ),
        ('单位;说明\n"甲;一";"好,\n很好"\n', [["单位", "说明"], ["甲;一", "好,\n很好"]]),
        ('"甲,乙";"丙,丁"\n"戊,己";"庚,辛"\n', [["甲,乙", "丙,丁"], ["戊,己", "庚,辛"]]),
        (
            "支部,小区,户数\n甲,一|二,3\n乙,三|四,5\n",
            [["支部", "小区", "户数"], ["甲", "一|二", "3"], ["乙", "三|四", "5"]],
        ),
        ("支部，小区\n甲，一、二\n乙，三、四\n", [["支部", "小区"], ["甲", "一、二"], ["乙", "三、四"]]),
        ("名称\n甲|乙\n丙\n丁\n", [["名称"], ["甲|乙"], ["丙"], ["丁"]]),
        ("名称\n甲，乙街道\n丙\n丁\n", [["名称"], ["甲，乙街道"], ["丙"], ["丁"]]),
        (
            "a,b,c\n1,2,3\n注：含空置，不含搬迁，截至九月\n",
            [["a", "b", "c"], ["1", "2", "3"], ["注：含空置，不含搬迁，截至九月", None, None]],
        ),
        (
            "各街道报送，不含，空置。\na,b,c\n1,2,3\n",
            [["各街道报送，不含，空置。", None, None], ["a", "b", "c"], ["1", "2", "3"]],
        ),
        ("sep=;\n名称;类型,又\n甲;乙,丙\n", [["名称", "类型,又"], ["甲", "乙,丙"]]),
        ("SEP=|\r\n名称|类型\r\n", [["名称", "类型"]]),
        ('"sep=;"\n名称;类型\n', [["名称", "类型"]]),
        ("sep=\t\n名称\t类型\n", [["名称", "类型"]]),
        ("sep=;;;\n名称;类型;甲;乙\n", [["名称", "类型", "甲", "乙"]]),
    ],
)
def test_a_delimiter_within_cells_does_not_cut_them(rows_of: RowsOf, text: str, rows: Rows) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("名称;面积,平米\n甲;1,5\n乙;2,5\n", 1, ("半角逗号", "半角分号")),
        ("标题\n甲|乙,丙|丁,戊\n1|2,3|4,5\n", 2, ("半角逗号", "竖线")),
        ("a\tb|c\n1\t2|3\n", 1, ("制表符", "竖线")),
        ("名称，类型;地址\n甲，乙;丙\n", 1, ("全角逗号", "半角分号")),
        ("名称，类型，地址\n甲,乙,丙\n丁,戊,己\n", 1, ("半角逗号", "全角逗号")),
        ("名称,类型,地址\n甲,乙,丙\n丁;戊;己\n", 3, ("半角逗号", "半角分号")),
        ("名称,类型,地址\n甲,乙,丙\n丁\t戊\t己\n", 3, ("半角逗号", "制表符")),
    ],
)
def test_two_delimiters_that_fit_alike_are_asked_about(
    read_text: ReadText, text: str, row: int, said: tuple[str, ...]
) -> None:
    failure = failure_of(read_text(text))
    assert (failure.code, failure.row) == ("unclear_delimiter", row)
    assert all(name in failure.reason_zh for name in said)
    assert "sep=" in failure.suggestion_zh


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ('="0012"', "0012"),
        ('"=""0012"""', "0012"),
        ('= "0012"', "0012"),
        ('="a""b"', 'a"b'),
        ('=""', None),
        ("'0012", "0012"),
        ("'=1+1", "=1+1"),
        ("'-5", "-5"),
        ("'甲'", "'甲'"),
        ("'90后'队", "'90后'队"),
        ("=1+1", "=1+1"),
        ("D'Arc", "D'Arc"),
        ("'甲", "'甲"),
    ],
)
def test_marks_that_say_that_a_number_is_text_are_no_part_of_it(rows_of: RowsOf, field: str, value: Cell) -> None:
    assert rows_of(f"编号,名称\n{field},x\n")[1] == [value, "x"]


def test_a_formula_that_says_so_in_a_workbook_is_its_text(with_cells: WithCells) -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>"0012"</f><v>0012</v></c><c r="B1"><v>1</v></c></row>'
    assert read_file(with_cells("a.xlsx", rows)).sheets[0].rows == [["0012", 1]]


def column(folder: Path, cells: list[object], start: str = "A1") -> Sheet:
    workbook = openpyxl.Workbook()
    first = workbook.active[start]
    for offset, value in enumerate(cells):
        workbook.active.cell(first.row + offset, first.column, value)
    workbook.save(folder / "a.xlsx")
    return read_file(folder / "a.xlsx").sheets[0]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，", "^"])
def test_text_pasted_into_one_column_is_split(tmp_path: Path, delimiter: str) -> None:
    sheet = column(tmp_path, ["名册", *(delimiter.join(map(str, row)) for row in TABLE)], "B3")
    assert sheet.rows == [["名册", None, None], *TABLE]
    assert (sheet.split_by, sheet.untyped, sheet.first_row, sheet.first_column) == (delimiter, True, 3, 2)


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (['"名,称",类型', '"甲,乙",学校'], [["名,称", "类型"], ["甲,乙", "学校"]]),
        (["编号,日期", '"=""0012""",2023.1'], [["编号", "日期"], ["0012", "2023.1"]]),
        (["编号\t备注", "甲\t一\n二"], [["编号", "备注"], ["甲", "一\n二"]]),
        (
            ["编号,类型,备注", "甲,乙,丙", None, 5],
            [["编号", "类型", "备注"], ["甲", "乙", "丙"], [None] * 3, [5, None, None]],
        ),
    ],
)
def test_pasted_text_is_split_as_a_text_file_is(tmp_path: Path, cells: list[object], rows: Rows) -> None:
    assert column(tmp_path, cells).rows == rows


@pytest.mark.parametrize(
    "cells",
    [
        ["名称", "甲小区", "乙小区"],
        ["覆盖小区", "甲、乙", "丙、丁"],
        ["填表说明", "一、请按时报送，不要漏报", "二、名称写全称", "三、有问题，打电话，找网格员"],
        ["名称;面积,平米", "甲;1,5", "乙;2,5"],
        ["名称,又名"],
        [1, 2, 3],
    ],
)
def test_a_column_that_is_no_table_stays_one(tmp_path: Path, cells: list[object]) -> None:
    sheet = column(tmp_path, cells)
    assert (sheet.width, sheet.split_by) == (1, None)


def test_two_columns_are_never_split(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (["甲,乙", 1], ["丙,丁", 2]):
        workbook.active.append(row)
    workbook.save(tmp_path / "a.xlsx")
    assert read_file(tmp_path / "a.xlsx").sheets[0].rows == [["甲,乙", 1], ["丙,丁", 2]]
