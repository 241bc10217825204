"""Wait for something no longer than a while: a server that froze never answers, and nothing would tell."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Late(Exception):  # noqa: N818 - it says what happened
    """What was waited for did not come in time; it goes on in its thread and is left alone."""


class _Outcome(Generic[_T]):
    """What came of something that ran in a thread."""

    def __init__(self, doing: Callable[[], _T]) -> None:
        self._doing = doing
        self._values: list[_T] = []
        self._errors: list[BaseException] = []

    def run(self) -> None:
        try:
            self._values.append(self._doing())
        except BaseException as error:  # whatever it is: it is raised where it was waited for
            self._errors.append(error)

    def get(self) -> _T:
        for error in self._errors:
            raise error
        for value in self._values:
            return value
        raise Late


def within(seconds: float, doing: Callable[[], _T]) -> _T:
    """Return what something returns, or raise what it raises.

    Args:
        seconds: to wait at most.
        doing: runs in a thread of its own, which does not keep the program from ending.

    Raises:
        Late: the time was up.
    """
    outcome = _Outcome(doing)
    thread = threading.Thread(target=outcome.run, daemon=True)
    thread.start()
    thread.join(seconds)
    return outcome.get()
