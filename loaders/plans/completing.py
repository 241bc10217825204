"""A plan that a mapping file gives in part (`recognise = true`): recognition fills in what it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_model.names import normal_text
from loaders.faults import Fault
from loaders.plan import TablePlan
from loaders.plans.cutting import cut
from loaders.plans.heading_rows import HeadingRows, choose_heading_rows, columns_between
from loaders.plans.headings import Heading, HeadingMatch, best_matches, match_headings
from loaders.plans.interpreting import headings_named
from loaders.plans.matched_plans import plan_of
from loaders.plans.problems import ProblemList
from loaders.plans.several_tables import single_tables
from loaders.plans.table_finding import find_table, heading_faults
from loaders.readers.sheet import Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import required_fields


@dataclass(frozen=True)
class CompletedPlan:
    """A plan with all that it left out, as recognition has it.

    Args:
        plan: the plan, of this one sheet.
        faults: what is to be said of headings that nobody knows.
    """

    plan: TablePlan
    faults: tuple[Fault, ...]


def complete(plan: TablePlan, sheet: Sheet, problems: ProblemList) -> CompletedPlan | None:
    """Complete a plan from the headings of a sheet.

    Args:
        plan: the plan; what it says goes before what is recognised.
        sheet: the sheet.
        problems: where is noted what of the plan does not fit the sheet.

    Returns:
        The plan, such that a mapping file with it gives the same table; None if the sheet does not tell enough.
    """
    part = cut(sheet, plan.region) if plan.region else sheet
    key = ("table", plan.number, "recognise")
    if not plan.region and sum(1 for _ in single_tables(sheet)) > 1:
        zh, en = "工作表里有几张表，请用 region 指明是哪一张", "the sheet holds several tables: say which one by region"
        problems.add(key, zh, en)
        return None
    rows = _heading_rows(plan, part)
    match = _match(plan, part, rows) if rows and rows.rows else None
    if rows is None or match is None:
        zh = "没有认出表头；请写明 header 和 record"
        problems.add(key, zh, "its headings were not recognised: write header and record")
        return None
    found = plan_of(part, match, rows.rows)
    whole = _merged(plan, found, sheet)
    _check(plan, whole, problems)
    return CompletedPlan(whole, tuple(heading_faults(part, _to_tell(plan, whole, match), rows.rows[-1], whole)))


def _heading_rows(plan: TablePlan, part: Sheet) -> HeadingRows | None:
    named = headings_named(plan)
    if plan.header != "auto" or part.kind == "objects":
        return choose_heading_rows(part, plan.header, named)
    found = find_table(part).plan
    if found is not None:
        return choose_heading_rows(part, found.header, named)
    return choose_heading_rows(part, "auto", named)


def _match(plan: TablePlan, part: Sheet, rows: HeadingRows) -> HeadingMatch | None:
    """How the headings that the plan does not name fit its record type, or the one that they fit best."""
    taken = set(_columns_named(plan, part, rows))
    free = tuple(heading for heading in rows.headings if heading.column not in taken)
    if plan.record:
        match = match_headings(free, plan.record, part.name)
    else:
        best = best_matches(free, normal_text(f"{part.name} {part.file}"), part.name)
        if len(best) != 1:
            return None
        match = best[0]
    named = {f: found[0] for f, name in plan.columns.items() if len(found := rows.columns_of(name)) == 1}
    given = _given(plan)
    fields = {f: h for f, h in match.fields.items() if f not in given} | named
    again = tuple((h, named[f]) for f, h in match.fields.items() if f in named)
    return replace(match, fields=fields, doubled=(*match.doubled, *again))


def _columns_named(plan: TablePlan, part: Sheet, rows: HeadingRows) -> Iterator[int]:
    """The columns, from 0, of which the plan says what they are."""
    period = (plan.period.column,) if plan.period else ()
    for name in (*plan.columns.values(), *period, *(plan.each.columns if plan.each else ())):
        yield from (heading.column for heading in rows.columns_of(name))
        yield from (number - part.first_column for number in columns_between(part, name) or ())


def _given(plan: TablePlan) -> frozenset[str]:
    """The fields whose values the plan itself tells where to find."""
    period = (plan.period.start, plan.period.end) if plan.period else ()
    each = plan.each.fields if plan.each else ()
    ends = ("valid_to",) if plan.spells else ()
    return frozenset((*plan.columns, *plan.values, *plan.composed, *plan.taken, *period, *each, *ends))


def _merged(plan: TablePlan, found: TablePlan, sheet: Sheet) -> TablePlan:
    """The plan with what was found beside it; it speaks of one sheet alone."""
    given = _given(plan)
    columns = {field: name for field, name in found.columns.items() if field not in given} | dict(plan.columns)
    period = plan.period
    if period is None and found.period and not given & {found.period.start, found.period.end}:
        period = found.period
    return replace(
        plan,
        record=found.record,
        sheet=sheet.name,
        header=found.header if plan.header == "auto" else plan.header,
        columns=columns,
        values={f: value for f, value in found.values.items() if f not in given} | dict(plan.values),
        period=period,
        split={f: s for f, s in found.split.items() if f in columns} | dict(plan.split),
    )


def _check(plan: TablePlan, whole: TablePlan, problems: ProblemList) -> None:
    """Note each field of which the plan says how its cells are read, and that has none after all."""
    period = (whole.period.start, whole.period.end) if whole.period else ()
    filled = {*whole.columns, *whole.composed, *whole.taken, *period, *(whole.each.fields if whole.each else ())}
    for key in ("fill_down", "dates", "translate", "split"):
        for field in getattr(plan, key):
            if field not in filled:
                path = ("table", plan.number, key) if key == "fill_down" else ("table", plan.number, key, field)
                problems.add(path, f"没有认出字段 {field} 的列", f"no column was recognised for the field {field}")


def _to_tell(plan: TablePlan, whole: TablePlan, match: HeadingMatch) -> HeadingMatch:
    """What of the headings is to be told: those nobody knows or names, and fields that nothing gives."""
    period = (whole.period.start, whole.period.end) if whole.period else ()
    filled = {*_given(plan), *whole.columns, *whole.values, *period}
    missing = tuple(field for field in required_fields(RECORD_TYPES[whole.record]) if field not in filled)
    named = {normal_text(name) for name in headings_named(plan)}
    return replace(match, unknown=tuple(h for h in match.unknown if not _is_named(h, named)), missing=missing)


def _is_named(heading: Heading, named: set[str]) -> bool:
    return any(normal_text(writing) in named for writing in heading.writings)
