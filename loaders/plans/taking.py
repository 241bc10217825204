"""What a pattern takes out of a text beside a table."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from graph_model.names import visible_text

_CHARACTER: Final = re.compile(r"\\?(.)", re.DOTALL)


@lru_cache(maxsize=10_000)
def taken_from(pattern: re.Pattern[str], text: str) -> str | None:
    """Return what a pattern finds in a text: its first group, or else all that it fits; None: nothing, or blanks.

    Widths do not count: （ in a pattern stands for ( in a text, and the other way round.
    """
    match = pattern.search(text) or _half_width(pattern).search(visible_text(text))
    value = (match[1] if pattern.groups else match[0]) if match else None
    return value if value and value.strip() else None


@lru_cache(maxsize=1_000)
def _half_width(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(_CHARACTER.sub(_levelled, pattern.pattern))


def _levelled(character: re.Match[str]) -> str:
    """A character of a pattern that stands for itself, in the width in which texts are compared."""
    plain = unicodedata.normalize("NFKC", character[1])
    return character[0] if plain == character[1] else re.escape(plain)
