"""Property firms of an estate one after the other: 原物业企业 and 现物业企业, each with its own days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.plan import Condition, TablePlan
from loaders.plans.headings import Heading, heading_key
from loaders.plans.layouts.asking import not_understood
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.layouts.seen_rows import SeenRows
from loaders.plans.values_around import is_place

_FIRM: Final = re.compile(
    r"(?P<former>原|前|上一家|上家|前任|第[一二三四五]家)?(?:现|新|现任|目前)?物业(?:服务)?(?:企业|公司|单位)(?:名称)?"
)
_DAYS: Final = (
    ("valid_from", re.compile(r"(?:进场|进驻|入驻|接管|起始|开始|合同起始|合同开始)(?:时间|日期)")),
    ("valid_to", re.compile(r"(?:退场|撤场|退出|撤出|终止|结束|到期|合同终止|合同到期)(?:时间|日期)")),
)
_TWO: Final = 2
_HANDOVER: Final = re.compile(r"(?:物业)?(?:交接|更换|变更|移交|更替|轮换|换管)(?:时间|日期|年月)")
"""The day on which one firm went and the next came, beside exactly two."""
_ALL_DAYS: Final = (*(pattern for _, pattern in _DAYS), _HANDOVER)


def successive_firms(seen: SeenTable) -> Claim | None:
    """Read which firms served an estate one after the other; a former one without a last day is asked about."""
    fields = seen.match.fields.items()
    alone = all(is_place(seen.match.record, f) or any(p.fullmatch(_key(h)) for p in _ALL_DAYS) for f, h in fields)
    if (
        not (alone or seen.match.record == "property_service")
        or seen.match.record == "estate"
        or sum(_FIRM.fullmatch(_key(h)) is not None for h in seen.rows.headings) <= 1
    ):
        return None
    table = SeenRows(seen.sheet, seen.rows, seen.plan)
    estate = next((body.heading for body in table.bodies if body.kind == "estate"), None)
    found = list(_plans(table, estate)) if estate else []
    if not found or estate is None:
        return None
    claimed = {estate.column, *(column for _, columns in found for column in columns)}
    lost = [h for h in seen.match.fields.values() if h.column not in claimed]
    faults = tuple(not_understood(seen.sheet, seen.rows, heading) for heading in lost)
    plans = [plan for plan, _ in found]
    return Claim(plans[0], tuple(plans[1:]), frozenset(claimed), frozenset(seen.match.missing), faults)


def _plans(table: SeenRows, estate: Heading) -> Iterator[tuple[TablePlan, list[int]]]:
    headings = table.rows.headings
    starts = [index for index, heading in enumerate(headings) if _FIRM.fullmatch(_key(heading))]
    for start, end in zip(starts, [*starts[1:], len(headings)], strict=True):
        days = dict(_days(headings[start + 1 : end])) | _handed_over(headings, starts, start)
        match = _FIRM.fullmatch(_key(headings[start]))
        if match and match["former"] and "valid_to" not in days:
            continue
        firm = table.name(headings[start])
        columns = {"estate": table.name(estate), "firm": firm, **{f: table.name(h) for f, h in days.items()}}
        where = {firm: Condition(frozenset({""}), negated=True)}
        base = replace(table.base, record="property_service", columns=columns, values={}, period=None, split={})
        yield replace(base, where=where), [headings[start].column, *(h.column for h in days.values())]


def _handed_over(headings: Sequence[Heading], starts: Sequence[int], start: int) -> dict[str, Heading]:
    """The day of handover: the former firm's last, and the first of the one that came after it."""
    days = [heading for heading in headings if _HANDOVER.fullmatch(_key(heading))]
    former = [index for index in starts if (match := _FIRM.fullmatch(_key(headings[index]))) and match["former"]]
    others = any(pattern.fullmatch(_key(heading)) for heading in headings for _, pattern in _DAYS)
    if len(days) != 1 or len(starts) != _TWO or len(former) != 1 or others:
        return {}
    return {"valid_to" if start in former else "valid_from": days[0]}


def _days(headings: Sequence[Heading]) -> Iterator[tuple[str, Heading]]:
    """The first and last day of one firm; a word that stands twice is of neither for certain."""
    for field, pattern in _DAYS:
        fitting = [heading for heading in headings if pattern.fullmatch(_key(heading))]
        if len(fitting) == 1:
            yield field, fitting[0]


def _key(heading: Heading) -> str:
    return heading_key(heading.writings[-1])
