"""One cell never ends a load: every kind of cell in every kind of column is typed or is a fault at that cell."""

import datetime
import json
import math
import string
import sys
import zipfile
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_store.workspace.home import Workspace
from loaders.plans.tables import ColumnSource, RawTable
from loaders.readers.sheet import Cell, Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.gathered_rows import GatheredRows
from loaders.records.row_reading import read_rows
from loaders.records.typed_tables import record_schema
from tests.loaders.office import checked, district, load_into, write_csv, write_xlsx

LARGE = sys.float_info.max
SECONDS = 20
ZONE = datetime.timezone(datetime.timedelta(hours=8))

NUMBERS: tuple[Cell, ...] = (
    *(2**63, 2**63 - 1, -(2**63), 2**64, 10**30, 10**4000, 0, -1, 45046, 20230501, 101, 230501, 99999999),
    *(45046.1, 2023.1, 0.1, -0.5, 1.5, 1e22, LARGE, -LARGE, 5e-324, float("inf"), float("-inf"), float("nan")),
    *(2.0**53, 3.50206003022e11, True, False),
)
DAYS: tuple[Cell, ...] = (
    *(datetime.date.min, datetime.date.max, datetime.date(2024, 1, 2), datetime.datetime.min, datetime.datetime.max),
    *(datetime.datetime(2024, 1, 2, 8, 30, tzinfo=ZONE), datetime.datetime(9999, 12, 31, 23, 59, tzinfo=ZONE)),
)
TEXTS: tuple[Cell, ...] = (
    *("0000.1", "0000-00-00", "0000", "9999-12-31", "9999年12月", "9999", "10000-01-01", "45046.1", "0.1", "99999999"),
    *("#SPILL!", "#CALC!", "#FIELD!", "#REF!", "#GETTING_DATA", "########"),
    *("花园\ufffd", "\x00", "花\x00园", "\x1f", "a\x1fb", "\x7f", "\ufffe", "\u202e花园", "\U0010ffff"),
    *("9" * 5000, "1e400", "-1e400", "inf", "NaN", "1" * 20, "٣٤٥", "²³", "½", "Ⅳ", "零", "十", "十十十", "万"),
    *("、", "；；", "1、", "(((", ")))", "=1+1", "{}", "[]", "无", "－"),
    *(word * 20_000 for word in ("某", "和", "甲 ", "甲公司和", "无物业", "未成立", "等", "(")),
    *("(" * 50_000, "1" * 50_000, "1、" * 20_000, "2023年" + " " * 50_000 + "x", "一" * 50_000),  # for slow patterns
)
CELLS = (None, *NUMBERS, *DAYS, *TEXTS)
"""What a cell may hold, whoever made the file."""

any_cell = st.one_of(
    st.sampled_from(CELLS),
    st.text(max_size=40),
    st.text(alphabet=string.digits + "-/.年月日,，万eE+至 ", max_size=20),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([None, ZONE])),
)


def table(record: str, rows: list[list[Cell]]) -> RawTable:
    """A table whose columns are all the fields of a record type, in order."""
    names = list(columns(RECORD_TYPES[record]))
    sheet = Sheet("来件.xlsx", "0" * 64, "来件", [list(names), *rows])
    return RawTable(record, sheet, {f: ColumnSource(i, f) for i, f in enumerate(names, start=1)}, 2, 1)


def assert_typed_or_a_fault(record: str, rows: list[list[Cell]]) -> None:
    found = read_rows(table(record, rows), key=b"0" * 32)
    gathered = GatheredRows()
    gathered.add(0, found)
    wanted = record_schema(RECORD_TYPES[record])
    for frame in dict(gathered.take()).values():
        assert {name: dtype for name, dtype in frame.schema.items() if name in wanted}.items() <= wanted.items()
        assert len(frame) == found.size
    letters = {column_letters(i + 1) for i in range(len(columns(RECORD_TYPES[record])))}
    assert {f.column for f in found.faults} <= letters
    assert all(fault.reason("zh") and fault.suggestion("en") for fault in found.faults)
    json.dumps([f.value for f in found.faults], ensure_ascii=False).encode()


@pytest.mark.parametrize("record", RECORD_TYPES)
def test_every_kind_of_cell_in_every_column_is_typed_or_a_fault(record: str) -> None:
    fields = columns(RECORD_TYPES[record])
    assert_typed_or_a_fault(record, [[cell] * len(fields) for cell in CELLS])


@pytest.mark.parametrize("record", RECORD_TYPES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_stands_in_a_row_the_table_is_read(record: str, data: st.DataObject) -> None:
    size = len(columns(RECORD_TYPES[record]))
    assert_typed_or_a_fault(record, data.draw(st.lists(st.lists(any_cell, min_size=size, max_size=size), max_size=4)))


PATHS: dict[str, dict[str, Cell]] = {
    "estate": {
        "name": "示例新苑",
        "community": "和盛里社区",
        "code": "XQ-9",
        "households": 12,
        "valid_from": "2020-01",
    },
    "tenure": {
        "person": 17,
        "person_name": "某甲",
        "identity_number": None,
        "telephone": None,
        "organisation": "示例花园联合党支部",
        "role": "书记",
        "valid_from": "2023-05-01",
        "valid_to": None,
    },
    "property_firm": {"name": "示例物业公司", "code": None, "note": None},
    "co_building": {"unit": "示例小学", "committee": "和盛里社区大党委", "pact": None, "valid_from": "2023-05-01"},
    "grid": {"name": "第一网格", "community": "和盛里社区", "kind": "小区型", "code": "WG-1"},
}
"""A row of record types that together have every kind of column."""

IN_FILES: tuple[Cell, ...] = tuple(c for c in CELLS if not isinstance(c, datetime.date) and c not in (10**4000,))
JSON_TEXTS = ("\\ud800", "花园\\udfff", "\\ud83d\\ude00", "\\u0000", "\\u001f", "\\uffff")


def file_of_cells(folder: Path, record: str, ending: str) -> Path:
    """A file in whose every row one cell is another than the good one."""
    good = PATHS[record]
    headings = [columns(RECORD_TYPES[record])[f].heading for f in good]
    rows = [[*good.values()]]
    for place in range(len(good)):
        rows += [[*list(good.values())[:place], cell, *list(good.values())[place + 1 :]] for cell in IN_FILES]
    path = folder / f"{RECORD_TYPES[record].zh}（20240903）.{ending}"
    if ending == "csv":
        return write_csv(path, [headings, *([_csv_text(c) for c in row] for row in rows)])
    listed = [dict(zip(headings, row, strict=True)) for row in rows if all(map(_in_json, row))]
    text = json.dumps({"record": record, "rows": listed}, ensure_ascii=False)
    odd = [{**listed[0], headings[0]: f"@{i}@", headings[-1]: f"@{i}@"} for i in range(len(JSON_TEXTS))]
    more = json.dumps(odd, ensure_ascii=False)
    for i, escaped in enumerate(JSON_TEXTS):
        more = more.replace(f"@{i}@", escaped)
    path.write_text(text.removesuffix("]}") + "," + more.removeprefix("[") + "}", encoding="utf-8")
    return path


def _csv_text(cell: Cell) -> str | None:
    return None if cell is None else str(cell).encode("utf-8", "replace").decode()


def _in_json(cell: Cell) -> bool:
    return not isinstance(cell, float) or math.isfinite(cell)


@pytest.mark.parametrize("ending", ["csv", "json"])
@pytest.mark.parametrize("record", PATHS)
def test_the_snapshot_is_built_whatever_stands_in_a_cell(
    tmp_path: Path, workspace: Workspace, record: str, ending: str
) -> None:
    path = file_of_cells(tmp_path, record, ending)
    start = perf_counter()
    report = load_into(workspace, [*district(tmp_path), path], keep_going=True)
    assert report.snapshot is not None, [(f.code, f.reason("en")) for f in report.faults if f.row is None]
    assert report.accepted + report.rejected == report.read
    assert perf_counter() - start < SECONDS
    for fault in report.faults:
        assert fault.file == path.name
        (fault.reason("zh") + (fault.value or "")).encode()


@pytest.mark.parametrize("field", ["person", "person_name", "identity_number", "telephone"])
@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (datetime.date(2024, 1, 2), "date_in_text"),
        (datetime.datetime(2024, 1, 2), "date_in_text"),
        (True, "boolean_in_text"),
        ("某\ufffd", "damaged_text"),
        ("#REF!", "error_value"),
    ],
)
def test_a_person_is_no_date_nor_damage(field: str, cell: Cell, code: str) -> None:
    rows: list[list[Cell]] = [[(PATHS["tenure"] | {field: cell}).get(f) for f in columns(RECORD_TYPES["tenure"])]]
    found = read_rows(table("tenure", rows), key=b"0" * 32)
    fault = next(f for f in found.faults if f.code == code)
    assert (fault.row, fault.heading, fault.value) == (2, field, None)
    assert found.rejected == {2}


@pytest.mark.parametrize("error", ["#SPILL!", "#CALC!", "#FIELD!", "#REF!", "#BLOCKED!"])
@pytest.mark.parametrize(("column", "rejected"), [("户数", 0), ("小区名称", 1), ("起始日期", 0)])
def test_an_error_that_no_library_knows_is_a_fault_at_its_cell(
    tmp_path: Path, error: str, column: str, rejected: int
) -> None:
    row: dict[str, Any] = {"小区名称": "甲园", "所属社区": "和盛里社区", "户数": 12, "起始日期": "2020-01"} | {
        column: 77
    }
    plain = write_xlsx(tmp_path / "素表.xlsx", 小区=[list(row), list(row.values())])
    path = tmp_path / "来件（20240903）.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = source.read(name).replace(b't="n"><v>77</v>', f't="e"><v>{error}</v>'.encode())
            target.writestr(name, part)
    report = checked([*district(tmp_path / "区"), path])
    assert [(f.code, f.row, f.heading, f.value) for f in report.faults] == [("error_value", 2, column, error)]
    assert report.rejected == rejected
