"""A returned workbook is mended in place and sent in again: its old marks neither count nor stay."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import read_file
from loaders.returning.marked_workbooks import write_marked
from loaders.returning.marked_workbooks.marked_fault import Language
from tests.loaders.office import checked, codes, district, write_xlsx
from tests.loaders.returning.one_fault import Fault

HEADINGS = ["小区名称", "所属社区", "户数"]
ROWS = [HEADINGS, ["示例新苑", "和盛里社区", "十二"], ["示例雅苑", "和盛里社区", 5]]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = write_xlsx(tmp_path / "小区来件（20240903）.xlsx", 小区=ROWS)
    workbook = openpyxl.load_workbook(path)
    workbook["小区"]["C2"].comment = Comment("请核对", "办公室")
    workbook.save(path)
    return path


def mark(path: Path, out: Path, *faults: Fault, language: Language = "zh") -> Path:
    return write_marked(path, read_file(path).sheets, faults, out, language=language)


def painted(table: Worksheet) -> list[str]:
    return [cell.coordinate for row in table.iter_rows() for cell in row if cell.fill.fill_type]


def test_a_cell_that_was_mended_is_plain_again_and_keeps_the_comment_of_the_office(sent: Path) -> None:
    first = mark(sent, sent.with_name("一.xlsx"), Fault(2, "C", sheet="小区"))
    second = openpyxl.load_workbook(mark(first, sent.with_name("二.xlsx"), Fault(3, "A", sheet="小区")))
    assert second.sheetnames == ["小区", "检查结果"]
    assert painted(second["小区"]) == ["A3"]
    assert second["小区"]["C2"].comment.text == "请核对"
    assert second["检查结果"].max_row == 2


def test_a_cell_that_is_still_wrong_bears_one_mark(sent: Path) -> None:
    path = sent
    for number in range(3):
        path = mark(path, sent.with_name(f"{number}.xlsx"), Fault(2, "C", sheet="小区"))
    comment = openpyxl.load_workbook(path)["小区"]["C2"].comment.text
    assert (comment.count("unknown_code"), comment.count("请核对")) == (1, 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_of_faults_is_no_table_of_the_office(sent: Path, language: Language) -> None:
    mark(sent, sent.with_name("回（20240903）.xlsx"), Fault(2, "C", sheet="小区"), language=language)
    assert codes(checked([*district(sent.parent), sent.with_name("回（20240903）.xlsx")])) == ["invalid_number"]


@pytest.mark.parametrize("name", ["检查结果", "Check results", "检查结果 2", "检查结果汇总"])
def test_a_sheet_of_the_office_is_read_though_it_bears_the_name_of_the_list(tmp_path: Path, name: str) -> None:
    estates = [HEADINGS, ["示例新苑", "和盛里社区", 12]]
    files = district(tmp_path)
    read = checked(files).read
    path = write_xlsx(tmp_path / "小区来件（20240903）.xlsx", **{name: estates})
    assert checked([*files, path]).read == read + 1
    back = openpyxl.load_workbook(mark(path, tmp_path / "回.xlsx", Fault(2, "C", sheet=name)))
    assert painted(back[name]) == ["C2"]
    assert len(back.sheetnames) == 2
