"""A heading that says of what kind the bodies in its column are: 报到党支部, 业委会名称."""

import re
from dataclasses import replace
from typing import Final

from loaders.plans.headings import heading_key
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_KINDS: Final = (
    (re.compile(r"物业.*(?:党支部|党组织)"), "物业企业党组织"),
    (re.compile(r"(?:党支部|支部)(?:名称|全称)?"), "小区党支部"),
    (re.compile(r"监督委员会|监委会"), "业主监督委员会"),
    (re.compile(r"业委会|业主委员会"), "业委会"),
    (re.compile(r"居委会|居民委员会"), "居委会"),
    (re.compile(r"党委|党总支|党工委"), "党组织"),
)
_OF_PLACES: Final = re.compile(r"(?:报到|所在|所属|任职|小区|网格|联合|社区|名称|全称|的)")


def kinds_in_headings(seen: SeenTable) -> Claim | None:
    """Take the kind of the bodies in a column from its heading, where no column says it."""
    heading = seen.match.fields.get("organisation")
    if heading is None or "organisation_kind" not in columns(RECORD_TYPES[seen.plan.record]):
        return None
    if "organisation_kind" in {*seen.plan.columns, *seen.plan.values, *seen.plan.taken, *seen.plan.composed}:
        return None
    key = _OF_PLACES.sub("", heading_key(heading.shown))
    kind = next((kind for words, kind in _KINDS if words.fullmatch(key)), None)
    if kind is None:
        return None
    return Claim(replace(seen.plan, values={**seen.plan.values, "organisation_kind": kind}))
