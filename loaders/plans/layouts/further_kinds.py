"""Which records the rows of a table may hold beside those of its own type, and what of a row both name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from loaders.plans.headings import HeadingMatch
from loaders.plans.layouts.member_rosters import MEMBERS

_ESTATE_OF: Final = {
    "estate": "name",
    "property_service": "estate",
    "owners_committee": "estate",
    "branch_coverage": "estate",
    "party_branch": "estates",
}
_FIRM_OF: Final = {"property_service": "firm", "property_firm": "name"}
_OF_ESTATE: Final = ("households", "managed", "old", "owner_body", "address", "code")


@dataclass(frozen=True)
class Further:
    """Records that rows may hold beside those of another type.

    Args:
        record: their type.
        by: the field without which there is none: a row with a blank in its column has none.
        own: fields for which columns may be left over.
        by_words: further ones, whose headings must say by their own words that they are of such a record: 建成时间.
        shared: type of the rows' first records -> field there -> field here that is the same.
        bare: whether rows hold them without a column of their own, where they name all that is needed: beside others,
            or beside a firm and what it serves.
        called: how the headings of `by` call it here, as a pattern, where no other table would: 覆盖小区 of a grid.
    """

    record: str
    by: str
    own: tuple[str, ...]
    shared: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    bare: bool = False
    by_words: tuple[str, ...] = ()
    called: str = ""


def _shared(fields: Mapping[str, str], here: str, record: str) -> Mapping[str, Mapping[str, str]]:
    return {main: {there: here} for main, there in fields.items() if main != record}


FURTHER: Final = (
    Further(
        "estate",
        "name",
        (),
        {"grid": {"name": "grid", "community": "community"}},
        called="(?:覆盖|所?含|包含|包括|涵盖|所?辖|管辖|范围内)的?(?:住宅)?小区(?:名称|名单)?",
    ),
    Further(
        "branch_coverage",
        "grid",
        (),
        {"party_branch": {"name": "branch", "community": "community"}},
        called="(?:对应|所在|所属|覆盖|所辖)的?网格(?:名称)?",
    ),
    Further("estate", "name", _OF_ESTATE, _shared(_ESTATE_OF, "name", "estate"), by_words=("valid_from",)),
    Further(
        "property_service",
        "firm",
        ("firm", "firm_code", "contract", "valid_from", "valid_to"),
        _shared(_ESTATE_OF, "estate", "property_service"),
    ),
    Further(
        "property_service",
        "estate",
        ("estate", "contract", "valid_from", "valid_to"),
        {"property_firm": {"name": "firm", "code": "firm_code"}, "firm_party_organisation": {"firm": "firm"}},
    ),
    Further(
        "owners_committee",
        "name",
        ("name", "term", "valid_from", "valid_to", "filing_date"),
        _shared(_ESTATE_OF, "estate", "owners_committee"),
    ),
    Further("branch_coverage", "branch", ("branch", "mode"), _shared(_ESTATE_OF, "estate", "branch_coverage")),
    Further("firm_party_organisation", "name", ("name",), _shared(_FIRM_OF, "firm", "firm_party_organisation")),
    Further(
        "co_building_unit", "name", ("kind", "affiliation"), {"co_building": {"unit": "name", "unit_code": "code"}}
    ),
    Further(
        "co_building",
        "committee",
        ("committee", "pact", "valid_from", "valid_to"),
        {"co_building_unit": {"name": "unit", "code": "unit_code"}},
    ),
    Further("platform_participation", "organisation", (), {"platform": {"name": "platform"}}, called="|".join(MEMBERS)),
    Further("alliance_party", "organisation", (), {"alliance": {"name": "alliance"}}, called="|".join(MEMBERS)),
    Further("residents_committee", "name", ("name", "term"), {"party_committee": {"place": "community"}}),
    Further("party_committee", "name", ("name",), {"residents_committee": {"community": "place"}}),
    Further("estate", "name", (), _shared(_ESTATE_OF, "name", "estate"), bare=True),
)
"""The last one: where rows speak of what an estate has, the estate is there, too."""


def without_branches_of_estates(matches: Sequence[HeadingMatch]) -> list[HeadingMatch]:
    """Leave out that rows are branches where they are as well the estates that those cover, one a row."""
    estates = {m.fields["name"] for m in matches if m.record == "estate" and "name" in m.fields}
    return [m for m in matches if m.record != "party_branch" or m.fields.get("estates") not in estates]


def are_beside_each_other(matches: Sequence[HeadingMatch]) -> bool:
    """Tell whether record types that headings fit equally well are told by columns of their own in the same rows.

    Then each row has a record of each; else one column could mean one of them or another, which is to be asked.
    """
    told = [_told_by(match) for match in matches]
    first = matches[0].record
    beside = all(any(f.record == m.record and first in f.shared for f in FURTHER) for m in matches[1:])
    return beside and None not in told and len(set(told)) == len(told)


def _told_by(match: HeadingMatch) -> int | None:
    """The column without which a row would have no such record."""
    by = next((f.by for f in FURTHER if f.record == match.record and (f.by in f.own or f.record == "estate")), None)
    heading = match.fields.get(by) if by else None
    return heading.column if heading else None
