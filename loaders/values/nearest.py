"""The nearest of known writings, for suggestions: similarity suggests, it never joins."""

from collections.abc import Iterable

from graph_model.names import normal_text

_ALIKE = 50.0
_LONGEST = 200


class NearestName:
    """Finds the one of many writings that is most like a text.

    Args:
        known: the writings; of equally near ones the first counts.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(dict.fromkeys(known))
        self._forms = [normal_text(writing) for writing in self._known]

    def to(self, text: str) -> str | None:
        """Return the nearest writing, or None if none is alike enough to be worth naming."""
        if len(text) > _LONGEST:
            return None  # no name is so long, and comparing takes its time
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a fault needs it

        found = process.extractOne(normal_text(text), self._forms, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._known[found[2]] if found else None


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known writing that is most like a text, or None if none is alike enough to be worth naming."""
    return NearestName(known).to(text)
