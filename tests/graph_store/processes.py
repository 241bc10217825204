"""Python in a process of its own: for what is about several processes, their death, or what they print."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(code: str, *arguments: object, folder: Path | None = None) -> "subprocess.Popen[str]":
    """Start a process that runs some code; its arguments are in `sys.argv[1:]`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder or ROOT,
        env=environment,
    )


def run(code: str, *arguments: object, folder: Path | None = None) -> tuple[int, str, str]:
    """Run some code in a process and return its exit code, and what it wrote to stdout and stderr."""
    process = start(code, *arguments, folder=folder)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err
