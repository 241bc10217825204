"""The demo, whole: it ends well, fits a screen, and what it made can be opened and asked."""

from pathlib import Path

import pytest

from gridgov.demo.steps import Demo
from gridgov.widths import width
from tests.gridgov.command import Command, Outcome


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture
def chinese(gridgov: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    monkeypatch.chdir(folder)
    return gridgov("demo")


def test_it_is_told_on_one_screen_and_leaves_a_map(chinese: Outcome, folder: Path, gridgov: Command) -> None:
    assert chinese.code == 0, chinese.err
    lines = chinese.out.splitlines()
    assert len(lines) <= 45
    assert [line for line in lines if width(line) > 100] == []
    assert "合成" in lines[0]
    made = folder / "gridgov-demo"
    page = (made / "board.html").read_text(encoding="utf-8")
    assert "合成" in page
    assert page.startswith("<!DOCTYPE html>")
    assert list((made / "marked").glob("*.xlsx"))
    for verb in ("query list", "show", "reconcile"):
        assert f"gridgov --home gridgov-demo/workspace {verb}" in chinese.out


@pytest.mark.soak
def test_it_is_told_in_english_too_and_again_in_the_same_folder(
    gridgov: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    outcome = gridgov("demo", "--lang", "en")
    assert outcome.code == 0, outcome.err
    lines = outcome.out.splitlines()
    assert len(lines) <= 45
    assert [line for line in lines if width(line) > 100] == []
    assert "synthetic" in lines[0]


def test_a_step_that_does_not_come_out_fails_loudly(
    gridgov: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(demo: Demo) -> tuple[list[Path], list[Path]]:
        return [], []

    monkeypatch.setattr(Demo, "sample", nothing)
    assert gridgov("demo", tmp_path).code != 0
