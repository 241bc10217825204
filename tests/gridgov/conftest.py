"""The command line as a test runs it: in this process, with its own workspace."""

import shutil
from pathlib import Path

import pytest

from gridgov.__main__ import run
from tests.gridgov.command import Command, Outcome
from tests.gridgov.small_office import DAY, write_office


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def gridgov(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path) -> Command:
    """Runs a command line and returns its exit code, stdout and stderr."""
    for name in ("GRIDGOV_LANG", "GRIDGOV_DEBUG", "GRIDGOV_KEY_FILE", "GRIDGOV_STORE", "GRIDGOV_NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GRIDGOV_HOME", str(home))

    def call(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the small office loaded and its engine built; to be copied, not to be used."""
    folder = tmp_path_factory.mktemp("small")
    home = ["--home", str(folder / "home")]
    files = [str(path) for path in write_office(folder / "office")]
    assert run([*home, "load", *files, "--as-of", DAY]) == 0
    assert run([*home, "cypher", "RETURN 1 AS one"]) == 0
    return folder / "home"


@pytest.fixture
def loaded(gridgov: Command, small_home: Path, home: Path) -> Command:
    """Runs a command line in a workspace of its own that holds the small office."""
    shutil.copytree(small_home, home)
    return gridgov
