"""Headings that their cells make clear: 业委会 over 已成立 and 未成立 is how things stand, over names it is a name."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plans.heading_words import SERVED
from loaders.plans.headings import Heading, HeadingMatch, heading_keys, match_headings
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing

_LOOKED_AT: Final = 200
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_STATES: Final = frozenset(
    {
        "有",
        "无",
        "是",
        "否",
        "√",
        "✓",
        "×",
        "已建",
        "未建",
        "已成立",
        "未成立",
        "已组建",
        "未组建",
        "已建立",
        "筹备中",
        "单建",
        "联建",
        "空白",
    }
)
_BODIES: Final = frozenset({"业委会", "业主委员会", "业主组织", "业委会(有/无)", "业主委员会(有/无)"})
_NAMES: Final = frozenset(
    {
        "党支部",
        "党组织",
        "小区党支部",
        "小区党组织",
        "网格党支部",
        "物业企业",
        "物业公司",
        "物业党组织",
        "物业企业党组织",
        "企业党组织",
    }
)
_SERVED: Final = re.compile(SERVED)
_COUNT: Final = re.compile(r"\d{1,3}")
_MANAGED: Final = frozenset({"物业", "物业管理", "物业服务", "物业情况", "物业管理情况", "物业服务情况"})
_FIRM_ENDINGS: Final = ("公司", "物业", "分公司", "服务部", "物业服务中心", "物业管理处", "集团")


def told_by_cells(headings: Sequence[Heading], below: Sequence[Sequence[Cell]]) -> tuple[Heading, ...]:
    """Return headings with the writings that their cells leave no doubt of.

    Args:
        headings: the headings of a table.
        below: the rows under them.
    """
    return tuple(_told(heading, below[:_LOOKED_AT]) for heading in headings)


@dataclass(frozen=True)
class _Rows:
    """Of what rows may be each instead of a tie between two things.

    Args:
        name: the field of what may be named by one row or by several.
        of: the field that one row may leave blank.
        instead: the record type that they are of then.
        once: whether they are of it where each is named once and some leave the other blank: firms of which some serve
            no estate; else where some are named by several rows and none does: estates, of which one branch has many.
        unless: fields that say of what the rows are after all.
    """

    name: str
    of: str
    instead: str
    once: bool
    unless: frozenset[str] = frozenset()


_ROWS: Final[Mapping[str, _Rows]] = {
    "property_service": _Rows(
        "firm", "estate", "property_firm", once=True, unless=frozenset({"community", "subdistrict"})
    ),
    "party_branch": _Rows("name", "estates", "branch_coverage", once=False),
}
"""Record type that headings fit -> what its rows may be; a community beside a service is that of its estate."""


def by_rows(match: HeadingMatch, headings: Sequence[Heading], below: Sequence[Sequence[Cell]]) -> HeadingMatch:
    """Return how headings fit what each row is one of: a firm rather than a service, an estate rather than a branch.

    Args:
        match: how headings fit the record type that they fit best.
        headings: the headings.
        below: the rows under them.
    """
    rows = _ROWS.get(match.record)
    if rows is None or not {rows.name, rows.of} <= match.fields.keys() or rows.unless & match.fields.keys():
        return match
    name, of = match.fields[rows.name].column, match.fields[rows.of].column
    pairs = [(row[name], row[of]) for row in below if not is_missing(row[name])]
    once, blank = len({said for said, _ in pairs}) == len(pairs), any(is_missing(other) for _, other in pairs)
    return match_headings(headings, rows.instead) if once == blank == rows.once else match


def _told(heading: Heading, below: Sequence[Sequence[Cell]]) -> Heading:
    keys = {key for writing in heading.writings for key in heading_keys(writing)}
    served = any(map(_SERVED.fullmatch, keys))
    if not served and keys.isdisjoint(_BODIES | _NAMES | _MANAGED):
        return heading
    cells = [row[heading.column] for row in below if heading.column < len(row)]
    said = [normal_text(cell_text(cell)) for cell in cells if not is_missing(cell)]
    if not said:
        return heading
    if keys & _BODIES and _most(said, _is_body_state):
        return replace(heading, writings=("业主组织",))
    if (served or keys & _NAMES) and _most(said, _names_none):
        return replace(heading, writings=())
    if keys & _MANAGED and _most(said, lambda text: text.endswith(_FIRM_ENDINGS)):
        return replace(heading, writings=("物业企业",))
    return heading


def _most(said: Sequence[str], is_so: Callable[[str], bool]) -> bool:
    return sum(map(is_so, said)) * 2 > len(said)


def _names_none(text: str) -> bool:
    """Whether a cell says whether there is one, or how many there are."""
    return text in _STATES or _COUNT.fullmatch(text) is not None


def _is_body_state(text: str) -> bool:
    """Whether a cell says how things stand with a body, such as 已成立(第二届)."""
    plain = _BRACKETED.sub("", text)
    return plain in _STATES or vocabulary("owner_body").find(plain) is not None
