"""Estates in tables about firms: 在管小区 beside each firm, and 项目名称 in a register of contracts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.plan import Condition
from loaders.plans.heading_rows import name_of
from loaders.plans.headings import Heading, heading_keys
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.layouts.titles import texts_around
from loaders.plans.several_names import several_names
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import is_missing
from loaders.values.lists_of_names import NAMES

_MANAGED: Final = re.compile(
    r"(?:现?在管|在服|管理|服务|所管|负责|承接|接管|托管)的?(?:物业|住宅)?(?:小区|项目|楼盘)(?:名称|名单|清单|情况)?"
)
_PROJECT: Final = re.compile(r"(?:物业|住宅|服务|管理|在管)*(?:项目|楼盘)(?:名称)?|服务小区名称")
_CHOSEN: Final = re.compile(r"投标|中标|招标|选聘|竞标|比选|报价|候选|应标|评标|退出|撤出|拟")


def managed_estates(seen: SeenTable) -> Claim | None:
    """Read the estates that a register of firms lists beside each firm; how many there are is no list."""
    if seen.match.record != "property_firm" or "name" not in seen.match.fields or is_of_choosing(seen):
        return None
    found = [h for h in seen.match.unknown if any(map(_MANAGED.fullmatch, heading_keys(h.shown))) and _names(seen, h)]
    if len(found) != 1:
        return None
    estate = name_of(seen.sheet, seen.rows, found[0])
    further = replace(
        seen.plan,
        record="property_service",
        columns={"firm": seen.plan.columns["name"], "estate": estate},
        values={},
        composed={},
        taken={field: taken for field, taken in seen.plan.taken.items() if field == "subdistrict"},
        period=None,
        split={"estate": NAMES},
        where={estate: Condition(frozenset({""}), negated=True)},
        fill_down=(),
        dates={},
        translate={},
    )
    return Claim(seen.plan, (further,), frozenset({found[0].column}))


def contracted_project(seen: SeenTable) -> Claim | None:
    """Let the project of a register of contracts be the estate; of a choice among bidders it is none yet."""
    if seen.match.record != "property_service" or "estate" not in seen.match.missing or is_of_choosing(seen):
        return None
    found = [h for h in seen.match.unknown if any(map(_PROJECT.fullmatch, heading_keys(h.shown))) and _names(seen, h)]
    if len(found) != 1 or "firm" not in seen.match.fields:
        return None
    match = replace(seen.match, fields={**seen.match.fields, "estate": found[0]})
    plan = replace(
        seen.plan,
        columns={**seen.plan.columns, "estate": name_of(seen.sheet, seen.rows, found[0])},
        split=seen.plan.split or several_names("property_service", match, _below(seen)),
    )
    return Claim(plan, (), frozenset({found[0].column}), frozenset({"estate"}))


def is_of_choosing(seen: SeenTable) -> bool:
    """Tell whether a table is of firms that bid for an estate, or leave it, and serve it not yet or no more."""
    texts = [around.text for around in texts_around(seen.sheet, seen.rows.rows[0])]
    return any(_CHOSEN.search(text) for text in (*texts, *(h.shown for h in seen.rows.headings)))


def _below(seen: SeenTable) -> Sequence[Sequence[Cell]]:
    return seen.sheet.rows[seen.rows.rows[-1] + 1 - seen.sheet.first_row :]


def _names(seen: SeenTable, heading: Heading) -> bool:
    said = [row[heading.column] for row in _below(seen) if not is_missing(row[heading.column])]
    return bool(said) and all(isinstance(cell, str) and not cell.strip().isdigit() for cell in said)
