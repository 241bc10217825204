"""Tables in sheets that no mapping file speaks of: the heading row, one or two rows high, and what it says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_model.names import normal_text
from loaders.faults import Fault, kind_of_fault
from loaders.plan import TablePlan
from loaders.plans.heading_heights import heading_height
from loaders.plans.heading_paths import MOST_ROWS, joined_headings
from loaders.plans.heading_rows import headings_at
from loaders.plans.headings import (
    Heading,
    HeadingMatch,
    best_matches,
    heading_key,
    is_ignored,
    is_known,
    known_headings,
    match_headings,
    most_fields,
)
from loaders.plans.headings_aside import says_nothing_of_records
from loaders.plans.headings_by_cells import by_rows, told_by_cells
from loaders.plans.layouts import BESIDE, INSTEAD, WHOLE
from loaders.plans.layouts.context import given_around
from loaders.plans.layouts.further_kinds import are_beside_each_other, without_branches_of_estates
from loaders.plans.layouts.named_above import asked_above
from loaders.plans.layouts.places_around import outer_title
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.matched_plans import plan_of
from loaders.plans.statistical_tables import is_statistical
from loaders.plans.tables_without_records import holds_no_records
from loaders.plans.values_around import key_around
from loaders.readers.sheet import Cell, Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.nearest import nearest
from loaders.values.person_names import without_names
from loaders.values.private_numbers import scrubbed

_SEARCHED_ROWS = 40
_SEARCHED_FURTHER = 5_000
_LONGEST_SHOWN = 60
_LONGEST_HEADING = 40
_UNMISTAKABLE = 3
_BETWEEN_HEADINGS = re.compile(r"[\s,，;；|^、/]+")


@dataclass(frozen=True)
class FoundTable:
    """What became of a sheet, or a part of one: a plan, or none, with the faults of its headings.

    Args:
        plan: the plan, or None.
        faults: what is to be said of the sheet and its headings.
        further: plans that give further records of the same rows.
    """

    plan: TablePlan | None
    faults: tuple[Fault, ...] = ()
    further: tuple[TablePlan, ...] = ()

    @property
    def plans(self) -> tuple[TablePlan, ...]:
        """All plans, in order."""
        return (self.plan, *self.further) if self.plan else self.further


def find_table(sheet: Sheet, outer: tuple[str, ...] = ()) -> FoundTable:
    """Find the table in a sheet by its headings.

    Args:
        sheet: a sheet, or a part of one with a single table.
        outer: the title of the whole sheet, of a part without one of its own.

    Returns:
        A plan of the table, or none for a sheet without one (a cover) or with headings that must be asked about.
    """
    for layout in WHOLE:
        whole = layout(sheet)
        if whole is not None:
            faults = (*whole.faults, *asked_above(sheet, outer_title(sheet), whole.plans))
            return FoundTable(next(iter(whole.plans), None), faults, whole.plans[1:])
    found = _find(sheet, outer, _SEARCHED_ROWS)
    for layout in INSTEAD if found.plan is None else ():
        whole = layout(sheet)
        if whole is not None:
            return FoundTable(next(iter(whole.plans), None), whole.faults, whole.plans[1:])
    if found.plan is not None or len(sheet.rows) <= _SEARCHED_ROWS:
        return found
    further = _find(sheet, outer, _SEARCHED_FURTHER)
    return further if further.plan and len(further.plan.columns) > len(further.faults) + 1 else found


def _find(sheet: Sheet, outer: tuple[str, ...], searched: int) -> FoundTable:
    rows = _filled_across(sheet, searched)
    first = next(_heading_candidates(sheet, rows), None)
    first = _told_by_cells(first, rows) if first else None
    if sheet.record in RECORD_TYPES and first:
        return _table(sheet, rows, first, [match_headings(first.headings, str(sheet.record))])
    best = first if sheet.kind == "objects" else _best_candidate(sheet, rows)
    if best is None:
        return _unrecognised(sheet, rows)
    best = _told_by_cells(best, rows)
    title = _titles(rows, best.row)
    hint = normal_text(" ".join([sheet.name, sheet.file, *title, *outer]))
    given = given_around(sheet, title, outer, best.row + best.height)
    below = rows[best.row + best.height :]
    found = best_matches(best.headings, hint, sheet.name, given)
    matches = [by_rows(match, best.headings, below) for match in found]
    return _table(sheet, rows, best, without_branches_of_estates(matches), outer)


def _told_by_cells(found: "_Candidate", rows: Sequence[Sequence[Cell]]) -> "_Candidate":
    return replace(found, headings=told_by_cells(found.headings, rows[found.row + found.height :]))


def table_at(sheet: Sheet, row: int, record: str | None = None) -> FoundTable:
    """Return the table under a row of headings.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        row: the row of the headings, counted from 0 in the sheet's rows.
        record: the record type; None: the one that fits best.
    """
    rows = sheet.rows
    texts = [_heading_text(cell) for cell in rows[row]]
    candidate = _Candidate(row, 1, tuple(Heading(i, t, (t,)) for i, t in enumerate(texts) if t))
    if record is not None:
        return _table(sheet, rows, candidate, [match_headings(candidate.headings, record)])
    hint = normal_text(" ".join([sheet.name, sheet.file, *_titles(rows, row)]))
    return _table(sheet, rows, candidate, best_matches(candidate.headings, hint, sheet.name))


def _unrecognised(sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> FoundTable:
    """A table that nobody knows is named; lines of text alone, such as a cover, are none unless one is all headings."""
    wide = next((i for i, row in enumerate(rows) if sum(not is_missing(c) for c in row) > 1), None)
    wide = 0 if sheet.kind == "objects" else wide
    if wide is None:
        wide = _row_of_headings_in_one_cell(rows)
    if wide is None:
        return FoundTable(None)
    shown = "、".join(without_names(scrubbed(cell_text(c))) for c in rows[wide] if not is_missing(c))[:_LONGEST_SHOWN]
    code = "statistical_table" if sheet.kind == "cells" and is_statistical(sheet.rows) else "unrecognised_sheet"
    fault = _fault(code, sheet, row=wide + sheet.first_row, blanks={"looks_like": shown})
    return FoundTable(None, (fault,))


def _row_of_headings_in_one_cell(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The row of a text that is nothing but known headings, with more text below: a table pasted into one column."""
    said = [(i, cell_text(c)) for i, row in enumerate(rows) for c in row if not is_missing(c)]
    for index, text in said[:-1]:
        parts = [part for part in _BETWEEN_HEADINGS.split(text) if part]
        if len(parts) > 1 and all(is_known(part) or is_ignored(part) for part in parts):
            return index if any(map(is_known, parts)) else None
    return None


@dataclass(frozen=True)
class _Candidate:
    row: int
    height: int
    headings: tuple[Heading, ...]
    shown: bool = False
    """Whether the layout of the sheet shows that they are as high."""

    @property
    def order(self) -> tuple[bool, int, int]:
        """Which goes before which, of those with as many known headings."""
        return (not self.shown, self.height, self.row)


def _best_candidate(sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> _Candidate | None:
    """Return the rows with most known headings; where they hold nothing else, none below them is looked at.

    Of those that know as many, the ones go before whose layout shows how high they are.
    """
    best, most, last = None, 0, len(rows)
    for candidate in _heading_candidates(sheet, rows):
        if candidate.row > last:
            break
        known = most_fields(candidate.headings)
        if known > most or (best and known == most and candidate.order < best.order):
            best, most = candidate, known
        if (candidate.height == 1 or candidate.shown) and known >= _UNMISTAKABLE and known == _wanted(candidate):
            last = candidate.row if _knows_any(rows, candidate.row + 1) else candidate.row - 1
    return best


def _knows_any(rows: Sequence[Sequence[Cell]], index: int) -> bool:
    """Whether a row may hold headings below others."""
    return index < len(rows) and any(is_known(_heading_text(cell)) for cell in rows[index])


def _wanted(candidate: _Candidate) -> int:
    return sum(not is_ignored(h.shown) for h in candidate.headings)


def _filled_across(sheet: Sheet, searched: int) -> list[list[Cell]]:
    """Return the first rows with headings that are merged across columns or down rows repeated in each cell."""
    rows = [list(row) for row in sheet.rows[:searched]]
    for first_row, first_column, last_row, last_column in sheet.merged:
        top, left = first_row - sheet.first_row, first_column - sheet.first_column
        if not (0 <= top < len(rows) and 0 <= left < len(rows[top])):
            continue
        for r in range(top, min(last_row - sheet.first_row + 1, len(rows), top + MOST_ROWS)):
            for c in range(left, min(last_column - sheet.first_column + 1, len(rows[r]))):
                rows[r][c] = rows[top][left]
    return rows


def _heading_text(cell: Cell) -> str:
    text = " ".join(cell.split()) if isinstance(cell, str) else ""
    return text if len(text) <= _LONGEST_HEADING else ""


def _heading_candidates(sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> Iterator[_Candidate]:
    """Go through rows that may be headings; where the layout shows how high they are, no part of them is looked at."""
    end = 0
    for index, row in enumerate(rows):
        if index < end:
            continue
        height = heading_height(sheet, index) if sheet.kind != "objects" else 1
        if height > 1:
            first = index + sheet.first_row
            shown = headings_at(sheet, tuple(range(first, first + height))).headings
            yield _Candidate(index, height, tuple(h for h in shown if len(h.shown) <= _LONGEST_HEADING), shown=True)
            end = index + height
            continue
        texts = [_heading_text(c) for c in row]
        single = tuple(Heading(i, t, (t,)) for i, t in enumerate(texts) if t)
        if (single and len({t for t in texts if t}) > 1) or sum(map(bool, texts)) == 1:
            yield _Candidate(index, 1, single)
        if index + 1 < len(rows):
            below = [_heading_text(c) for c in rows[index + 1]]
            yield _Candidate(index, 2, joined_headings((texts, below)))


def _titles(rows: Sequence[Sequence[Cell]], heading_row: int) -> tuple[str, ...]:
    texts = (cell_text(c) for row in rows[:heading_row] for c in row if not is_missing(c))
    return tuple(dict.fromkeys(texts))


def _fault(
    code: str,
    sheet: Sheet,
    heading: Heading | None = None,
    row: int | None = None,
    blanks: Mapping[str, str] | None = None,
) -> Fault:
    letters = column_letters(heading.column + sheet.first_column) if heading else None
    shown = heading.shown if heading else None
    severity = kind_of_fault(code).severity
    where = sheet.file, sheet.name, row, letters, shown
    return Fault(code, severity, *where, shown, blanks or {}, source=sheet.source)


def _table(
    sheet: Sheet,
    rows: Sequence[Sequence[Cell]],
    candidate: _Candidate,
    matches: Sequence[HeadingMatch],
    outer: tuple[str, ...] = (),
) -> FoundTable:
    heading_row = candidate.row + candidate.height - 1 + sheet.first_row
    header = tuple(range(candidate.row + sheet.first_row, heading_row + 1))
    headings = headings_at(sheet, header)
    if holds_no_records(sheet, headings, matches, rows[candidate.row :]):
        return _unrecognised(sheet, rows)
    if len(matches) > 1 and not are_beside_each_other(matches):
        names = {
            "candidates_zh": "、".join(RECORD_TYPES[m.record].zh for m in matches),
            "candidates_en": ", ".join(m.record for m in matches),
        }
        return FoundTable(None, (_fault("ambiguous_table", sheet, row=heading_row, blanks=names),))
    match = matches[0]
    title = _titles(rows, candidate.row)
    seen = SeenTable(sheet, headings, match, plan_of(sheet, match, header), title, outer)
    further: list[TablePlan] = []
    asked: list[Fault] = []
    for layout in BESIDE:
        claim = layout(seen)
        if claim is not None:
            seen = replace(seen, plan=claim.plan, match=_without_claimed(seen.match, claim))
            further += claim.further
            asked += claim.faults
    seen = replace(seen, match=_with_unfilled(seen.match, seen.plan))
    told = (replace(f, record=match.record) for f in heading_faults(sheet, seen.match, heading_row, seen.plan))
    return FoundTable(seen.plan, (*told, *asked), tuple(further))


def _without_claimed(match: HeadingMatch, claim: Claim) -> HeadingMatch:
    """What layouts leave to be told of headings."""
    unknown = tuple(heading for heading in match.unknown if heading.column not in claim.headings)
    doubled = tuple((heading, other) for heading, other in match.doubled if heading.column not in claim.headings)
    missing = tuple(field for field in match.missing if field not in claim.filled)
    return replace(match, unknown=unknown, doubled=doubled, missing=missing)


def _with_unfilled(match: HeadingMatch, plan: TablePlan) -> HeadingMatch:
    """What was expected from around the table, and no layout has taken from there, is missing after all."""
    period = (plan.period.start, plan.period.end) if plan.period else ()
    each = plan.each.fields if plan.each else ()
    filled = {*match.missing, *plan.columns, *plan.values, *plan.composed, *plan.taken, *period, *each}
    further = tuple(f for f in required_fields(RECORD_TYPES[plan.record]) if f not in filled)
    return replace(match, missing=(*match.missing, *further)) if further else match


def heading_faults(sheet: Sheet, match: HeadingMatch, row: int, plan: TablePlan) -> Iterator[Fault]:
    """Go through what is to be said of the headings of a recognised table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        match: how its headings fit its record type.
        row: its last heading row, as Excel counts.
        plan: its plan.
    """
    fields = columns(RECORD_TYPES[match.record])
    for heading, other in match.doubled:
        yield _fault("duplicate_column", sheet, heading, row, {"other": other.shown})
    unknown = [h for h in match.unknown if not is_ignored(h.shown) and not _gives_period(sheet, h, plan)]
    aside = [heading for heading in unknown if says_nothing_of_records(heading_key(heading.shown))]
    for heading in unknown:
        if heading not in aside:
            yield _fault("unmatched_heading", sheet, heading, row, _suggestion(match.record, heading.shown))
    if aside:
        named = "、".join(f"{heading.shown}" for heading in aside)
        yield _fault("headings_aside", sheet, None, row, {"headings": scrubbed(named)})
    yield from _nothing_around(sheet, match, row)
    for field in match.missing:
        names = {"missing_zh": fields[field].heading, "missing_en": fields[field].english}
        yield _fault("missing_column", sheet, None, row, names)


def _nothing_around(sheet: Sheet, match: HeadingMatch, row: int) -> Iterator[Fault]:
    """A list within objects of which nothing is taken from what is around it: nothing would tie the two."""
    around = [cell for cell in sheet.rows[0] if isinstance(cell, str) and key_around(cell)] if sheet.rows else []
    said = {h.shown for h in (*match.fields.values(), *match.unknown)}
    if around and not said.intersection(around):
        named = Heading(sheet.rows[0].index(around[0]), "、".join(around)[:_LONGEST_SHOWN], ())
        yield _fault("unmatched_heading", sheet, named, row)


def _gives_period(sheet: Sheet, heading: Heading, plan: TablePlan) -> bool:
    letters = column_letters(heading.column + sheet.first_column)
    return plan.period is not None and plan.period.column in {heading.shown, letters, f"{letters}:{letters}"}


def _suggestion(record: str, heading: str) -> Mapping[str, str]:
    found = nearest(heading, [c.heading for c in columns(RECORD_TYPES[record]).values()])
    if found is None or (is_known(heading) and heading in known_headings(record)):
        return {}
    return {"nearest_zh": f"最接近的是“{found}”。", "nearest_en": f"The nearest is “{found}”. "}
