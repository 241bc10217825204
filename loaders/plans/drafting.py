"""A first draft of a mapping file, from the headings: what is certain as lines, the rest as comments."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from graph_model.errors import UsageError
from loaders.plans.guessing import Guess, guess
from loaders.plans.heading_rows import letters_of
from loaders.plans.headings import Heading
from loaders.readers.sheet import Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_HEAD: Final = """\
# 对照文件草稿，由 gridgov 根据表头起草。请逐行核对：
#   能确定的列已经写好；“相近”的请核对后去掉行首的 #；不需要的列不必写。
# A draft of a mapping, made from the headings. Please check each line:
#   columns that are certain are written out; where one is only "near", check it and remove the #.
version = 1
"""


def draft_mapping(sheets: Iterable[Sheet]) -> str:
    """Draft the mapping file for foreign tables.

    Args:
        sheets: the sheets of all files.

    Returns:
        TOML that `read_mapping` accepts as it stands. A required field without a column is an empty constant, which
        every row will be reported for until it is filled or replaced.

    Raises:
        UsageError: if no sheet has anything like headings.
    """
    seen = [sheet for sheet in sheets if not sheet.hidden]
    guesses = [(sheet, guess(sheet)) for sheet in seen]
    if not any(found for _, found in guesses):
        zh = "这些文件里没有像表头的行，无法起草对照文件"
        raise UsageError(zh, "no row of these files looks like headings: there is nothing to draft a mapping from")
    parts = [_HEAD]
    for sheet, found in guesses:
        alone = sum(other.source == sheet.source for other in seen) == 1
        parts.append("\n".join(_table(found, alone)) if found else _passed_over(sheet))
    return "\n".join(parts)


def _passed_over(sheet: Sheet) -> str:
    name = _quoted(f"{sheet.file} › {sheet.name}")
    return f"# {name}：没有找到表头 · no headings found\n"


def _table(found: Guess, alone: bool) -> Iterator[str]:
    record = found.match.record
    others = "、".join(f"{other}（{RECORD_TYPES[other].zh}）" for other in found.others)
    yield "[[table]]"
    yield f"file = {_quoted(found.sheet.file)}"
    if not alone:
        yield f"sheet = {_quoted(found.sheet.name)}"
    if found.sheet.kind != "objects":
        rows = found.rows.rows
        yield f"header = {rows[0] if len(rows) == 1 else list(rows)}"
    yield f"record = {_quoted(record)}  # {RECORD_TYPES[record].zh}；其次 · else: {others}"
    yield ""
    yield "[table.columns]"
    yield from _certain(found)
    yield from _uncertain(found)
    yield ""
    yield from _missing(found)


def _certain(found: Guess) -> Iterator[str]:
    for field, heading in found.match.fields.items():
        yield f"{field} = {_named(found, heading)}  # {_title(found, field)}"
    for heading, first in found.match.doubled:
        yield f"# {_named(found, heading)}：与 {_quoted(first.shown)} 重复 · means the same as a column above"


def _uncertain(found: Guess) -> Iterator[str]:
    for heading in found.unknown:
        fields = found.suggestions(heading)
        if not fields:
            yield f"# {_named(found, heading)}：不认识 · unknown"
        for number, field in enumerate(fields):
            word = "或 · or" if number else "相近 · near"
            yield f"# {field} = {_named(found, heading)}  # {word}: {_title(found, field)}"


def _missing(found: Guess) -> Iterator[str]:
    needed = [*found.match.missing]
    for choice in RECORD_TYPES[found.match.record].one_of:
        if not found.match.fields.keys() & set(choice):
            needed.append(choice[0])
    if needed:
        yield "[table.values]  # 必填而没有找到列：填写常量，或移到 columns · required: fill in, or move to columns"
        for field in needed:
            yield f'{field} = ""  # {_title(found, field)}'
        yield ""


def _title(found: Guess, field: str) -> str:
    column = columns(RECORD_TYPES[found.match.record])[field]
    return f"{column.heading} · {column.english}"


def _named(found: Guess, heading: Heading) -> str:
    """The heading as `columns` names it: its letters where it stands twice."""
    same = found.rows.columns_of(heading.shown)
    return _quoted(heading.shown if same == [heading] else letters_of(found.sheet, heading))


def _quoted(text: str) -> str:
    # a JSON string is one of TOML, but for a character that JSON leaves as it is
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
