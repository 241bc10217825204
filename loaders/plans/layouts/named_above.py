"""Bodies that a line above a table names: the committee of a list of needs is taken, others are asked about."""

import re
from dataclasses import replace
from typing import Final

from graph_model.names import visible_text
from loaders.faults import Fault, kind_of_fault
from loaders.plan import Taken
from loaders.plans.layouts.seen import Claim, SeenTable
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
    faults = tuple(_asked(seen, text) for text in seen.title if _is_unread(seen, text))
    plan = seen.plan
    if plan.record == "pledge" and "made_to" not in {*plan.columns, *plan.values, *plan.composed, *plan.taken}:
        names = {m["name"] for m in map(_COMMITTEE.fullmatch, map(visible_text, seen.title)) if m}
        if len(names) == 1:
            plan = replace(plan, taken={**plan.taken, "made_to": Taken("title", f"({names.pop()})")})
    return Claim(plan, faults=faults) if faults or plan is not seen.plan else None


def _is_unread(seen: SeenTable, text: str) -> bool:
    plain = visible_text(text)
    if _POOL.fullmatch(plain):
        return seen.plan.record not in _POOLS
    return _CONVENER.fullmatch(plain) is not None


def _asked(seen: SeenTable, text: str) -> Fault:
    """What is said of a line above a table that nothing reads, at its row."""
    sheet, code = seen.sheet, "unmatched_heading"
    row = next((i for i, cells in enumerate(sheet.rows) if text in cells), 0) + sheet.first_row
    shown = scrubbed(text)[:_LONGEST].split("：")[0].split(":")[0]
    return Fault(
        code, kind_of_fault(code).severity, sheet.file, sheet.name, row, None, shown, shown, source=sheet.source
    )
