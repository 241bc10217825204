"""Bodies that a line above a table names: the committee of a list of needs is taken, others are asked about."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from graph_model.names import visible_text
from loaders.faults import Fault, kind_of_fault
from loaders.plan import TablePlan, Taken
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.private_numbers import scrubbed

_COMMITTEE: Final = re.compile(
    r"(?:[\u3400-\u9fff]{1,6}?(?:街道|镇))?(?P<name>[\u3400-\u9fff]{1,7}?(?:社区|街道|镇)(?:大党工委|大党委|党工委|党委))"
    r"(?:20\d\d年度?)?[^及和与、]*清单.*"
)
_CONVENER: Final = re.compile(r"(?:召集|牵头|主办|发起|主持)(?:单位|部门|党组织|党委|人)[:：].+")
_POOL: Final = re.compile(r".*(?:人才库|储备库|后备库|储备名单).*")
_POOLS: Final = frozenset({"reserve_pool", "reserve_listing"})
_LONGEST: Final = 60


def named_above(seen: SeenTable) -> Claim | None:
    """Take the committee that a list of needs, resources or projects names; ask about a convener and about a pool."""
    plan = seen.plan
    faults = asked_above(seen.sheet, seen.title, (plan,))
    if plan.record == "pledge" and "made_to" not in {*plan.columns, *plan.values, *plan.composed, *plan.taken}:
        committee = committee_above(seen.title)
        if committee is not None:
            plan = replace(plan, taken={**plan.taken, "made_to": committee})
    return Claim(plan, faults=faults) if faults or plan is not seen.plan else None


def committee_above(title: Sequence[str]) -> Taken | None:
    """Return how the committee is taken that a title of lists of needs, resources or projects names."""
    names = {m["name"] for m in map(_COMMITTEE.fullmatch, map(visible_text, title)) if m}
    return Taken("title", f"({names.pop()})") if len(names) == 1 else None


def asked_above(sheet: Sheet, title: Sequence[str], plans: Sequence[TablePlan]) -> tuple[Fault, ...]:
    """Return what is to be asked of the lines above a table, for want of a record that they would belong to.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        title: the texts above its headings.
        plans: the plans of the table.
    """
    records = {plan.record for plan in plans}
    return tuple(_asked(sheet, text) for text in title if _is_unread(records, visible_text(text)))


def _is_unread(records: Set[str], text: str) -> bool:
    if _POOL.fullmatch(text):
        return not records & _POOLS
    return _CONVENER.fullmatch(text) is not None and "platform" not in records


def _asked(sheet: Sheet, text: str) -> Fault:
    """What is said of a line above a table that nothing reads, at its row."""
    code = "unmatched_heading"
    said = (any(cell_text(c) == text for c in cells if not is_missing(c)) for cells in sheet.rows)
    row = next((i for i, here in enumerate(said) if here), 0) + sheet.first_row
    shown = re.split("[：:]", scrubbed(text)[:_LONGEST])[0]
    return Fault(
        code, kind_of_fault(code).severity, sheet.file, sheet.name, row, None, shown, shown, source=sheet.source
    )
