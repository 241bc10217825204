"""gridgov in a process of its own, as an office runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def gridgov(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, whose workspace is its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GRIDGOV_HOME": str(cwd / "home"), "GRIDGOV_LANG": "zh"}
    command = [sys.executable, "-m", "gridgov", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False
    )
