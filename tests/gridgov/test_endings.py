"""How a command ends when something goes wrong: a sentence, an exit code, no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gridgov.settings import Settings
from tests.gridgov.command import Command


def failing(error: BaseException) -> object:
    def fail(self: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "已中断"),
        (OSError(28, "No space left on device"), 3, "No space left on device"),
        (ZeroDivisionError("division by zero"), 3, "ZeroDivisionError"),
    ],
)
def test_it_ends_with_a_sentence(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr(Settings, "snapshot", failing(error))
    outcome = gridgov("info")
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_developer_gets_the_traceback(gridgov: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Settings, "snapshot", failing(ZeroDivisionError()))
    monkeypatch.setenv("GRIDGOV_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        gridgov("info")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    writer = "import sys\nfrom gridgov.__main__ import run\nsys.stdin.readline()\nsys.exit(run(['--help']))"
    process = subprocess.Popen(
        [sys.executable, "-c", writer], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(b"\n")
    process.stdin.close()
    assert process.wait() == 0
    assert process.stderr.read() == b""


def test_a_file_cannot_be_the_workspace(gridgov: Command, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"")
    outcome = gridgov("--home", file, "info")
    assert (outcome.code, "是文件" in outcome.err) == (2, True)


@pytest.mark.skipif(os.name != "posix", reason="is about locales of POSIX systems")
def test_the_engine_finds_folders_with_chinese_names_in_the_c_locale(small_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "工作 目录"
    shutil.copytree(small_home, home)
    code = "import sys\nfrom gridgov.__main__ import run\nsys.exit(run(['cypher', \"RETURN '好' AS said\"]))"
    environment = {"LC_ALL": "C", "GRIDGOV_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr.decode("utf-8")) == (0, "")
    assert "好" in done.stdout.decode("utf-8")


def test_results_are_utf8_whatever_the_code_page() -> None:
    code = "from gridgov.__main__ import run; run(['--help'])"
    environment = {"PYTHONIOENCODING": "cp936", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert "先看一看" in done.stdout.decode("utf-8")
    assert b"\r\n" not in done.stdout
