"""Faults as a person reads them: file by file, place, code, cell, and below it what is wrong and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gridgov.file_naming import FileNames
from gridgov.places import sheet_shown
from gridgov.terminal import paint
from gridgov.widths import cut, pad, printable, width, wrap
from gridgov.words import Words, sentence

if TYPE_CHECKING:
    from loaders.faults import Fault

SEVERITIES = {"error": Words("错误", "error"), "warning": Words("警告", "warning")}

_MOST_OF_A_FILE = 20
_COLUMNS = 110
_LONGEST_VALUE = 40
_INDENT = "    "
_FILE = Words("{file}：错误 {error} 条，警告 {warning} 条", "{file}: errors {error}, warnings {warning}")
_READ_AS = Words("（读作{title}）", " (read as {title})")
_REST = Words(
    "…… 另有 {count} 条；--format json 列出全部，gridgov check --marked 目录 在原表上逐格标出",
    "… {count} more; --format json lists all, gridgov check --marked DIR marks each in its workbook",
)


def listing(faults: Iterable["Fault"], names: FileNames, language: str) -> Iterator[str]:
    """Yield the lines that show faults, grouped by file: of each file the first twenty.

    Args:
        faults: in the order of their places.
        names: what their files are called.
        language: "zh" or "en".
    """
    for file, group in groupby(sorted(faults, key=names.of), key=names.of):
        here = list(group)
        counts = Counter(fault.severity for fault in here)
        named = printable(file) or "."  # the folder that one is in has no name of its own
        yield _FILE(language, file=named, error=counts["error"], warning=counts["warning"])
        for fault in here[:_MOST_OF_A_FILE]:
            yield from _entry(fault, language)
        if len(here) > _MOST_OF_A_FILE:
            yield _INDENT + _REST(language, count=len(here) - _MOST_OF_A_FILE)
        yield ""


def by_code(faults: Iterable["Fault"]) -> Mapping[str, int]:
    """Return how many faults bear each code, the commonest first."""
    return dict(Counter(fault.code for fault in faults).most_common())


def errors(faults: Sequence["Fault"]) -> int:
    """Return how many of the faults are errors."""
    return sum(fault.severity == "error" for fault in faults)


def place(fault: "Fault") -> str:
    """Return where a fault stands, as style guides of spreadsheets write it: sheet › F17."""
    cell = f"{fault.column or ''}{fault.row if fault.row is not None else ''}"
    return printable(" › ".join(part for part in (*sheet_shown(fault.file, fault.sheet), cell) if part))


def explained(fault: "Fault", language: str) -> str:
    """Return what is wrong and what to do, as two sentences."""
    stop, gap = ("。", "") if language == "zh" else (".", " ")
    told = (sentence(fault.reason(language)), sentence(fault.suggestion(language)))
    sentences = [text.rstrip(" .。") + stop for text in told if text]
    return printable(gap.join(sentences))


def _entry(fault: "Fault", language: str) -> Iterator[str]:
    where = place(fault)
    where = f"{pad(where, max(24, width(where)))}  " if where else ""
    what = f"{paint(SEVERITIES[fault.severity](language), fault.severity)} {fault.code}"
    value = "" if fault.value is None else cut(printable(str(fault.value)), _LONGEST_VALUE)
    yield f"  {where}{what}{_read_as(fault, language)}   {value}".rstrip()
    for line in wrap(explained(fault, language), _COLUMNS - len(_INDENT) * 2):
        yield f"{_INDENT * 2}{line}"


def _read_as(fault: "Fault", language: str) -> str:
    """As what the table of a fault was read: what is wrong in it is only so if it was read as what it is."""
    from loaders.record_types import RECORD_TYPES

    if fault.record is None:
        return ""
    title = RECORD_TYPES[fault.record].zh if language == "zh" else fault.record
    return _READ_AS(language, title=title)
