"""The command line as a test runs it: in this process, with its own workspace."""

from pathlib import Path

import pytest

from gridgov.__main__ import run
from tests.gridgov.command import Command, Outcome


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def gridgov(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path) -> Command:
    """Runs a command line and returns its exit code, stdout and stderr."""
    for name in ("GRIDGOV_LANG", "GRIDGOV_DEBUG", "GRIDGOV_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GRIDGOV_HOME", str(home))

    def call(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
