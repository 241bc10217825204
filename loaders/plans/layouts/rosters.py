"""Rosters, a row a person, whose body stands beside the role, in one cell with it, or in what the table is of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plan import Condition, TablePlan, Taken
from loaders.plans.comparing import comparable
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import Heading, HeadingMatch, heading_keys, match_headings
from loaders.plans.layouts.bodies_in_titles import body_in_title
from loaders.plans.layouts.holders_in_columns import NAMES, are_lists, name_persons, of_nobody
from loaders.plans.layouts.posts_by_mark import posts_beside_yes
from loaders.plans.layouts.posts_in_cells import PostInCell, community_in, posts_in, role_alone
from loaders.plans.layouts.role_headings import role_kinds, role_of_posts
from loaders.plans.layouts.role_plans import RolePlans
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
_KEPT: Final = (
    *("person_name", "telephone", "identity_number", "person", "political_status", "valid_from", "valid_to"),
    *("in_service", "owner", "state", "routes", "community", "subdistrict", "note"),
)
_ROLES_IN_BODY: Final = frozenset({"职务", "岗位", "类别", "身份", "成员类别", "担任职务", "委员类别", "任职", "职别"})
_UNITS: Final = frozenset({"工作单位", "所在单位", "派出单位", "单位", "单位名称", "推荐单位", "工作单位名称"})
_OF_GOVERNANCE: Final = frozenset(KINDS.values()) - {"共建单位"}
_BODIES: Final = frozenset(
    {"部门/社区", "社区/部门", "机构", "任职单位", "组织", "任职机构", "单位(社区)", "社区(单位)"}
)
_OF_EACH: Final[tuple[str, ...]] = ("person_name", "telephone", "identity_number")
_OF_ANOTHER_BODY: Final = re.compile("党总支|党工委")
"""Words for a body that is called otherwise than its place's would be, were its name put together."""

_MOST: Final = 0.5


@dataclass(frozen=True)
class _Roster:
    table: SeenRows
    match: HeadingMatch

    @property
    def people(self) -> dict[str, str]:
        """The columns that say something of the person."""
        return {field: self.table.name(h) for field, h in self.match.fields.items() if field in _KEPT}


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
    roster = _Roster(table, match)
    ways = (_of_posts_by_kind, _of_body_in_title, _of_posts)
    found = next((plans for plans in (list(way(roster)) for way in ways) if plans), [])
    found += _of_marks(roster)
    if not found:
        return None
    claimed = {column for _, columns in found for column in columns}
    kept = {match.fields[field].column for field in _KEPT if field in match.fields}
    return RolePlans(tuple(plan for plan, _ in found), frozenset(claimed | kept), frozenset())


def _plan(roster: _Roster, columns: Mapping[str, str]) -> TablePlan:
    """A plan of tenures that says of each person what some columns say, and nothing else yet."""
    base = replace(
        roster.table.base, record="tenure", columns=columns, values={}, composed={}, period=None, each=None, dates={}
    )
    kept = {f: t for f, t in roster.table.base.taken.items() if f in {"community", "subdistrict"}}
    names = roster.table.cells(roster.match.fields["person_name"])
    split = {f: NAMES for f in _OF_EACH if f in roster.people} if are_lists(names) else {}
    return replace(base, translate={}, split=split, where={}, taken=kept, repeats="once")


def _of_posts_by_kind(roster: _Roster) -> Iterator[tuple[TablePlan, set[int]]]:
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
        plan = replace(_plan(roster, columns), composed=organisation.composed, values=values, where=where)
        yield plan, {heading.column, body.named.heading.column}


def _is_role(text: str) -> bool:
    """Whether a cell is a role, alone or with the word for its body before it: 党委书记."""
    return role_alone(text) is not None or vocabulary("role").find(text) is not None


def _of_body_in_title(roster: _Roster) -> Iterator[tuple[TablePlan, set[int]]]:
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
        _plan(roster, {**roster.people, "role": name}),
        values={"organisation_kind": KINDS[body.kind]},
        taken={"organisation": Taken(body.source, body.pattern), **dict(place_around(roster.table.texts))},
    )
    others = [h for h in roster.table.rows.headings if h.column != heading.column]
    posts = next((h for h in others if _POSTS.intersection(heading_keys(h.writings[-1]))), None)
    elsewhere = list(_of_bodies_in_cells(roster, posts)) if posts else []
    unit, translate, column = _sent_by(roster, elsewhere) or ("", {}, heading.column)
    sent = replace(plan, columns={**plan.columns, "delegated_by": unit}, translate=translate) if unit else plan
    for one in by_sending(sent, name, roster.table.cells(heading)):
        yield one, {heading.column, column} if "delegated_by" in one.columns else {heading.column}
    yield from elsewhere


def _sent_by(
    roster: _Roster, elsewhere: Sequence[tuple[TablePlan, set[int]]]
) -> tuple[str, Mapping[str, Mapping[str, str]], int] | None:
    """The column of the units that send members, with what its cells mean where unit and role stand in one."""
    headings = roster.table.rows.headings
    unit = next((h for h in headings if _UNITS.intersection(heading_keys(h.writings[-1]))), None)
    if unit is not None:
        return roster.table.name(unit), {}, unit.column
    if not elsewhere or "organisation" not in elsewhere[0][0].columns:
        return None
    plan, columns = elsewhere[0]
    return plan.columns["organisation"], {"delegated_by": plan.translate["organisation"]}, min(columns)


def _says_roles(heading: Heading) -> bool:
    """Whether a column may say which role in the body each person has: 职务, 大党委职务, 类别."""
    return any(key in _ROLES_IN_BODY or key.endswith("职务") for key in heading_keys(heading.writings[-1]))


def _of_marks(roster: _Roster) -> Iterator[tuple[TablePlan, set[int]]]:
    """是（业委会主任） beside a post in the branch."""
    found = posts_beside_yes(roster.table)
    if found is not None:
        columns = {**roster.people, **found.columns}
        where = {roster.table.name(found.heading): found.condition}
        values = {"organisation_kind": KINDS["owners_committee"]}
        plan = replace(_plan(roster, columns), values=values, translate=found.translate, where=where)
        yield plan, {found.heading.column}


def _of_posts(roster: _Roster) -> Iterator[tuple[TablePlan, set[int]]]:
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
        yield replace(_plan(roster, columns), values=values), {heading.column, named[0].heading.column}
    elif not named:
        yield from _of_bodies_in_cells(roster, heading)


def _has_roles(kind: str, cells: Sequence[Cell]) -> bool:
    """Whether each cell names a role that bodies of a kind have."""
    roles = [role_alone(cell_text(cell)) for cell in cells if not is_missing(cell)]
    return bool(roles) and all(role is not None and kind in role_kinds(role) for role in roles)


def _of_bodies_in_cells(roster: _Roster, heading: Heading) -> Iterator[tuple[TablePlan, set[int]]]:
    """One plan for the first post of each cell, one for the second of those that name two, and so on."""
    said = [cell_text(c) for c in roster.table.cells(heading) if not is_missing(c)]
    places: list[Heading | None] = [*_places(roster)]
    told: Mapping[tuple[str, str], tuple[PostInCell, ...]] = {}
    place: Heading | None = None
    for place in places or [None]:
        told = _told(roster, heading, place)
        if sum(text in {post for _, post in told} for text in said) >= len(said) * _MOST:
            break
    else:
        return
    if not any(post.kind in _OF_GOVERNANCE for posts in told.values() for post in posts) and not _is_joint(roster):
        return  # people of units alone: teachers, guests
    for nth in range(max(map(len, told.values()))):
        posts = {pair: found[nth] for pair, found in told.items() if len(found) > nth}
        claimed = {heading.column}
        if place is not None and not (_is_joint(roster) and _is_unit(place)):  # of what a unit is a member is asked
            claimed.add(place.column)
        yield _nth_plan(roster, heading, place, posts, nth), claimed


def _is_unit(heading: Heading) -> bool:
    return bool((_UNITS | _BODIES).intersection(heading_keys(heading.writings[-1])))


def _places(roster: _Roster) -> Iterator[Heading]:
    """The columns that may name what each person's body is of: the unit itself, the estate, the community."""
    headings = roster.table.rows.headings
    yield from (h for h in headings if _is_unit(h))
    for kind in ("estate", "community"):
        yield from (body.heading for body in roster.table.bodies if body.kind == kind)


def _told(roster: _Roster, heading: Heading, place: Heading | None) -> Mapping[tuple[str, str], tuple[PostInCell, ...]]:
    """The posts of each pair of cells, of the place and of the post, that can be told."""
    around = "" if place else community_in(roster.table.titles)
    of_community = any(body.heading is place and body.kind == "community" for body in roster.table.bodies)
    found = {}
    for row in roster.table.below:
        before, post = (row[place.column] if place else around), row[heading.column]
        if is_missing(post) or (place and is_missing(before)):
            continue
        pair = (cell_text(before), cell_text(post))
        text = _lines(roster, heading, pair[1])
        named = of_community or place is None
        read = posts_in(text, pair[0], own=of_community) if named else posts_in(pair[0] + text)
        if read is not None:
            found[pair] = read
    return found


def _is_joint(roster: _Roster) -> bool:
    """Whether the title says that units belong together: people of units alone are then members of something."""
    return any(word in title for title in roster.table.titles for word in ("共建", "联席会议", "大党委", "大工委"))


def _lines(roster: _Roster, heading: Heading, text: str) -> str:
    """The cell as it is written: a line break between two posts does not show in the text of a cell."""
    written = (c for c in roster.table.cells(heading) if isinstance(c, str) and "\n" in c and cell_text(c) == text)
    return next(written, text)


def _nth_plan(
    roster: _Roster,
    heading: Heading,
    place: Heading | None,
    posts: Mapping[tuple[str, str], PostInCell],
    nth: int,
) -> TablePlan:
    name = roster.table.name(heading)
    said = {normal_text("".join(pair) if place else pair[1]): post for pair, post in posts.items()}
    translate = {
        "organisation": {text: post.organisation for text, post in said.items()},
        "organisation_kind": {text: post.kind for text, post in said.items()},
        "role": {text: post.role for text, post in said.items()},
    }
    columns = roster.people if place else {**roster.people, **dict.fromkeys(translate, name)}
    composed = dict.fromkeys(translate, f"{{{roster.table.name(place)}}}{{{name}}}") if place else {}
    where = {name: Condition(frozenset(comparable(pair[1]) for pair in posts))} if nth else {}
    return replace(_plan(roster, columns), composed=composed, translate=translate, where=where)
