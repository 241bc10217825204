"""Rows that sum up the rows above them: 合计, 本页小计, 和盛里社区合计, 平均; told by their first words."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from graph_model.names import normal_text
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import is_missing

_SUM = "合计|小计|总计|共计|总数|累计|汇总|总和|求和"
_NO_SUM = "平均|户均|人均|均值|中位数|占比|百分比|比例|比率|增长率|同比|环比|最大值|最小值"
_OF_WHAT = "数|值|数量|户数|人数|年龄|面积|金额|增长率?"
_CARRIED = "承前页|承上页|接上页|过次页|转下页|上页结转"
_SCOPE = (
    "(?:全部|所有|以上|上述"
    "|[全本上每各]?(?:页|表|栏|列|项|类|组|批|部分|年|季度?|月|周|期|街道?|社区|居委会|区|市|县|镇|乡|村|网格|片区|小区|单位))"
)
_FOREIGN_SUMS = "(?:grand|sub|page)?-?totals?|sum"
_SUMMED = re.compile(
    rf"(?:{_SCOPE})*(?:(?:{_SUM})(?:{_OF_WHAT})?|{_FOREIGN_SUMS}|{_CARRIED})(?:[(:.].*)?|(?:{_SUM})\d.*"
)
_MEASURED = re.compile(rf"(?:{_SCOPE})*(?:(?:{_NO_SUM})(?:{_OF_WHAT})?|average|avg|mean|median|%)(?:[(:.].*)?")
_OF_ONE = re.compile(rf".{{1,20}}(?:(?P<sum>{_SUM})|{_NO_SUM})(?:{_OF_WHAT})?:?")
_PLACE = re.compile(r".{1,12}(?:社区|居委会|街道|街道办|办事处|镇|乡|村|区|市|县|网格)")
_NUMBER = re.compile(r"-?\d[\d,]{0,9}(?:\.\d+)?%?(?:户|人|个|名|家|栋|幢|套|岁|次|场|元|万元|平方米|m2)?", re.ASCII)
_FIRST = 3
_HINT = re.compile(r"[计計总總求均位比率值页頁%％Ａ-Ｚａ-ｚ]|tot|sum|av|mea|med", re.IGNORECASE)
"""A character of each word above, in either script: most rows have none, and are not looked at further."""

TotalKind = Literal["sum", "other"]


def total_kind(filled: Sequence[Cell]) -> TotalKind | None:
    """Tell whether a row sums up others instead of being a record.

    Args:
        filled: its cells that are not empty.

    Returns:
        "sum", which the rows above can be held against; "other" for averages and shares; None for a record. 合计 and
        the like alone are enough; after the name of something (甲花园小计), and behind the name of a place, all other
        cells must be numbers, places or blank.
    """
    if not _HINT.search("\n".join([cell for cell in filled[:_FIRST] if isinstance(cell, str)])):
        return None
    for index, cell in enumerate(filled[:_FIRST]):
        if not isinstance(cell, str) or _is_number(cell):
            continue
        kind, certain = _told_by(cell)
        if kind:
            return kind if (certain and not _is_behind_text(filled[:index])) or _is_counted(filled, index) else None
        if not _PLACE.fullmatch(normal_text(cell)):
            return None
    return None


@lru_cache(maxsize=100_000)
def _told_by(text: str) -> tuple[TotalKind | None, bool]:
    """What a text says of its row, and whether it says so whatever stands beside it."""
    plain = normal_text(text)
    if _SUMMED.fullmatch(plain):
        return "sum", True
    if _MEASURED.fullmatch(plain):
        return "other", True
    of_one = _OF_ONE.fullmatch(plain)
    return ("sum" if of_one["sum"] else "other", False) if of_one else (None, False)


def _is_behind_text(before: Sequence[Cell]) -> bool:
    return any(isinstance(cell, str) and not _is_number(cell) for cell in before)


def _is_counted(filled: Sequence[Cell], index: int) -> bool:
    """Whether a number stands behind the cell that tells, and nothing but numbers and places beside it."""
    before, behind = filled[:index], filled[index + 1 :]
    texts = [
        cell for cell in (*before, *behind) if isinstance(cell, str) and not (is_missing(cell) or _is_number(cell))
    ]
    numbers = [cell for cell in behind if not isinstance(cell, str) or _is_number(cell)]
    return bool(numbers) and all(_PLACE.fullmatch(normal_text(text)) for text in texts)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(normal_text(text)) is not None
