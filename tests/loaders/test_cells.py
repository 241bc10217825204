"""What a cell says, by the kind of its column: the cases stand in cells.csv."""

import csv
from pathlib import Path
from typing import Any

import pytest

from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import CellContext, read_cell, split_list

ESTATE, TENURE = columns(RECORD_TYPES["estate"]), columns(RECORD_TYPES["tenure"])
COLUMNS = {"integer": ESTATE["households"], "boolean": ESTATE["managed"], "text": ESTATE["note"]}
CASES = list(csv.DictReader((Path(__file__).parent / "cells.csv").open(encoding="utf-8")))
CONTEXT = CellContext()


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']} {c['cell']}")
def test_a_cell_is_read(case: dict[str, str]) -> None:
    cell = case["cell"].replace("\\u00a0", "\u00a0").replace("\\u200b", "\u200b")
    found = read_cell(COLUMNS[case["kind"]], cell, CONTEXT)
    assert ("" if found.value is None else str(found.value)) == case["value"]
    assert (found.fault or "") == case["fault"]


@pytest.mark.parametrize("heading", ["有无业委会", "有无物业"])
def test_under_a_heading_that_asks_whether_there_is_one_none_means_no(heading: str) -> None:
    assert read_cell(ESTATE["managed"], "无", CellContext(heading)).value is False
    assert read_cell(ESTATE["managed"], "无", CONTEXT).value is None


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
