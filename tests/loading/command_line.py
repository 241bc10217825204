"""The command line in a process of its own, with its own workspace."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.gridgov.command import Outcome

ROOT = Path(__file__).parents[2]


def start(
    home: Path, *arguments: str | Path, code: str | None = None, before: Callable[[], None] | None = None
) -> "subprocess.Popen[str]":
    """Start a process.

    Args:
        home: the workspace.
        arguments: the command line without the program's name.
        code: Python to run in place of `gridgov`; the arguments are in `sys.argv[1:]`.
        before: called in the new process before Python starts (POSIX alone).
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GRIDGOV_")}
    environment = {**kept, "GRIDGOV_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    program = ["-c", code] if code else ["-m", "gridgov"]
    return subprocess.Popen(
        [sys.executable, *program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=home.parent,
        env=environment,
        preexec_fn=before,  # noqa: PLW1509 - the tests start no threads
    )


def finish(process: "subprocess.Popen[str]") -> Outcome:
    """Wait for a process and return what it came to."""
    out, err = process.communicate(timeout=300)
    return Outcome(process.returncode, out, err)


def gridgov(home: Path, *arguments: str | Path) -> Outcome:
    """Run a command and return what it came to."""
    return finish(start(home, *arguments))
