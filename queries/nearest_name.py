"""The name that somebody who mistyped one most probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to a written one, or None if none is near."""
    return next(iter(get_close_matches(written, list(known), n=1, cutoff=0.6)), None)
