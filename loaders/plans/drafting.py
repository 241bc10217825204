"""A mapping file as a load would use it: the plan of each table, and what is to be decided as comments."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from graph_model.errors import UsageError
from loaders.plan import TablePlan
from loaders.plans.cutting import cut
from loaders.plans.guessing import Guess, guess
from loaders.plans.heading_rows import headings_at, name_of
from loaders.plans.headings import Heading, match_headings
from loaders.plans.matched_plans import plan_of
from loaders.plans.readings import SheetReading
from loaders.plans.writing import settings_of, toml
from loaders.readers.sheet import Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

DRAFT_HEAD: Final = """\
# 对照文件：认出的表，写的就是装载时的读法；没有认出的是草稿。请核对：
#   “相近”的列核对后去掉行首的 #；不需要的列不必写。
# What each table is read as. Tables that were not recognised are drafts: please check them.
#   Where a column is only "near", check it and remove the #.
version = 1
"""


def draft_mapping(readings: Iterable[SheetReading], of: Collection[SheetReading] | None = None) -> str:
    """Write the mapping file of tables: for one that was recognised or mapped its plan, else a draft.

    Args:
        readings: the sheets of all files, as they were read.
        of: those that are written; None: all.

    Returns:
        TOML that `read_mapping` accepts as it stands. A required field without a column is an empty constant, which
        every row will be reported for until it is filled or replaced.

    Raises:
        UsageError: if no sheet has anything like headings.
    """
    every = list(readings)
    seen = [reading for reading in every if reading.state in {"read", "unrecognised"}]
    chosen = seen if of is None else [reading for reading in seen if reading in of]
    parts = [list(_tables(reading, seen, every)) for reading in chosen]
    if not any(parts):
        zh = "这些文件里没有像表头的行，无法起草对照文件"
        raise UsageError(zh, "no row of these files looks like headings: there is nothing to draft a mapping from")
    texts = [DRAFT_HEAD]
    for reading, tables in zip(chosen, parts, strict=True):
        texts += ["\n".join(lines) for lines in tables] or [_passed_over(reading.sheet)]
    return "\n".join(texts)


def _passed_over(sheet: Sheet) -> str:
    return f"# {toml(f'{sheet.file} › {sheet.name}')}：没有找到表头 · no headings found\n"


def _tables(
    reading: SheetReading, seen: Sequence[SheetReading], readings: Sequence[SheetReading]
) -> Iterator[list[str]]:
    sheet, file = reading.sheet, _file_name(reading, seen)
    alone = _is_alone(reading, readings)
    for table in reading.tables:
        plan = table.plan
        given = table.mapped and not plan.recognise
        if given and _is_written(plan, reading, seen):
            continue  # one that fits several files or sheets is written once, or they would be read several times
        found = None if given or plan.header == "none" or plan.form else _as_matched(plan, sheet)
        yield list(_lines(plan, found, file=None if given else file, name_sheet=table.mapped or not alone))
    guessed = guess(sheet) if reading.state == "unrecognised" else None
    if guessed:
        plan = plan_of(sheet, guessed.match, guessed.rows.rows)
        yield list(_lines(plan, guessed, file=file, name_sheet=not alone))


def _is_written(plan: TablePlan, reading: SheetReading, seen: Sequence[SheetReading]) -> bool:
    has_it = [any(t.mapped and t.plan.number == plan.number for t in r.tables) for r in seen]
    return seen[has_it.index(True)] is not reading


def _is_alone(reading: SheetReading, readings: Sequence[SheetReading]) -> bool:
    """Whether a sheet is the one that a mapping means which names none: guides, too, are sheets that hold something."""
    others = (r for r in readings if r.sheet.source == reading.sheet.source and r.sheet is not reading.sheet)
    return all(r.sheet.hidden or r.state == "empty" for r in others)


def _file_name(reading: SheetReading, seen: Sequence[SheetReading]) -> str:
    """The file's name, with as much of its folders as tells it from others of that name."""
    others = [o.path for o in seen if o.sheet.source != reading.sheet.source and o.path.name == reading.path.name]
    parts = reading.path.parts
    for count in range(1, len(parts) + 1):
        if not any(other.parts[-count:] == parts[-count:] for other in others):
            return _meant_as_written(Path(*parts[-count:]).as_posix())
    return _meant_as_written(reading.path.name)


def _meant_as_written(name: str) -> str:
    """A name as a pattern that fits it alone: 名册[1].csv would fit 名册1.csv, too."""
    return re.sub(r"[*?[]", r"[\g<0>]", name)


def _as_matched(plan: TablePlan, sheet: Sheet) -> Guess:
    """The headings of a recognised table, matched again: what of them stands for no field is to be said."""
    part = cut(sheet, plan.region) if plan.region else sheet
    header = (part.first_row,) if isinstance(plan.header, str) else plan.header
    rows = headings_at(part, header)
    return Guess(part, rows, match_headings(rows.headings, plan.record, part.name), ())


def _lines(plan: TablePlan, found: Guess | None, *, file: str | None, name_sheet: bool) -> Iterator[str]:
    yield "[[table]]"
    for line in settings_of(plan, file=file, sheet=name_sheet):
        yield f"{line}{_about(plan, found)}" if line.startswith("record = ") else line
    yield ""
    yield "[table.columns]"
    fields = columns(RECORD_TYPES[plan.record])
    for field, name in plan.columns.items():
        yield f"{field} = {toml(name)}  # {fields[field].heading} · {fields[field].english}"
    yield from _to_decide(plan, found) if found else ()
    yield ""
    missing = _missing(plan, found) if found else ()
    if plan.values or missing:
        yield "[table.values]"
        yield from (f"{field} = {toml(value)}" for field, value in plan.values.items())
        for field in missing:
            yield f'{field} = ""  # 必填而没有列 · required: {_title(plan.record, field)}'
        yield ""


def _about(plan: TablePlan, found: Guess | None) -> str:
    others = "、".join(f"{other}（{RECORD_TYPES[other].zh}）" for other in found.others) if found else ""
    return f"  # {RECORD_TYPES[plan.record].zh}" + (f"；其次 · else: {others}" if others else "")


def _to_decide(plan: TablePlan, found: Guess) -> Iterator[str]:
    for heading, first in found.match.doubled:
        yield f"# {_named(found, heading)}：与 {toml(first.shown)} 重复 · means the same as a column above"
    period, each = (plan.period.column,) if plan.period else (), plan.each.columns if plan.each else ()
    for heading in found.unknown:
        if heading.shown in {*plan.columns.values(), *period, *each, *plan.where}:
            continue
        suggested = found.suggestions(heading)
        if not suggested:
            yield f"# {_named(found, heading)}：不认识 · unknown"
        for number, field in enumerate(suggested):
            word = "或 · or" if number else "相近 · near"
            yield f"# {field} = {_named(found, heading)}  # {word}: {_title(plan.record, field)}"


def _missing(plan: TablePlan, found: Guess) -> list[str]:
    each = plan.each.fields if plan.each else ()
    filled = {*plan.columns, *plan.values, *plan.composed, *plan.taken, *each}
    needed = [field for field in found.match.missing if field not in filled]
    return needed + [choice[0] for choice in RECORD_TYPES[plan.record].one_of if not filled & set(choice)]


def _title(record: str, field: str) -> str:
    column = columns(RECORD_TYPES[record])[field]
    return f"{column.heading} · {column.english}"


def _named(found: Guess, heading: Heading) -> str:
    """The heading as `columns` names it: its letters where it stands twice."""
    return toml(name_of(found.sheet, found.rows, heading))
