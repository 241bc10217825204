"""Headings as trees: one to four rows, a group heading over its children; each column has a path of them."""

import re
from collections.abc import Sequence
from typing import Final

from graph_model.names import normal_text
from loaders.plans.headings import Heading

MOST_ROWS: Final = 4

_UNIT: Final = re.compile(
    r"\([^()]*\)|(?:万|亿)?(?:户|栋|幢|人|名|个|家|套|元|年|台|㎡|m2|平方米|平米|亩|公顷|%|次|件|场|辆)"
)
_ENGLISH: Final = re.compile(r"[a-z][a-z0-9'’.,/&()#-]*")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_OF_FORMULA: Final = re.compile(r"=.*")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_FEWEST_NUMBERED: Final = 2
_FEWEST_DIGITS: Final = 3
_SHORTEST_WORD: Final = 3
_SAYS_NOTHING: Final = frozenset(
    {"名称", "全称", "有/无", "是/否", "有或无", "合计", "总计", "总数", "情况", "(有/无)", "(是/否)"}
)

Texts = Sequence[str]


def joined_headings(rows: Sequence[Texts], *, fill: bool = False) -> tuple[Heading, ...]:
    """Join rows of headings: a group heading (任期) and its children (起, 止) are a path for each column.

    Rows that only number the columns (甲, 乙, 1, 2), and an English line beneath a Chinese one, say nothing more; a row
    of units belongs to what stands above it.

    Args:
        rows: texts of the rows, from the top, a merged one repeated in each of its cells.
        fill: whether a group heading is written over the first of its columns alone, its merge being lost.

    Returns:
        The headings, each with the writings by which it may be known.
    """
    said = _saying(rows)
    if fill:
        said = _filled_right(said)
    paths = (_path([row[column] if column < len(row) else "" for row in said]) for column in range(_width(said)))
    return tuple(_heading(column, path) for column, path in enumerate(paths) if path)


def _width(rows: Sequence[Texts]) -> int:
    return max((len(row) for row in rows), default=0)


def _saying(rows: Sequence[Texts]) -> list[Texts]:
    """The rows without those that number columns or translate the row above."""
    kept: list[Texts] = []
    for row in rows:
        if not kept or not (is_numbering(row) or is_translation(row, kept[-1])):
            kept.append(row)
    return kept


def _filled_right(rows: Sequence[Texts]) -> list[Texts]:
    """The rows with each group heading repeated over the children to its right."""
    filled = [list(row) for row in rows]
    for level, row in enumerate(filled[:-1]):
        below = filled[level + 1 :]
        for column in range(1, len(row)):
            inner = any(lower[column] for lower in below) and any(lower[column - 1] for lower in below)
            same = all(upper[column] == upper[column - 1] for upper in filled[:level])
            if not row[column] and row[column - 1] and inner and same:
                row[column] = row[column - 1]
    return list(filled)


def _path(texts: Texts) -> tuple[str, ...]:
    path: list[str] = []
    for text in texts:
        if not text or (path and text == path[-1]):
            continue
        if path and _UNIT.fullmatch(normal_text(text)):
            path[-1] += text if normal_text(text).startswith("(") else f"（{text}）"
        else:
            path.append(text)
    return tuple(path)


def _heading(column: int, path: tuple[str, ...]) -> Heading:
    endings = ["".join(path[start:]) for start in range(len(path))]
    if len(path) > 1 and normal_text(path[-1]) in _SAYS_NOTHING:
        endings.append("".join(path[:-1]))
    return Heading(column, endings[0], tuple(dict.fromkeys(endings)), path)


def is_numbering(row: Texts) -> bool:
    """Tell whether a row under headings only numbers their columns: 甲, 乙, 1, 2, or (1), (2), (3)."""
    numbers = [_number(text) for text in row if text]
    if len(numbers) < _FEWEST_NUMBERED or None in numbers:
        return False
    series: dict[str, int] = {}
    for found in numbers:
        kind, number = found or ("", 0)
        if number != series.get(kind, 0) + 1:
            return False
        series[kind] = number
    return set(series) != {"digit"} or len(numbers) >= _FEWEST_DIGITS


def _number(text: str) -> tuple[str, int] | None:
    """The number of a column, with the kind of its series."""
    plain = _OF_FORMULA.sub("", normal_text(text))
    if plain in _STEMS:
        return ("stem", _STEMS.index(plain) + 1)
    bare = plain.strip("()栏列第")
    if bare.isdecimal():
        return ("bracketed" if bare != plain else "digit", int(bare))
    if len(plain) == 1 and "a" <= plain <= "z":
        return ("letter", ord(plain) - ord("a") + 1)
    return None


def is_translation(row: Texts, above: Texts) -> bool:
    """Tell whether a row says in English what the Chinese headings above it say."""
    pairs = [(text, over) for text, over in zip(row, above, strict=False) if over]
    said = [normal_text(text) for text, _ in pairs if text]
    if len(said) < _FEWEST_NUMBERED or len(said) * 2 <= len(pairs):
        return False
    return all(map(_ENGLISH.fullmatch, said)) and all(_CHINESE.search(over) for _, over in pairs) and _words(said)


def only_units(row: Texts) -> bool:
    """Tell whether a row under headings says in which units they count, and nothing else: （户）, ㎡.

    One text alone in the first column is a caption of what follows: 【和盛花园业委会】.
    """
    said = [normal_text(text) for text in row if text]
    return bool(said) and all(map(_UNIT.fullmatch, said)) and not (len(said) == 1 and row[0])


def _words(texts: Sequence[str]) -> bool:
    """Whether texts are words, rather than letters for kinds or numbers."""
    return sum(len(text) >= _SHORTEST_WORD and not any(c.isdigit() for c in text) for text in texts) * 2 > len(texts)
