"""A field that two plans of the same rows share: the second finds it where the first does."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from loaders.plan import TablePlan
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

T = TypeVar("T")


def gives(plan: TablePlan, name: str) -> bool:
    """Tell whether a plan says where a field is found."""
    return any(name in part for part in (plan.columns, plan.values, plan.composed, plan.taken))


def carried(first: TablePlan, there: str, plan: TablePlan, here: str) -> TablePlan:
    """Return a plan with a field of another plan of the same rows, found in the same place.

    Args:
        first: the plan that has it.
        there: the field in that plan.
        plan: the plan that is to have it; what it says of the field itself goes before.
        here: the field in this plan; it stays as it is if its record type has none.
    """
    if here not in columns(RECORD_TYPES[plan.record]) or gives(plan, here):
        return plan
    downwards = (here,) if there in first.fill_down else ()
    return replace(
        plan,
        columns=_with(plan.columns, here, first.columns, there),
        values=_with(plan.values, here, first.values, there),
        composed=_with(plan.composed, here, first.composed, there),
        taken=_with(plan.taken, here, first.taken, there),
        split=_with(plan.split, here, first.split, there),
        translate=_with(plan.translate, here, first.translate, there),
        fill_down=(*plan.fill_down, *downwards),
    )


def _with(own: Mapping[str, T], here: str, other: Mapping[str, T], there: str) -> dict[str, T]:
    return {**({here: other[there]} if there in other else {}), **own}
