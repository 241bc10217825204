"""Which notes tell that a tenure has ended. Cases: notes.toml."""

import tomllib
from pathlib import Path

import pytest

from loaders.values.notes import end_in_note
from tests.loaders.office import checked, district, places, write_csv

CASES = tomllib.loads((Path(__file__).parent / "notes.toml").read_text(encoding="utf-8"))
HEADINGS = ["姓名", "任职机构", "职务", "任职终止日期", "任职状态", "备注"]


@pytest.mark.parametrize("note", CASES["ends"])
def test_a_note_that_tells_an_end(note: str) -> None:
    assert end_in_note(note) is not None


@pytest.mark.parametrize("note", CASES["no_end"])
def test_a_note_that_tells_none(note: str) -> None:
    assert end_in_note(note) is None


@pytest.mark.parametrize(
    ("end", "state", "expected"),
    [
        ("", "", [("end_in_note", 2, "F")]),
        ("至今", "在任", [("end_in_note", 2, "F")]),
        ("2024-06-30", "", []),
        ("", "离任", []),
    ],
)
def test_only_an_end_that_no_column_tells_is_asked_about(
    end: str, state: str, expected: list[object], tmp_path: Path
) -> None:
    row = ["林木森", "示例花园业委会", "主任", end, state, "2024年3月调离，由水淼淼接任"]
    report = checked([*district(tmp_path), write_csv(tmp_path / "任职（20240903）.csv", [HEADINGS, row])])
    assert places(report) == expected
    assert report.rejected == 0
    assert not any("水淼淼" in (fault.value or "") + fault.reason("zh") for fault in report.faults)
