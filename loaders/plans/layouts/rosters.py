"""Rosters, a row a person, whose body stands beside the role, in one cell with it, or in what the table is of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plan import Condition, TablePlan, Taken
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import Heading, heading_keys, match_headings
from loaders.plans.layouts.bodies_in_titles import body_in_title
from loaders.plans.layouts.holders_in_columns import name_persons, of_nobody
from loaders.plans.layouts.posts_by_mark import posts_beside_yes
from loaders.plans.layouts.posts_in_cells import role_alone
from loaders.plans.layouts.role_headings import role_kinds, role_of_posts
from loaders.plans.layouts.role_plans import RolePlans
from loaders.plans.layouts.roster_posts import KEPT, UNITS, Roster, of_bodies_in_cells, people_plan
from loaders.plans.layouts.seen_rows import KINDS, SeenRows, organisation_of
from loaders.plans.layouts.sent_members import by_sending
from loaders.plans.layouts.titles import place_around
from loaders.plans.layouts.whose_role import RoleColumn, body_of
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import cell_text, is_missing

_POSTS: Final = frozenset(
    normal_text(word)
    for word in (
        *(
            "单位及职务",
            "工作单位及职务",
            "任职单位及职务",
            "所在单位及职务",
            "单位职务",
            "单位和职务",
            "单位、职务",
            "现任职务",
        ),
        *("所在单位职务", "工作单位职务", "单位及现任职务", "任职情况", "任职单位和职务", "机构及职务", "任职单位职务"),
        *(
            "现单位及职务",
            "党内职务",
            "单位与职务",
            "所在党组织及职务",
            "职务",
            "岗位",
            "现任单位及职务",
            "工作单位和职务",
        ),
    )
)
_NUMBERED_POST: Final = re.compile(r"(?:交叉)?(?:现任|兼任|所任)?(?:任职|职务|兼职|岗位)(?:情况)?[一二三四五六\d①-⑥]")
"""Each a post of its own, with the body that it is in: 任职一, 任职二."""

_ROLES_IN_BODY: Final = frozenset({"职务", "岗位", "类别", "身份", "成员类别", "担任职务", "委员类别", "任职", "职别"})
_OF_ANOTHER_BODY: Final = re.compile("党总支|党工委")
"""Words for a body that is called otherwise than its place's would be, were its name put together."""


def roster_plans(sheet: Sheet, rows: HeadingRows, base: TablePlan) -> RolePlans | None:
    """Return the plans of a roster of which the bodies are told by more than a plain column; None: it is no such.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        base: a plan of the same table.
    """
    match = match_headings(rows.headings, "tenure")
    table = SeenRows(sheet, rows, base)
    name = match.fields.get("person_name")
    if name is None or "organisation" in match.fields or not name_persons(table.cells(name)):
        return None
    roster = Roster(table, match)
    ways = (_of_posts_by_kind, _of_body_in_title, _of_posts)
    found = next((plans for plans in (list(way(roster)) for way in ways) if plans), [])
    found += _of_marks(roster)
    if not found:
        return None
    claimed = {column for _, columns in found for column in columns}
    kept = {match.fields[field].column for field in KEPT if field in match.fields}
    return RolePlans(tuple(plan for plan, _ in found), frozenset(claimed | kept), frozenset())


def _of_posts_by_kind(roster: Roster) -> Iterator[tuple[TablePlan, set[int]]]:
    """Columns such as 党支部职务 and 业委会职务, beside the body or the place of the row."""
    for heading in roster.table.rows.headings:
        role = role_of_posts(heading)
        cells = roster.table.cells(heading)
        if (
            role is None
            or any(_OF_ANOTHER_BODY.search(str(c)) for c in cells)
            or not any(_is_role(cell_text(c)) for c in cells if not is_missing(c))
        ):
            continue
        body = body_of(RoleColumn(heading.column, role), roster.table.bodies, (), roster.table.titles)
        organisation = organisation_of(roster.table, body) if body else None
        if body is None or organisation is None:
            continue
        columns = {**roster.people, **organisation.columns, "role": roster.table.name(heading)}
        where = {roster.table.name(heading): Condition(of_nobody(cells) | {"否"}, negated=True)}
        values = {"organisation_kind": KINDS[body.kind]}
        plan = replace(people_plan(roster, columns), composed=organisation.composed, values=values, where=where)
        yield plan, {heading.column, body.named.heading.column}


def _is_role(text: str) -> bool:
    """Whether a cell is a role, alone or with the word for its body before it: 党委书记."""
    return role_alone(text) is not None or vocabulary("role").find(text) is not None


def _of_body_in_title(roster: Roster) -> Iterator[tuple[TablePlan, set[int]]]:
    """A roster of the body that the title names: a column says which role in it each person has."""
    body = body_in_title(roster.table.texts)
    if body is None or any(named.kind in KINDS for named in roster.table.bodies):
        return
    told = (h for h in roster.table.rows.headings if h.column != roster.match.fields["person_name"].column)
    heading = next((h for h in told if _says_roles(h) and _has_roles(body.kind, roster.table.cells(h))), None)
    if heading is None:
        return
    name = roster.table.name(heading)
    plan = replace(
        people_plan(roster, {**roster.people, "role": name}),
        values={"organisation_kind": KINDS[body.kind]},
        taken={"organisation": Taken(body.source, body.pattern), **dict(place_around(roster.table.texts))},
    )
    others = [h for h in roster.table.rows.headings if h.column != heading.column]
    posts = next((h for h in others if _POSTS.intersection(heading_keys(h.writings[-1]))), None)
    elsewhere = list(of_bodies_in_cells(roster, posts)) if posts else []
    unit, translate, column = _sent_by(roster, elsewhere) or ("", {}, heading.column)
    sent = replace(plan, columns={**plan.columns, "delegated_by": unit}, translate=translate) if unit else plan
    for one in by_sending(sent, name, roster.table.cells(heading)):
        yield one, {heading.column, column} if "delegated_by" in one.columns else {heading.column}
    yield from elsewhere


def _sent_by(
    roster: Roster, elsewhere: Sequence[tuple[TablePlan, set[int]]]
) -> tuple[str, Mapping[str, Mapping[str, str]], int] | None:
    """The column of the units that send members, with what its cells mean where unit and role stand in one."""
    headings = roster.table.rows.headings
    unit = next((h for h in headings if UNITS.intersection(heading_keys(h.writings[-1]))), None)
    if unit is not None:
        return roster.table.name(unit), {}, unit.column
    if not elsewhere or "organisation" not in elsewhere[0][0].columns:
        return None
    plan, columns = elsewhere[0]
    return plan.columns["organisation"], {"delegated_by": plan.translate["organisation"]}, min(columns)


def _says_roles(heading: Heading) -> bool:
    """Whether a column may say which role in the body each person has: 职务, 大党委职务, 类别."""
    return any(key in _ROLES_IN_BODY or key.endswith("职务") for key in heading_keys(heading.writings[-1]))


def _of_marks(roster: Roster) -> Iterator[tuple[TablePlan, set[int]]]:
    """是（业委会主任） beside a post in the branch."""
    found = posts_beside_yes(roster.table)
    if found is not None:
        columns = {**roster.people, **found.columns}
        where = {roster.table.name(found.heading): found.condition}
        values = {"organisation_kind": KINDS["owners_committee"]}
        plan = replace(people_plan(roster, columns), values=values, translate=found.translate, where=where)
        yield plan, {found.heading.column}


def _of_posts(roster: Roster) -> Iterator[tuple[TablePlan, set[int]]]:
    numbered = [
        h for h in roster.table.rows.headings if any(map(_NUMBERED_POST.fullmatch, heading_keys(h.writings[-1])))
    ]
    if len(numbered) > 1:
        for post in numbered:
            said = {roster.table.name(post): Condition(frozenset({""}), negated=True)}
            yield from ((replace(p, where=p.where or said), claimed) for p, claimed in of_bodies_in_cells(roster, post))
        return
    heading = next((h for h in roster.table.rows.headings if _POSTS.intersection(heading_keys(h.writings[-1]))), None)
    heading = heading or roster.match.fields.get("role")
    if heading is None:
        return
    named = [body for body in roster.table.bodies if body.kind in KINDS]
    if len(named) == 1 and _has_roles(named[0].kind, roster.table.cells(heading)):
        columns = {
            **roster.people,
            "organisation": roster.table.name(named[0].heading),
            "role": roster.table.name(heading),
        }
        values = {"organisation_kind": KINDS[named[0].kind]}
        yield replace(people_plan(roster, columns), values=values), {heading.column, named[0].heading.column}
    elif not named:
        yield from of_bodies_in_cells(roster, heading)


def _has_roles(kind: str, cells: Sequence[Cell]) -> bool:
    """Whether each cell names a role that bodies of a kind have."""
    roles = [role_alone(cell_text(cell)) for cell in cells if not is_missing(cell)]
    return bool(roles) and all(role is not None and kind in role_kinds(role) for role in roles)
