"""What else one thing's labels say: beside an estate the firm that serves it, beside a unit the committee it joined."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_model.names import normal_text
from loaders.faults import Fault
from loaders.plan import TablePlan
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import HeadingMatch, match_headings
from loaders.plans.matched_plans import plan_of
from loaders.plans.table_finding import FoundTable
from loaders.readers.sheet import Sheet, column_number
from loaders.values.cell_reading import cell_text

_COMMUNITY: Final = "所属社区"
_OF_COMMUNITY: Final = re.compile(r"(?:中共|.{2,8}?街道)?(.+?社区)(?:大党委|党委|党总支|联合党委|委员会)")
_BESIDE: Final = {
    "estate": ("property_service", "owners_committee", "party_branch"),
    "owners_committee": ("property_service", "party_branch"),
    "co_building_unit": ("co_building",),
    "co_building": ("co_building_unit",),
    "property_service": ("estate", "property_firm"),
    "property_firm": ("property_service", "firm_party_organisation"),
    "party_branch": ("owners_committee",),
}
"""What may stand beside a record of a type on one form."""


def further_records(sheet: Sheet, rows: HeadingRows, found: FoundTable) -> FoundTable:
    """Return what headings that a table leaves over say of other record types.

    Args:
        sheet: the table.
        rows: its headings.
        found: what it was found to be.

    Returns:
        The further plans, as `further`; and of the faults those that are still to be told.
    """
    plans: list[TablePlan] = []
    faults = list(found.faults)
    for record in _BESIDE.get(found.plan.record, ()) if found.plan else ():
        match = match_headings(rows.headings, record, sheet.name)
        told = _told(faults, match)
        if told and not match.missing:
            plans.append(replace(plan_of(sheet, match, rows.rows), repeats="fault"))
            faults = [fault for fault in faults if fault not in told]
    return FoundTable(None, tuple(faults), tuple(plans))


def within_superior(sheet: Sheet, rows: HeadingRows, found: FoundTable) -> FoundTable:
    """Let the committee above say in which community a body lies, where no label does: 和盛里社区大党委.

    Args:
        sheet: the table, of one row.
        rows: its headings.
        found: what it was found to be.
    """
    plan = found.plan
    lacking = [f for f in found.faults if f.code == "missing_column" and f.blanks.get("missing_zh") == _COMMUNITY]
    name = plan.columns.get("superior") if plan and lacking and found.plan is not None else None
    heading = rows.columns_of(name)[:1] if name else []
    cell = cell_text(sheet.rows[rows.rows[0]][heading[0].column]) if heading else ""
    community = _OF_COMMUNITY.match(cell)
    if plan is None or name is None or community is None:
        return found
    words = {**plan.translate, "community": {normal_text(cell): community[1]}}
    told = tuple(fault for fault in found.faults if fault not in lacking)
    return replace(found, plan=replace(plan, columns={**plan.columns, "community": name}, translate=words), faults=told)


def _told(faults: list[Fault], match: HeadingMatch) -> list[Fault]:
    """Faults of headings that nobody knew, and that a record type knows."""
    known = {heading.column + 1 for heading in match.fields.values()}
    return [f for f in _of_headings(faults) if f.column and column_number(f.column) in known]


def _of_headings(faults: list[Fault]) -> Iterator[Fault]:
    return (fault for fault in faults if fault.code == "unmatched_heading")
