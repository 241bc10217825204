"""What the marks of a matrix mean: by a legend (√已签约 ○拟签约), else as marks are commonly used."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph_model.names import normal_text
from loaders.plan import NO_MARKS

_TICKS: Final = frozenset({"√", "✓", "✔", "☑", "v", "●", "■", "★", "是", "有", "1", "y", "yes"})
_WORDS: Final = re.compile(
    r"(?:已经?|均)(?:签约?|签订|签署|建立?|建成|成立|共建|结对|联建|覆盖|加入|参加|落实|执行|制定|完成|上墙)(?:协议)?"
    r"|签约|共建|结对|联建|覆盖|参加|参与|加入|落实|成员(?:单位)?|组织覆盖|工作覆盖"
)
_CIRCLES: Final = frozenset({"○", "〇", "◯", "o", "◎"})
_MARK: Final = r"[√✓✔☑●■★○〇◯◎□△▲☆×✗✘✕]|[“\"'‘](?:是|否|有|无|1|0)[”\"'’]"
_ENTRY: Final = re.compile(rf"({_MARK})[”\"'’]?[\s:=\-—]*(?:表示|代表|的?为|是指|指|即)?[\s“\"'‘]*([一-龥]{{1,8}})")
_PLANNED: Final = re.compile(r"拟|计划|待|意向|准备|正在|在建|洽谈|筹|申请|预|推进|将|对接中|协商|争取")
_DENIED: Final = re.compile(r"[不未无否非]|没|退|终止|到期|取消|撤|解除|原|曾")
_SHORT: Final = 4
"""A longer cell says more than that there is none."""


@dataclass(frozen=True)
class Marks:
    """Which cells of a matrix count.

    Args:
        yes: cells that say that there is a tie.
        no: cells that say that there is none, or none yet.
        unclear: cells that may say either.
    """

    yes: frozenset[str]
    no: frozenset[str]
    unclear: frozenset[str]


def marks_of(cells: Collection[str], texts: Iterable[str]) -> Marks:
    """Tell what the cells of a matrix mean.

    Args:
        cells: what stands in it, in the form of `comparable`, blanks and plain noes aside.
        texts: the texts around it, one of which may be a legend.
    """
    legend = _legend(texts)
    ticks = any(cell in _TICKS for cell in cells)
    said: dict[str, set[str]] = {"yes": set(), "no": set(), "unclear": set()}
    for cell in cells:
        said[_meaning(cell, legend, ticks=ticks)].add(cell)
    return Marks(frozenset(said["yes"]), frozenset(said["no"]), frozenset(said["unclear"]))


def _meaning(cell: str, legend: Mapping[str, str], *, ticks: bool) -> str:
    if cell in legend:
        words = legend[cell]
        return "no" if _PLANNED.search(words) or _DENIED.search(words) else "yes"
    if cell in _TICKS or _WORDS.fullmatch(cell):
        return "yes"
    if cell in _CIRCLES:
        return "unclear" if ticks or legend else "yes"  # beside a tick a circle says something else
    if _PLANNED.search(cell) or (_DENIED.search(cell) and len(cell) <= _SHORT):
        return "no"
    return "unclear"


def _legend(texts: Iterable[str]) -> Mapping[str, str]:
    """What a line such as √表示已结对，○表示拟结对 says of each mark."""
    found: dict[str, str] = {}
    for text in texts:
        for mark, words in _ENTRY.findall(text):
            found.setdefault(normal_text(mark.strip("“”\"'‘’")), words)
    return {mark: words for mark, words in found.items() if mark not in NO_MARKS}
