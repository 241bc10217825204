"""Captions of sections within a table, on one level or several: 一、鹭湾街道, and below it （一）榕岸社区."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from graph_model.names import normal_text
from loaders.plans.tables import RawTable
from loaders.plans.taking import taken_from
from loaders.readers.sheet import Cell
from loaders.regions.row_kinds import begins_section
from loaders.values.cell_reading import cell_text, is_missing

Captions = Mapping[re.Pattern[str], str]
"""The caption that a pattern fits, for each pattern that has one above a record."""

_RANKS: Final = (re.compile(r"[一二三四五六七八九十]{1,3}、"), re.compile(r"\([一二三四五六七八九十]{1,3}\)"))
"""How captions are numbered, the outermost level first."""


class CaptionReader:
    """Follows the captions of sections down a table, where a field is taken from them.

    A pattern whose captions come first is the outer level: its next caption ends what was said on the levels within.

    Args:
        table: the table.
    """

    def __init__(self, table: RawTable) -> None:
        self._patterns = list(dict.fromkeys(s.caption for s in table.columns.values() if s.caption is not None))
        self._levels: list[re.Pattern[str]] = []
        self._current: Captions = {}

    def takes(self, cells: Sequence[Cell], kind: str) -> bool:
        """Tell whether a row is a caption: one text that a pattern fits."""
        if not self._patterns or kind not in {"record", "note"}:
            return False
        text = single_text(cells)
        fitting = [pattern for pattern in self._patterns if text is not None and taken_from(pattern, text)]
        if text is None or not fitting:
            if kind == "note" and begins_section(cells):
                self._leave(cells)
            return False
        self._levels += [pattern for pattern in fitting if pattern not in self._levels]
        level = min(map(self._levels.index, fitting))
        kept = {p: caption for p, caption in self._current.items() if self._levels.index(p) < level}
        self._current = kept | dict.fromkeys(fitting, text)
        return True

    def _leave(self, cells: Sequence[Cell]) -> None:
        """End the sections that another one ends, of which no pattern says anything; those around it go on."""
        rank = _rank(single_text(cells) or "")
        self._current = {p: caption for p, caption in self._current.items() if _rank(caption) < rank}

    def note(self, of_records: list[Captions]) -> None:
        """Say under which captions the next record stands, where a field is taken from them."""
        if self._patterns:
            of_records.append(self._current)


def single_text(cells: Sequence[Cell]) -> str | None:
    """Return the one text of a row, such as a caption; None: it has none, or several."""
    texts = {cell_text(c) for c in cells if not is_missing(c)}
    return texts.pop() if len(texts) == 1 else None


def _rank(caption: str) -> int:
    """How far within a caption is numbered; one without a number is within all others."""
    text = normal_text(caption)
    return next((rank for rank, numbered in enumerate(_RANKS) if numbered.match(text)), len(_RANKS))
