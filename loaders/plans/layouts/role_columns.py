"""Columns headed by a role, beside the body that the row is about: each gives the holders of that role."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.plan import Header, TablePlan
from loaders.plans.heading_heights import heading_height
from loaders.plans.heading_rows import HeadingRows, headings_at
from loaders.plans.headings import Heading, HeadingMatch, is_ignored
from loaders.plans.layouts.asking import not_understood
from loaders.plans.layouts.carrying import gives
from loaders.plans.layouts.occasions import is_of_an_occasion
from loaders.plans.layouts.role_headings import part_of, role_of
from loaders.plans.layouts.role_plans import RolePlans, role_plans
from loaders.plans.layouts.rosters import roster_plans
from loaders.plans.layouts.seen import Claim, SeenTable, WholeTable
from loaders.plans.values_around import is_place
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import is_missing

_OF_STANDING: Final = frozenset(
    {
        *("estate", "grid", "area", "party_branch", "party_committee", "branch_coverage", "residents_committee"),
        *("owners_committee", "supervisory_committee", "firm_party_organisation", "property_firm", "property_service"),
        *("co_building_unit", "self_governance_group", "election", "tenure", "post"),
    }
)
"""Record types of what lasts: beside an activity or a matter, 主任 is whoever was there."""

_HIGHEST: Final = 4
_LONGEST_HEADING: Final = 40
_FEW: Final = 2
"""How many rows with several texts may stand above the first heading: who fills it in, the day."""


def beside_plain_columns(seen: SeenTable) -> Claim | None:
    """Give columns of roles their meaning in a table whose plain columns were matched."""
    standing = seen.match.record in _OF_STANDING or _says_where_alone(seen.match)
    if not standing or is_of_an_occasion(seen.sheet, seen.rows):
        return None
    found = _plans_beside(seen)
    if found is None or not found.plans:
        return None
    if seen.match.record in {"tenure", "post"} or _says_where_alone(seen.match):
        return _in_place_of(seen, found)
    return Claim(seen.plan, found.plans, found.headings)


def _plans_beside(seen: SeenTable) -> RolePlans | None:
    """Of a roster, its persons, a row each; else of the columns of roles, whose groups may stand in the row above."""
    if seen.match.record == "tenure" and "person_name" in seen.match.fields:
        if not seen.match.missing and gives(seen.plan, "organisation"):
            return None
        of_roster = roster_plans(seen.sheet, seen.rows, seen.plan)
        if of_roster is not None and (seen.match.missing or _is_of_body_around(of_roster)):
            return of_roster
        if not seen.match.missing:
            return None
    first = seen.rows.rows[0] if len(seen.rows.rows) == 1 and seen.sheet.kind != "objects" else 0
    numbers = [seen.rows.rows, *([(first - 1, first)] if first > seen.sheet.first_row else [])]
    found = []
    for rows in numbers:
        base = seen.plan if rows == seen.rows.rows else replace(seen.plan, header=rows)
        found.append(role_plans(seen.sheet, headings_at(seen.sheet, rows), base))
    return max(found, key=lambda plans: len(plans.headings))


def _is_of_body_around(found: RolePlans) -> bool:
    """Whether members of the body around a table are told: their posts elsewhere alone would leave that out."""
    return any("organisation" in plan.taken for plan in found.plans)


def _in_place_of(seen: SeenTable, found: RolePlans) -> Claim:
    """A table of roles alone: nothing but their holders is to be read of it."""
    claimed = found.headings | found.bodies
    used = {name for plan in found.plans for name in plan.columns.values()}
    lost = [h for h in seen.match.fields.values() if h.column not in claimed and h.shown not in used]
    faults = tuple(not_understood(seen.sheet, seen.rows, h) for h in lost)
    return Claim(found.plans[0], found.plans[1:], claimed, frozenset(seen.match.missing), faults)


def _says_where_alone(match: HeadingMatch) -> bool:
    return match.record != "estate" and all(is_place(match.record, field) for field in match.fields)


def without_plain_columns(sheet: Sheet) -> WholeTable | None:
    """Understand tables that name a body or a place a row, and beside it nothing but holders of roles."""
    starts = list(_starts(sheet))
    if not starts or sum(len(set(_said(row))) > 1 for row in sheet.rows[: starts[0].rows[0] - sheet.first_row]) > _FEW:
        return None
    ends = [_title_of(sheet, rows.rows[0]) - 1 for rows in starts[1:]]
    found = [_table(sheet, rows, end) for rows, end in zip(starts, [*ends, None], strict=True)]
    plans = tuple(plan for whole in found for plan in whole.plans)
    return WholeTable(plans, tuple(fault for whole in found for fault in whole.faults)) if plans else None


def _starts(sheet: Sheet) -> Iterator[HeadingRows]:
    """The headings of each table of a sheet: the lowest row of each block of rows that speak of roles."""
    numbers = range(sheet.first_row, sheet.first_row + len(sheet.rows) - 1)
    numbers = numbers[:1] if sheet.kind == "objects" else numbers
    above = -1
    for number in numbers:
        if number <= above or not _speaks_of_roles(sheet.rows[number - sheet.first_row]):
            continue
        first = number - 1 if _is_group_above(sheet, number - 1 - sheet.first_row) else number
        below = range(first, min(number + _HIGHEST, numbers[-1]) + 1)
        candidates = [(n,) for n in below] + [(n, n + 1) for n in below[:-1]]
        read = [found for found in (_reads(sheet, rows) for rows in candidates) if found is not None]
        if read:  # the most columns; of equals the fewest rows, and the lowest
            _, best = max(read, key=lambda found: (found[0], -len(found[1].rows), found[1].rows[-1]))
            above = best.rows[-1]
            yield best


def _is_group_above(sheet: Sheet, index: int) -> bool:
    """Whether a row holds the headings above the next one's: 第一任 over 姓名 and 任职时间."""
    return index >= 0 and sheet.kind != "objects" and heading_height(sheet, index) > 1


def _speaks_of_roles(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    return any(_says_role(text) for text in texts)


def _says_role(text: str) -> bool:
    return role_of(Heading(0, text, (text,))) is not None or part_of(text) == "person_name"


def _reads(sheet: Sheet, numbers: tuple[int, ...]) -> tuple[int, HeadingRows] | None:
    rows = headings_at(sheet, numbers)
    if not any(_says_role(writing) for heading in rows.headings for writing in heading.writings[:2]):
        return None
    found = len(_plans(sheet, rows, _end_of_block(sheet, numbers[-1])).headings)
    return (found, rows) if found else None


def _end_of_block(sheet: Sheet, heading: int) -> int | None:
    """The last of the rows below a heading that stand together; what comes after may be another table's."""
    wide = [len(set(_said(row))) > 1 for row in sheet.rows[heading + 1 - sheet.first_row :]]
    first = next((index for index, says in enumerate(wide) if says), 0)
    gap = next((index for index, says in enumerate(wide) if index > first and not says), None)
    return None if gap is None else heading + gap


def _plans(sheet: Sheet, rows: HeadingRows, end: int | None) -> RolePlans:
    base = replace(_base(sheet, rows), last_row=end)
    return roster_plans(sheet, rows, base) or role_plans(sheet, rows, base)


def _title_of(sheet: Sheet, row: int) -> int:
    """The first of the rows above a heading that are its title, or blank."""
    while row > sheet.first_row and len(set(_said(sheet.rows[row - 1 - sheet.first_row]))) <= 1:
        row -= 1
    return row


def _said(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if not is_missing(cell)]


def _table(sheet: Sheet, rows: HeadingRows, end: int | None) -> WholeTable:
    found = _plans(sheet, rows, end)
    if not found.plans or is_of_an_occasion(sheet, rows):
        return WholeTable((), tuple(not_understood(sheet, rows, h) for h in rows.headings if not is_ignored(h.shown)))
    left = [h for h in rows.headings if h.column not in found.headings | found.bodies and not is_ignored(h.shown)]
    names = {name for plan in found.plans for name in plan.columns.values()}
    return WholeTable(found.plans, tuple(not_understood(sheet, rows, h) for h in left if h.shown not in names))


def _base(sheet: Sheet, rows: HeadingRows) -> TablePlan:
    where: Header = "auto" if sheet.kind == "objects" else rows.rows
    return TablePlan(0, file=sheet.file, record="tenure", sheet=sheet.name, header=where, repeats="once")
