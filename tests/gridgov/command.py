"""What running a command line in a test comes to."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """Exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
