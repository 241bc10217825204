"""How long a command takes and how much memory it and its children hold, watched from outside."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it publishes no types

ROOT = Path(__file__).resolve().parents[1]
_EVERY = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True)
class Measure:
    """What one run of a command took.

    Args:
        seconds: by the clock.
        cpu: seconds of processor time, its children's too (0 on Windows).
        megabytes: largest memory (RSS) of the process and its children together.
        out: what it printed.
        code: its exit code.
    """

    seconds: float
    cpu: float
    megabytes: float
    out: str
    code: int


def measure(arguments: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Measure:
    """Run Python with some arguments and measure it.

    Args:
        arguments: what follows `python`.
        environment: added to this process's own.

    Returns:
        What it took. A command that fails on purpose is measured too.
    """
    before, began = _children_cpu(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(environment or {})},
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak))
    watcher.start()
    out, _ = process.communicate()
    seconds = time.perf_counter() - began
    watcher.join()
    return Measure(seconds, _children_cpu() - before, peak[0] / 2**20, out, process.returncode)


def best(arguments: Sequence[str | Path], environment: Mapping[str, str] | None = None, *, runs: int = 3) -> Measure:
    """Run a command several times and return the quickest run."""
    return min((measure(arguments, environment) for _ in range(runs)), key=lambda m: m.seconds)


def _children_cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _watch(pid: int, peak: list[float]) -> None:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            held = 0.0
            for one in (process, *process.children(recursive=True)):
                with suppress(psutil.NoSuchProcess):
                    held += one.memory_info().rss
            peak[0] = max(peak[0], held)
            time.sleep(_EVERY)
