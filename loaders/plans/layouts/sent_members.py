"""Who is sent to a body by the unit beside him: its part-time members; a secretary's own unit has sent nobody."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.plan import Condition, TablePlan
from loaders.plans.comparing import comparable
from loaders.plans.layouts.asking import not_understood
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import is_missing

_SENDS: Final = re.compile("[派荐]|delegat", re.IGNORECASE)
_PART_TIME: Final = "兼职"


def by_sending(plan: TablePlan, role: str, cells: Sequence[Cell]) -> tuple[TablePlan, ...]:
    """Return the plans of a roster by which its part-time members alone are sent by the units beside them.

    Args:
        plan: a plan of tenures that says who is sent by which unit.
        role: the name of the column of roles.
        cells: its cells.
    """
    sent = frozenset(text for text in map(comparable, cells) if _PART_TIME in text)
    own = replace(
        plan,
        columns={field: name for field, name in plan.columns.items() if field != "delegated_by"},
        translate={field: words for field, words in plan.translate.items() if field != "delegated_by"},
    )
    if not sent:
        return (own,)
    if all(is_missing(cell) or comparable(cell) in sent for cell in cells):
        return (plan,)
    of_sent, of_others = Condition(sent), Condition(sent, negated=True)
    return (replace(plan, where={**plan.where, role: of_sent}), replace(own, where={**plan.where, role: of_others}))


def sent_members(seen: SeenTable) -> Claim | None:
    """Let a column such as 所在单位, which does not say that units send anybody, tell it of part-time members alone."""
    unit, role = seen.match.fields.get("delegated_by"), seen.match.fields.get("role")
    if seen.plan.record != "tenure" or "delegated_by" not in seen.plan.columns or unit is None or role is None:
        return None
    if _SENDS.search(unit.shown) or "role" not in seen.plan.columns:
        return None
    below = seen.sheet.rows[seen.rows.rows[-1] + 1 - seen.sheet.first_row :] if seen.rows.rows else seen.sheet.rows[1:]
    first, *further = by_sending(seen.plan, seen.plan.columns["role"], [row[role.column] for row in below])
    told = () if "delegated_by" in first.columns else (not_understood(seen.sheet, seen.rows, unit),)
    return Claim(first, tuple(further), faults=told)
