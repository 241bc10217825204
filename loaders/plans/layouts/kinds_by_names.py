"""Rosters that name bodies and do not say of which kind they are: 和盛花园业委会 says it itself."""

import re
from dataclasses import replace
from typing import Final

from graph_model.names import normal_text
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.layouts.seen_rows import SeenRows
from loaders.values.cell_reading import cell_text, is_missing

_KINDS: Final = (
    (re.compile(r".{2,}(?:居委会|居民委员会)"), "居委会"),
    (re.compile(r".{2,}(?:业委会|业主委员会)"), "业委会"),
    (re.compile(r".{2,}(?:党支部|联合支部)"), "小区党支部"),
    (re.compile(r".{2,}(?:党委|党总支|党工委)"), "党组织"),
    (re.compile(r".{1,}网格"), "网格"),
)
_OF_A_UNIT: Final = re.compile(
    r"公司|企业|物业|学校|小学|中学|大学|学院|幼儿园|医院|银行|支行|[局所厂店站院馆队]|中心|机关|协会|市场|商圈|两新"
)
"""What a Party organisation of a unit is named after: it is of another kind than an estate's or a community's."""


def kinds_by_names(seen: SeenTable) -> Claim | None:
    """Say of which kind the bodies of a roster are, where each name leaves no doubt."""
    heading = seen.match.fields.get("organisation")
    needed = seen.match.record == "tenure" and not seen.match.missing and "person_name" in seen.match.fields
    if heading is None or not needed or {"organisation_kind"} & (seen.plan.columns.keys() | seen.plan.values.keys()):
        return None
    table = SeenRows(seen.sheet, seen.rows, seen.plan)
    names = {normal_text(cell_text(cell)) for cell in table.cells(heading) if not is_missing(cell)}
    kinds = {name: _kind(name) for name in names}
    told = {name: kind for name, kind in kinds.items() if kind is not None}
    if not told or len(told) < len(names):
        return None
    if len(set(told.values())) == 1:
        values = {**seen.plan.values, "organisation_kind": next(iter(told.values()))}
        return Claim(replace(seen.plan, values=values))
    columns = {**seen.plan.columns, "organisation_kind": seen.plan.columns["organisation"]}
    translate = {**seen.plan.translate, "organisation_kind": told}
    return Claim(replace(seen.plan, columns=columns, translate=translate))


def _kind(name: str) -> str | None:
    kind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None)
    return None if kind in {"小区党支部", "党组织"} and _OF_A_UNIT.search(name) else kind
