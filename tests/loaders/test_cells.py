"""What a cell says, by the kind of its column: the cases stand in cells.csv."""

import csv
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.record_types.columns import Column
from loaders.values.cell_reading import CellContext, split_list
from loaders.values.typed_cells import read_cell

ESTATE, TENURE = columns(RECORD_TYPES["estate"]), columns(RECORD_TYPES["tenure"])
COLUMNS = {
    "integer": ESTATE["households"],
    "boolean": ESTATE["old"],
    "text": ESTATE["note"],
    "code": ESTATE["code"],
    "reference": ESTATE["grid"],
    "division_code": columns(RECORD_TYPES["division"])["code"],
    "credit_code": columns(RECORD_TYPES["property_firm"])["code"],
}
CASES = list(csv.DictReader((Path(__file__).parent / "cells.csv").open(encoding="utf-8")))
CONTEXT = CellContext()
ESCAPED = re.compile(r"\\[ux]([0-9a-f]{4}|[0-9a-f]{2})")


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']} {c['cell']}")
def test_a_cell_is_read(case: dict[str, str]) -> None:
    cell = ESCAPED.sub(lambda m: chr(int(m[1], 16)), case["cell"])
    found = read_cell(COLUMNS[case["kind"]], cell, CONTEXT)
    assert ("" if found.value is None else str(found.value)) == case["value"]
    assert (found.fault or "") == case["fault"]


@pytest.mark.parametrize("heading", ["有无业委会", "有无物业", "是否有物业", "是否有物业管理", "物业管理"])
@pytest.mark.parametrize("cell", ["无", "暂无", "没有", "否"])
def test_under_a_heading_that_asks_whether_there_is_one_none_means_no(heading: str, cell: str) -> None:
    assert read_cell(ESTATE["managed"], cell, CellContext(heading)).value is False


TYPED = (
    ("text of a name", ESTATE["name"]),
    ("code", ESTATE["code"]),
    ("reference", ESTATE["grid"]),
    ("credit_code", COLUMNS["credit_code"]),
    ("division_code", COLUMNS["division_code"]),
    ("vocabulary", TENURE["role"]),
)


@pytest.mark.parametrize(("kind", "column"), TYPED, ids=[kind for kind, _ in TYPED])
@pytest.mark.parametrize("cell", [date(2024, 1, 2), datetime(2024, 1, 2), datetime(2024, 1, 2, 8, 30)])
def test_a_name_that_excel_turned_into_a_date_is_asked_about(kind: str, column: Column, cell: Any) -> None:
    found = read_cell(column, cell, CONTEXT)
    assert (found.value, found.fault, found.blanks["shown"]) == (None, "date_in_text", "2024-01-02"), kind


@pytest.mark.parametrize(("kind", "column"), TYPED, ids=[kind for kind, _ in TYPED])
def test_a_boolean_is_no_name(kind: str, column: Column) -> None:
    assert read_cell(column, True, CONTEXT).fault == "boolean_in_text", kind


def test_a_date_may_stand_in_a_note() -> None:
    assert read_cell(ESTATE["note"], datetime(2024, 1, 2), CONTEXT).value == "2024-01-02"


@pytest.mark.parametrize(
    ("kind", "cell", "value", "fault"),
    [
        ("integer", 860.0, 860, None),
        ("integer", 8.5, None, "invalid_number"),
        ("integer", 0.12, None, "invalid_number"),
        ("integer", -5, None, "invalid_number"),
        ("integer", 2**63, None, "invalid_number"),
        ("integer", -(2**63), None, "invalid_number"),
        ("integer", 1e308, None, "invalid_number"),
        ("integer", float("nan"), None, "invalid_number"),
        ("integer", True, None, "invalid_number"),
        ("integer", date(2024, 1, 2), None, "invalid_number"),
        ("boolean", 1, True, None),
        ("boolean", 0, False, None),
        ("boolean", 1.0, True, None),
        ("boolean", 2, None, "unknown_term"),
        ("boolean", date(2024, 1, 2), None, "unknown_term"),
        ("code", 12, "12", None),
        ("code", 12.0, "12", None),
        ("code", 1.1, None, "invalid_code"),
        ("code", 0, None, "invalid_code"),
        ("code", 350206003022, "350206003022", None),
        ("code", 1234567890123450, None, "invalid_code"),
        ("code", 1.2345678901234567e17, None, "invalid_code"),
        ("reference", 1.2345678901234567e17, None, "invalid_code"),
        ("division_code", 9.90206003022e11, "990206003022", None),
        ("division_code", 990206003022, "990206003022", None),
        ("division_code", 990206003, None, "invalid_division_code"),
        ("division_code", 9.90206e5, None, "invalid_division_code"),
        ("credit_code", 9.199020600000000e17, None, "invalid_credit_code"),
        ("credit_code", 919902060000000090, None, "invalid_credit_code"),
    ],
)
def test_a_cell_with_a_type_is_read(kind: str, cell: Any, value: Any, fault: str | None) -> None:
    found = read_cell(COLUMNS[kind], cell, CONTEXT)
    assert (found.value, found.fault) == (value, fault)


def test_a_serial_number_in_a_text_column_stays_a_number_and_is_reported() -> None:
    found = read_cell(columns(RECORD_TYPES["owners_committee"])["term"], 45046, CONTEXT)
    assert (found.value, found.fault, found.blanks["date"]) == ("45046", "serial_in_text", "2023-04-30")


@pytest.mark.parametrize(
    ("cell", "members"),
    [
        ("A小区、B小区;C小区", ["A小区", "B小区", "C小区"]),
        ("A小区，B小区\nC小区", ["A小区", "B小区", "C小区"]),
        ("A小区（一期、二期）、B小区", ["A小区（一期、二期）", "B小区"]),
        ("A小区、A小区、无", ["A小区"]),
    ],
)
def test_a_cell_may_hold_a_list(cell: str, members: list[str]) -> None:
    assert split_list(cell, "、;；,，\n") == members


def test_a_term_outside_a_vocabulary_is_kept_with_the_nearest_named() -> None:
    found = read_cell(TENURE["role"], "副书计", CONTEXT)
    assert (found.value, found.fault) == ("副书计", "value_outside_vocabulary")
    assert "副书记" in found.blanks["nearest_zh"]


def test_no_kind_of_column_lets_a_telephone_number_through() -> None:
    number = "19900000001"
    for cls in RECORD_TYPES.values():
        for field, column in columns(cls).items():
            for cell in (number, int(number), f"甲{number}") if not column.private else ():
                found: Any = read_cell(column, cell, CONTEXT).value
                assert number not in str(found), (cls, field)
