"""Columns headed by a role, beside the body that the row is about: each gives the holders of that role."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from graph_model.names import normal_text
from loaders.plan import TablePlan
from loaders.plans.heading_rows import HeadingRows, headings_at
from loaders.plans.headings import HeadingMatch, heading_key, is_ignored
from loaders.plans.layouts.asking import not_understood
from loaders.plans.layouts.role_headings import role_of
from loaders.plans.layouts.role_plans import RolePlans, role_plans
from loaders.plans.layouts.seen import Claim, SeenTable, WholeTable
from loaders.plans.values_around import is_place
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import cell_text, is_missing

_OF_STANDING: Final = frozenset(
    {
        *("estate", "grid", "area", "party_branch", "party_committee", "branch_coverage", "residents_committee"),
        *("owners_committee", "supervisory_committee", "firm_party_organisation", "property_firm", "property_service"),
        *("co_building_unit", "self_governance_group", "election", "tenure", "post"),
    }
)
"""Record types of what lasts: beside an activity or a matter, 主任 is whoever was there."""

_OF_AN_OCCASION: Final = re.compile(
    r"值班|值守|签到|走访|慰问|领用|来文|审批|用印|请假|考勤|候选|报名|参会|参训|会议|检查|巡查|巡检|排班|座位|席位图"
    r"|通讯录|电话簿|电话表|联系表|嘉宾|邀请|志愿服务记录|拟任|公示|应急响应|带班|接访|考试|成绩|评分|考核|投票|来访"
)
_OCCASION_IN_HEADING: Final = re.compile(
    r"(?:值班|走访|检查|巡检|巡查|签到|会议|接访|来访|活动|培训|慰问|领用|下沉)(?:日期|时间|对象|事由)|日期|时间|星期|签名|签字|签到|事由"
)
_SEARCHED_ROWS: Final = 12


def beside_plain_columns(seen: SeenTable) -> Claim | None:
    """Give columns of roles their meaning in a table whose plain columns were matched."""
    standing = seen.match.record in _OF_STANDING or _says_where_alone(seen.match)
    if not standing or _is_of_an_occasion(seen.sheet, seen.rows, seen.title):
        return None
    if "person_name" in seen.match.fields and "role" in seen.match.fields:
        return None  # a roster: its persons stand one a row
    found = role_plans(seen.sheet, seen.rows, seen.plan, seen.title)
    if not found.plans:
        return None
    if seen.match.record in {"tenure", "post"} or _says_where_alone(seen.match):
        return _in_place_of(seen, found)
    return Claim(seen.plan, found.plans, found.headings)


def _in_place_of(seen: SeenTable, found: RolePlans) -> Claim:
    """A table of roles alone: nothing but their holders is to be read of it."""
    claimed = found.headings | found.bodies
    return Claim(found.plans[0], found.plans[1:], claimed, frozenset(seen.match.missing))


def _says_where_alone(match: HeadingMatch) -> bool:
    return match.record != "estate" and all(is_place(match.record, field) for field in match.fields)


def without_plain_columns(sheet: Sheet) -> WholeTable | None:
    """Understand a table that names a body or a place a row, and beside it nothing but holders of roles."""
    best: tuple[HeadingRows, RolePlans] | None = None
    numbers = range(sheet.first_row, sheet.first_row + min(len(sheet.rows) - 1, _SEARCHED_ROWS))
    for rows in [(n,) for n in numbers] + [(n, n + 1) for n in numbers]:
        headings = headings_at(sheet, rows)
        titles = _titles(sheet, headings)
        if not any(role_of(h) for h in headings.headings) or _is_of_an_occasion(sheet, headings, titles):
            continue
        found = role_plans(sheet, headings, _base(sheet, headings), titles)
        if found.plans and (best is None or len(found.headings) > len(best[1].headings)):
            best = headings, found
    return _whole(sheet, *best) if best else None


def _base(sheet: Sheet, rows: HeadingRows) -> TablePlan:
    where = "auto" if sheet.kind == "objects" else rows.rows
    return TablePlan(0, file=sheet.file, record="tenure", sheet=sheet.name, header=where, repeats="once")


def _titles(sheet: Sheet, rows: HeadingRows) -> tuple[str, ...]:
    above = sheet.rows[: rows.rows[0] - sheet.first_row]
    return tuple(dict.fromkeys(cell_text(cell) for row in above for cell in row if not is_missing(cell)))


def _is_of_an_occasion(sheet: Sheet, rows: HeadingRows, titles: Sequence[str]) -> bool:
    """Whether a table tells of an occasion (a duty, a visit, a meeting), whose 主任 is whoever was there."""
    named = (sheet.name, sheet.file.rpartition(".")[0], *titles)
    if any(_OF_AN_OCCASION.search(normal_text(text)) for text in named):
        return True
    return any(_OCCASION_IN_HEADING.fullmatch(heading_key(h.writings[0])) for h in rows.headings)


def _whole(sheet: Sheet, rows: HeadingRows, found: RolePlans) -> WholeTable:
    left = [
        heading
        for heading in rows.headings
        if heading.column not in found.headings | found.bodies and not is_ignored(heading.shown)
    ]
    places = {name for plan in found.plans for name in plan.columns.values()}
    return WholeTable(found.plans, tuple(not_understood(sheet, rows, h) for h in left if h.shown not in places))
