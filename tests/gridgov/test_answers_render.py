"""What the embedded engine answers reaches a screen, a program, a file and a notebook, whatever it is."""

import io
import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import polars as pl
import pytest

import gridgov as gg
from gridgov import json_shapes
from gridgov.notebook_columns import notebook_columns
from queries.output_formats import FORMATS
from tests.gridgov.command import Command

# one statement for each kind of value: a cell of the engine's, and what JSON has for it (...: not compared)
VALUES: dict[str, object] = {
    "time('10:30')": "10:30:00+00:00",
    "time('10:30:00.123456789+08:00')": "10:30:00.123456+08:00",
    "localtime('10:30')": "10:30:00",
    "localdatetime('2024-01-02T03:04:05')": "2024-01-02T03:04:05",
    "datetime('2024-01-02T03:04:05+08:00')": "2024-01-02T03:04:05+08:00",
    "datetime('2024-01-02T03:04:05[Asia/Shanghai]')": "2024-01-02T03:04:05+08:00",
    "date('9999-12-31')": "9999-12-31",
    "date('+10000-01-01')": "+10000-01-01",
    "date('-0001-01-01')": "-0001-01-01",
    "duration('P1Y2M3DT4H5M6S')": "P1Y2M3DT4H5M6S",
    "0.0/0.0": None,
    "1.0/0.0": None,
    "[0.0/0.0]": [None],
    "{a: -1.0/0.0}": {"a": None},
    "9223372036854775807": "9223372036854775807",
    "9007199254740991": 9007199254740991,
    "9007199254740993": "9007199254740993",
    "1e300": 1e300,
    "point({x: 1, y: 2})": {"x": 1.0, "y": 2.0, "crs": "cartesian", "srid": 7203},
    "[1, 'a', null, [2, [3]]]": [1, "a", None, [2, [3]]],
    "{a: {c: date('2024-01-01'), d: [time('10:00')]}}": {"a": {"c": "2024-01-01", "d": ["10:00:00+00:00"]}},
    "'=1+1'": "=1+1",
    "'a\\u0001b\\u001b[31m'": "a\x01b\x1b[31m",
    "'\\uD800'": "\ud800",
    "'😀'": "😀",
    "null": None,
    "true": True,
    "labels(null)": None,
}  # fmt: skip


def statement() -> str:
    """One statement that returns all of them, a column each."""
    return "RETURN " + ", ".join(f"{value} AS v{number}" for number, value in enumerate(VALUES))


@pytest.mark.parametrize("form", FORMATS)
def test_every_kind_of_value_is_shown_and_written(loaded: Command, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"结果.{form}"
    done = loaded("cypher", statement(), "--format", form, "-o", file)
    assert (done.code, file.exists()) == (0, True), done.err
    if form == "json":
        (row,) = json.loads(file.read_text("utf-8"))
        assert list(row.values()) == list(VALUES.values())
    if form != "xlsx":
        shown = loaded("cypher", statement(), "--format", form)
        assert shown.code == 0, shown.err


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "UNWIND [1, 'a', 2.5, true, null, date('2024-01-01'), time('10:00'), [1], {a: 1}] AS v RETURN v",
        "UNWIND [null, null] AS v RETURN v",
        "MATCH (n:Nothing) RETURN n.a AS v, n.b AS w",
        "MATCH p = (:Community)-[:PART_OF]->() RETURN p AS v, [p, p] AS w, {p: p, n: nodes(p)} AS x",
        "MATCH (n)-[r]->(m) RETURN n, r, m, collect(n) AS l, properties(r) AS p LIMIT 3",
        "RETURN '=cmd()' AS `=cmd()`, 1 AS `a|b`, 2 AS `\\u001b[31m`",
    ],
)
def test_every_shape_of_an_answer_is_written(loaded: Command, tmp_path: Path, form: str, text: str) -> None:
    done = loaded("cypher", text, "--format", form, "-o", tmp_path / "answer")
    assert done.code == 0, done.err
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "answer").read_bytes())).active
        assert all(cell.data_type != "f" for row in sheet for cell in row)


@pytest.mark.parametrize("value", VALUES)
def test_every_kind_of_value_reaches_a_notebook(loaded: Command, home: Path, value: str) -> None:
    answer = gg.open(home).cypher(f"UNWIND [1, 2] AS n RETURN {value} AS v")
    assert answer.shape == (2, 1)
    assert repr(answer)


def test_a_column_that_mixes_kinds_keeps_each_value_in_a_notebook(loaded: Command, home: Path) -> None:
    mixed = "UNWIND [1, 'a', 2.5, true, null, date('2024-01-01'), 9007199254740993] AS v RETURN v"
    found = gg.open(home).cypher(mixed)["v"].cast(pl.String).to_list()
    assert found == ["1", "a", "2.5", "true", None, "2024-01-01", "9007199254740993"]


NOTEBOOK: dict[str, tuple[list[object], pl.DataType]] = {
    "numbers": ([1, 2.5, None], pl.Float64()),
    "whole numbers": ([1, None, 2**62], pl.Int64()),
    "larger than a column's": ([1, 2**70], pl.String()),
    "large ones among fractions": ([2**53 + 1, 0.5], pl.String()),
    "yes among numbers": ([1, None, True], pl.String()),
    "lists of two kinds of number": ([[1], [2.5]], pl.List(pl.Float64())),
    "maps with different keys": ([{"a": 1}, {"b": "x"}], pl.Struct({"a": pl.Int64(), "b": pl.String()})),
    "maps with different values": ([{"a": 1}, {"a": "x"}], pl.String()),
    "moments with and without a zone": ([datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC)], pl.String()),
    "days among moments": ([date(2024, 1, 1), datetime(2024, 1, 1)], pl.String()),
    "days": ([date(2024, 1, 1), None], pl.Date()),
    "times": ([time(1), None], pl.Time()),
    "nothing": ([None, None], pl.Null()),
    "texts": (["a", None], pl.String()),
}


@pytest.mark.parametrize("case", NOTEBOOK)
def test_a_notebook_has_a_type_where_it_changes_no_value(case: str) -> None:
    values, dtype = NOTEBOOK[case]
    found = notebook_columns(["v"], [(value,) for value in values])["v"]
    assert found.dtype == dtype
    if case == "moments with and without a zone":
        assert found.to_list() == ["2024-01-01T00:00:00", "2024-01-01T00:00:00+00:00"]


EMPTY = {
    "MATCH (n:Nothing) RETURN n.a AS v, n.b AS w": ["v", "w"],
    "MATCH (n:Nothing) RETURN n": ["n"],
    "MATCH (n:Nothing) RETURN DISTINCT n AS `一 二` ORDER BY `一 二` LIMIT 3": ["一 二"],
    "MATCH (n:Nothing) RETURN n.a, count(*) AS c": ["n.a", "c"],
    "UNWIND [] AS x WITH x AS y RETURN y AS z, [1, 2] AS l, {a: 1, b: 2} AS m": ["z", "l", "m"],
}


@pytest.mark.parametrize("text", EMPTY)
def test_an_answer_without_a_row_has_its_headings(loaded: Command, text: str, tmp_path: Path) -> None:
    file = tmp_path / "空.csv"
    assert loaded("cypher", text, "--format", "csv", "-o", file).code == 0
    assert file.read_text("utf-8-sig").splitlines()[0].split(",") == EMPTY[text]


def test_a_document_of_a_verb_holds_any_value() -> None:
    text = json_shapes.dump({"a": float("nan"), "b": [2**60, "\x9b\ud800"], "c": {"d": None}})
    assert json.loads(text) == {"a": None, "b": [str(2**60), "\x9b\ud800"], "c": {"d": None}}
    text.encode()


ODD = {
    "what a spreadsheet takes for a formula": "-1+1花园",
    "a pipe": "花|园",
    "brackets": "[red]花园[/red]",
    "an emoji": "花😀园",
    "a line break": "花\n园",
    "a long one": "花园" * 500,
}


@pytest.mark.parametrize("case", ODD)
def test_show_and_info_and_a_question_take_any_name(gridgov: Command, tmp_path: Path, case: str) -> None:
    places = tmp_path / "区划.csv"
    places.write_text(
        "区划代码,名称,级别,上级代码\n990207000000,试验区,区,\n990207001000,甲街道,街道,990207000000\n"
        "990207001001,东社区,社区,990207001000\n",
        encoding="utf-8",
    )
    estates = tmp_path / "小区.csv"
    name = ODD[case].replace('"', '""')
    estates.write_text(f'小区名称,所属社区,户数,备注\n"{name}",东社区,12,"{name}"\n', encoding="utf-8")
    done = gridgov("load", places, estates, "--as-of", "2024-09-03", "--keep-going")
    home = tmp_path / "home"
    uids = gg.open(home).snapshot.nodes("Estate")["uid"].to_list()
    assert len(uids) == 1, done.out
    for form in ("table", "json"):
        for verb in (("show", uids[0]), ("info",)):
            shown = gridgov(*verb, "--format", form)
            assert shown.code == 0, shown.err
            assert all(c.isprintable() or c == "\n" for c in shown.out)
    for form in FORMATS:
        done = gridgov("query", "run", "estates/gaps", "--format", form, "-o", tmp_path / "out")
        assert done.code == 0, done.err
