"""Plans for columns of roles: one for each, with the body, the holder, and the holder's telephone and days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.plan import Condition, Period, TablePlan, Taken
from loaders.plans.heading_rows import HeadingRows, name_of
from loaders.plans.headings import Heading
from loaders.plans.layouts.bodies_of_rows import NamedBody, bodies_and_places, of_another_kind, says_level
from loaders.plans.layouts.holders_in_columns import NAMES, are_lists, name_persons, of_nobody
from loaders.plans.layouts.role_headings import part_of, role_of
from loaders.plans.layouts.whose_role import Body, RoleColumn, body_of
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import is_missing

_NAMES_OF: Final[Mapping[str, str]] = {
    "party_branch": "党支部",
    "owners_committee": "业委会",
    "party_committee": "党委",
    "residents_committee": "居委会",
}
KINDS: Final[Mapping[str, str]] = {
    "party_branch": "小区党支部",
    "party_committee": "党组织",
    "residents_committee": "居委会",
    "owners_committee": "业委会",
    "supervisory_committee": "业主监督委员会",
    "firm_party_organisation": "物业企业党组织",
    "property_firm": "物业企业",
    "grid": "网格",
    "self_governance_group": "小区自治组织",
    "co_building_unit": "共建单位",
}
"""Kind of organisation -> how a record of a tenure names it."""

_UNLABELLED: Final = frozenset({"telephone", "identity_number", "valid_from", "period"})
"""What belongs to the holder in the column before it though its heading does not say whose it is."""

_LOOKED_AT: Final = 2_000


@dataclass(frozen=True)
class RolePlans:
    """What the columns of roles of a table give.

    Args:
        plans: a plan for each column of holders.
        headings: the columns, counted from 0, that have been given a meaning.
        bodies: those among them that name a body or a place.
    """

    plans: tuple[TablePlan, ...]
    headings: frozenset[int]
    bodies: frozenset[int]


@dataclass(frozen=True)
class _Holder:
    column: RoleColumn
    heading: Heading
    body: Body
    parts: Mapping[str, Heading]


def role_plans(sheet: Sheet, rows: HeadingRows, base: TablePlan, titles: Sequence[str]) -> RolePlans:
    """Return the plans of the columns of roles in a table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        base: a plan of the same table: where it lies, and what it takes from beside it.
        titles: the texts above it.
    """
    below = rows_below(sheet, rows, base)
    bodies = bodies_and_places(rows.headings, below)
    holders = list(_holders(rows, below, bodies, (*titles, sheet.name)))
    found = [_plan(sheet, rows, base, below, bodies, holder) for holder in holders]
    kept = [holder for holder, plan in zip(holders, found, strict=True) if plan is not None]
    made = [plan for plan in found if plan is not None]
    plans = [one for holder, plan in zip(kept, made, strict=True) for one in _by_kind(sheet, rows, below, holder, plan)]
    columns = {h.heading.column for h in kept} | {p.column for h in kept for p in h.parts.values()}
    named = {h.body.named.heading.column for h in kept}
    return RolePlans(tuple(plans), frozenset(columns), frozenset(named))


def rows_below(sheet: Sheet, rows: HeadingRows, base: TablePlan) -> list[list[Cell]]:
    """Return the rows of a table that may be records."""
    last = rows.rows[-1] if rows.rows else sheet.first_row
    end = len(sheet.rows) if base.last_row is None else base.last_row + 1 - sheet.first_row
    return [row for row in sheet.rows[last + 1 - sheet.first_row : end] if _says_something(row)][:_LOOKED_AT]


def _says_something(row: Sequence[Cell]) -> bool:
    """Whether a row may be a record: a caption, a total's note or a blank one has less than two cells."""
    return sum(not is_missing(cell) for cell in row) > 1


def _holders(
    rows: HeadingRows, below: Sequence[Sequence[Cell]], bodies: Sequence[NamedBody], titles: Sequence[str]
) -> Iterator[_Holder]:
    named = {body.heading.column for body in bodies}
    said = [(h, role_of(h)) for h in rows.headings if h.column not in named]
    roles = [RoleColumn(h.column, role) for h, role in said if role is not None]
    headings = {h.column: h for h in rows.headings}
    for column in roles:
        if column.role.part != "person_name":
            continue
        cells = [row[column.column] for row in below]
        body = body_of(column, bodies, roles, titles) if name_persons(cells) else None
        if body is not None:
            yield _Holder(column, headings[column.column], body, dict(_parts(column, roles, headings, below)))


def _parts(
    column: RoleColumn,
    roles: Sequence[RoleColumn],
    headings: Mapping[int, Heading],
    below: Sequence[Sequence[Cell]],
) -> Iterator[tuple[str, Heading]]:
    """What other columns say of a holder: 书记电话, or a 联系电话 next to the name."""
    found: set[str] = set()
    same = [r for r in roles if r.role.group == column.role.group]
    for other in same:
        if other.role.part != "person_name" and other.role.part not in found:
            found.add(other.role.part)
            yield other.role.part, headings[other.column]
    at = column.column + 1
    while at in headings and (part := part_of(headings[at].writings[-1])) in _UNLABELLED and part not in found:
        if role_of(headings[at]) is not None:
            return
        found.add(str(part))
        yield str(part), headings[at]
        at += 1


def _plan(
    sheet: Sheet,
    rows: HeadingRows,
    base: TablePlan,
    below: Sequence[Sequence[Cell]],
    bodies: Sequence[NamedBody],
    holder: _Holder,
) -> TablePlan | None:
    role, cells = holder.column.role, [row[holder.heading.column] for row in below]
    name = name_of(sheet, rows, holder.heading)
    columns = {"person_name": name} | {
        field: name_of(sheet, rows, heading) for field, heading in holder.parts.items() if field != "period"
    }
    places, taken, values = _places(sheet, rows, base, bodies)
    organisation = organisation_of(sheet, rows, below, holder.body)
    if organisation is None:
        return None
    values |= {"organisation_kind": KINDS[holder.body.kind], "role": role.role}
    values |= {"state": role.state} if role.state else {}
    nobody = of_nobody(cells) if holder.body.by_place else frozenset({""})
    split = (
        {f: NAMES for f in columns if f in {"person_name", "telephone", "identity_number"}} if are_lists(cells) else {}
    )
    period = Period(name_of(sheet, rows, holder.parts["period"])) if "period" in holder.parts else None
    plan = replace(
        base,
        record="tenure",
        columns={**places, **organisation.columns, **columns},
        values=values,
        composed=organisation.composed,
        taken=taken,
        period=period,
        each=None,
        fill_down=tuple(f for f in base.fill_down if f in places),
        dates={},
        translate={},
        split=split,
        where={name: Condition(nobody, negated=True)},
        repeats="once",
    )
    return plan


def _by_kind(
    sheet: Sheet, rows: HeadingRows, below: Sequence[Sequence[Cell]], holder: _Holder, plan: TablePlan
) -> Iterator[TablePlan]:
    """The plan, or two where a column names branches and committees of the Party."""
    heading = holder.body.named.heading
    other = None if holder.body.by_place else of_another_kind(holder.body.kind, [row[heading.column] for row in below])
    if other is None:
        yield plan
        return
    kind, those = other
    name = name_of(sheet, rows, heading)
    yield replace(plan, where={**plan.where, name: Condition(those, negated=True)})
    values = {**plan.values, "organisation_kind": KINDS[kind]}
    yield replace(plan, values=values, where={**plan.where, name: Condition(those)})


@dataclass(frozen=True)
class OrganisationOf:
    """How a plan names the body that a role is of.

    Args:
        columns: its field with the column of its name.
        composed: its field with how its name is put together from its place's.
    """

    columns: Mapping[str, str]
    composed: Mapping[str, str]


def organisation_of(
    sheet: Sheet, rows: HeadingRows, below: Sequence[Sequence[Cell]], body: Body
) -> OrganisationOf | None:
    """Return how a plan names a body; None where the names of places leave it open."""
    heading = body.named.heading
    name = name_of(sheet, rows, heading)
    if not body.by_place:
        return OrganisationOf({"organisation": name}, {})
    between = ""
    if body.named.kind == "community":
        level = says_level([row[heading.column] for row in below], "社区")
        if level is None:
            return None
        between = "" if level else "社区"
    return OrganisationOf({}, {"organisation": f"{{{name}}}{between}{_NAMES_OF[body.kind]}"})


def _places(
    sheet: Sheet, rows: HeadingRows, base: TablePlan, bodies: Sequence[NamedBody]
) -> tuple[dict[str, str], dict[str, Taken], dict[str, Cell]]:
    """Where the row's own community and subdistrict stand, as the table's plan has them or the headings say."""
    fields = ("community", "subdistrict")
    columns = {f: base.columns[f] for f in fields if len(rows.columns_of(base.columns.get(f, ""))) == 1}
    taken = {f: t for f, t in base.taken.items() if f in fields}
    values = {f: v for f, v in base.values.items() if f in fields}
    for body in bodies:
        if body.kind in fields and not ({body.kind} & (columns.keys() | taken.keys() | values.keys())):
            columns[body.kind] = name_of(sheet, rows, body.heading)
    return columns, taken, values
