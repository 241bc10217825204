"""The nearest of known writings, for suggestions: similarity suggests, it never joins."""

from collections.abc import Iterable

from graph_model.names import normal_text

_ALIKE = 50.0


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known writing that is most like a text, or None if none is alike enough to be worth naming."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a fault needs it

    found = process.extractOne(text, list(known), scorer=fuzz.ratio, processor=normal_text, score_cutoff=_ALIKE)
    return found[0] if found else None
