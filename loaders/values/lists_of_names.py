"""Several names in one cell as offices list them: by commas, in lines, by numbers, with 和, with 等N家 at the end."""

import re
from collections.abc import Sequence
from typing import Final

from graph_model.names import kept_text
from loaders.values.bracketed_text import outside, split_outside
from loaders.values.cell_reading import is_missing

NAMES: Final = "names"
"""Stands for separators where a cell lists names in whatever way offices list them."""

_BETWEEN: Final = "、;；,，\n\r/|"
_NUMBER: Final = re.compile(r"(?<![^;；,，、\s])(?:\d{1,2}[.．、)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*")
_ITEM: Final = re.compile(r"[(（]\d{1,2}[)）]|[①-⑳]")
_COUNTED_OUT: Final = re.compile(r"(?:^|(?<=[;；,，\n\s。]))[一二三四五六七八九十]{1,2}、")
_AND: Final = re.compile(r"以及|及|与|和(?![平谐睦美兴顺盛安润信])")
_NAME: Final = re.compile(
    r"[^和与及]{2,}(?:公司|企业|集团|中心|局|所|处|站|队|银行|支行|分行|厂|社|院|校|[小中大]学|幼儿园|馆|超市|商场|店|协会|商会"
    r"|党支部|党委|党总支|业委会|委员会|居委会|社区|花园|家园|小区|新村|公寓|大党委)(?:[(（].*[)）])?"
)
_REST: Final = re.compile(
    r"(?<![平高初中均同对相优特头何])等(?:各|有关|相关|辖区|共|共计|在内的?)?"
    r"(?:(?P<count>\d+|[一二两三四五六七八九十百几多数余]+)(?:余|多)?[家个所名位户处支间].{0,8}|.{0,4}单位|企业|小区)?$"
)
_DIGITS: Final = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_TAIL: Final = re.compile(
    r"第?[\dA-Za-z一二三四五六七八九十甲乙丙丁东西南北中]+(?:期|区|号楼?|栋|幢|组团|座|地块|村|组|届|部)?(?:小区)?"
)


def listed_names(text: str) -> Sequence[str]:
    """Return the names that a cell lists.

    Args:
        text: the cell.

    Returns:
        The names, without their numbers; what brackets or quotation marks enclose is not parted, nor is one name
        (示例花园一、二期; 甲、乙联合党支部; 示例市文化和旅游局). Where more are counted than named (等5家单位),
        what counts them comes last, and is the name of nothing.
    """
    bare, rest = _without_rest(text.strip())
    parts = [part for piece in split_outside(_without_numbers(bare), _BETWEEN) for part in _apart(kept_text(piece))]
    names = list(dict.fromkeys(part for part in parts if not is_missing(part)))
    if _is_one(names):
        names = [kept_text(bare)] if bare else []
    counted = _count(rest)
    return names if not rest or counted == len(names) else [*names, rest]


def _without_numbers(text: str) -> str:
    """A text with a line break in place of the numbers of its items."""
    for numbers in (_ITEM, _COUNTED_OUT):
        if numbers.match(text) and len(numbers.findall(text)) > 1:
            return numbers.sub("\n", text)
    return _NUMBER.sub("\n", text)


def _without_rest(text: str) -> tuple[str, str]:
    found = _REST.search(text)
    return (text[: found.start()].strip(_BETWEEN), found[0]) if found else (text, "")


def _count(rest: str) -> int | None:
    found = _REST.search(rest)
    count = found["count"] if found else None
    return int(count) if count and count.isdecimal() else _DIGITS.get(count or "")


def _apart(text: str) -> list[str]:
    """Part two whole names at 和, 及 or 与."""
    bare = "".join(c if is_outside else "_" for c, is_outside in zip(text, outside(text), strict=True))
    cuts = [found.span() for found in _AND.finditer(bare)]
    bounds = [0, *(place for cut in cuts for place in cut), len(text)]
    parts = [text[start:end].strip() for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    joint = any(word in parts[-1] for word in ("联合", "共同"))
    return parts if not joint and all(map(_NAME.fullmatch, parts)) else [text]


def _is_one(names: Sequence[str]) -> bool:
    """Whether parts make one name: a joint body, or phases of one estate."""
    if len(names) <= 1:
        return True
    return "联合" in names[-1] or any(len(name) == 1 or _TAIL.fullmatch(name) for name in names[1:])
