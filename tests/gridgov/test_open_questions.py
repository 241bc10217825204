"""What recognition cannot decide is asked in one breath, answered once, and remembered; elsewhere it is drafted."""

import os
import selectors
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLACES = (
    "区划代码,区划名称,级别,上级区划代码\n990206000000,示例区,区,\n990206003000,鹭湾街道,街道,990206000000\n"
    "990206003022,和盛里社区,社区,990206003000\n"
)
LEDGER = "楼盘,归属居委,户数情况,绿化\n示例花园,和盛里社区,320,好\n示例新村,和盛里社区,85,差\n"
UNDATED = "小区名称,所属社区,户数\n示例花园,和盛里社区,320\n"
ESTATES = "MATCH (e:Estate) RETURN e.name, e.households ORDER BY e.name"

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminal that a test can hold")


def written(folder: Path, name: str, text: str) -> list[str]:
    (folder / "区划_20240101.csv").write_text(PLACES, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / "区划_20240101.csv"), str(folder / name)]


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "gridgov", "--home", str(folder / "home"), *arguments]


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command(folder, *arguments), capture_output=True, text=True, check=False)


def at_a_terminal(arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """Run a command at a terminal; answer each time it waits for one."""
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(arguments, stdin=follower, stdout=follower, stderr=follower, close_fds=True)
    os.close(follower)
    shown, left, deadline = b"", list(answers), time.monotonic() + 120
    waiting = selectors.DefaultSelector()  # select.select takes no descriptor above 1,023, which engines use up
    waiting.register(leader, selectors.EVENT_READ)
    while time.monotonic() < deadline:
        if waiting.select(0.3):
            try:
                shown += os.read(leader, 65_536)
            except OSError:  # the other end was closed
                break
        elif process.poll() is not None:
            break
        elif left and shown.endswith((b"]: ", b": ")):
            os.write(leader, f"{left.pop(0)}\n".encode())
            shown += b"\n"
    waiting.close()
    os.close(leader)
    return process.wait(timeout=60), shown.decode(errors="replace")


def estates(folder: Path) -> list[str]:
    return run(folder, "cypher", ESTATES, "--format", "csv").stdout.splitlines()[1:]


def test_where_nobody_can_answer_a_draft_is_written_and_the_exit_is_1(tmp_path: Path) -> None:
    files = written(tmp_path, "台账_20240903.csv", LEDGER)
    done = run(tmp_path, "load", *files)
    draft = tmp_path / "home" / "mapping-draft.toml"
    assert done.returncode == 1
    assert str(draft) in done.stderr
    assert '# community = "归属居委"' in draft.read_text(encoding="utf-8")
    assert "区划" not in draft.read_text(encoding="utf-8")
    run(tmp_path, "load", *files)
    assert (tmp_path / "home" / "mapping-draft-2.toml").exists()  # the first may have been worked on


@needs_terminal
def test_answers_load_the_file_and_are_remembered(tmp_path: Path) -> None:
    files = written(tmp_path, "台账_20240903.csv", LEDGER)
    code, shown = at_a_terminal(command(tmp_path, "load", *files), ["9", "1"])
    assert code == 0, shown
    assert "“归属居委”这一列是什么" in shown
    assert "没有这一项" in shown
    assert sorted(estates(tmp_path)) == ["示例新村,85", "示例花园,320"]
    (tmp_path / "台账_20240903.csv").write_text(LEDGER.replace("320", "321"), encoding="utf-8")
    again = run(tmp_path, "load", *files)
    assert again.returncode == 0, again.stdout + again.stderr
    other = run(tmp_path, "load", *written(tmp_path, "小区_20240904.csv", UNDATED))
    assert (other.returncode, "unused_mapping" in other.stdout) == (0, False)


@needs_terminal
def test_the_day_of_a_workbook_without_one_is_asked(tmp_path: Path) -> None:
    code, shown = at_a_terminal(
        command(tmp_path, "load", *written(tmp_path, "小区.csv", UNDATED)), ["nonsense", "2024-09-03"]
    )
    assert code == 0, shown
    assert "截至哪一天" in shown
    assert estates(tmp_path) == ["示例花园,320"]


@needs_terminal
def test_who_leaves_all_out_loads_nothing_and_nothing_is_remembered(tmp_path: Path) -> None:
    files = written(tmp_path, "台账_20240903.csv", LEDGER)
    code, _ = at_a_terminal(command(tmp_path, "load", *files), ["0", "0"])
    assert code == 1
    assert not (tmp_path / "home" / "mapping.toml").exists()
