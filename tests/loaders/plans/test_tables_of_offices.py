"""Tables and mappings as offices and analysts write them: what comes of each, and the same again from a saved plan."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders.plans import MappingError, draft_mapping
from loaders.preparing.options import LoadOptions, no_progress
from loaders.preparing.reading_files import ReadTables, read_tables
from tests.loaders.office import write_xlsx
from tests.loaders.plans.accepted_records import accepted_records

CASES = [
    case
    for file in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


def written(case: dict[str, Any], folder: Path) -> list[Path]:
    for name, content in case["files"].items():
        if isinstance(content, str):
            (folder / name).write_text(content, encoding="utf-8")
        else:
            write_xlsx(folder / name, **content)
    return [folder / name for name in case["files"]]


def read(files: list[Path], mapping: str | None, folder: Path) -> ReadTables:
    path = folder / "mapping.toml"
    if mapping is not None:
        path.write_text(mapping, encoding="utf-8")
    options = LoadOptions(path if mapping is not None else None, as_of=date(2024, 9, 3), keep_cells=True)
    return read_tables(files, options, b"k" * 32, no_progress)


def records(found: ReadTables, fields: list[str]) -> list[list[str]]:
    """The accepted records, table by table."""
    said = ([row.get(field) for field in fields] for row in accepted_records(found))
    return [["" if value is None else str(value) for value in values] for values in said]


@pytest.mark.parametrize("case", [pytest.param(c, id=c["title"]) for c in CASES])
def test_a_table_gives_its_records_its_faults_and_the_same_from_its_plan(case: dict[str, Any], tmp_path: Path) -> None:
    files = written(case, tmp_path)
    mapping = f"version = 1\n{case['mapping']}" if "mapping" in case else None
    if "problem" in case:
        with pytest.raises(MappingError) as raised:
            read(files, mapping, tmp_path)
        assert [problem.key for problem in raised.value.problems] == case["problem"]
        return
    found = read(files, mapping, tmp_path)
    assert [f"{f.code} {f.row or ''}{f.column or ''}" for f in found.faults] == case.get("faults", [])
    assert records(found, case["fields"]) == case["records"]
    if case.get("asked"):
        return  # nothing was recognised: what is drafted is for a person to complete, and no plan of a load
    again = read(files, draft_mapping(found.readings), tmp_path)
    assert records(again, case["fields"]) == case["records"]
