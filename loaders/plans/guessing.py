"""What a foreign sheet most probably is: heading rows, record type, and the fields that its columns resemble."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import normal_text
from loaders.plans.heading_rows import HeadingRows, headings_at
from loaders.plans.headings import Heading, HeadingMatch, best_matches, is_ignored, known_headings, match_headings
from loaders.plans.values_around import key_around
from loaders.readers.sheet import Sheet
from loaders.record_types import RECORD_TYPES

_SEARCHED_ROWS: Final = 40
_SUGGESTED: Final = 3
_ALIKE: Final = 50.0
_FEWEST_HEADINGS: Final = 2
_LONGEST_HEADING: Final = 40


@dataclass(frozen=True)
class Guess:
    """What a sheet most probably is.

    Args:
        sheet: the sheet.
        rows: its headings.
        match: its record type, with the fields that are certain.
        others: record types that come next.
    """

    sheet: Sheet
    rows: HeadingRows
    match: HeadingMatch
    others: tuple[str, ...]

    def suggestions(self, heading: Heading) -> list[str]:
        """Return up to three free fields that a heading resembles, the nearest first."""
        free = {
            key: field for key, field in known_headings(self.match.record).items() if field not in self.match.fields
        }
        return list(dict.fromkeys(free[key] for key, _ in _resembling(heading, free)))[:_SUGGESTED]

    @property
    def unknown(self) -> tuple[Heading, ...]:
        """Headings that stand for no field, those that no registry wants aside."""
        return tuple(heading for heading in self.match.unknown if not is_ignored(heading.shown))


def guess(sheet: Sheet) -> Guess | None:
    """Guess what a sheet is.

    Args:
        sheet: the sheet.

    Returns:
        The best guess; None if nothing in it looks like headings.
    """
    candidates = [_own_first(candidate) for candidate in _candidates(sheet)]
    if not candidates:
        return None
    # max keeps the first of equals: an upper row goes before a lower one, one row before two
    rows = max(candidates, key=lambda candidate: _certain(candidate.headings))
    hint = normal_text(f"{sheet.name} {sheet.file}")
    best = [match.record for match in best_matches(rows.headings, hint)] if _certain(rows.headings) else []
    if sheet.record in RECORD_TYPES:
        best = [str(sheet.record)]
    ranked = sorted(RECORD_TYPES, key=lambda r: (r in best, _likeness(rows.headings, r)), reverse=True)
    return Guess(sheet, rows, match_headings(rows.headings, ranked[0]), tuple(ranked[1 : _SUGGESTED + 1]))


def _candidates(sheet: Sheet) -> Iterator[HeadingRows]:
    last = sheet.first_row + min(len(sheet.rows), _SEARCHED_ROWS) - 1
    if sheet.kind == "objects":
        last = sheet.first_row
    single = [headings_at(sheet, (row,)) for row in range(sheet.first_row, last + 1)]
    double = [headings_at(sheet, (row, row + 1)) for row in range(sheet.first_row, last)]
    for candidate in (*single, *double):
        texts = {h.shown for h in candidate.headings if len(h.shown) <= _LONGEST_HEADING}
        if len(texts) >= _FEWEST_HEADINGS:
            yield candidate


def _own_first(rows: HeadingRows) -> HeadingRows:
    """Without what is around a list of which nothing itself is known: its place fits every record type."""
    own = tuple(heading for heading in rows.headings if key_around(heading.shown) is None)
    return rows if _certain(own) else replace(rows, headings=own)


def _certain(headings: Sequence[Heading]) -> int:
    return max(len(match_headings(headings, record).fields) for record in RECORD_TYPES)


def _likeness(headings: Sequence[Heading], record: str) -> float:
    """How many columns a record type knows, one that it knows nearly counting by how near."""
    match = match_headings(headings, record)
    near = (next((score for _, score in _resembling(h, known_headings(record))), 0.0) for h in match.unknown)
    return len(match.fields) + sum(near) / 200


def _resembling(heading: Heading, keys: Iterable[str]) -> list[tuple[str, float]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a draft needs it

    found = process.extract(normal_text(heading.shown), list(keys), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=10)
    return [(key, score) for key, score, _ in found]
