"""Members of an enlarged committee that a title names: who sits in it, in which role, and which unit sent them."""

import re
from dataclasses import dataclass, replace
from typing import Final

from loaders.plan import Condition, TablePlan, Taken
from loaders.plans.comparing import comparable
from loaders.plans.heading_rows import HeadingRows, headings_at, name_of
from loaders.plans.headings import Heading, heading_keys, match_headings
from loaders.plans.layouts.asking import unread_headings
from loaders.plans.layouts.joint_bodies import NamedBody, body_around, is_of_meeting
from loaders.plans.layouts.seen import WholeTable
from loaders.plans.layouts.titles import place_around, texts_around
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import cell_text, is_missing

_SEARCHED_ROWS: Final = 12
_ROLE: Final = re.compile(
    r"(?:社区|街道)?(?:大党委|大党工委|大党总支|党委|委员会)(?:内)?(?:职务|身份|任职)|(?:大党委|兼任|兼职)职务"
)
_PLAIN_ROLE: Final = frozenset({"职务", "类别", "身份", "委员类别", "成员类别", "角色"})
_ROLES: Final = re.compile(r"(?:第一|专职|兼职)?副?书记|(?:专职|兼职)?委员|(?:专职|兼职)(?:成员)?")
_UNIT: Final = frozenset(
    {"工作单位", "所在单位", "单位", "单位名称", "派出单位", "所在单位名称", "推荐单位", "委派单位"}
)
_UNIT_AND_POST: Final = re.compile(r"现任职务|.*单位[及和与、]?(?:现任)?职务.*|.*职务[及和与、].*")
"""Headings of cells with a unit and a post in one; 单位职务 beside 单位 is the post alone."""

_PART_TIME: Final = re.compile(r"兼职")
_OF_PERSON: Final = (
    *("person_name", "telephone", "identity_number", "political_status", "valid_from", "valid_to", "person"),
)


@dataclass(frozen=True)
class _Members:
    sheet: Sheet
    rows: HeadingRows
    body: NamedBody
    role: Heading
    unit: Heading | None

    def roles(self) -> list[str]:
        """The distinct cells of the role."""
        below = self.sheet.rows[self.rows.rows[-1] + 1 - self.sheet.first_row :]
        return list(dict.fromkeys(cell_text(r[self.role.column]) for r in below if not is_missing(r[self.role.column])))


def committee_members(sheet: Sheet) -> WholeTable | None:
    """Understand a roster of an enlarged committee: part-time members are sent by the units beside them.

    Args:
        sheet: a sheet, or a part of one with a single table.

    Returns:
        A plan of the part-time members with the unit of each, and one of the others; None: it is none of its kind.
    """
    found = _find(sheet) if sheet.kind != "objects" and sheet.record is None else None
    if found is None:
        return None
    plan = _plan(found)
    part_time = {comparable(role) for role in found.roles() if _PART_TIME.search(role)}
    plans: tuple[TablePlan, ...] = (plan,)
    if found.unit is not None and part_time:
        role, unit = (name_of(sheet, found.rows, h) for h in (found.role, found.unit))
        sent = replace(
            plan,
            columns={**plan.columns, "delegated_by": unit},
            where={role: Condition(frozenset(part_time))},
        )
        own = replace(plan, where={role: Condition(frozenset(part_time), negated=True)})
        plans = (sent, own) if len(part_time) < len(found.roles()) else (sent,)
    named = {name for p in plans for name in p.columns.values()}
    read = {h.column for h in found.rows.headings if name_of(sheet, found.rows, h) in named}
    return WholeTable(plans, tuple(unread_headings(sheet, found.rows, read)))


def _find(sheet: Sheet) -> _Members | None:
    for row in range(sheet.first_row, sheet.first_row + min(len(sheet.rows) - 1, _SEARCHED_ROWS)):
        rows = headings_at(sheet, (row,))
        fields = match_headings(rows.headings, "tenure").fields
        if "person_name" not in fields or "organisation" in fields:
            continue
        body = body_around(texts_around(sheet, row))
        if body is None or body.kind != "committee" or body.of_each or is_of_meeting([h.shown for h in rows.headings]):
            return None
        unit = next((h for h in rows.headings if _UNIT.intersection(heading_keys(h.shown))), None)
        if unit is None and any(map(_UNIT_AND_POST.fullmatch, (h.shown for h in rows.headings))):
            return None
        found = (_Members(sheet, rows, body, role, unit) for role in _role_headings(rows))
        return next((m for m in found if m.roles() and all(map(_ROLES.fullmatch, m.roles()))), None)
    return None


def _role_headings(rows: HeadingRows) -> list[Heading]:
    """The headings that may be that of the role in the committee, those that say so first."""
    own = [h for h in rows.headings if any(map(_ROLE.fullmatch, heading_keys(h.shown)))]
    return [*own, *(h for h in rows.headings if not own and _PLAIN_ROLE.intersection(heading_keys(h.shown)))]


def _plan(found: _Members) -> TablePlan:
    fields = match_headings(found.rows.headings, "tenure").fields
    taken = {f: fields[f] for f in _OF_PERSON if f in fields and fields[f] is not found.role}
    around = texts_around(found.sheet, found.rows.rows[0])
    return TablePlan(
        0,
        file=found.sheet.file,
        record="tenure",
        sheet=found.sheet.name,
        header=found.rows.rows,
        columns={
            **{f: name_of(found.sheet, found.rows, h) for f, h in taken.items()},
            "role": name_of(found.sheet, found.rows, found.role),
        },
        values={"organisation_kind": "党组织"},
        taken={
            "organisation": Taken(found.body.around.source, re.escape(found.body.name)),
            **dict(place_around(around)),
        },
        repeats="fault",
    )
