"""Accounts and score sheets: their 项目 is an item of income or of marks, and no project."""

import re
from typing import Final

from loaders.plans.headings import HeadingMatch, heading_key

_OF_PROJECTS: Final = frozenset({"subdistrict", "area", "estates", "state", "started_on", "completed_on"})
"""What tables of projects have beside a name and a kind, and accounts have not."""

_AMOUNT: Final = re.compile(
    r".*(?:收入|支出|收益|结余|结存|余额|金额|费用|单价|总价|价格|合价|小计|合计|预算|决算|数量|单位|元|万元|元\))"
    r"|.*(?:分值|得分|扣分|评分|打分|满分|标准分|自评|分数|权重|标准|评分标准|办法)"
)


def is_account(match: HeadingMatch) -> bool:
    """Tell whether a table that fits projects is one of amounts or scores: 项目、收入、支出、结余.

    Args:
        match: how the headings of the table fit a record type.
    """
    if match.record != "project" or _OF_PROJECTS & match.fields.keys() or "name" not in match.fields:
        return False
    is_bare = heading_key(match.fields["name"].shown) == "项目"
    says_more = bool(match.fields.keys() - {"name", "note"})
    return (is_bare or not says_more) and any(_AMOUNT.fullmatch(heading_key(h.shown)) for h in match.unknown)
