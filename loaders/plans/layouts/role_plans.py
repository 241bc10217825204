"""Plans for columns of roles: one for each, with the body, the holder, and the holder's telephone and days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.plan import Condition, Period, TablePlan, Taken
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import Heading
from loaders.plans.layouts.bodies_of_rows import of_another_kind
from loaders.plans.layouts.days_of_change import Holder, with_dates_of_all, with_days_of_change
from loaders.plans.layouts.holders_in_columns import name_persons, of_nobody, parted
from loaders.plans.layouts.posts_by_mark import both_posts
from loaders.plans.layouts.posts_in_cells import role_alone
from loaders.plans.layouts.role_headings import ENDED, part_of, role_in, role_kinds, role_of, role_of_terms
from loaders.plans.layouts.seen_rows import KINDS, SeenRows, organisation_of
from loaders.plans.layouts.whose_role import Body, RoleColumn, body_of
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.periods import split_period

_UNLABELLED: Final = frozenset({"telephone", "identity_number", "valid_from", "valid_to", "period"})
"""What belongs to the holder in the column before it though its heading does not say whose it is."""


@dataclass(frozen=True)
class RolePlans:
    """What the columns of roles of a table give.

    Args:
        plans: a plan for each column of holders.
        headings: the columns, counted from 0, that have been given a meaning.
        bodies: the columns of the bodies and places that they are of.
    """

    plans: tuple[TablePlan, ...]
    headings: frozenset[int]
    bodies: frozenset[int]


def role_plans(sheet: Sheet, rows: HeadingRows, base: TablePlan) -> RolePlans:
    """Return the plans of the columns of roles in a table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        base: a plan of the same table: where it lies, and what it takes from beside it.
    """
    table = SeenRows(sheet, rows, base)
    of_terms = role_of_terms(table.titles)
    if not any(role_of(heading, of_terms) for heading in rows.headings):
        return RolePlans((), frozenset(), frozenset())
    plans: list[TablePlan] = []
    headings: set[int] = set()
    bodies: set[int] = set()
    holders = with_dates_of_all(with_days_of_change(rows.headings, list(_holders(table))))
    for holder in holders:
        plan = _plan(table, holder)
        if plan is not None:
            plans += (
                one
                for of_kind in _by_kind(table, holder.body, plan)
                for one in _by_term(table, holder, holders, of_kind)
            )
            headings |= {holder.heading.column, *(part.column for part in holder.parts.values())}
            bodies.add(holder.body.named.heading.column)
    headings |= _of_nobody_at_all(table) if plans else set()
    for plan, column in both_posts(table, plans):
        plans.append(plan)
        headings.add(column)
    return RolePlans(tuple(plans), frozenset(headings), frozenset(bodies))


def _of_nobody_at_all(table: SeenRows) -> set[int]:
    """Columns of roles that nobody holds, or of their telephones, in which there is nothing to be read."""
    said = ((h.column, table.cells(h)) for h in table.rows.headings if role_of(h) is not None)
    return {column for column, cells in said if all(map(is_missing, cells))}


def _holders(table: SeenRows) -> Iterator[Holder]:
    named = {body.heading.column for body in table.bodies}
    of_terms = role_of_terms(table.titles)
    said = [(h, role_of(h, of_terms)) for h in table.rows.headings if h.column not in named]
    roles = [RoleColumn(h.column, role) for h, role in said if role is not None]
    headings = {h.column: h for h in table.rows.headings}
    for column in roles:
        heading = headings[column.column]
        if column.role.part != "person_name" or not name_persons(table.cells(heading)):
            continue
        body = body_of(column, table.bodies, roles, table.titles)
        if body is not None:
            parts = {**_role_beside(table, column, body, headings), **dict(_parts(column, roles, headings))}
            yield Holder(column, heading, body, dict(_with_periods(table, parts)))


def _parts(
    column: RoleColumn, roles: Sequence[RoleColumn], headings: Mapping[int, Heading]
) -> Iterator[tuple[str, Heading]]:
    """What other columns say of a holder: 书记电话, or a 联系电话 next to the name."""
    found: set[str] = set()
    for other in (r for r in roles if r.role.group == column.role.group):
        if other.role.part != "person_name" and other.role.part not in found:
            found.add(other.role.part)
            yield other.role.part, headings[other.column]
    at = column.column + 1
    while at in headings and role_of(headings[at]) is None:
        part = part_of(headings[at].writings[-1])
        if part is None or part not in _UNLABELLED or part in found:
            return
        found.add(part)
        yield part, headings[at]
        at += 1


def _role_beside(
    table: SeenRows, column: RoleColumn, body: Body, headings: Mapping[int, Heading]
) -> Mapping[str, Heading]:
    """The 职务 next to 成员1, where it says what each is on the body, and not what they are where they work."""
    beside = headings.get(column.column + 1)
    if beside is None or column.role.role != "委员" or part_of(beside.writings[-1].rstrip("0123456789")) != "role":
        return {}
    said = [role_alone(cell_text(cell)) for cell in table.cells(beside) if not is_missing(cell)]
    fits = said and all(role is not None and body.kind in role_kinds(role) for role in said)
    return {"role": beside} if fits else {}


def _with_periods(table: SeenRows, parts: Mapping[str, Heading]) -> Iterator[tuple[str, Heading]]:
    """The same, where 任职时间 holds periods rather than days as what it is."""
    for field, heading in parts.items():
        cells = [cell for cell in table.cells(heading) if isinstance(cell, str)] if field == "valid_from" else []
        yield "period" if any(split_period(cell) for cell in cells) else field, heading


def _plan(table: SeenRows, holder: Holder) -> TablePlan | None:
    role, cells = holder.column.role, table.cells(holder.heading)
    name = table.name(holder.heading)
    columns = {"person_name": name, **{f: table.name(h) for f, h in holder.parts.items() if f != "period"}}
    places, taken, values = _places(table)
    organisation = organisation_of(table, holder.body)
    if organisation is None:
        return None
    values |= {"organisation_kind": KINDS[holder.body.kind]}
    values |= {} if "role" in holder.parts else {"role": role_in(holder.body.kind, role.role)}
    values |= {"state": role.state} if role.state else {}
    nobody = of_nobody(cells) if holder.body.by_place else frozenset({""})  # a body put together has no vacant posts
    return replace(
        table.base,
        record="tenure",
        columns={**places, **organisation.columns, **columns},
        values=values,
        composed=organisation.composed,
        taken=taken,
        period=Period(table.name(holder.parts["period"])) if "period" in holder.parts else None,
        each=None,
        fill_down=tuple(f for f in table.base.fill_down if f in places),
        dates={},
        translate={},
        split=parted(columns, cells),
        where={name: Condition(nobody, negated=True)},
        repeats="once",
    )


def _by_kind(table: SeenRows, body: Body, plan: TablePlan) -> Iterator[TablePlan]:
    """The plan, or two where a column names branches and committees of the Party."""
    heading = body.named.heading
    other = None if body.by_place else of_another_kind(body.kind, table.cells(heading))
    if other is None:
        yield plan
        return
    kind, those = other
    name = table.name(heading)
    yield replace(plan, where={**plan.where, name: Condition(those, negated=True)})
    values = {**plan.values, "organisation_kind": KINDS[kind]}
    yield replace(plan, values=values, where={**plan.where, name: Condition(those)})


def _by_term(table: SeenRows, holder: Holder, holders: Sequence[Holder], plan: TablePlan) -> Iterator[TablePlan]:
    """The plan, or two where others follow: whoever has a successor in the row holds the post no longer."""
    role = holder.column.role
    after = (h for h in holders if h.column.role.term == role.term + 1 and h.column.role.role == role.role)
    following = next(after, None) if role.term else None
    if following is None or "valid_to" in plan.columns or plan.period is not None:
        yield plan
        return
    name = table.name(following.heading)
    ended = {**plan.values, "state": ENDED}
    yield replace(plan, values=ended, where={**plan.where, name: Condition(frozenset({""}), negated=True)})
    yield replace(plan, where={**plan.where, name: Condition(frozenset({""}))})


def _places(table: SeenRows) -> tuple[dict[str, str], dict[str, Taken], dict[str, Cell]]:
    """Where the row's own community and subdistrict stand, as the table's plan has them or the headings say."""
    fields, base = ("community", "subdistrict"), table.base
    columns = {f: base.columns[f] for f in fields if len(table.rows.columns_of(base.columns.get(f, ""))) == 1}
    taken = {f: t for f, t in base.taken.items() if f in fields}
    values = {f: v for f, v in base.values.items() if f in fields}
    for body in table.bodies:
        if body.kind in fields and not ({body.kind} & (columns.keys() | taken.keys() | values.keys())):
            columns[body.kind] = table.name(body.heading)
    return columns, taken, values
