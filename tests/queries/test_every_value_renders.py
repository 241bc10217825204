"""Whatever a store can return comes out in every form: read back as the programs read it that people use."""

import csv
import io
import json
import math
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j.graph import Graph
from neo4j.graph import Node as DriverNode
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Date as DriverDate
from neo4j.time import DateTime as DriverDateTime
from neo4j.time import Duration as DriverDuration
from neo4j.time import Time as DriverTime

from graph_model.errors import UsageError
from graph_store.bolt.values import to_value
from graph_store.protocol import Node, Path, Relationship
from queries.output_formats import FORMATS, render, spreadsheet_cells
from queries.query_file import Column
from queries.tables import Table

CHINA = timezone(timedelta(hours=8))
ESTATE = Node("estate:1", ("Estate",), {"uid": "estate:1", "name": "花园", "old": True})
BRANCH = Node("party_branch:1", ("PartyBranch",), {"uid": "party_branch:1", "name": "花园党支部"})
COVERS = Relationship("covers:1", "COVERS", "party_branch:1", "estate:1", {"valid_from": date(2023, 5, 1)})
STRANGER = Node("", ("Thing",), {"a": 1})
"""A node of somebody else's on a server: neither a uid nor a name."""


def one(value: object, name: str = "v", kind: str = "any") -> Table:
    return Table((Column(name, kind),), ((value,),))


def as_json(table: Table) -> Any:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    return json.loads(str(render(table, "json")), parse_constant=refuse)


def as_csv(table: Table) -> list[list[str]]:
    raw = render(table, "csv")
    assert isinstance(raw, bytes)
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def as_workbook(table: Table, language: str = "zh") -> openpyxl.Workbook:
    raw = render(table, "xlsx", language)
    assert isinstance(raw, bytes)
    return openpyxl.load_workbook(io.BytesIO(raw))


def as_cell(table: Table) -> Any:
    return as_workbook(table).active["A2"].value


def as_markdown(table: Table) -> str:
    lines = str(render(table, "markdown")).splitlines()
    assert len(lines) == 3, "a row is a line"
    return lines[2].removeprefix("|").removesuffix("|").strip()


# value, JSON, CSV, markdown (its signs without their backslashes), cell of a workbook
CASES: dict[str, tuple[object, object, str, str, object]] = {
    "missing": (None, None, "", "", None),
    "true": (True, True, "true", "是", "是"),
    "a day": (date(2024, 1, 2), "2024-01-02", "2024-01-02", "2024-01-02", datetime(2024, 1, 2)),
    "a day before Excel's first": (date(1899, 12, 31), "1899-12-31", "1899-12-31", "1899-12-31", "1899-12-31"),
    "a day that Excel counts wrongly": (date(1900, 2, 28), "1900-02-28", "1900-02-28", "1900-02-28", "1900-02-28"),
    "the first day that it counts well": (
        date(1900, 3, 1),
        "1900-03-01",
        "1900-03-01",
        "1900-03-01",
        datetime(1900, 3, 1),
    ),
    "the last day": (date(9999, 12, 31), "9999-12-31", "9999-12-31", "9999-12-31", datetime(9999, 12, 31)),
    "a year of five digits": ("+10000-01-01", "+10000-01-01", "'+10000-01-01", "+10000-01-01", "+10000-01-01"),
    "a time": (time(10, 30), "10:30:00", "10:30:00", "10:30:00", time(10, 30)),
    "a time with parts of a second": (
        time(10, 30, 0, 123456),
        "10:30:00.123456",
        "10:30:00.123456",
        "10:30:00.123456",
        "10:30:00.123456",
    ),
    "a time of a zone": (
        time(10, 30, tzinfo=CHINA),
        "10:30:00+08:00",
        "10:30:00+08:00",
        "10:30:00+08:00",
        "10:30:00+08:00",
    ),
    "a local moment": (
        datetime(2024, 1, 2, 3, 4, 5),
        "2024-01-02T03:04:05",
        "2024-01-02T03:04:05",
        "2024-01-02T03:04:05",
        datetime(2024, 1, 2, 3, 4, 5),
    ),
    "a moment of a zone": (
        datetime(2024, 1, 2, 3, 4, 5, tzinfo=CHINA),
        *("2024-01-02T03:04:05+08:00",) * 4,
    ),
    "a moment of UTC with parts of a second": (
        datetime(2024, 1, 2, 3, 4, 5, 678000, tzinfo=UTC),
        *("2024-01-02T03:04:05.678000+00:00",) * 4,
    ),
    "a moment before Excel's first": (datetime(1850, 1, 1, 12), *("1850-01-01T12:00:00",) * 4),
    "a duration": ("P1Y2M3DT4H5M6S", *("P1Y2M3DT4H5M6S",) * 4),
    "no number": (math.nan, None, "", "", None),
    "infinity": (math.inf, None, "", "", None),
    "minus infinity": (-math.inf, None, "", "", None),
    "no number in a list": ([1.5, math.nan], [1.5, None], "[1.5, null]", "[1.5, null]", "[1.5, null]"),
    "no number in a map": ({"a": math.inf}, {"a": None}, *('{"a": null}',) * 3),
    "a third": (1 / 3, 1 / 3, "0.3333", "0.3333", 1 / 3),
    "a very small number": (1e-7, 1e-7, "1e-07", "1e-07", 1e-7),
    "a very small negative number": (-0.00001, -0.00001, "-1e-05", "-1e-05", -0.00001),
    "a very large number": (1e300, 1e300, "1e+300", "1e+300", 1e300),
    "a number beyond Excel's largest": (1.7e308, 1.7e308, "1.7e+308", "1.7e+308", "1.7e+308"),
    "a number that Excel takes for nought": (5e-324, 5e-324, "5e-324", "5e-324", "5e-324"),
    "minus nought": (-0.0, 0.0, "0", "0", 0),
    "the last whole number of a spreadsheet": (
        999_999_999_999_999,
        999_999_999_999_999,
        *("999999999999999",) * 2,
        999_999_999_999_999,
    ),
    "one more than a spreadsheet shows": (10**15, 10**15, *("1000000000000000",) * 3),
    "the last whole number of every JSON reader": (2**53 - 1, 2**53 - 1, *("9007199254740991",) * 3),
    "one that half of them round": (2**53 + 1, "9007199254740993", *("9007199254740993",) * 3),
    "the largest of a store": (2**63 - 1, "9223372036854775807", *("9223372036854775807",) * 3),
    "the least of a store": (-(2**63), "-9223372036854775808", *("-9223372036854775808",) * 3),
    "larger than any store's": (10**30, str(10**30), *(str(10**30),) * 3),
    "a large one in a list": ([2**53 + 1], ["9007199254740993"], *("9007199254740993",) * 3),
    "a large one in a map": ({"a": 2**60}, {"a": str(2**60)}, *(f'{{"a": "{2**60}"}}',) * 3),
    "a point": (
        {"x": 1.0, "y": 2.0, "crs": "cartesian", "srid": 7203},
        {"x": 1.0, "y": 2.0, "crs": "cartesian", "srid": 7203},
        *('{"x": 1.0, "y": 2.0, "crs": "cartesian", "srid": 7203}',) * 3,
    ),
    "bytes": ([0, 255], [0, 255], "0, 255", "0、255", "0、255"),
    "raw bytes": (b"\x00\xff", [0, 255], "0, 255", "0、255", "0、255"),
    "a list": (["甲", "乙"], ["甲", "乙"], "甲, 乙", "甲、乙", "甲、乙"),
    "an empty list": ([], [], "", "", None),
    "a list with a gap": ([1, None, 2], [1, None, 2], *("[1, null, 2]",) * 3),
    "a list in a list": ([1, [2, [3]]], [1, [2, [3]]], *("[1, [2, [3]]]",) * 3),
    "a list of times": (
        [time(1), date(2024, 1, 2)],
        ["01:00:00", "2024-01-02"],
        "01:00:00, 2024-01-02",
        "01:00:00、2024-01-02",
        "01:00:00、2024-01-02",
    ),
    "a list whose item has a comma": (
        ["甲, 乙", "丙"],
        ["甲, 乙", "丙"],
        '["甲, 乙", "丙"]',
        "甲, 乙、丙",
        "甲, 乙、丙",
    ),
    "a list whose item has an enumeration comma": (
        ["甲、乙", "丙"],
        ["甲、乙", "丙"],
        "甲、乙, 丙",
        '["甲、乙", "丙"]',
        '["甲、乙", "丙"]',
    ),
    "a list with an empty text": (["", "乙"], ["", "乙"], *('["", "乙"]',) * 3),
    "a map": (
        {"a": {"b": date(2024, 1, 1), "c": [time(10)]}},
        {"a": {"b": "2024-01-01", "c": ["10:00:00"]}},
        *('{"a": {"b": "2024-01-01", "c": ["10:00:00"]}}',) * 3,
    ),
    "an empty map": ({}, {}, "{}", "{}", "{}"),
    "a node": (
        ESTATE,
        {"uid": "estate:1", "labels": ["Estate"], "properties": {"uid": "estate:1", "name": "花园", "old": True}},
        "花园",
        "花园",
        "花园",
    ),
    "a node without a name": (
        STRANGER,
        {"uid": "", "labels": ["Thing"], "properties": {"a": 1}},
        *('(:Thing {"a": 1})',) * 3,
    ),
    "a node whose name is a number": (
        Node("", ("Thing",), {"name": 5}),
        {"uid": "", "labels": ["Thing"], "properties": {"name": 5}},
        *('(:Thing {"name": 5})',) * 3,
    ),
    "a relationship": (
        COVERS,
        {
            "uid": "covers:1",
            "type": "COVERS",
            "start": "party_branch:1",
            "end": "estate:1",
            "properties": {"valid_from": "2023-05-01"},
        },
        *("party_branch:1 –COVERS→ estate:1",) * 3,
    ),
    "a path": (
        Path((BRANCH, ESTATE), (COVERS,)),
        {
            "nodes": [
                {"uid": "party_branch:1", "labels": ["PartyBranch"], "properties": dict(BRANCH.properties)},
                {"uid": "estate:1", "labels": ["Estate"], "properties": dict(ESTATE.properties)},
            ],
            "relationships": [
                {
                    "uid": "covers:1",
                    "type": "COVERS",
                    "start": "party_branch:1",
                    "end": "estate:1",
                    "properties": {"valid_from": "2023-05-01"},
                }
            ],
        },
        *("花园党支部 –COVERS→ 花园",) * 3,
    ),
    "a path walked against its arrow": ([Path((ESTATE, BRANCH), (COVERS,))], ..., *("花园 ←COVERS– 花园党支部",) * 3),
    "an emoji": ("😀", *("😀",) * 4),
    "half an emoji": ("a\ud83d", "a\ud83d", *("a\ufffd",) * 3),
    "an emoji in two halves": ("\ud83d\ude00", "😀", *("😀",) * 3),
    "half an emoji in a map": ({"\ud800": "\udfff"}, {"\ud800": "\udfff"}, *('{"\ufffd": "\ufffd"}',) * 3),
    "control characters": (
        "a\x00b\x1b[31m\x7f\x9bc",
        "a\x00b\x1b[31m\x7f\x9bc",
        "a\ufffdb\x1b[31m\x7f\x9bc",
        "a b [31m c",
        "a b [31m  c",
    ),
    "what no XML may hold": ("a\ufffeb\uffff", "a\ufffeb\uffff", "a\ufffeb\uffff", "a b", "a\ufffdb\ufffd"),
    "line breaks": ("甲\n乙\r\n丙\r丁", "甲\n乙\r\n丙\r丁", "甲\n乙\r\n丙\r丁", "甲 乙 丙 丁", "甲\n乙\n丙\n丁"),
    "other line breaks": (
        "甲\u2028乙\x85丙\x0b丁",
        "甲\u2028乙\x85丙\x0b丁",
        "甲\u2028乙\x85丙\x0b丁",
        "甲 乙 丙 丁",
        "甲\u2028乙 丙 丁",
    ),
    "a pipe": ("a|b", "a|b", "a|b", "a|b", "a|b"),
    "what reads as an entity": ("&lt;b&gt;", *("&lt;b&gt;",) * 4),
    "blanks around": (" 甲 ", " 甲 ", " 甲 ", "甲", " 甲 "),
    "an escape of Excel's": ("_x0041_", "_x0041_", "_x0041_", "_x0041_", "_x005F_x0041_"),
    "a boolean as a text": ("TRUE", *("TRUE",) * 4),
    "an error of Excel's as a text": ("#N/A", *("#N/A",) * 4),
}


@pytest.mark.parametrize("case", CASES)
def test_a_value_reads_back_from_every_form(case: str) -> None:
    value, in_json, in_csv, in_markdown, in_workbook = CASES[case]
    table = one(value)
    found = as_json(table)[0]["v"]
    assert in_json is ... or (found, type(found)) == (in_json, type(in_json))
    assert as_csv(table)[1:] == [[in_csv]]
    shown = as_markdown(table)
    assert shown.replace("\\", "") == in_markdown
    cell = as_cell(table)
    assert (cell, type(cell)) == (in_workbook, type(in_workbook))
    assert str(render(table, "table")).endswith("共 1 行\n")


DRIVER = {
    "a day": (DriverDate(2024, 1, 2), "2024-01-02"),
    "a time": (DriverTime(10, 30, 0, 123456789), "10:30:00.123457"),
    "a time of a zone": (DriverTime(10, 30, 0, 0, tzinfo=CHINA), "10:30:00+08:00"),
    "a local moment": (DriverDateTime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05"),
    "a moment of a zone": (DriverDateTime(2024, 1, 2, 3, 4, 5, tzinfo=CHINA), "2024-01-02T03:04:05+08:00"),
    "a duration": (DriverDuration(years=1, months=2, days=3, hours=4), "P1Y2M3DT4H"),
    "a duration of nothing": (DriverDuration(), "PT0S"),
    "a plane point": (CartesianPoint((1.0, 2.0)), {"x": 1.0, "y": 2.0, "crs": "cartesian", "srid": 7203}),
    "a point of the earth": (
        WGS84Point((118.1, 24.5)),
        {"longitude": 118.1, "latitude": 24.5, "x": 118.1, "y": 24.5, "crs": "wgs-84", "srid": 4326},
    ),
    "a point in space": (
        CartesianPoint((1.0, 2.0, 3.0)),
        {"x": 1.0, "y": 2.0, "z": 3.0, "crs": "cartesian-3d", "srid": 9157},
    ),
    "a time that rounds to the next day": (DriverTime(23, 59, 59, 999999999), "23:59:59.999999999"),
    "the last moment": (
        DriverDateTime(9999, 12, 31, 23, 59, 59, 999999999),
        "9999-12-31T23:59:59.999999",
    ),
    "bytes": (b"\x00\xff", [0, 255]),
    "changeable bytes": (bytearray(b"\x01"), [1]),
    "no number": (math.nan, None),
    "the largest integer": (2**63 - 1, str(2**63 - 1)),
    "a list of each": ([DriverDate(2024, 1, 2), None, [math.inf]], ["2024-01-02", None, [None]]),
    "a map": ({"a": DriverTime(1, 2, 3)}, {"a": "01:02:03"}),
    "a node of somebody's": (
        DriverNode(Graph(), "4:x:1", 1, ["Thing"], {"t": DriverTime(1, 2, 3), "d": DriverDuration(days=1)}),
        {"uid": "", "labels": ["Thing"], "properties": {"d": "P1D", "t": "01:02:03"}},
    ),
}


@pytest.mark.parametrize("case", DRIVER)
def test_what_the_driver_of_a_server_returns_renders(case: str) -> None:
    value, in_json = DRIVER[case]
    table = one(to_value(value, {}))
    assert as_json(table) == [{"v": in_json}]
    for form in FORMATS:
        assert render(table, form)


texts = st.text(st.characters(), max_size=20)
plain_values = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | texts
    | st.dates()
    | st.times(timezones=st.none() | st.timezones().map(lambda _: CHINA))
    | st.datetimes(timezones=st.none() | st.just(CHINA) | st.just(UTC))
)


def graph_values(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    properties = st.dictionaries(texts, children, max_size=3)
    nodes = st.builds(Node, texts, st.lists(texts, max_size=2).map(tuple), properties)
    ties = st.builds(Relationship, texts, texts, texts, texts, properties)
    paths = st.tuples(nodes, ties, nodes).map(lambda p: Path((p[0], p[2]), (p[1],)))
    return st.lists(children, max_size=4) | properties | nodes | ties | paths


values = st.recursive(plain_values, graph_values, max_leaves=8)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = st.sampled_from(["any", "string", "int", "float", "date", "boolean", "list<string>"])
    columns = draw(st.lists(st.builds(Column, texts, kinds), max_size=4))
    rows = draw(st.lists(st.tuples(*(values for _ in columns)), max_size=4))
    return Table(tuple(columns), tuple(rows))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.sampled_from(["zh", "en"]))
def test_every_table_of_every_value_renders(table: Table, language: str) -> None:
    rows, width = len(table.rows), len(table.columns)
    documents = as_json(table)
    assert [len(document) for document in documents] == [width] * rows, "no column is lost, whatever it is called"
    assert len(as_csv(table)) == rows + 1 if width else True
    shown = render(table, "markdown", language)
    assert isinstance(shown, str)
    assert len(shown.splitlines()) == rows + 2
    sheet = as_workbook(table, language).active
    assert all(cell.data_type != "f" for line in sheet for cell in line)
    assert sheet.max_row <= rows + 1
    for form in ("table", "markdown"):
        text = render(table, form, language)
        assert isinstance(text, str)
        assert all(c.isprintable() or c == "\n" for c in text), "nothing steers a terminal"
    assert str(render(table, "table", language)).isprintable() is False


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]))
def test_no_text_is_a_formula_and_every_text_comes_back(text: str, sign: str) -> None:
    whole = (sign + text).replace("\x00", "").encode("utf-8", "ignore").decode()
    (cell,) = as_csv(one(whole))[1] or [""]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    quoted = cell.startswith("'") and cell.lstrip("'").startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert (cell[1:] if quoted else cell) == whole


def test_columns_of_one_name_are_both_kept() -> None:
    table = Table((Column("v", "any"), Column("v", "any"), Column("v_2", "any")), ((1, 2, 3),))
    assert as_json(table) == [{"v": 1, "v_3": 2, "v_2": 3}]
    assert as_csv(table) == [["v", "v", "v_2"], ["1", "2", "3"]]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("rows", [(), ((None, None), (None, None))], ids=["no row", "null only"])
def test_columns_are_named_where_nothing_stands_in_them(form: str, rows: tuple[tuple[None, None], ...]) -> None:
    table = Table((Column("v", "any"), Column("w", "int")), rows)
    if form == "xlsx":
        shown = [cell.value for cell in as_workbook(table).active[1]]
        assert shown == ["v", "w"]
    elif form == "json":
        assert as_json(table) == [{"v": None, "w": None}] * len(rows)
    else:
        rendered = render(table, form)
        text = rendered if isinstance(rendered, str) else rendered.decode("utf-8-sig")
        assert "v" in text
        assert "w" in text


def test_a_column_may_mix_every_kind_of_value() -> None:
    mixed = [case[0] for case in CASES.values()]
    table = Table((Column("v", "any"),), tuple((value,) for value in mixed))
    assert len(as_json(table)) == len(mixed)
    sheet = as_workbook(table).active
    assert sheet.max_row == len(mixed) + 1
    assert sheet["A4"].value == datetime(2024, 1, 2)
    assert sheet["A4"].number_format == "yyyy-mm-dd"


def test_a_moment_shows_its_time_in_a_workbook() -> None:
    sheet = as_workbook(Table((Column("v", "any"),), ((datetime(2024, 1, 2, 3, 4, 5),), (time(3, 4),)))).active
    assert [sheet[at].number_format for at in ("A2", "A3")] == ["yyyy-mm-dd hh:mm:ss", "hh:mm:ss"]


@pytest.mark.parametrize(("character", "kept"), [("x", 32_767), ("中", 32_767), ("😀", 16_383)])
def test_a_text_that_no_cell_holds_is_cut_and_says_so(character: str, kept: int) -> None:
    """Excel counts in halves of 32 bits: an emoji is two."""
    whole = as_cell(one(character * kept))
    assert whole == character * kept
    cut = as_cell(one(character * 40_000))
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut.endswith("…（已截断，全文 40000 字）")
    english = as_workbook(one(character * 40_000), "en").active["A2"].value
    assert english.endswith("… (cut: 40000 characters in all)")


def test_rows_that_no_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_cells, "MOST_ROWS", 4)
    table = Table((Column("v", "any"),), tuple((n,) for n in range(7)))
    book = as_workbook(table)
    assert book.sheetnames == ["结果", "结果 2", "结果 3"]
    found = [[cell.value for cell in sheet["A"]] for sheet in book]
    assert found == [["v", 0, 1, 2], ["v", 3, 4, 5], ["v", 6]]
    assert all(sheet.freeze_panes == "A2" for sheet in book)


def test_columns_that_no_sheet_holds_are_refused_in_words() -> None:
    table = Table(tuple(Column(f"c{n}", "any") for n in range(16_385)), ())
    with pytest.raises(UsageError, match="16,384"):
        render(table, "xlsx")
