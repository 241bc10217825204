"""Texts split where no bracket and no quotation mark encloses: what stands within belongs together."""

from collections.abc import Iterator

_OPENING, _CLOSING = "(（[【“《「『〈", ")）]】”》」』〉"


def outside(text: str) -> Iterator[bool]:
    """Yield for each character whether it stands outside all brackets and quotation marks."""
    depth = 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        yield depth <= 0


def split_outside(text: str, separators: str) -> list[str]:
    """Split a text at single characters, but not within brackets or quotation marks.

    Args:
        text: the text.
        separators: the characters that part it.

    Returns:
        The parts in order, blank ones among them.
    """
    parts, start = [], 0
    for at, (character, is_outside) in enumerate(zip(text, outside(text), strict=True)):
        if is_outside and character in separators:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
