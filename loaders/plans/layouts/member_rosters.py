"""Rosters of member units of a joint conference, a platform, an alliance or an enlarged committee in a title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from graph_model.names import normal_text
from loaders.plan import Condition, TablePlan, Taken
from loaders.plans.comparing import comparable
from loaders.plans.heading_rows import HeadingRows, headings_at, name_of
from loaders.plans.headings import Heading, heading_keys, match_headings
from loaders.plans.layouts.asking import unread_headings
from loaders.plans.layouts.joint_bodies import NamedBody, body_around, is_of_meeting
from loaders.plans.layouts.matrix_ties import KINDS
from loaders.plans.layouts.names_of_things import kind_of_name
from loaders.plans.layouts.role_plans import role_plans
from loaders.plans.layouts.seen import WholeTable
from loaders.plans.layouts.titles import place_around, texts_around
from loaders.plans.several_names import several_names
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.lists_of_names import NAMES, listed_names

_SEARCHED_ROWS: Final = 12
_FEWEST_HEADINGS: Final = 2
MEMBERS: Final = frozenset(
    {
        *("成员单位", "成员单位名称", "单位", "单位名称", "参加单位", "参与单位", "联盟单位", "加盟单位", "理事单位"),
        *("共建单位", "共建单位名称", "成员单位全称", "单位全称", "联盟成员", "联盟成员单位", "驻区单位"),
    }
)
"""Headings under which the members of a body stand."""

_OF_UNITS: Final = re.compile(r"(?:成员|共建|理事|参加|参与|联盟|加盟|驻区|组成)单位")
_ROLES: Final = frozenset(
    {
        "角色",
        "联盟角色",
        "联盟身份",
        "加盟身份",
        "单位身份",
        "成员身份",
        "身份",
        "单位角色",
        "成员类型",
        "成员类别",
        "类型",
        "类别",
    }
)
_CONVENES: Final = re.compile(r"召集(?:人|单位|党组织)?|牵头(?:单位|人)?|轮值(?:主席)?|组长|主任")
_NO_MEMBER: Final = re.compile(r"列席.*|特邀.*|邀请.*|观察.*|顾问.*|联络.*")
_OF_UNIT: Final = ("kind", "affiliation", "code")
_CAPTION: Final = r"(?:^\d*|[、.．)）\s])([^、.．()（）\s\d]{1,12}(?:社区|街道))"
"""How the place of a section stands in its caption: （一）和盛里社区（2家）."""

_MANY: Final = 400
_RECORDS: Final = {
    "platform": ("platform_participation", "organisation", "platform"),
    "alliance": ("alliance_party", "organisation", "alliance"),
    "committee": ("co_building", "unit", "committee"),
}
"""Kind of body -> record type of membership, its field of the member, its field of the body."""


@dataclass(frozen=True)
class _Roster:
    sheet: Sheet
    rows: HeadingRows
    member: Heading
    body: NamedBody
    below: Sequence[Sequence[Cell]]

    def heading(self, keys: frozenset[str]) -> Heading | None:
        """The heading that is one of some."""
        found = (h for h in self.rows.headings if h is not self.member and keys.intersection(heading_keys(h.shown)))
        return next(found, None)

    def name(self, heading: Heading) -> str:
        """What names a column in a plan."""
        return name_of(self.sheet, self.rows, heading)

    def said(self, heading: Heading) -> list[str]:
        """The distinct cells of a column."""
        cells = (row[heading.column] for row in self.below)
        return list(dict.fromkeys(cell_text(cell) for cell in cells if not is_missing(cell)))


def member_roster(sheet: Sheet) -> WholeTable | None:
    """Understand a roster of the members of a body that its title names.

    Args:
        sheet: a sheet, or a part of one with a single table.

    Returns:
        Plans of the memberships, of who convenes, of the kinds of units, and of who holds which post in them.
    """
    roster = _find(sheet) if sheet.kind != "objects" and sheet.record is None else None
    plan = _memberships(roster) if roster else None
    if roster is None or plan is None:
        return None
    role = roster.heading(_ROLES) if roster.body.kind == "platform" else None
    plans = [plan]
    if role and any(map(_CONVENES.fullmatch, roster.said(role))):
        plans = _by_role(roster, plan, role)
    units = _units(roster)
    tenures = None if units or NAMES in plan.split.values() else _tenures(roster, plan)
    if units:
        plans.append(units)
    if NAMES not in plan.split.values():
        plans += role_plans(sheet, roster.rows, plan).plans
    if tenures:
        of_kinds = {"organisation_kind": tenures.columns["organisation_kind"]}
        plans = [
            replace(p, columns={**p.columns, **of_kinds}, translate={**p.translate, **tenures.translate})
            if p.record in {"platform_participation", "alliance_party"}
            else p
            for p in plans
        ]
        plans.append(tenures)
    named = {n for p in plans for n in (*p.columns.values(), *p.where)}
    read = {h.column for h in roster.rows.headings if roster.name(h) in named}
    return WholeTable(tuple(plans), tuple(unread_headings(sheet, roster.rows, read)))


def _find(sheet: Sheet) -> _Roster | None:
    for row in range(sheet.first_row, sheet.first_row + min(len(sheet.rows) - 1, _SEARCHED_ROWS)):
        if not any(isinstance(c, str) and _says_members(c) for c in sheet.rows[row - sheet.first_row]):
            continue
        rows = headings_at(sheet, (row,))
        keys = {key for h in rows.headings for key in heading_keys(h.shown)}
        member = next((h for h in rows.headings if MEMBERS.intersection(heading_keys(h.shown))), None)
        if member is None or len({h.shown for h in rows.headings}) < _FEWEST_HEADINGS:
            continue
        body = body_around(texts_around(sheet, rows))
        if body is None or is_of_meeting([*keys, *_few_cells(sheet, row)]):
            return None
        below = [r for r in sheet.rows[row + 1 - sheet.first_row :] if not is_missing(r[member.column])]
        roster = _Roster(sheet, rows, member, body, below)
        return roster if below and _lists_units(roster) else None
    return None


@lru_cache(maxsize=20_000)
def _says_members(heading: str) -> bool:
    return not MEMBERS.isdisjoint(heading_keys(heading))


def _lists_units(roster: _Roster) -> bool:
    """Whether units are members, and not persons whose own units stand beside them."""
    texts = [around.text for around in texts_around(roster.sheet, roster.rows)]
    of_persons = "person_name" in match_headings(roster.rows.headings, "tenure").fields
    says_units = any(_OF_UNITS.search(text) for text in (roster.member.shown, *texts))
    if roster.body.kind == "committee":
        return says_units and not of_persons
    return says_units or not of_persons or "联席会" in roster.body.name


def _few_cells(sheet: Sheet, row: int) -> list[str]:
    """Captions below the headings, which may say that what follows is something else."""
    said = ([c for c in r if not is_missing(c)] for r in sheet.rows[row + 1 - sheet.first_row :])
    return [cell_text(cells[0]) for cells in said if len(cells) == 1]


def _memberships(roster: _Roster) -> TablePlan | None:
    record, member, body = _RECORDS[roster.body.kind]
    fields = columns(RECORD_TYPES[record])
    match = match_headings(roster.rows.headings, record)
    if body in match.fields:
        return None  # a column says it, and goes before any title
    given = {f: h for f, h in match.fields.items() if f not in {member, body} and h is not roster.member}
    if roster.body.kind == "alliance" and "role" not in given:
        role = roster.heading(_ROLES)
        given |= {"role": role} if role else {}
    plan = TablePlan(
        0,
        file=roster.sheet.file,
        record=record,
        sheet=roster.sheet.name,
        header=roster.rows.rows,
        columns={member: roster.name(roster.member), **{f: roster.name(h) for f, h in given.items()}},
        split=several_names(record, replace(match, fields={**given, member: roster.member}), roster.below),
        repeats="fault",
    )
    if roster.body.of_each:
        return _of_each(roster, plan, body)
    texts = texts_around(roster.sheet, roster.rows)
    places = {f: t for f, t in place_around(texts) if f in fields and f not in plan.columns}
    return replace(plan, taken={body: Taken(roster.body.around.source, re.escape(roster.body.name)), **places})


def _of_each(roster: _Roster, plan: TablePlan, body: str) -> TablePlan | None:
    """The body of each row is named after its community, which stands in a column or in the caption of its section."""
    community = plan.columns.get("community")
    if community is not None:
        return replace(plan, composed={body: f"{{{community}}}{roster.body.name}"})
    found = [re.search(_CAPTION, text) for text in _few_cells(roster.sheet, roster.rows.rows[0])]
    places = list(dict.fromkeys(match[1] for match in found if match))
    if not places:
        around = texts_around(roster.sheet, roster.rows)
        field, place = next(place_around(around), (None, None))
        if field is None or place is None or roster.body.around.text.find("各") >= 0:
            return None
        name = re.sub(r"\\(.)", r"\1", place.pattern) + roster.body.name
        return replace(plan, values={body: name}, taken={field: place} if field not in plan.columns else {})
    field = "community" if all(place.endswith("社区") for place in places) else "subdistrict"
    taken = Taken("caption", _CAPTION)
    names = {normal_text(place): place + roster.body.name for place in places}
    return replace(plan, taken={body: taken, field: taken}, translate={body: names})


def _by_role(roster: _Roster, plan: TablePlan, role: Heading) -> list[TablePlan]:
    """Who convenes a platform is no member like others; who only attends is none."""
    said = roster.said(role)
    convenes = {comparable(word) for word in said if _CONVENES.fullmatch(word)}
    others = {comparable(word) for word in said if _NO_MEMBER.fullmatch(word)}
    members = replace(plan, where={roster.name(role): Condition(frozenset(convenes | others), negated=True)})
    named = {f: source for f, source in plan.taken.items() if f != "platform"}
    convened = replace(
        plan,
        record="platform",
        columns={"convenor": plan.columns["organisation"]},
        taken={"name": plan.taken["platform"], **named} if "platform" in plan.taken else named,
        composed=dict(zip(["name"], plan.composed.values(), strict=False)),
        values=dict(zip(["name"], plan.values.values(), strict=False)),
        translate=dict(zip(["name"], plan.translate.values(), strict=False)),
        split={},
        where={roster.name(role): Condition(frozenset(convenes))},
    )
    names = [row[roster.member.column] for row in roster.below if comparable(row[role.column]) in convenes]
    is_committee = all(kind_of_name(cell_text(name)) == "committee" for name in names)
    return [members, convened] if is_committee else [plan]


def _units(roster: _Roster) -> TablePlan | None:
    """What is said of the units themselves; bodies of the Party and of residents are no units."""
    fields = match_headings(roster.rows.headings, "co_building_unit").fields
    said = {field: roster.name(fields[field]) for field in _OF_UNIT if field in fields}
    if not said.keys() & {"kind", "affiliation"}:
        return None
    bodies = {comparable(name) for name in roster.said(roster.member) if kind_of_name(name) in set(KINDS) - _PLAIN}
    member = roster.name(roster.member)
    return TablePlan(
        0,
        file=roster.sheet.file,
        record="co_building_unit",
        sheet=roster.sheet.name,
        header=roster.rows.rows,
        columns={"name": member, **said},
        where={member: Condition(frozenset(bodies), negated=True)} if bodies else {},
        split={"name": NAMES} if any(len(listed_names(name)) > 1 for name in roster.said(roster.member)) else {},
    )


_PLAIN: Final = frozenset({"unit", "firm"})


def _tenures(roster: _Roster, plan: TablePlan) -> TablePlan | None:
    """Whoever stands beside a unit with a 职务 holds that post in it; a 联系人 holds none."""
    match = match_headings(roster.rows.headings, "tenure")
    fields = match.fields
    if not {"person_name", "role"} <= fields.keys() or "职务" not in fields["role"].shown:
        return None
    names = roster.said(roster.member)
    if len(names) > _MANY:
        return None
    taken = {"person_name", "role", "telephone", "identity_number", "political_status", "person"}
    member = roster.name(roster.member)
    places = {f: t for f, t in plan.taken.items() if f in {"community", "subdistrict"}}
    return TablePlan(
        0,
        file=roster.sheet.file,
        record="tenure",
        sheet=roster.sheet.name,
        header=roster.rows.rows,
        columns={
            **{f: roster.name(h) for f, h in fields.items() if f in taken},
            "organisation": member,
            "organisation_kind": member,
        },
        taken=places,
        translate={"organisation_kind": _kinds_by_name(names)},
        repeats="fault",
    )


def _kinds_by_name(names: Sequence[str]) -> Mapping[str, str]:
    return {normal_text(name): KINDS.get(kind_of_name(name) or "", KINDS["unit"]) for name in names}
