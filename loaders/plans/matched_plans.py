"""The plan of a table whose headings were matched: its columns, and what its cells show of lists and periods."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.plan import Header, Period, TablePlan
from loaders.plans.heading_rows import HeadingRows, headings_at, name_of
from loaders.plans.heading_words import fits_period
from loaders.plans.headings import HeadingMatch, heading_key
from loaders.plans.several_names import several_names
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, private_fields
from loaders.values.cell_reading import is_missing, split_list
from loaders.values.periods import split_period

_NAMES: Final = "、，；;\n/"
_BETWEEN_NAMES: Final = frozenset(_NAMES)
"""What stands between the names of several persons in one cell."""

_PERIOD_WORDS: Final = re.compile(r"期|起止|时间|日期|年限")
_OF_PERIODS: Final = re.compile(r"期限|任期|起止|起讫|聘期|服务期")
_LOOKED_AT: Final = 2_000


def plan_of(sheet: Sheet, match: HeadingMatch, header: tuple[int, ...]) -> TablePlan:
    """Return the plan of a table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        match: how its headings fit a record type.
        header: its heading rows, as Excel counts.
    """
    rows = headings_at(sheet, header)
    where: Header = "auto" if sheet.kind == "objects" else header
    plan = TablePlan(
        0,
        file=sheet.file,
        record=match.record,
        sheet=sheet.name,
        header=where,
        columns={field: name_of(sheet, rows, heading) for field, heading in match.fields.items()},
        values=dict(match.stated),
        repeats="fault",
    )
    below = sheet.rows[header[-1] + 1 - sheet.first_row :][:_LOOKED_AT]
    plan = _with_period(plan, sheet, rows, match, below)
    return replace(plan, split=dict(_several_persons(plan, match, below)) or several_names(plan.record, match, below))


def _several_persons(
    plan: TablePlan, match: HeadingMatch, below: Sequence[Sequence[Cell]]
) -> Iterator[tuple[str, str]]:
    """Several names in one cell are several persons, and numbers beside them are divided alike."""
    heading = match.fields.get("person_name")
    if heading is None or not any(_is_list(row[heading.column]) for row in below):
        return
    for field in private_fields(RECORD_TYPES[plan.record]):
        if field in plan.columns:
            yield field, _NAMES


def _is_list(cell: Cell) -> bool:
    return isinstance(cell, str) and not _BETWEEN_NAMES.isdisjoint(cell) and len(split_list(cell, _NAMES)) > 1


def _with_period(
    plan: TablePlan, sheet: Sheet, rows: HeadingRows, match: HeadingMatch, below: Sequence[Sequence[Cell]]
) -> TablePlan:
    """A column of periods gives start and end, where no other column does."""
    fields = columns(RECORD_TYPES[plan.record])
    if not {"valid_from", "valid_to"} <= fields.keys() or "valid_to" in plan.columns:
        return plan
    start = match.fields.get("valid_from")
    for heading in [start] if start else match.unknown:
        fits = fits_period(plan.record, heading_key(heading.shown))
        if fits and _are_periods(heading.shown, [row[heading.column] for row in below]):
            kept = {f: name for f, name in plan.columns.items() if f != "valid_from"}
            return replace(plan, columns=kept, period=Period(name_of(sheet, rows, heading)))
    return plan


def _are_periods(heading: str, cells: Sequence[Cell]) -> bool:
    """Whether a column holds periods: most of its cells are some, or any where its heading speaks of nothing else."""
    key = heading_key(heading)
    if not _PERIOD_WORDS.search(key):
        return False
    said = [cell for cell in cells if not is_missing(cell)]
    periods = sum(isinstance(cell, str) and split_period(cell) is not None for cell in said)
    return periods * 2 > len(said) or (periods > 0 and bool(_OF_PERIODS.search(key)))
