"""Days that stand beside several holders: of the change from one to another (原书记, 现书记, 调整时间), or of all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.plans.headings import Heading, heading_key
from loaders.plans.layouts.role_headings import role_of
from loaders.plans.layouts.whose_role import Body, RoleColumn

_CHANGE: Final = re.compile(
    r"(?:人员|人选|职务|任职|书记|主任|班子|干部|负责人)*(?:调整|变更|变动|交接|接任|接替|更换|更替|轮换|任免|调动)(?:时间|日期|年月)"
)
_OWN: Final = frozenset({"valid_from", "valid_to", "period"})
_SEVERAL: Final = 2


@dataclass(frozen=True)
class Holder:
    """A column of the holders of a role.

    Args:
        column: what its heading says.
        heading: the heading.
        body: the body that the role is of.
        parts: what other columns say of the holder, field by field; "period" gives two.
    """

    column: RoleColumn
    heading: Heading
    body: Body
    parts: Mapping[str, Heading]


def with_days_of_change(headings: Sequence[Heading], holders: Sequence[Holder]) -> list[Holder]:
    """Give the one who left and the one who came the day of the change.

    Where it cannot be told whose day it is, who left is not read: that they were gone by now would be less than the
    table says.

    Args:
        headings: the headings of the table.
        holders: the holders in its columns.
    """
    days = [heading for heading in headings if _CHANGE.fullmatch(heading_key(heading.writings[-1]))]
    former = [holder for holder in holders if holder.column.role.state and not _OWN & holder.parts.keys()]
    if not days or not former:
        return list(holders)
    present = [holder for holder in holders if not holder.column.role.state and _follows(holder, former[0])]
    if len(days) > 1 or len(former) > 1 or len(present) != 1 or _OWN & present[0].parts.keys():
        return [holder for holder in holders if holder not in former]
    fields = {former[0].heading.column: "valid_to", present[0].heading.column: "valid_from"}
    return [
        replace(holder, parts={**holder.parts, fields[holder.heading.column]: days[0]})
        if holder.heading.column in fields
        else holder
        for holder in holders
    ]


def with_dates_of_all(holders: Sequence[Holder]) -> Sequence[Holder]:
    """Give all of a body the 任期 behind several roles; whose day a 任职时间 is that stands there, nobody can tell.

    Args:
        holders: the holders in the columns of a table, from the left.
    """
    dated = [holder for holder in holders if _OWN & holder.parts.keys()]
    if len(holders) < _SEVERAL or len(dated) != 1 or dated[0] is not holders[-1]:
        return holders
    last = holders[-1]
    dates = {field: heading for field, heading in last.parts.items() if field in _OWN}
    if any(role_of(heading) or len(heading.path) > 1 for heading in dates.values()) or last.column.role.term:
        return holders
    if dates.keys() == {"period"}:
        return [replace(h, parts={**h.parts, **dates}) if h.body == last.body else h for h in holders]
    kept = {field: heading for field, heading in last.parts.items() if field not in dates}
    return [*holders[:-1], replace(last, parts=kept)]


def _follows(holder: Holder, former: Holder) -> bool:
    return holder.body == former.body and holder.column.role.role == former.column.role.role
