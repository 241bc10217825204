"""Which notes tell that a tenure has ended. Cases: notes.toml."""

import tomllib
from pathlib import Path

import pytest

from loaders.values.notes import end_in_note, other_post_in_note, plan_in_note
from tests.loaders.office import checked, district, places, write_csv

CASES = tomllib.loads((Path(__file__).parent / "notes.toml").read_text(encoding="utf-8"))
HEADINGS = ["姓名", "任职机构", "职务", "任职终止日期", "任职状态", "备注"]


@pytest.mark.parametrize("note", CASES["ends"])
def test_a_note_that_tells_an_end(note: str) -> None:
    assert end_in_note(note) is not None


@pytest.mark.parametrize("note", CASES["no_end"])
def test_a_note_that_tells_none(note: str) -> None:
    assert end_in_note(note) is None


@pytest.mark.parametrize("note", CASES["not_yet"])
def test_a_note_that_somebody_does_not_hold_the_post_yet(note: str) -> None:
    assert plan_in_note(note) is not None


@pytest.mark.parametrize("note", [*CASES["in_place"], *CASES["no_end"]])
def test_a_note_that_tells_no_such_thing(note: str) -> None:
    assert plan_in_note(note) is None


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


@pytest.mark.parametrize(
    ("note", "role", "expected"),
    [
        ("现任社区主任", "secretary", "现任"),
        ("现为望海社区网格长", "grid_worker", "现为"),
        ("2024年起，现担任街道办主任（兼）", "secretary", "现担任"),
        ("现任社区书记", "理事长", "现任"),
        ("现任书记", "secretary", None),
        ("现任示例花园党支部书记", "secretary", None),
        ("现任示例花园党支部书记", "deputy_secretary", "现任"),
        ("现任示例医院办公室主任", "part_time_member", None),
        ("前任现任社区主任", "secretary", None),
        ("社区主任", "secretary", None),
        ("现任社区主任", None, None),
        (None, "secretary", None),
    ],
)
def test_a_note_may_tell_another_post(note: str | None, role: str | None, expected: str | None) -> None:
    assert other_post_in_note(note, role) == expected
