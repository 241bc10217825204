"""The bodies and places that the rows of a table name, one of which a role beside them is of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph_model.names import normal_text
from loaders.plans.comparing import comparable
from loaders.plans.headings import Heading, heading_keys, known_headings
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import SEPARATORS, cell_text, is_missing, split_list
from loaders.values.states import is_state

_RECORDS: Final = (
    "party_branch",
    "party_committee",
    "residents_committee",
    "owners_committee",
    "supervisory_committee",
    "firm_party_organisation",
    "property_firm",
    "grid",
    "self_governance_group",
)
"""Record types whose own name may stand beside roles; each is a kind of organisation of the same name."""

_MORE: Mapping[str, str] = {
    "小区党支部": "party_branch",
    "小区党组织": "party_branch",
    "小区党组织名称": "party_branch",
    "网格党支部": "party_branch",
    "支部": "party_branch",
    "所属支部": "party_branch",
    "所属党支部": "party_branch",
    "社区党委": "party_committee",
    "社区党委名称": "party_committee",
    "社区大党委": "party_committee",
    "社区大党委名称": "party_committee",
    "大党委": "party_committee",
    "大党委名称": "party_committee",
    "社区党总支": "party_committee",
    "街道党工委": "party_committee",
    "社区居委会": "residents_committee",
    "居民委员会": "residents_committee",
    "现物业企业": "property_firm",
    "物业": "property_firm",
    "共建单位": "co_building_unit",
    "共建单位名称": "co_building_unit",
    "联建单位": "co_building_unit",
    "成员单位": "co_building_unit",
    "物业服务企业名称": "property_firm",
}
"""Headings of bodies beside those that record types know."""

_OF_THE_PARTY = frozenset({"党组织", "党组织名称", "党组织全称", "社区党组织", "社区党组织名称", "基层党组织"})
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "party_branch": ("党支部", "支部", "支部委员会", "党小组"),
    "party_committee": ("党委", "党总支", "党工委", "大工委", "总支部委员会", "党委会"),
    "residents_committee": ("居委会", "居民委员会"),
    "owners_committee": ("业委会", "业主委员会"),
    "supervisory_committee": ("监委会", "监督委员会"),
    "firm_party_organisation": ("党支部", "党委", "党总支", "党组织"),
    "property_firm": ("公司", "企业", "物业", "中心", "集团", "分公司"),
}
"""How names of a kind of body end; a column of states (已成立, 筹备中) names none."""

_OF_FIRMS = re.compile(r"公司|物业.*(?:支部|总支|党委)")
"""What a firm's organisation of the Party is named after, and a joint one of several: 青石物业第一联合党支部."""

_TERM_OF_OFFICE = re.compile(r"\([^()]*\)$|第.{1,3}届")
_MOST = 0.5


@dataclass(frozen=True)
class NamedBody:
    """A column that names a body or a place of each row.

    Args:
        heading: the column.
        kind: the kind of organisation, or `estate`, `community`, `subdistrict`.
    """

    heading: Heading
    kind: str


def bodies_and_places(headings: Sequence[Heading], below: Sequence[Sequence[Cell]]) -> tuple[NamedBody, ...]:
    """Return the columns that name a body or a place of each row, from left to right.

    Args:
        headings: the headings of a table.
        below: its rows.
    """
    return tuple(found for heading in headings for found in _of(heading, below))


def _of(heading: Heading, below: Sequence[Sequence[Cell]]) -> Iterator[NamedBody]:
    keys = [key for writing in heading.writings[:2] for key in heading_keys(writing)]
    if not any(key in _OF_THE_PARTY or key in _bodies() or key in _places() for key in keys):
        return
    cells = [row[heading.column] for row in below]
    texts = [_TERM_OF_OFFICE.sub("", normal_text(cell_text(c))) for c in cells if not is_missing(c)]
    texts = [text for text in texts if not is_state(text)]
    kind = next((_body_of(key, texts) for key in keys if _body_of(key, texts)), None)
    if kind is not None:
        yield NamedBody(heading, kind)
        return
    place = next((_places()[key] for key in keys if key in _places()), None)
    if place is not None and texts and not any(len(split_list(t, SEPARATORS)) > 1 for t in texts):
        yield NamedBody(heading, place)


def _body_of(key: str, texts: Sequence[str]) -> str | None:
    """The kind of body that a heading says, where the cells below are names of such bodies."""
    if key in _OF_THE_PARTY:
        return _of_the_party(texts)
    kind = _bodies().get(key)
    if kind is None or not texts:
        return None
    if kind in {"party_branch", "party_committee"} and any(_OF_FIRMS.search(text) for text in texts):
        return None  # a firm's organisation of the Party is of another kind than an estate's
    endings = _ENDINGS.get(kind)
    named = sum(endings is None or text.endswith(endings) for text in texts)
    return kind if named > len(texts) * _MOST else None


def _of_the_party(texts: Sequence[str]) -> str | None:
    """The kind of most of some Party organisations, if each is a branch or a committee, or all are of firms."""
    of_firms = sum("公司" in text for text in texts)
    if of_firms:
        return "firm_party_organisation" if of_firms == len(texts) else None
    branches, committees = (
        sum(text.endswith(_ENDINGS[kind]) for text in texts) for kind in ("party_branch", "party_committee")
    )
    if not texts or branches + committees < len(texts):
        return None
    return "party_branch" if branches > committees else "party_committee"


def of_another_kind(kind: str, cells: Sequence[Cell]) -> tuple[str, frozenset[str]] | None:
    """Return the other kind of Party organisation that some cells name, and those cells as conditions compare them."""
    other = {"party_branch": "party_committee", "party_committee": "party_branch"}.get(kind)
    if other is None:
        return None
    found = {comparable(cell) for cell in cells if not is_missing(cell)}
    those = frozenset(text for text in found if _TERM_OF_OFFICE.sub("", text).endswith(_ENDINGS[other]))
    return (other, those) if those else None


@cache
def _bodies() -> Mapping[str, str]:
    found = {normal_text(word): kind for word, kind in _MORE.items()}
    for record in _RECORDS:
        for key, field in known_headings(record).items():
            if field == "name" and key not in _OF_THE_PARTY:
                found.setdefault(key, record)
    return found


@cache
def _places() -> Mapping[str, str]:
    found = {key: "estate" for key, field in known_headings("estate").items() if field == "name"}
    found |= {key: "estate" for key, field in known_headings("owners_committee").items() if field == "estate"}
    places = known_headings("estate").items()
    return found | {key: field for key, field in places if field in {"community", "subdistrict"}}


def says_level(cells: Sequence[Cell], ending: str) -> bool | None:
    """Tell whether names of places end as places of their level do: 和盛里社区, not 和盛里; None: some do."""
    texts = [normal_text(cell_text(cell)) for cell in cells if not is_missing(cell)]
    ending_so = [text.endswith(ending) for text in texts]
    return None if any(ending_so) and not all(ending_so) else all(ending_so)
