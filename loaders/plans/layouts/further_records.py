"""One row of a table speaks of several things: an estate, the firm that serves it, its owners' committee, its branch.

What the columns that are left over say of another record type becomes a further plan of the same rows; what both name
(the estate, the unit, the place) is taken from where the first plan has it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.plan import Condition, TablePlan
from loaders.plans.heading_rows import letters_of, name_of
from loaders.plans.heading_words import fields_by_words, names_period
from loaders.plans.headings import Heading, HeadingMatch, heading_key, match_headings
from loaders.plans.headings_aside import measures_something
from loaders.plans.layouts.carrying import carried, gives
from loaders.plans.layouts.further_kinds import FURTHER, Further
from loaders.plans.layouts.occasions import nothing_is_in_place
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.matched_plans import plan_of
from loaders.readers.sheet import Cell
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.values.lists_of_names import NAMES, listed_names

_LOOKED_AT: Final = 2_000
_PLACES: Final = ("subdistrict", "community")
_KINDS_OF_NAMES: Final = ("reference", "text")
_SERVED: Final = "property_service"


@dataclass(frozen=True)
class _Found:
    plan: TablePlan
    columns: frozenset[int]


def further_records(seen: SeenTable) -> Claim | None:
    """Give the records that the rows of a table hold beside those of its own type."""
    plans: list[TablePlan] = []
    claimed: frozenset[int] = frozenset()
    for further in FURTHER:
        if further.record in {plan.record for plan in (seen.plan, *plans)}:
            continue
        if nothing_is_in_place(seen.sheet, seen.rows, further.record):
            continue  # who bids for an estate does not serve it
        if further.bare and not plans and not _lists_estates(seen):
            continue
        left = tuple(heading for heading in seen.match.unknown if heading.column not in claimed)
        tried = (_beside(seen, first, further, left) for first in (seen.plan, *plans))
        found = next(filter(None, tried), None)
        if found is not None:
            plans.append(found.plan)
            claimed |= found.columns
    return Claim(_without_blank(seen), tuple(plans), claimed) if plans else None


def _lists_estates(seen: SeenTable) -> bool:
    """Whether rows are estates that are measured, with their firms: else another table says which estates there are."""
    measured = any(measures_something(heading_key(heading.shown)) for heading in seen.match.unknown)
    return seen.plan.record == _SERVED and measured


def _without_blank(seen: SeenTable) -> TablePlan:
    """The first plan; a row whose estate has no firm has no service, and its other records all the same."""
    by = next((f.by for f in FURTHER if f.record == seen.plan.record and f.by in f.own), None)
    if by is None or RECORD_TYPES[seen.plan.record].defines is not None:
        return seen.plan
    return _where_said(seen.plan, seen, seen.plan, seen.match.fields.get(by))


def _beside(seen: SeenTable, first: TablePlan, further: Further, left: tuple[Heading, ...]) -> _Found | None:
    """The plan of further records, beside one of the plans there are; None: nothing, or too little, is said of them."""
    shared = further.shared.get(first.record)
    if shared is None:
        return None
    fields = match_headings(left, further.record).fields if left else {}
    own = {name: heading for name, heading in fields.items() if name in further.own or _says(further, name, heading)}
    called = [h for h in left if further.called and re.fullmatch(further.called, heading_key(h.shown))]
    if len(called) == 1:
        own[further.by] = called[0]
    if not further.bare and (not own or ((further.called or further.by in further.own) and further.by not in own)):
        return None
    periods = tuple(h for h in left if not further.bare and names_period(further.record, heading_key(h.shown)))
    match = HeadingMatch(further.record, own, (), periods, (), {})
    plan = plan_of(seen.sheet, match, _header(seen))
    for there, here in (*shared.items(), *((place, place) for place in _PLACES)):
        plan = carried(first, there, plan, here)
    if not all(gives(plan, name) for name in required_fields(RECORD_TYPES[further.record])):
        return None
    plan = _where_said(_with_lists(plan, seen, own), seen, first, own.get(further.by))
    plan = replace(plan, repeats="once")  # one firm serves the estates of several rows
    period = plan.period.column if plan.period else None
    of_period = (h.column for h in periods if period in {name_of(seen.sheet, seen.rows, h), letters_of(seen.sheet, h)})
    return _Found(plan, frozenset((*(h.column for h in own.values()), *of_period)))


def _says(further: Further, name: str, heading: Heading) -> bool:
    return name in further.by_words and (further.record, name) in fields_by_words(heading_key(heading.shown))


def _below(seen: SeenTable) -> Sequence[Sequence[Cell]]:
    return seen.sheet.rows[_header(seen)[-1] + 1 - seen.sheet.first_row :][:_LOOKED_AT]


def _header(seen: SeenTable) -> tuple[int, ...]:
    return seen.plan.header if isinstance(seen.plan.header, tuple) else (seen.sheet.first_row,)


def _with_lists(plan: TablePlan, seen: SeenTable, own: Mapping[str, Heading]) -> TablePlan:
    """Several names in a cell of a field with one value are a record each."""
    below = _below(seen)
    declared = columns(RECORD_TYPES[plan.record])
    named = {field: found for field, name in plan.columns.items() if len(found := seen.rows.columns_of(name)) == 1}
    of_names: dict[str, Heading] = {field: named[field][0] for field in ("estate", "name", "firm") if field in named}
    of_names |= own
    names = {f: h for f, h in of_names.items() if declared[f].kind in _KINDS_OF_NAMES and not declared[f].many}
    listing = [f for f, h in names.items() if any(_is_list(row[h.column]) for row in below)]
    if len(listing) > 1:
        return plan  # nothing says which of one list belongs to which of the other
    return replace(plan, split={**plan.split, **dict.fromkeys(listing, NAMES)})


def _is_list(cell: Cell) -> bool:
    return isinstance(cell, str) and len(listed_names(cell)) > 1


def _where_said(plan: TablePlan, seen: SeenTable, first: TablePlan, by: Heading | None) -> TablePlan:
    """Only rows that say something of such a record have one."""
    said = {} if by is None else {name_of(seen.sheet, seen.rows, by): Condition(frozenset({""}), negated=True)}
    return replace(plan, where={**first.where, **said})
