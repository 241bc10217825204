"""Units in a list of a community's object: each builds with the community's committee."""

from dataclasses import replace
from typing import Final

from loaders.plan import Condition
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.readers.json_files import LIST_MARK
from loaders.values.cell_reading import is_missing

_UNIT: Final = "co_building_unit"


def units_of_objects(seen: SeenTable) -> Claim | None:
    """Let the list of units of a community say whom each builds with: one object is a community, and no unit.

    Args:
        seen: a table of JSON objects whose keys name a unit and a community.
    """
    name = seen.match.fields.get("name")
    community = seen.match.fields.get("registered_community")
    if seen.sheet.kind != "objects" or seen.match.record != _UNIT or name is None or community is None:
        return None
    if set(seen.plan.columns) != {"name", "registered_community"}:
        return None
    cells = [row[name.column] for row in seen.sheet.rows[1:] if not is_missing(row[name.column])]
    if not any(isinstance(cell, str) and LIST_MARK in cell for cell in cells):
        return None
    plan = replace(
        seen.plan,
        record="co_building",
        columns={"unit": seen.plan.columns["name"], "committee": seen.plan.columns["registered_community"]},
        split={"unit": LIST_MARK},
        where={seen.plan.columns["name"]: Condition(frozenset({""}), negated=True)},
    )
    return Claim(plan)
