"""Three findings out of named questions of the catalogue, each in a sentence: organisations and numbers, no persons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gridgov.words import Words

Rows = Sequence[dict[str, Any]]

_BRIDGES = Words(
    "{units} 家单位跨社区或跨街道共建；跨得最多的是{unit}：{communities} 个社区、{subdistricts} 个街道。",
    "{units} units build with several communities or subdistricts; {unit} joins most: {communities} communities in "
    "{subdistricts} subdistricts.",
)
_GAPS = Words(
    "{estates} 个小区里，未成立业委会的 {committee} 个，没有物业的 {firm} 个，两者皆无的 {both} 个。",
    "Of {estates} estates {committee} have no owners' committee, {firm} no property firm, {both} neither.",
)
_DIRECTORS = Words(
    "{directors} 名支部书记兼任业委会主任，其中 {own} 名在本支部覆盖的小区，{definite} 名任期确定。",
    "{directors} branch secretaries direct an owners' committee: {own} in an estate of their own branch, "
    "{definite} of them on certain dates.",
)


@dataclass(frozen=True)
class Finding:
    """A question of the catalogue whose answer is told in a sentence.

    Args:
        query: id of the question.
        tell: makes the sentence of its rows, in a language.
    """

    query: str
    tell: Callable[[Rows, str], str]


def _bridges(rows: Rows, language: str) -> str:
    widest = max(rows, key=lambda row: (row["communities"], row["subdistricts"], row["unit_uid"]))
    named = {name: widest[name] for name in ("unit", "communities", "subdistricts")}
    return _BRIDGES(language, units=len(rows), **named)


def _gaps(rows: Rows, language: str) -> str:
    committee, firm = ([not row[name] for row in rows] for name in ("has_owners_committee", "has_firm"))
    both = sum(a and b for a, b in zip(committee, firm, strict=True))
    return _GAPS(language, estates=len(rows), committee=sum(committee), firm=sum(firm), both=both)


def _directors(rows: Rows, language: str) -> str:
    own = [row for row in rows if row["same_estate"]]
    definite = [row for row in own if row["certainty"] == "definite"]
    counts = [len({row["person"] for row in group}) for group in (rows, own, definite)]
    return _DIRECTORS(language, directors=counts[0], own=counts[1], definite=counts[2])


FINDINGS = (
    Finding("co_building/bridging_units", _bridges),
    Finding("estates/gaps", _gaps),
    Finding("roles/secretaries_as_directors", _directors),
)
