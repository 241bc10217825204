"""What is planted: enough of it, each plant where the key says, and none moved when another is left out."""

import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import column_index_from_string

from loaders.faults import fault_kinds
from sample_data.example import plant_faults, write_example
from sample_data.example.planting.books import open_book
from sample_data.example.planting.xlsx_editing import XlsxBook

TRAPS = {
    "headings",
    "totals",
    "merged_cells",
    "month_number",
    "serial",
    "written_dates",
    "widths",
    "vocabulary",
    "missing_words",
    "lists",
    "formula",
    "struck_and_hidden",
    "twice",
    "division_codes",
    "same_names",
    "similar_names",
    "traditional",
    "firms",
}
"""The rows of the table of traps."""


@pytest.fixture(scope="module")
def key(faulty: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((faulty / "planted_faults.json").read_text(encoding="utf-8"))
    return found


def test_at_least_60_faults_of_at_least_20_codes_are_planted(key: list[dict[str, Any]]) -> None:
    faults = [e for e in key if e["code"]]
    assert len(faults) >= 60
    assert len({e["code"] for e in faults}) >= 20
    assert {e["code"] for e in faults} <= fault_kinds().keys()
    assert len({e["id"] for e in key}) == len(key)
    assert len({(e["file"], e["sheet"], e["row"], e["column"]) for e in faults}) == len(faults)


def test_each_trap_is_planted_in_two_record_types(key: list[dict[str, Any]]) -> None:
    records = defaultdict(set)
    for entry in key:
        records[entry["trap"]].add(entry["record"])
    assert records.keys() >= TRAPS
    assert all(len(records[trap]) > 1 for trap in TRAPS)


def test_each_plant_changed_the_cell_that_its_key_names(clean: Path, faulty: Path, key: list[dict[str, Any]]) -> None:
    before, after = ({n: open_book(f / n) for n in {e["file"] for e in key}} for f in (clean, faulty))
    for entry in key:
        if entry["row"] is None or entry["column"] is None:
            continue
        at = entry["row"] - 1, column_index_from_string(entry["column"]) - 1
        old = before[entry["file"]].grid(entry["sheet"])
        new = after[entry["file"]].grid(entry["sheet"])[at[0]][at[1]]
        was = old[at[0]][at[1]] if at[0] < len(old) else None
        assert new != was or entry["id"].startswith("broken_merge"), entry["id"]
        assert entry["after"] is None or str(new) == entry["after"], entry["id"]


def test_rows_are_struck_through_and_hidden_and_sheets_hidden(faulty: Path, key: list[dict[str, Any]]) -> None:
    for entry in key:
        if entry["code"] not in {"struck_row", "hidden_row", "hidden_sheet"}:
            continue
        book = open_book(faulty / entry["file"])
        assert isinstance(book, XlsxBook)
        sheet = book._book[entry["sheet"]]
        if entry["code"] == "struck_row":
            assert all(c.font.strike for c in sheet[entry["row"]] if c.value is not None)
        elif entry["code"] == "hidden_row":
            assert sheet.row_dimensions[entry["row"]].hidden
        else:
            assert sheet.sheet_state == "hidden"


def test_planting_is_the_same_each_time_and_another_seed_spoils_other_rows(
    clean: Path, faulty: Path, key: list[dict[str, Any]], tmp_path: Path
) -> None:
    shutil.copytree(clean, tmp_path / "again")
    plant_faults(tmp_path / "again", 20240903)
    for path in faulty.iterdir():
        if path.name != "README.txt":  # it tells whether faults are planted
            assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name
    shutil.copytree(clean, tmp_path / "other")
    other = plant_faults(tmp_path / "other", seed=7)
    assert [e["id"] for e in other] == [e["id"] for e in key]
    assert sum(a["row"] != b["row"] for a, b in zip(key, other, strict=True)) > 20


def test_leaving_a_plant_out_leaves_the_others_where_they_are(
    clean: Path, key: list[dict[str, Any]], tmp_path: Path
) -> None:
    folder = tmp_path / "less"
    shutil.copytree(clean, folder)
    left_out = frozenset({"pact_twice", "month_number_pact", "scratch_paper"})
    less = plant_faults(folder, 20240903, left_out)
    assert less == [e for e in key if e["id"] not in left_out]


def test_every_file_with_data_is_told_of(tmp_path: Path) -> None:
    paths = write_example(tmp_path, faults=True)
    assert set(paths) | {tmp_path / "README.txt", tmp_path / "planted_faults.json"} == set(tmp_path.iterdir())


def test_planting_imports_no_loader_and_does_not_know_the_truth() -> None:
    folder = Path(__file__).parents[2] / "sample_data" / "example" / "planting"
    for path in folder.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "loaders" not in text, path.name
        assert "example.truth" not in text, path.name
