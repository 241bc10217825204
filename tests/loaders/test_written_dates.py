"""How offices write dates, and what each writing is read as: the cases stand in written_dates.csv."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from loaders.records.stated_days import stated_day
from loaders.values.written_dates import read_written_date

CASES = list(csv.DictReader((Path(__file__).parent / "written_dates.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']} {c['cell']}")
def test_a_written_date_is_read(case: dict[str, str]) -> None:
    cell: str | float | int = case["cell"]
    if case["kind"] in {"float", "integer"}:
        cell = float(cell) if case["kind"] == "float" else int(cell)
    found = read_written_date(cell, number_like_text=case["kind"] == "csv text")
    assert ("" if found.value is None else str(found.value)) == case["reading"]
    assert (found.fault or "") == case["fault"]


def test_a_date_cell_is_its_day() -> None:
    assert str(read_written_date(datetime(2023, 5, 1, 10, 30)).value) == "2023-05-01"
    assert str(read_written_date(date(2023, 5, 1)).value) == "2023-05-01"
    assert read_written_date(True).fault == "invalid_date"


@pytest.mark.parametrize(
    ("cell", "form", "reading"),
    [
        ("202305", "%Y%m", "2023-05"),
        (202305, "%Y%m", "2023-05"),
        ("1/5/2023", "%d/%m/%Y", "2023-05-01"),
        ("2023", "%Y", "2023"),
    ],
)
def test_a_mapping_file_may_give_the_format(cell: str | int, form: str, reading: str) -> None:
    assert str(read_written_date(cell, strptime_format=form).value) == reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("截至2024年9月3日", date(2024, 9, 3)),
        ("小区台账（20240903）.csv", date(2024, 9, 3)),
        ("小区台账 2024-09-03.xlsx", date(2024, 9, 3)),
        ("2024年8月报表", date(2024, 8, 31)),
        ("统计截止时点：2024.6", date(2024, 6, 30)),
        ("小区台账", None),
        ("成员202402.csv", date(2024, 2, 29)),
        ("990206003022", None),
        ("20241399", None),
    ],
)
def test_a_title_or_a_file_name_states_a_day(text: str, day: date | None) -> None:
    assert stated_day(text) == day
