"""What a cell says, before its column says what it means: blank or a text, as a person reads it, or a list of texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from graph_model.names import kept_text, normal_text, visible_text
from loaders.readers.sheet import Cell
from loaders.values.bracketed_text import split_outside
from loaders.values.unfit_cells import undamaged

_MISSING = frozenset(
    {"", "无", "-", "--", "---", "/", "\\", "暂无", "n/a", "na", "空", "null", "none", "nil", "#n/a", "·", "…"}
)
_WORDS = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9]{5}")
"""How most cells begin; no word for nothing is so long, and none of these characters is invisible."""
SEPARATORS = "、;；,，\n\r"
"""What stands between the members of a list in one cell."""

_ITEM_NUMBER = re.compile(r"(?<![^;；,，、\s])(?:\d{1,2}[.．、)）]|[(（]\d{1,2}[)）]|[①-⑳])\s*(?=[^\d\s])")
_LONGEST_SHOWN = 200


@dataclass(frozen=True)
class Reading:
    """What a cell says, and what is wrong with it.

    Args:
        value: the value as records hold it; None: nothing.
        fault: the code of what is wrong, or None.
        blanks: what fills the blanks of the fault's texts.
    """

    value: Any
    fault: str | None = None
    blanks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CellContext:
    """What the column as a whole says about how its cells are read.

    Args:
        heading: the heading as written.
        number_like_text: whether a text such as 2023.1 may have been the number 2023.10.
        strptime_format: a mapping file's format of dates.
        separators: characters between members of a list.
        epoch_1904: whether the workbook counts days from 1904.
    """

    heading: str = ""
    number_like_text: bool = False
    strptime_format: str | None = None
    separators: str = SEPARATORS
    epoch_1904: bool = False


NOTHING = Reading(None)


def is_missing(cell: Cell) -> bool:
    """Tell whether a cell says that there is nothing: blank, 无, —, /, 暂无, N/A."""
    return cell is None or (isinstance(cell, str) and _says_nothing(cell))


@lru_cache(maxsize=20_000)
def _says_nothing(text: str) -> bool:
    return not _WORDS.match(text) and normal_text(text) in _MISSING


def cell_text(cell: Cell) -> str:
    """Return a cell as a person reads it."""
    if isinstance(cell, str):
        return _as_read(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return undamaged(visible_text(cell.isoformat() if isinstance(cell, date) else str(cell)))


@lru_cache(maxsize=20_000)
def _as_read(text: str) -> str:
    return undamaged(visible_text(text))


def kept_cell(cell: Cell) -> str:
    """Return a cell as it is kept: a text as written, without what nobody sees; anything else as a person reads it."""
    return kept_text(cell) if isinstance(cell, str) else cell_text(cell)


def as_written(cell: Cell) -> str:
    """Return a cell as it stands in the file, for faults; of a very long one, its beginning."""
    shown = undamaged(cell.strip()) if isinstance(cell, str) else cell_text(cell)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


def split_list(text: str, separators: str) -> list[str]:
    """Return the members of a list in one cell, without their numbers; what brackets or quotes enclose is one."""
    cleaned = map(kept_text, split_outside(_ITEM_NUMBER.sub("", text), separators))
    return list(dict.fromkeys(m for m in cleaned if not is_missing(m)))
