"""Merged cells that were lost: a group is named on its first row alone, and the rows below are blank there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Final

from loaders.faults import Fault, kind_of_fault
from loaders.plans.headings import Heading, is_ignored
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.values_around import is_place
from loaders.readers.sheet import Cell, Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.lost_merges import ranges_of_rows

_FEWEST_FILLED: Final = 2
_SUM: Final = re.compile("[合小总共]\\s*计|累计")
_FIRST: Final = 3
_SHARE: Final = 0.2
"""Of fewer rows a blank is a gap: whoever merges cells does so throughout."""


def lost_merges(seen: SeenTable) -> Claim | None:
    """Fill down the columns of groups, from the left, and say of which rows; where it is doubtful, leave them blank."""
    if seen.sheet.kind == "objects" or not _has_blanks(seen):
        return None
    filled = tuple(_groups(seen, list(_records(seen))))
    if not filled:
        return None
    plan = replace(seen.plan, fill_down=(*seen.plan.fill_down, *(group.field for group in filled)))
    return Claim(plan, faults=tuple(_fault(seen, group) for group in filled))


def _has_blanks(seen: SeenTable) -> bool:
    """Whether a column that may name groups has a blank: most tables have none, and are not looked at further."""
    required = required_fields(RECORD_TYPES[seen.match.record])
    fields = seen.match.fields.items()
    may_group = [h.column for f, h in fields if f in seen.plan.columns and _may_group(seen, f, required, beside=False)]
    first = seen.rows.rows[-1] + 1 - seen.sheet.first_row
    return any(_is_empty(row[column]) for column in may_group for row in seen.sheet.rows[first:])


@dataclass(frozen=True)
class _Group:
    field: str
    heading: Heading
    blank: tuple[int, ...]


@dataclass(frozen=True)
class _Record:
    number: int
    cells: Sequence[Cell]


def _records(seen: SeenTable) -> Iterator[_Record]:
    """The rows that are records: those of one text alone are captions or notes, and sums name no group."""
    sheet = seen.sheet
    first = seen.rows.rows[-1] + 1
    leftmost = min((h.column for h in seen.rows.headings), default=0)
    for index, row in enumerate(sheet.rows[first - sheet.first_row :]):
        said = list(islice((cell for cell in row if not is_missing(cell)), _FIRST))
        number = first + index
        apart = len(said) >= _FEWEST_FILLED or (said and is_missing(row[leftmost]))
        sums = any(isinstance(cell, str) and _SUM.search(cell) for cell in said)
        if apart and not sums:
            yield _Record(number, row)


def _groups(seen: SeenTable, rows: Sequence[_Record]) -> Iterator[_Group]:
    """The columns of groups, from the left up to the first that is none; numbers of rows (序号) are passed over."""
    by_column = {h.column: f for f, h in seen.match.fields.items() if f in seen.plan.columns}
    required = required_fields(RECORD_TYPES[seen.match.record])
    merged = _merged(seen.sheet, seen.rows.rows[-1])
    earlier: set[int] = set()
    for heading in sorted(seen.rows.headings, key=lambda h: h.column):
        field = by_column.get(heading.column)
        if is_ignored(heading.shown):
            continue
        cells = [row.cells[heading.column] for row in rows]
        number = heading.column + seen.sheet.first_column
        blank = {i for i, cell in enumerate(cells) if _is_empty(cell) and (rows[i].number, number) not in merged}
        if blank and any(column == number for _, column in merged):
            return  # whoever merged cells here has left the others blank
        if not blank and field is not None and _may_group(seen, field, required, beside=bool(earlier)):
            continue  # 街道 is written in each row, 社区 on the first of its rows
        beside = bool(earlier) and earlier == blank
        if field is None or not blank or not _may_group(seen, field, required, beside=beside):
            return
        if not beside and not _is_certain(seen, rows, cells, blank, heading):
            return
        yield _Group(field, heading, tuple(rows[i].number for i in sorted(blank)))
        earlier = blank


def _merged(sheet: Sheet, heading_row: int) -> frozenset[tuple[int, int]]:
    """The cells below the headings that a merged range fills, row and column as Excel counts."""
    return frozenset(
        (row, column)
        for top, left, bottom, right in sheet.merged
        for row in range(max(top, heading_row) + 1, bottom + 1)
        for column in range(left, right + 1)
    )


def _may_group(seen: SeenTable, field: str, required: Sequence[str], *, beside: bool) -> bool:
    """Whether a column may name groups: what each row needs, a place, or what is blank in the same rows beside it."""
    record = RECORD_TYPES[seen.match.record]
    column, defines = columns(record)[field], record.defines
    if column.many or column.private or (defines is not None and field in defines.name):
        return False
    return is_place(seen.match.record, field) or (column.reference is not None and field in required) or beside


def _is_certain(
    seen: SeenTable, rows: Sequence[_Record], cells: Sequence[Cell], blank: set[int], heading: Heading
) -> bool:
    """Whether blanks can only stand for the group above: it is named once alone, and each row names something of it."""
    if 0 in blank or len(blank) < _SHARE * len(rows):
        return False
    said = [cell_text(cell) for cell in cells if not _is_empty(cell)]
    repeats = any(one == other for one, other in pairwise(said))
    others = [h.column for f, h in seen.match.fields.items() if h.column > heading.column and f in seen.plan.columns]
    details = any(all(not is_missing(row.cells[column]) for row in rows) for column in others)
    return not repeats and details


def _is_empty(cell: Cell) -> bool:
    """Whether nothing is written: 无 and a dash say that there is none."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _fault(seen: SeenTable, group: _Group) -> Fault:
    sheet = seen.sheet
    letters = column_letters(group.heading.column + sheet.first_column)
    blanks = {"rows": ranges_of_rows(group.blank), "count": str(len(group.blank))}
    where = sheet.file, sheet.name, group.blank[0], letters, group.heading.shown
    return Fault("filled_down", kind_of_fault("filled_down").severity, *where, None, blanks, source=sheet.source)
