"""Cells that no column can take: errors of formulas, damaged texts, dates and booleans where words belong."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loaders.readers.sheet import Cell

_ERROR = re.compile(r"#(?:[A-Z][A-Z0-9_]{1,15}(?:/[0A])?[!?]|GETTING_DATA|#{2,40})")
_DAMAGED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd]")  # tabs and line ends are no damage
_FORMULA = re.compile(
    r"[=＝]\s*(?:[A-Za-z0-9_$(+\-\"'\[@{]|[^!\s]{1,31}!\$?[A-Za-z])"
    r"|[-+@](?:[A-Z][A-Z0-9.]+\(|\$?[A-Z]{1,3}\$?\d{1,7}\s*[-+*/&^:]\s*\$?[A-Z]{1,3}\$?\d)",
    re.IGNORECASE,
)
"""How a formula begins as a program writes it that calculates nothing: =A2, =SUM(B2:B9), =小区!A2; not =两栋合并."""

_DAY = re.compile(
    r"\d{4}([-/])\d{1,2}\1\d{1,2}(?: 0?0:00(?::00)?)?|\d{1,2}月\d{1,2}日"
    r"|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_DAY = 24
_WORDS = frozenset({"text", "code", "division_code", "credit_code", "reference", "vocabulary", "private"})
_NAMES = frozenset({"code", "division_code", "credit_code", "reference"})


@dataclass(frozen=True)
class Unfit:
    """Why a cell cannot be taken.

    Args:
        code: the code of the fault.
        blanks: what fills the blanks of its texts.
    """

    code: str
    blanks: Mapping[str, str] = field(default_factory=dict)


def undamaged(text: str) -> str:
    """Return a text that can be shown and written: what stands for no character becomes �."""
    return text if text.isascii() and text.isprintable() else _DAMAGED.sub("\ufffd", text)


def unfit_cell(cell: Cell, kind: str, *, is_note: bool = False) -> Unfit | None:
    """Tell why a cell cannot be taken as a value of its column.

    Args:
        cell: the cell; not blank.
        kind: the kind of the column.
        is_note: whether the column holds remarks, in which a date is a remark.

    Returns:
        `error_value`, `damaged_text`, `formula_without_value` (a formula as text, which nobody worked out),
        `date_in_text` (Excel turns the name "1-2" into a date), `boolean_in_text`; or None for a cell that is to be
        read.
    """
    if isinstance(cell, str):
        return _unfit_text(cell, kind)
    if kind not in _WORDS or is_note:
        return None
    if isinstance(cell, date):
        return _date_in_text(f"{cell:%Y-%m-%d}")
    return Unfit("boolean_in_text") if isinstance(cell, bool) else None


def _unfit_text(text: str, kind: str) -> Unfit | None:
    if _ERROR.fullmatch(text.strip()):
        return Unfit("error_value")
    if _DAMAGED.search(text):
        return Unfit("damaged_text")
    if _FORMULA.match(text.lstrip()):
        return Unfit("formula_without_value")
    return _date_in_text(text.strip()) if kind in _NAMES and _is_day(text) else None


def _is_day(text: str) -> bool:
    """Whether a text is what a program writes for a date cell: a file that went through Excel has no types left."""
    return len(text) <= _LONGEST_DAY and bool(_DAY.fullmatch(unicodedata.normalize("NFKC", text).strip()))


def _date_in_text(shown: str) -> Unfit:
    return Unfit("date_in_text", {"shown": shown})
