"""Captions above sections of a table's rows: 一、鹭湾街道, （一）榕岸社区, 【和盛花园业委会】, 需求清单."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
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


@dataclass(frozen=True)
class Captions:
    """What the captions among the rows of a table say.

    Args:
        below: "subdistrict", "community", "committee", "body" or "list" -> the pattern by which it is taken from
            captions; with a body also "body kind". Nothing, unless a caption stands above the first record, so that
            each record has one.
        within: what captions further down name, of which none stands above the first record: 榕岸社区 between rows.
            What a title says holds up to there at most, so that it is not taken for the rows.
    """

    below: Mapping[str, Taken]
    within: frozenset[str]


def captions_of(rows: Sequence[Sequence[Cell]]) -> Captions:
    """Return what the captions among the rows of a table say.

    Args:
        rows: the rows below its headings.
    """
    texts = [text for text in map(_single, rows) if text != ""]
    return Captions(_below(texts), _within(texts))


def _below(texts: Sequence[str | None]) -> Mapping[str, Taken]:
    leading = list(takewhile(lambda text: text is not None, texts))
    said = [(text, _levels(text)) for text in leading if text is not None]
    if not all(levels for _, levels in said):
        return {}
    found = {level: Taken("caption", _PATTERNS[level]) for _, levels in said for level in levels}
    if "body" in found:
        found["body kind"] = Taken("caption", _OF_BODY_KIND)
    return found


def _within(texts: Sequence[str | None]) -> frozenset[str]:
    """What captions name above the last record: who signs below it names no section."""
    last = next((index for index in range(len(texts), 0, -1) if texts[index - 1] is None), 0)
    return frozenset(level for text in dict.fromkeys(filter(None, texts[:last])) for level in _levels(text))


def _single(row: Sequence[Cell]) -> str | None:
    """The text of a row with nothing else; empty: the row is blank."""
    text = ""
    for cell in row:
        if is_missing(cell):
            continue
        if not isinstance(cell, str) or (text and cell_text(cell) != text):
            return None  # most rows are records, and seen to be at once
        text = text or cell_text(cell)
    return text


def _levels(text: str) -> tuple[str, ...]:
    if _GENERIC.search(text):
        return ()
    return tuple(level for level, pattern in _PATTERNS.items() if re.search(pattern, text))
