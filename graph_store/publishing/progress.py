"""How far a push has come: a step, how many rows of how many, how fast, and how long it still takes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Step = Literal["indexing", "waiting", "comparing", "writing", "verifying"]
"""What a push does: makes indexes, waits for another push, compares, writes, reads back."""


@dataclass(frozen=True)
class PushProgress:
    """How far a push has come.

    Attributes:
        step: what it is doing.
        done: rows done in this step.
        total: rows to be done in this step; 0 where it is not counted.
        rate: rows per second so far; None at the start.
        remaining: seconds to the end of this step at that rate; None where unknown.
    """

    step: Step
    done: int = 0
    total: int = 0
    rate: float | None = None
    remaining: float | None = None


Watcher = Callable[[PushProgress], None]
"""Is told of each bit of progress."""


class Meter:
    """Measures one step for a watcher.

    Args:
        step: that begins.
        total: rows to be done.
        watcher: who is told; None: nobody.
        clock: seconds from any beginning; another one in tests.
    """

    def __init__(
        self, step: Step, total: int, watcher: Watcher | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._step, self._total, self._watcher, self._clock = step, total, watcher, clock
        self._done = 0
        self._start = clock()
        self._tell()

    def add(self, rows: int) -> None:
        """Count rows that are done."""
        self._done += rows
        self._tell()

    def _tell(self) -> None:
        if self._watcher is None:
            return
        spent = self._clock() - self._start
        rate = self._done / spent if spent > 0 and self._done else None
        remaining = max(0, self._total - self._done) / rate if rate and self._total else None
        self._watcher(PushProgress(self._step, self._done, self._total, rate, remaining))
