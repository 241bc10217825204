"""One cell never ends a load: every kind of cell in every kind of column is typed or is a fault at that cell."""

import datetime
import json
import string
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.plans.tables import ColumnSource, RawTable
from loaders.readers.sheet import Cell, Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.row_reading import read_rows
from loaders.records.typed_tables import record_schema

LARGE = sys.float_info.max
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
    *("、", "；；", "1、", "(((", ")))", "=1+1", "{}", "[]", "无", "－", "某" * 100_000),
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
    assert found.frame.schema == record_schema(RECORD_TYPES[record])
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
