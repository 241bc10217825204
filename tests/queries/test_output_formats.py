"""The five forms of a result: what a reader, a program and Excel find in them."""

import csv
import io
import json
import zipfile
from datetime import date

import openpyxl
import pytest
from rich.cells import cell_len

from graph_model.errors import UsageError
from graph_store.protocol import Node, Relationship
from queries.output_formats import FORMATS, render
from queries.output_formats.screen_table import screen_table
from queries.query_file import Column
from queries.tables import Table

TYPES = {
    "unit": "string",
    "communities": "int",
    "share": "float",
    "since": "date",
    "vacant": "boolean",
    "community_names": "list<string>",
    "certainty": "string",
}
TABLE = Table(
    tuple(Column(name, kind) for name, kind in TYPES.items()),
    (
        ("示例第一医院", 3, 2 / 3, date(2023, 5, 1), True, ["甲社区", "乙社区"], "definite"),
        ('=HYPERLINK("x")|*a*', -1, None, None, False, [], "possible"),
    ),
)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def text(output_format: str, table: Table = TABLE, language: str = "zh") -> str:
    rendered = render(table, output_format, language)
    return rendered if isinstance(rendered, str) else rendered.decode("utf-8-sig")


def test_json_has_rows_in_the_declared_order_dates_as_iso_and_missing_as_null() -> None:
    rows = json.loads(text("json"))
    assert list(rows[0]) == list(TYPES)
    assert rows[0]["since"] == "2023-05-01"
    assert rows[0]["community_names"] == ["甲社区", "乙社区"]
    assert rows[1]["share"] is None
    assert rows[1]["since"] is None
    assert rows[0]["certainty"] == "definite", "programs get codes"


def test_json_has_nodes_and_relationships_as_objects() -> None:
    node = Node("area:1", ("Area",), {"name": "片区", "day": date(2024, 1, 2), "sources": ["a"]})
    tie = Relationship("part_of:1", "PART_OF", "area:1", "subdistrict:1", {"valid_to": None})
    table = Table((Column("n", "any"), Column("t", "any"), Column("m", "any")), ((node, tie, {"x": [node]}),))
    (row,) = json.loads(text("json", table))
    shown = {"uid": "area:1", "labels": ["Area"], "properties": {"name": "片区", "day": "2024-01-02", "sources": ["a"]}}
    assert row["n"] == shown
    assert row["t"] == {
        "uid": "part_of:1",
        "type": "PART_OF",
        "start": "area:1",
        "end": "subdistrict:1",
        "properties": {"valid_to": None},
    }
    assert row["m"] == {"x": [shown]}


def test_csv_opens_in_excel_and_reads_back() -> None:
    raw = render(TABLE, "csv")
    assert isinstance(raw, bytes)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 3
    assert raw.count(b"\n") == 3
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(TYPES)
    assert rows[1] == ["示例第一医院", "3", "0.6667", "2023-05-01", "true", "甲社区, 乙社区", "definite"]
    assert rows[2][1:5] == ["-1", "", "", "false"], "a negative number stays a number"


@pytest.mark.parametrize("dangerous", DANGEROUS)
def test_csv_shows_what_looks_like_a_formula_as_text(dangerous: str) -> None:
    table = Table((Column("unit", "string"), Column("names", "list<string>")), ((dangerous, [dangerous, "x"]),))
    rows = list(csv.reader(io.StringIO(text("csv", table), newline="")))
    assert rows[1] == ["'" + dangerous, "'" + dangerous + ", x"]


@pytest.mark.parametrize("dangerous", [*DANGEROUS, "a\x00b\x0b", "x" * 40_000])
def test_a_workbook_has_no_formula_whatever_a_cell_begins_with(dangerous: str) -> None:
    table = Table((Column("unit", "string"), Column("=1+1", "string")), ((dangerous, dangerous),))
    raw = render(table, "xlsx")
    assert isinstance(raw, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(raw)).active
    assert all(cell.data_type in {"s", "inlineStr"} for row in sheet for cell in row)
    xml = zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml


def test_a_workbook_has_numbers_dates_a_styled_heading_and_wide_columns() -> None:
    raw = render(TABLE, "xlsx", "zh")
    assert isinstance(raw, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(raw)).active
    assert [cell.value for cell in sheet[1]] == ["单位", "社区", "比例", "始于", "是否空缺", "社区名称", "确定性"]
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].value == 3
    assert sheet["D2"].value.date() == date(2023, 5, 1)
    assert sheet["D2"].number_format == "yyyy-mm-dd"
    assert sheet["G2"].value == "确定"
    assert sheet["C3"].value is None
    assert sheet.column_dimensions["A"].width >= cell_len("示例第一医院")


@pytest.mark.parametrize(("language", "certainty", "vacant"), [("zh", "确定", "是"), ("en", "definite", "yes")])
def test_what_people_read_is_in_their_language(language: str, certainty: str, vacant: str) -> None:
    for output_format in ("table", "markdown"):
        shown = text(output_format, language=language)
        assert certainty in shown
        assert vacant in shown


def test_columns_of_ones_own_statement_keep_their_names_and_values() -> None:
    table = Table((Column("n", "any"), Column("kind", "any")), ((1, "bank"),))
    assert text("markdown", table).splitlines() == ["| n | kind |", "| --- | --- |", "| 1 | bank |"]


def test_columns_of_a_table_stand_below_each_other_though_chinese_is_wide() -> None:
    lines = screen_table(TABLE, "zh", width=160).splitlines()
    heading = next(line for line in lines if "单位" in line)
    row = next(line for line in lines if "示例第一医院" in line)
    assert cell_len(heading[: heading.index("始于")]) == cell_len(row[: row.index("2023-05-01")])
    assert lines[-1] == "共 2 行"


def test_a_table_wraps_within_the_width_and_loses_nothing() -> None:
    name = "很长的名称" * 12
    shown = screen_table(Table((Column("unit", "string"), Column("n", "int")), ((name, 1),)), "zh", width=50)
    assert all(cell_len(line) <= 50 for line in shown.splitlines())
    assert sum(shown.count(c) for c in set("很长的名称")) >= len(name)


def test_a_table_too_wide_leaves_out_uids_beside_names_and_says_so() -> None:
    columns = (Column("unit_uid", "string"), Column("unit", "string"), Column("since", "date"), Column("uid", "string"))
    table = Table(columns, (("co_building_unit:" + "9" * 40, "示例第一医院" * 6, date(2023, 5, 1), "area:1"),))
    narrow = screen_table(table, "zh", width=60)
    assert "999" not in narrow
    assert "2023-05-01" in narrow, "a day is never broken"
    assert "area:1" in narrow
    assert narrow.splitlines()[-1].startswith("共 1 行（另有 1 列标识未显示")
    assert "9" * 40 in screen_table(table, "zh", width=200)


def test_a_table_without_rows_says_so() -> None:
    assert screen_table(Table(TABLE.columns, ()), "en", width=120).splitlines()[-1] == "0 rows"


def test_a_cell_cannot_steer_the_terminal() -> None:
    table = Table((Column("unit", "string"),), (("\x1b[31m[red]x[/red]",),))
    shown = screen_table(table, "zh", width=80)
    assert "\x1b" not in shown
    assert "[red]x[/red]" in shown


def test_markdown_quotes_its_signs() -> None:
    lines = text("markdown").splitlines()
    assert len(lines) == 4
    assert "\\|\\*a\\*" in lines[3]
    assert all(line.replace("\\|", "").count("|") == len(TYPES) + 1 for line in lines)


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean markdown"):
        render(TABLE, "markdwn")
    assert FORMATS == ("table", "json", "csv", "markdown", "xlsx")
