"""The habits of offices: how they write dates, what they put where there is nothing, how they list."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from sample_data.example.truth.when import When

Written: TypeAlias = str | int | float | date | None
"""What stands in a cell."""

_CHINESE = "〇一二三四五六七八九"


def _chinese_year(year: int) -> str:
    return "".join(_CHINESE[int(d)] for d in str(year))


def _chinese_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE[ones]
    return ("" if tens == 1 else _CHINESE[tens]) + "十" + (_CHINESE[ones] if ones else "")


def iso(day: When) -> Written:
    """Write 2023-05-01, 2023-05, 2023."""
    return day.iso


def slashes(day: When) -> Written:
    """Write 2023/5/1, 2023年5月, 2023年."""
    return f"{day.year}/{day.month}/{day.day}" if day.day else characters(day)


def dots(day: When) -> Written:
    """Write 2023.5.1, 2023年5月, 2023年."""
    return f"{day.year}.{day.month}.{day.day}" if day.day else characters(day)


def characters(day: When) -> Written:
    """Write 2023年5月1日, 2023年5月, 2023年."""
    text = f"{day.year}年"
    return text + (f"{day.month}月" if day.month else "") + (f"{day.day}日" if day.day else "")


def chinese(day: When) -> Written:
    """Write 二〇二三年五月一日, 二〇二三年五月, 二〇二三年."""
    text = f"{_chinese_year(day.year)}年"
    text += f"{_chinese_number(day.month)}月" if day.month else ""
    return text + (f"{_chinese_number(day.day)}日" if day.day else "")


def dates(day: When) -> Written:
    """Write a real date where the day is known, else 2023年5月."""
    return day.full or characters(day)


def full_width(text: str) -> str:
    """Write digits as wide as characters, as an input method does that was left in its wide mode."""
    return text.translate({ord(d): chr(ord(d) + 0xFEE0) for d in "0123456789"})


@dataclass(frozen=True)
class Style:
    """The habits of one office.

    Args:
        variant: which of several headings it uses.
        write_date: how it writes dates.
        missing: what it puts where there is nothing.
        open_end: what it writes for what has not ended.
        separator: what stands between the members of a list.
        wide_digits: whether it writes numbers in full-width digits.
        unit_after: fields after whose numbers it writes the unit.
        two_rows: pairs of fields under a common heading: parent -> (heading of the start, of the end).
        merge: whether it merges the cells of a column that say the same.
        serial: whether it numbers its rows.
        total: the word of its total row; empty: it has none.
        unit_row: whether a row under the title tells who reports.
        notes: notes under its tables.
        left_out: fields for which its tables have no column.
        words: (vocabulary, code of a term) -> the word that it uses for it.
    """

    variant: int = 0
    write_date: Callable[[When], Written] = iso
    missing: str = ""
    open_end: str = ""
    separator: str = "、"
    wide_digits: bool = False
    unit_after: dict[str, str] = field(default_factory=dict)
    two_rows: dict[str, str] = field(default_factory=dict)
    merge: bool = False
    serial: bool = True
    total: str = "合计"
    unit_row: bool = True
    notes: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    words: dict[tuple[str, str], str] = field(default_factory=dict)
