"""CSV as offices export it."""

from pathlib import Path

import pytest

from loaders.readers import Limits, read_file
from tests.loaders.readers.asking import ReadText, RowsOf, failure_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_by_itself(rows_of: RowsOf, delimiter: str) -> None:
    text = delimiter.join(["名称", "类型", "地址"]) + "\n" + delimiter.join(["示例一", "学校", "甲路1号"]) + "\n"
    assert rows_of(text) == [["名称", "类型", "地址"], ["示例一", "学校", "甲路1号"]]


def test_list_cells_with_semicolons_do_not_win_over_the_commas(rows_of: RowsOf) -> None:
    text = "支部,小区\n" + "".join(f"支部{n},甲{n};乙{n};丙{n}\n" for n in range(30))
    assert rows_of(text)[1] == ["支部0", "甲0;乙0;丙0"]


def test_a_title_without_delimiter_above_the_heading_is_a_row_like_others(rows_of: RowsOf) -> None:
    rows = rows_of("2023年共建单位名册\n名称;类型\n甲;学校\n乙;医院\n")
    assert rows[0] == ["2023年共建单位名册", None]
    assert rows[2] == ["甲", "学校"]


def test_excels_own_line_that_names_the_delimiter_is_no_row(rows_of: RowsOf) -> None:
    assert rows_of("sep=;\n名称;类型\n甲,乙;学校\n") == [["名称", "类型"], ["甲,乙", "学校"]]


def test_a_quoted_line_break_stays_in_its_cell_and_starts_no_row(rows_of: RowsOf) -> None:
    rows = rows_of('名称,备注\n甲,"第一行\n第二行"\n乙,无\n')
    assert rows == [["名称", "备注"], ["甲", "第一行\n第二行"], ["乙", "无"]]


def test_a_form_feed_or_line_separator_within_a_cell_starts_no_row(rows_of: RowsOf) -> None:
    assert rows_of("名称,备注\n甲\x0c,乙\u2028丙\n")[1] == ["甲\x0c", "乙\u2028丙"]


def test_a_blank_line_counts_as_a_row_and_blank_cells_are_missing(rows_of: RowsOf) -> None:
    assert rows_of("名称,类型\n\n甲, \n") == [["名称", "类型"], [None, None], ["甲", None]]


def test_short_rows_are_filled_up_and_empty_rows_at_the_end_are_dropped(rows_of: RowsOf) -> None:
    assert rows_of("a,b,c\n1\n,,\n\n") == [["a", "b", "c"], ["1", None, None]]


def test_values_stay_text_as_written(rows_of: RowsOf) -> None:
    assert rows_of("编号,日期\n007,2023.10\n")[1] == ["007", "2023.10"]


def test_a_quote_that_is_never_closed_is_reported_where_it_opens(read_text: ReadText) -> None:
    failure = failure_of(read_text('名称,备注\n甲,好\n乙,"没有结束\n丙,好\n丁,好\n'))
    assert (failure.code, failure.row) == ("malformed_csv", 3)


def test_an_inch_mark_within_a_cell_is_no_open_quote(rows_of: RowsOf) -> None:
    assert rows_of('名称,尺寸\n屏,5"\n')[1] == ["屏", '5"']


def test_a_cell_of_endless_length_is_refused(read_text: ReadText) -> None:
    failure = failure_of(read_text("名称,备注\n甲," + "长" * 140_000 + "\n"))
    assert (failure.code, failure.row) == ("malformed_csv", 2)


def test_one_endless_row_does_not_blow_up_the_others(tmp_path: Path) -> None:
    path = tmp_path / "宽.csv"
    path.write_text("a,b\n" * 1000 + "," * 4000 + "x\n", encoding="utf-8")
    failure = failure_of(read_file(path, limits=Limits(cells=100_000)))
    assert failure.code == "too_many_cells"
    assert str(4001 * 1001) in failure.reason_en


def test_the_sheet_is_named_after_the_file(read_text: ReadText) -> None:
    sheet = read_text("a,b\n", "共建单位.csv").sheets[0]
    assert (sheet.file, sheet.name, sheet.first_row, sheet.kind) == ("共建单位.csv", "共建单位", 1, "cells")
    assert len(sheet.source) == 64
