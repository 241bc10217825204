"""How a command ends when something goes wrong: a sentence, an exit code, no traceback."""

import os
import subprocess
import sys

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


def test_results_are_utf8_whatever_the_code_page() -> None:
    code = "from gridgov.__main__ import run; run(['--help'])"
    environment = {"PYTHONIOENCODING": "cp936", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert "先看一看" in done.stdout.decode("utf-8")
    assert b"\r\n" not in done.stdout
