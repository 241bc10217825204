"""Headings that offices use are matched right in the context of their table, and what is another thing is left."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.plan import TablePlan
from loaders.plans.heading_rows import headings_at
from loaders.plans.recognising import recognise
from loaders.readers.sheet import Cell, Sheet, column_letters

TABLES = tomllib.loads((Path(__file__).parent / "headings_of_offices.toml").read_text(encoding="utf-8"))["table"]
FEWEST = 150


def cases() -> Iterator[tuple[dict[str, str], str, str]]:
    for table in TABLES:
        base = {**table["base"], **table.get("also", {})}
        for meaning, headings in table["means"].items():
            for heading in headings:
                yield base, heading, "" if meaning == "nothing" else meaning


CASES = list(cases())
CELLS: dict[str, list[Cell]] = {
    "date": ["2022-05-01", "2023-06-01", "2021-07-01"],
    "yes": ["是", "否", "是"],
    "number": [120, 340, 56],
    "name": ["榕岸甲", "榕岸乙", "榕岸丙"],
}


def cells_of(heading: str, meaning: str) -> list[Cell]:
    """Cells as such a column has them."""
    if meaning.endswith(("valid_from", "valid_to", "filing_date")) or "时间" in heading or "日期" in heading:
        return list(CELLS["date"])
    if meaning.endswith(("managed", "old", "owner", "in_service")):
        return list(CELLS["yes"])
    if meaning.endswith(("households", "members")) or heading.endswith(("数", "面积", "率", "费")):
        return list(CELLS["number"])
    return list(CELLS["name"])


def meanings(base: dict[str, str], heading: str, meaning: str) -> set[str]:
    """What the column of a heading is read as: "record.field", of every plan of the table."""
    names = [*base, heading]
    columns: list[list[Cell]] = [[f"{value}{n}" if value else None for n in "一二三"] for value in base.values()]
    columns.append(cells_of(heading, meaning))
    rows: list[list[Cell]] = [list(names), *([column[n] for column in columns] for n in range(3))]
    sheet = Sheet("表.xlsx", "0" * 64, "Sheet1", rows)
    return {found for plan in recognise(sheet).plans for found in _of_column(plan, sheet, len(names))}


def _of_column(plan: TablePlan, sheet: Sheet, number: int) -> Iterator[str]:
    headings = headings_at(sheet, (1,))
    for field, name in plan.columns.items():
        found = headings.columns_of(name)
        if [h.column + 1 for h in found] == [number] or (not found and name == column_letters(number)):
            yield f"{plan.record}.{field}"
    if plan.period and [h.column + 1 for h in headings.columns_of(plan.period.column)] == [number]:
        yield f"{plan.record}.{plan.period.start}"


def test_there_are_as_many_headings_as_matter() -> None:
    assert sum(1 for *_, meaning in CASES if meaning) >= FEWEST
    assert sum(1 for *_, meaning in CASES if not meaning) >= FEWEST


@pytest.mark.parametrize(("base", "heading", "meaning"), CASES, ids=[f"{'+'.join(b)}|{h}" for b, h, _ in CASES])
def test_a_heading_means_what_it_means_in_its_table(base: dict[str, str], heading: str, meaning: str) -> None:
    expected = set(meaning.split(" + ")) if meaning else set()
    found = meanings(base, heading, meaning)
    assert found == expected, found
