"""Members of the Party who report to a branch where they live: what they take on there is often no role of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from graph_model.names import visible_text
from loaders.plans.headings import Heading, heading_key
from loaders.plans.layouts.asking import not_understood
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing

_TAKEN_ON: Final = re.compile(r".*(?:认领|认岗|报到|服务|志愿).*")
_BRANCH: Final = re.compile(r"(?:报到|所到|到)(?:的)?(?:居住地|小区|社区|网格)*(?:党支部|支部|党组织)(?:名称)?")
_PERSON: Final = re.compile(r".*(?:[长员师手任]|书记|经理|负责人|联络人|联系人)(?:[(].*[)])?")
"""What one is, such as 党员楼长 or 政策宣传员; 政策宣传岗 and 周末巡逻 are what one does."""


def reported_members(seen: SeenTable) -> Claim | None:
    """Take whoever reports to a branch for a member of it, and ask about services that name no role."""
    fields = seen.match.fields
    role, branch = fields.get("role"), fields.get("organisation")
    if seen.match.record != "tenure" or role is None or not _TAKEN_ON.fullmatch(heading_key(role.shown)):
        return None
    below = seen.sheet.rows[seen.rows.rows[-1] + 1 - seen.sheet.first_row :]
    said = [visible_text(cell_text(row[role.column])) for row in below if not is_missing(row[role.column])]
    if all(map(_PERSON.fullmatch, said)):
        return None
    columns = {field: name for field, name in seen.plan.columns.items() if field != "role"}
    fault = not_understood(seen.sheet, seen.rows, role)
    if branch is None or not _BRANCH.fullmatch(heading_key(branch.shown)) or not _are_branches(below, branch):
        columns = {field: name for field, name in columns.items() if field != "organisation"}
        return Claim(replace(seen.plan, columns=columns), faults=(fault,))
    return Claim(replace(seen.plan, columns=columns, values={**seen.plan.values, "role": "党员"}), faults=(fault,))


def _are_branches(below: Sequence[Sequence[Cell]], heading: Heading) -> bool:
    """Whether a column names branches alone: nobody is a plain member of a committee."""
    cells = [cell_text(row[heading.column]) for row in below if not is_missing(row[heading.column])]
    return all(cell.endswith("支部") for cell in cells)
