"""Boxes of a printed form: ☑是 □否 says yes, and nothing where both are ticked, or neither."""

import re
from typing import Final

_BOX: Final = re.compile(r"\s*(?P<box>[☑☒√✓✔■☐□▢])\s*(?P<word>[^\s☑☒√✓✔■☐□▢]+)\s*")
_BOXES: Final = re.compile(rf"(?:{_BOX.pattern.replace('?P<box>', '?:').replace('?P<word>', '?:')}){{2,}}")
_EMPTY: Final = frozenset("☐□▢")


def ticked_word(text: str) -> str:
    """Return the word of the one box that is ticked among several; else the text as it stands."""
    if not _BOXES.fullmatch(text):
        return text
    ticked = [found["word"] for found in _BOX.finditer(text) if found["box"] not in _EMPTY]
    return ticked[0] if len(ticked) == 1 else text
