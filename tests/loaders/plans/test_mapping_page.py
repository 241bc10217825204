"""The examples on the page about mapping files: a table, read by its mapping, gives the records shown below it."""

import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from loaders.preparing.options import LoadOptions, no_progress
from loaders.preparing.reading_files import ReadTables, read_tables
from loaders.records.gathered_rows import TABLE
from tests.loaders.plans.accepted_records import accepted_records

PAGE = (Path(__file__).parents[3] / "docs" / "mapping.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"^### ([^\n]+)\n(?:(?!```|#)[^\n]*\n)*"
    r"```(?:csv|json) ([^\n]+)\n(.*?)```\n\n```toml\n(.*?)```\n\n((?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)


class Example(NamedTuple):
    title: str
    file: str
    text: str
    mapping: str
    records: str


EXAMPLES = [Example(*match) for match in EXAMPLE.findall(PAGE)]


def expected(example: Example) -> list[dict[str, str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in example.records.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


def records(read: ReadTables, fields: list[str]) -> list[dict[str, str]]:
    """The accepted records in the order of sheets and rows, persons counted as they come."""
    sheets = list(dict.fromkeys(table.table.sheet.name for table in read.tables))

    def place(row: dict[str, Any]) -> tuple[int, int, int]:
        return sheets.index(read.tables[row[TABLE]].table.sheet.name), row["row"], row[TABLE]

    persons: dict[str, str] = {}
    found = []
    for row in sorted(accepted_records(read), key=place):
        row["record"] = read.tables[row[TABLE]].table.record
        if "person" in fields and row.get("person_keys"):
            row["person"] = persons.setdefault(row["person_keys"][0], str(len(persons) + 1))
        found.append({field: str(row.get(field) or "") for field in fields})
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.title)
def test_a_table_and_its_mapping_give_the_records_that_the_page_shows(example: Example, tmp_path: Path) -> None:
    file, mapping = tmp_path / example.file, tmp_path / "mapping.toml"
    file.write_text(example.text, encoding="utf-8")
    mapping.write_text(f"version = 1\n{example.mapping}", encoding="utf-8")
    options = LoadOptions(mapping=mapping, as_of=date(2024, 9, 3))
    found = read_tables([file], options, b"k" * 32, no_progress)
    wanted = expected(example)
    assert [fault.code for fault in found.faults] == []
    assert records(found, list(wanted[0])) == wanted


def test_each_key_that_says_a_layout_has_an_example() -> None:
    assert len(EXAMPLES) >= 16
    shown = " ".join(example.title for example in EXAMPLES)
    layout = (
        "columns",
        "values",
        "sheet",
        "each",
        "split",
        "period",
        "fill_down",
        "composed",
        "taken",
        "region",
        "last_row",
    )
    further = ("header", "form", "where", "dates", "as_of", "end_inclusive", "namespace", "repeats", "recognise")
    assert [key for key in (*layout, *further) if f"`{key}`" not in shown] == []
