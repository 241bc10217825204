"""The page of measurements, docs/benchmarks.md: parts measured apart, and below them what is written by hand."""

import os
import platform
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import psutil  # type: ignore[import-untyped]  # it publishes no types

from benchmarks.measuring import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
_PUSHES = "<!-- pushes: `python -m benchmarks.pushing` writes what stands from here to the next such line -->"
_READING = "<!-- what the numbers mean is written by hand below this line and kept -->"


def measured(command: str) -> Iterator[str]:
    """Yield lines that say what measured, when, at which commit, and on which machine."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    memory = psutil.virtual_memory().total / 2**30
    load = f", load {os.getloadavg()[0]:.1f} when it began" if hasattr(os, "getloadavg") else ""
    yield f"Measured by `{command}` on {datetime.now(UTC):%Y-%m-%d} at commit {commit or 'unknown'}:"
    yield f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB of memory,"
    yield f"CPython {platform.python_version()}{load}."


def write_top(lines: Sequence[str]) -> None:
    """Write the first part anew: what needs no server."""
    _, pushes, reading = _parts()
    _write("\n".join([*lines, ""]), pushes, reading)


def write_pushes(lines: Sequence[str]) -> None:
    """Write the part about pushes anew."""
    top, _, reading = _parts()
    _write(top, "\n".join(["", *lines, ""]), reading)


def _parts() -> tuple[str, str, str]:
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    above, _, reading = text.partition(_READING)
    top, _, pushes = above.partition(_PUSHES)
    return top.rstrip("\n") + "\n", pushes.rstrip("\n") + "\n", reading or "\n"


def _write(top: str, pushes: str, reading: str) -> None:
    PAGE.write_text(f"{top}\n{_PUSHES}\n{pushes}\n{_READING}{reading}", encoding="utf-8", newline="\n")
