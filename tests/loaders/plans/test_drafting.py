"""A draft holds what is certain, asks about the rest, and can be used as it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import UsageError
from loaders.plans import draft_mapping, parse_mapping
from loaders.plans.readings import SheetReading, TableReading
from loaders.plans.recognising import recognise
from loaders.readers import read_file
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.returning.template import write_template
from tests.loaders.plans.applied import apply_mapping


def sheet_of(rows: list[list[Cell]], name: str = "名册", **more: object) -> Sheet:
    return Sheet("外来.xlsx", "f" * 64, name, rows, **more)  # type: ignore[arg-type] # tests pass what Sheet declares


def draft_of(*sheets: Sheet) -> str:
    """The draft of sheets that are read as a load would read them."""
    return draft_mapping([reading_of(sheet) for sheet in sheets])


def reading_of(sheet: Sheet) -> SheetReading:
    found = recognise(sheet)
    tables = tuple(TableReading(plan, False, None, 0) for plan in found.plans)
    return SheetReading(Path("in") / sheet.file, sheet, found.state, tables)


FOREIGN: list[list[Cell]] = [
    ["某系统导出", None, None, None, None],
    ["序号", "任职机构", "职务名", "任职时间", "爱好 X"],
    [1, "A", "主任", "2023-05", "棋"],
]


def test_certain_columns_are_lines_near_ones_are_commented_unknown_ones_named() -> None:
    draft = draft_of(sheet_of(FOREIGN))
    table = parse_mapping(draft).tables[0]
    assert (table.file, table.record, table.header, table.sheet) == ("外来.xlsx", "tenure", (2,), None)
    assert table.columns == {"organisation": "任职机构", "valid_from": "任职时间"}
    assert table.values == {"role": ""}
    lines = draft.splitlines()
    assert any(line.startswith('# role = "职务名"') and "相近" in line for line in lines)
    assert any(line.startswith('# "爱好 X"') and "unknown" in line for line in lines)
    assert not any("序号" in line for line in lines)


def test_a_suggestion_can_be_taken_over_by_removing_its_mark() -> None:
    draft = draft_of(sheet_of(FOREIGN))
    edited = draft.replace("# role = ", "role = ").replace('role = ""  # ', "# ")
    table = parse_mapping(edited).tables[0]
    assert table.columns["role"] == "职务名"


def test_no_more_than_three_fields_are_suggested_for_a_column() -> None:
    draft = draft_of(sheet_of([["小区名称", "所属社区", "日期"], ["A", "B", "2023"]]))
    assert 1 <= sum(' = "日期"' in line for line in draft.splitlines()) <= 3


def test_every_table_of_the_blank_workbook_is_drafted_with_all_its_columns(tmp_path: Path) -> None:
    result = read_file(write_template(tmp_path / "blank.xlsx"))
    draft = draft_of(*result.sheets)
    mapping = parse_mapping(draft)
    assert [table.record for table in mapping.tables] == list(RECORD_TYPES)
    assert not any(table.values for table in mapping.tables)
    applied = apply_mapping(mapping, [result])
    assert applied.problems == ()
    assert len(applied.tables) == len(RECORD_TYPES)


def test_headings_of_two_rows_and_headings_that_stand_twice() -> None:
    rows: list[list[Cell]] = [
        ["任职机构", "职务", "任期", None, "备查", "备查"],
        [None, None, "起", "止", None, None],
        ["A", "主任", "2023", "2024", 1, 2],
    ]
    sheet = sheet_of(rows, merged=((1, 3, 1, 4),))
    draft = draft_of(sheet)
    table = parse_mapping(draft).tables[0]
    assert table.header == (1, 2)
    assert {"organisation": "任职机构", "role": "职务"}.items() <= table.columns.items()
    assert '"E"' in draft
    assert '"F"' in draft
    applied = apply_mapping(parse_mapping(draft), [ReadResult(Path("外来.xlsx"), (sheet,), None, "f" * 64)])
    assert applied.problems == ()
    assert applied.tables[0].first_row == 3


def test_several_sheets_are_named_and_one_without_headings_is_passed_over() -> None:
    cover = sheet_of([["封面"], ["2023"]], "首页")
    hidden = sheet_of(FOREIGN, "旧", hidden=True)
    draft = draft_of(cover, sheet_of(FOREIGN), sheet_of(FOREIGN, "名册2"), hidden)
    assert [table.sheet for table in parse_mapping(draft).tables] == ["名册", "名册2"]
    assert "首页" in draft


def test_a_record_type_that_a_json_file_names_is_kept() -> None:
    sheet = sheet_of([["org", "what"], ["A", "B"]], kind="objects", record="adoption")
    table = parse_mapping(draft_of(sheet)).tables[0]
    assert (table.record, table.header) == ("adoption", "auto")
    assert table.values == {"organisation": "", "mechanism": ""}


def test_nothing_to_draft_from() -> None:
    with pytest.raises(UsageError, match="headings"):
        draft_of(sheet_of([["封面"]]))


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z", "Cc"]), max_size=12),
        min_size=2,
        max_size=6,
    )
)
def test_a_draft_can_be_read_whatever_the_headings(headings: list[str]) -> None:
    try:
        draft = draft_of(sheet_of([[*headings], ["x"] * len(headings)], name="\n".join(headings[:2])))
    except UsageError:
        return
    assert parse_mapping(draft).tables
