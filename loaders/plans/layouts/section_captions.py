"""Captions above sections of a table's rows: 一、鹭湾街道, （一）榕岸社区, 【和盛花园业委会】, 需求清单."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from loaders.plan import Taken
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing

_LEAD: Final = r"[^，。；：,;:]{0,8}?"
_BEFORE: Final = rf"^{_LEAD}"
_BEHIND: Final = r"[\s】\]》]*(?:[（(][^（()）]{0,12}[)）])?\s*[:：]?$"
_BODIES: Final = (
    "业主监督委员会|监督委员会|监委会|业主委员会|业委会|居民委员会|居委会|大党工委|党工委|大党委|党委|党总支|党支部"
)
_OFFICES: Final = "(?:办事处|居委会|居民委员会|党委|党总支|大党委|大党工委|党工委)?"
_COMMITTEES: Final = "大党工委|党工委|大党委|党委|党总支"
_UNDER: Final = "(?:下属|所属|下辖|所辖)?(?:党支部|支部|党组织)?"
_NO_FIRM: Final = "(?!.*(?:公司|企业|集团|机关))"
_PATTERNS: Final = {
    "list": rf"{_BEFORE}[\u3400-\u9fff]{{0,12}}?((?:需求|资源|项目)清单){_BEHIND}",
    "subdistrict": rf"{_BEFORE}([\u3400-\u9fff]{{2,6}}(?:街道|镇)){_OFFICES}{_UNDER}{_BEHIND}",
    "community": rf"{_BEFORE}([\u3400-\u9fff]{{1,8}}社区){_OFFICES}{_UNDER}{_BEHIND}",
    "committee": rf"{_BEFORE}([\u3400-\u9fff]{{1,16}}(?:社区|街道|镇)(?:{_COMMITTEES})){_UNDER}{_BEHIND}",
    "body": rf"^{_NO_FIRM}{_LEAD}([\u3400-\u9fffA-Za-z0-9·]{{2,24}}(?:{_BODIES})){_BEHIND}",
}
_OF_BODY_KIND: Final = rf"^{_NO_FIRM}{_LEAD}[\u3400-\u9fffA-Za-z0-9·]{{2,24}}?({_BODIES}){_BEHIND}"
_GENERIC: Final = re.compile(
    r"(?:^|\W)(?:各|全|本|小区|社区|街道|网格)(?:社区|街道|业委会|党支部|党委|居委会|党总支|党组织)|采购|隐患"
)


_MOST_IN_A_CAPTION: Final = 6
"""Different cells of a row with one text alone: the text, and every word for nothing."""


def captions_below(rows: Sequence[Sequence[Cell]]) -> Mapping[str, Taken]:
    """Return what the captions among the rows of a table say of the rows below them.

    Args:
        rows: the rows below its headings.

    Returns:
        "subdistrict", "community", "committee", "body" or "list" -> the pattern by which it is taken from captions;
        with a body also "body kind". Nothing, unless a caption stands above the first record, so that each has one.
    """
    texts = [_single(row) for row in rows if any(not is_missing(cell) for cell in row)]
    leading = []
    for text in texts:
        if text is None:
            break
        leading.append(text)
    if not all(map(_levels, leading)):
        return {}
    found = {level: Taken("caption", _PATTERNS[level]) for text in leading for level in _levels(text)}
    if "body" in found:
        found["body kind"] = Taken("caption", _OF_BODY_KIND)
    return found


def captions_within(rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    """Return what captions further down name, of which none stands above the first record: 榕岸社区 between rows.

    What a title says holds up to there at most, so that it is not taken for the rows.
    """
    texts = [_single(row) for row in rows if any(not is_missing(cell) for cell in row)]
    while texts and texts[-1] is not None:
        texts.pop()  # who signs below the last record names no section
    return frozenset(level for text in dict.fromkeys(filter(None, texts)) for level in _levels(text))


def _single(row: Sequence[Cell]) -> str | None:
    """The text of a row with nothing else."""
    if len(set(row)) > _MOST_IN_A_CAPTION:
        return None  # most rows are records, and seen to be at once
    texts = {cell_text(cell) if isinstance(cell, str) else "\0" for cell in row if not is_missing(cell)}
    text = texts.pop() if len(texts) == 1 else "\0"
    return None if text == "\0" else text


def _levels(text: str) -> tuple[str, ...]:
    if _GENERIC.search(text):
        return ()
    return tuple(level for level, pattern in _PATTERNS.items() if re.search(pattern, text))
