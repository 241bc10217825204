"""How much text the cells of an xlsx file come to: one long text may be named by many cells."""

import re
from collections.abc import Iterable
from itertools import pairwise

from loaders.readers.failures import unreadable
from loaders.readers.limits import Limits
from loaders.readers.package import Package

ITEM_END = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
NAMED = re.compile(rb"\bt=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(\d{1,9})<")
MARKS = (b't="s"', b"t='s'")


def check_shared_texts(package: Package, sheets: Iterable[bytes], limits: Limits) -> None:
    """Refuse a workbook whose cells name so long texts so often that they would fill the memory.

    Args:
        package: the workbook's parts.
        sheets: the XML of its sheets.
        limits: `expanded_bytes` bounds the text of all cells together.

    Raises:
        Unreadable: `compression_ratio`.
    """
    texts = package.part("xl/sharedStrings.xml")
    if not texts:
        return
    parts = list(sheets)
    named = sum(part.count(mark) for part in parts for mark in MARKS)
    if named * len(texts) <= limits.expanded_bytes:
        return
    lengths = _lengths(texts)
    if named * max(lengths, default=0) <= limits.expanded_bytes:
        return
    total = sum(_length(lengths, int(number)) for part in parts for number in NAMED.findall(part))
    if total > limits.expanded_bytes:
        raise unreadable("compression_ratio", expanded=total, ratio=round(total / len(texts)))


def _lengths(texts: bytes) -> list[int]:
    ends = [0, *(match.end() for match in ITEM_END.finditer(texts))]
    return [end - start for start, end in pairwise(ends)]


def _length(lengths: list[int], number: int) -> int:
    return lengths[number] if number < len(lengths) else 0
