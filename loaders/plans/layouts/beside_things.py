"""Ties that stand beside what a table defines: the community with which a list of units builds together."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from loaders.plan import TablePlan
from loaders.plans.heading_rows import name_of
from loaders.plans.headings import Heading, filled_around, heading_keys, known_headings
from loaders.plans.layouts.places_around import around
from loaders.plans.layouts.seen import Claim, SeenTable

_PLACES: Final = ("community", "subdistrict")
_CO_BUILDS: Final = re.compile("共建|结对|联建|双报到")
_NO_TIE: Final = re.compile("拟|候选|备选|意向|未")


def units_of_a_community(seen: SeenTable) -> Claim | None:
    """Read a list of units that build together with one community, which stands around it, as their ties."""
    if seen.match.record != "co_building_unit" or "name" not in seen.match.fields:
        return None
    found = around(seen.sheet, seen.title, seen.outer)
    says = [text for text in found.texts if _CO_BUILDS.search(text)]
    if not says or any(map(_NO_TIE.search, says)):
        return None
    filled = filled_around("co_building", {"unit"}, frozenset({*found.taken, *found.values}))
    if "committee" not in filled:
        return None
    tie = {f: h for f, h in _known(seen, "co_building").items() if f not in filled and f != "unit"}
    columns = {"unit": seen.plan.columns["name"], **{f: name_of(seen.sheet, seen.rows, h) for f, h in tie.items()}}
    further = replace(
        _beside(seen.plan, "co_building", columns),
        taken={f: found.taken[what] for f, what in filled.items() if what in found.taken},
        values={f: found.values[what] for f, what in filled.items() if what not in found.taken},
    )
    plan = replace(seen.plan, repeats="once")  # one unit is on the lists of several communities
    return Claim(plan, (further,), frozenset(h.column for h in tie.values()))


def _known(seen: SeenTable, record: str) -> Mapping[str, Heading]:
    """The headings left over that another record type knows."""
    known = known_headings(record)
    found: dict[str, Heading] = {}
    for heading in seen.match.unknown:
        field = next((known[key] for w in heading.writings for key in heading_keys(w) if key in known), None)
        if field is not None:
            found.setdefault(field, heading)
    return found


def _beside(plan: TablePlan, record: str, columns: Mapping[str, str]) -> TablePlan:
    """The plan of the same rows for another record type, in the same place."""
    places = {f: name for f, name in plan.columns.items() if f in _PLACES}
    return replace(
        plan,
        record=record,
        columns={**places, **columns},
        values={f: v for f, v in plan.values.items() if f in _PLACES},
        taken={f: t for f, t in plan.taken.items() if f in _PLACES},
        composed={},
        period=None,
        each=None,
        split={},
        dates={},
        translate={},
        fill_down=tuple(f for f in plan.fill_down if f in {**places, **columns}),
        repeats="once",
    )
