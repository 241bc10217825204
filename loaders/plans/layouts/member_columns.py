"""A column of members beside a body, one row a body: 聚能圈名称, 召集党组织, 成员单位 with a list in each cell."""

from dataclasses import replace
from typing import Final

from loaders.plan import TablePlan
from loaders.plans.heading_rows import name_of
from loaders.plans.headings import heading_keys
from loaders.plans.layouts.member_rosters import MEMBERS
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.values.lists_of_names import NAMES

_RECORDS: Final = {
    "platform": ("platform_participation", "platform"),
    "alliance": ("alliance_party", "alliance"),
}
"""Record type of a body -> that of its memberships, and its field of the body."""

_CONTEXT: Final = frozenset({"community", "subdistrict"})


def member_column(seen: SeenTable) -> Claim | None:
    """Read the members that a row of a platform or an alliance lists; how many there are is no list of them."""
    record, body = _RECORDS.get(seen.match.record, (None, None))
    found = [h for h in seen.match.unknown if MEMBERS.intersection(heading_keys(h.shown))]
    if record is None or body is None or "name" not in seen.match.fields or len(found) != 1:
        return None
    member = name_of(seen.sheet, seen.rows, found[0])
    places = {field: name for field, name in seen.plan.columns.items() if field in _CONTEXT}
    further: TablePlan = replace(
        seen.plan,
        record=record,
        columns={body: seen.plan.columns["name"], "organisation": member, **places},
        values={},
        composed={},
        taken={field: taken for field, taken in seen.plan.taken.items() if field in _CONTEXT},
        period=None,
        split={"organisation": NAMES},
        fill_down=tuple(field for field in seen.plan.fill_down if field in _CONTEXT),
        dates={},
        translate={},
        repeats="fault",
    )
    return Claim(seen.plan, (further,), frozenset({found[0].column}))
