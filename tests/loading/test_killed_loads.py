"""A load that is killed leaves the old snapshot or the new one, readable, and the next load succeeds."""

import json
import signal
import sys
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from tests.loading import command_line, kills
from tests.loading.killed_office import QUESTION, KilledOffice, prepare_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> KilledOffice:
    return prepare_office(tmp_path_factory.mktemp("office"), estates=20)


@pytest.mark.parametrize(
    ("stage", "part", "is_left"),
    [
        ("reading", 0.5, False),
        ("resolving", 0.5, False),
        ("building", 0.5, False),
        ("writing", 0.95, True),
        ("renaming", 0.1, True),
        ("pointer", 0.5, False),
    ],
)
def test_a_load_killed_in_a_stage_leaves_a_whole_workspace(
    office: KilledOffice, tmp_path: Path, stage: str, part: float, is_left: bool
) -> None:
    """At a call of each stage; in two of them an unfinished snapshot is left, which the next load removes."""
    home = office.home(tmp_path / "home")
    assert kills.kill(home, stage, round(part * office.calls[stage]), office.district.load) == -signal.SIGKILL
    left = [path for path in Workspace(home).snapshots_folder.iterdir() if path.name.startswith(".")]
    assert bool(left) == is_left
    office.survived(home)


@pytest.mark.parametrize("found", ["old", "new"])
def test_a_load_killed_on_either_side_of_the_turn(office: KilledOffice, tmp_path: Path, found: str) -> None:
    """At the first call and at the last one of the step that replaces the pointer."""
    home = office.home(tmp_path / "home")
    call = 2 if found == "old" else office.calls["pointer"] - 1
    assert kills.kill(home, "pointer", call, office.district.load) == -signal.SIGKILL
    assert office.survived(home) == found


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_load_killed_by_the_clock(office: KilledOffice, tmp_path: Path, part: float) -> None:
    """The command as a user runs it, killed from outside at a part of the time that it takes; any moment will do."""
    kills.kill_after(office.home(tmp_path / "home"), part * office.seconds, office.district.load)
    office.survived(tmp_path / "home")


@pytest.mark.soak
@pytest.mark.parametrize("stage", kills.STAGES)
def test_ten_moments_of_a_stage(office: KilledOffice, tmp_path: Path, stage: str) -> None:
    for number, (name, call) in enumerate(kills.moments(office.calls, 10)):
        if name == stage:
            home = office.home(tmp_path / str(number))
            assert kills.kill(home, stage, call, office.district.load) == -signal.SIGKILL
            office.survived(home)


@pytest.mark.soak
def test_forty_moments_by_the_clock(office: KilledOffice, tmp_path: Path) -> None:
    for number in range(40):
        home = office.home(tmp_path / str(number))
        kills.kill_after(home, (number + 0.5) / 40 * office.seconds, office.district.load)
        office.survived(home)


@pytest.mark.parametrize("moment", [0.3, 0.9])
def test_an_engine_whose_build_was_killed_is_built_anew(office: KilledOffice, tmp_path: Path, moment: float) -> None:
    home = office.home(tmp_path / "home")
    _killed_build_is_rebuilt(home, moment, office)


@pytest.mark.soak
def test_twenty_moments_of_a_build(office: KilledOffice, tmp_path: Path) -> None:
    for number in range(20):
        home = office.home(tmp_path / str(number))
        _killed_build_is_rebuilt(home, (number + 0.5) / 20, office)


def _killed_build_is_rebuilt(home: Path, moment: float, office: KilledOffice) -> None:
    call = round(moment * office.calls["engine"])
    assert kills.kill(home, "engine", call, QUESTION) == -signal.SIGKILL
    outcome = command_line.gridgov(home, *QUESTION)
    assert (outcome.code, json.loads(outcome.out)) == (0, [{"n": 4}]), outcome.err
    assert [p.name for p in Workspace(home).engines_folder.iterdir() if p.is_dir()] == [office.old]


def test_two_processes_ask_at_once_where_nothing_is_built_yet(office: KilledOffice, tmp_path: Path) -> None:
    home = office.home(tmp_path / "home")
    asked = [command_line.start(home, *QUESTION) for _ in range(2)]
    for outcome in [command_line.finish(process) for process in asked]:
        assert (outcome.code, json.loads(outcome.out)) == (0, [{"n": 4}]), outcome.err
