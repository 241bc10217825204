"""A mapping finds its sheets, headings and columns, or says what does not fit and what is nearest."""

from datetime import date
from pathlib import Path

import pytest

from loaders.plan import Condition
from loaders.plans import MappingFile, encodings, parse_mapping
from loaders.plans.comparing import comparable
from loaders.readers.failures import FAILURES
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Cell, Sheet
from tests.loaders.plans.applied import apply_mapping

PANEL: list[list[Cell]] = [["月", "机构", "编号", "职务"], ["202301", "A", 17, "2"], ["202302", "A", 17.0, "3"]]


def mapping_of(extra: str = "", columns: str = "", file: str = "*.csv") -> MappingFile:
    columns = columns or 'organisation = "机构", role = "职务", person = "编号", valid_from = "月"'
    return parse_mapping(
        f'version = 1\n[[table]]\nfile = "{file}"\nrecord = "tenure"\ncolumns = {{ {columns} }}\n{extra}\n', "m.toml"
    )


def file_of(*sheets: Sheet, path: str = "in/a.csv") -> ReadResult:
    return ReadResult(Path(path), sheets, None, "f" * 64)


def sheet_of(rows: list[list[Cell]], name: str = "a", **more: object) -> Sheet:
    return Sheet("a.csv", "f" * 64, name, rows, **more)  # type: ignore[arg-type] # tests pass what Sheet declares


def columns_of(mapping: MappingFile, sheet: Sheet) -> dict[str, str | None]:
    applied = apply_mapping(mapping, [file_of(sheet)])
    assert applied.problems == ()
    return {field: source.letters for field, source in applied.tables[0].columns.items()}


def test_columns_are_found_by_their_headings_whatever_their_order() -> None:
    table = apply_mapping(mapping_of('values = { state = "current" }'), [file_of(sheet_of(PANEL))]).tables[0]
    letters = {field: source.letters for field, source in table.columns.items()}
    assert letters == {"organisation": "B", "role": "D", "person": "C", "valid_from": "A", "state": None}
    assert table.columns["state"].constant == "current"
    assert (table.heading_row, table.first_row) == (1, 2)
    assert [row for row, _ in table.numbered_rows()] == [2, 3]


def test_options_are_handed_on_with_the_table() -> None:
    mapping = mapping_of(
        'where = { "职务" = [2] }\nas_of = 2023-05-31\nnamespace = "no"\nend_inclusive = true\n'
        'dates = { valid_from = "%Y%m" }\ntranslate = { role = { 2 = "member" } }'
    )
    options = apply_mapping(mapping, [file_of(sheet_of(PANEL))]).tables[0].options
    assert (options.table, options.day, options.namespace, options.end_inclusive) == (0, date(2023, 5, 31), "no", True)
    assert (options.dates, options.translate) == ({"valid_from": "%Y%m"}, {"role": {"2": "member"}})
    assert options.where == {4: Condition(frozenset({"2"}))}


@pytest.mark.parametrize(
    ("written", "cells"),
    [("2", [2, 2.0, "２", " 2 "]), ('""', [None, "", "—", "无"]), ('"无"', [None]), ("true", [True])],
)
def test_a_filter_takes_each_writing_of_a_cell(written: str, cells: list[Cell]) -> None:
    mapping = mapping_of(f'where = {{ "职务" = {written} }}')
    (wanted,) = apply_mapping(mapping, [file_of(sheet_of(PANEL))]).tables[0].options.where.values()
    assert {comparable(cell) for cell in cells} == wanted.cells


def test_the_heading_row_is_the_one_with_most_of_the_headings_named() -> None:
    rows: list[list[Cell]] = [["机构", "成员名册"], [None] * 2, *PANEL]
    rows = [row + [None] * (4 - len(row)) for row in rows]
    table = apply_mapping(mapping_of(), [file_of(sheet_of(rows, first_row=2))]).tables[0]
    assert table.heading_row == 4
    assert table.title == ("机构", "成员名册")


@pytest.mark.parametrize("header", ["header = [3, 4]", 'header = "auto"'])
def test_headings_of_two_rows_are_joined(header: str) -> None:
    rows: list[list[Cell]] = [
        ["名册", None, None, None, None, None],
        [None] * 6,
        ["机构\n名称", "任期", None, "合同", None, "职务"],
        [None, "起", "止", "起", "止", None],
        ["A", "2023", "2024", "2020", "2021", "主任"],
    ]
    merged = ((3, 1, 4, 1), (3, 2, 3, 3), (3, 4, 3, 5), (3, 6, 4, 6))
    names = 'organisation = "机构名称", role = "职务", valid_from = "任期起", valid_to = "任期 止"'
    found = apply_mapping(mapping_of(header, names), [file_of(sheet_of(rows, merged=merged))])
    assert found.problems == ()
    assert {f: s.letters for f, s in found.tables[0].columns.items()} == {
        "organisation": "A",
        "role": "F",
        "valid_from": "B",
        "valid_to": "C",
    }
    assert found.tables[0].first_row == 5


def test_a_heading_that_stands_twice_is_asked_about_and_may_be_named_by_its_letters() -> None:
    rows: list[list[Cell]] = [["机构", "机构", "职务"], ["A", "B", "主任"]]
    applied = apply_mapping(mapping_of(columns='organisation = "机构", role = "职务"'), [file_of(sheet_of(rows))])
    (problem,) = applied.problems
    assert applied.tables == ()
    assert "A 机构, B 机构" in problem.en
    assert columns_of(mapping_of(columns='organisation = "b", role = "职务"'), sheet_of(rows))["organisation"] == "B"


def test_a_heading_goes_before_letters() -> None:
    rows: list[list[Cell]] = [["B", "职务"], ["A", "主任"]]
    assert columns_of(mapping_of(columns='organisation = "B", role = "职务"'), sheet_of(rows))["organisation"] == "A"


def test_a_table_without_headings_is_read_by_letters() -> None:
    mapping = mapping_of('header = "none"', 'organisation = "A", role = "B"')
    table = apply_mapping(mapping, [file_of(sheet_of([["A", "主任"], ["B", "委员"]]))]).tables[0]
    assert (table.heading_row, table.first_row, table.title) == (None, 1, ())


def test_objects_have_their_keys_as_headings() -> None:
    rows: list[list[Cell]] = [["org", "role"], ["A", "主任"]]
    sheet = sheet_of(rows, kind="objects")
    assert columns_of(mapping_of("header = 4", 'organisation = "org", role = "role"'), sheet)["role"] == "B"


def test_a_column_that_is_not_there_is_named_with_its_line_and_the_nearest_heading() -> None:
    names = 'organisation = "机构名", role = "职务"'
    applied = apply_mapping(mapping_of('where = { "序" = 1 }', names), [file_of(sheet_of(PANEL))])
    first, second = applied.problems
    assert (first.line, first.key, first.data_file, first.sheet) == (5, "table 1: columns.organisation", "a.csv", "a")
    assert first.message("en").startswith("m.toml:5: table 1: columns.organisation: a.csv › a: ")
    assert '"机构"' in first.en
    assert "“机构”" in first.zh
    assert (second.line, second.key) == (6, "table 1: where.序")
    assert applied.claimed == {("f" * 64, "a")}


@pytest.mark.parametrize("header", ["header = 9", 'header = "auto"', "header = [3, 4]"])
def test_headings_that_are_nowhere(header: str) -> None:
    applied = apply_mapping(mapping_of(header, 'organisation = "x", role = "y"'), [file_of(sheet_of(PANEL))])
    assert [problem.key for problem in applied.problems] == ["table 1: header"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.csv", "in/a.csv", True),
        ("委员名册*.csv", "委员名册2023.CSV", True),
        ("in/*.csv", "/data/in/a.csv", True),
        ("./in/a.csv", "/data/in/a.csv", True),
        ("in\\a.csv", "/data/in/a.csv", True),
        ("out/*.csv", "/data/in/a.csv", False),
        ("in/a.csv", "a.csv", False),
        ("[2023]名册.csv", "[2023]名册.csv", True),
        ("café.csv", "cafe\u0301.csv", True),
    ],
)
def test_a_glob_fits_the_name_or_the_end_of_the_path(pattern: str, path: str, fits: bool) -> None:
    mapping = mapping_of(file=pattern.replace("\\", "\\\\"))
    applied = apply_mapping(mapping, [file_of(sheet_of(PANEL), path=path)])
    assert bool(applied.tables) == fits
    assert [problem.key for problem in applied.problems] == ([] if fits else ["table 1: file"])


def test_a_table_that_fits_no_file_names_the_nearest() -> None:
    applied = apply_mapping(mapping_of(file="名册_2022.csv"), [file_of(sheet_of(PANEL), path="名册2022.csv")])
    assert '"名册2022.csv"' in applied.problems[0].en
    assert applied.claimed == frozenset()


def workbook(*names: str) -> ReadResult:
    return file_of(sheet_of([], "封面"), *[sheet_of(PANEL, name) for name in names], path="a.xlsx")


@pytest.mark.parametrize(
    ("sheet", "names", "tables"),
    [
        ("", ["名册"], ["名册"]),
        ('sheet = "名册"', ["名册", "其他"], ["名册"]),
        ('sheet = "名 册"', ["名册", "其他"], ["名册"]),
        ('sheet = "名册*"', ["名册1", "名册2", "其他"], ["名册1", "名册2"]),
        ("sheet = 3", ["名册1", "名册2"], ["名册2"]),
    ],
)
def test_sheets_are_found_by_name_glob_or_position(sheet: str, names: list[str], tables: list[str]) -> None:
    applied = apply_mapping(mapping_of(sheet, file="*.xlsx"), [workbook(*names)])
    assert applied.problems == ()
    assert [table.sheet.name for table in applied.tables] == tables
    assert {name for _, name in applied.claimed} == set(tables)


@pytest.mark.parametrize(
    ("sheet", "says"), [("", "名册1, 名册2"), ('sheet = "名册"', '"名册1"'), ("sheet = 7", "there is no sheet")]
)
def test_a_sheet_that_is_not_there_or_not_clear(sheet: str, says: str) -> None:
    applied = apply_mapping(mapping_of(sheet, file="*.xlsx"), [workbook("名册1", "名册2")])
    (problem,) = applied.problems
    assert (problem.key, problem.data_file) == ("table 1: sheet", "a.xlsx")
    assert says in problem.en
    assert applied.tables == ()


def test_one_file_feeds_several_tables_and_one_table_takes_several_files() -> None:
    twice = 'version = 1\n[[table]]\nfile = "*.csv"\nrecord = "mechanism"\ncolumns = { name = "机构" }\n'
    twice += '[[table]]\nfile = "*.csv"\nrecord = "reserve_pool"\ncolumns = { name = "编号" }\n'
    applied = apply_mapping(parse_mapping(twice), [file_of(sheet_of(PANEL)), file_of(sheet_of(PANEL), path="in/b.csv")])
    records = [(table.record, table.options.table) for table in applied.tables]
    assert records == [("mechanism", 0), ("reserve_pool", 1)] * 2


def test_a_file_that_could_not_be_read_is_no_fault_of_the_mapping() -> None:
    result = ReadResult(Path("a.csv"), (), FAILURES["empty_file"], "")
    applied = apply_mapping(mapping_of(), [result])
    assert (applied.tables, applied.problems) == ((), ())


def test_encodings_are_known_before_reading() -> None:
    files = [Path("in/a.csv"), Path("in/a.json")]
    assert encodings(mapping_of('encoding = "gbk"'), files) == {Path("in/a.csv"): "gbk"}
