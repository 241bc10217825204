"""Owners' committees with their terms, supervisory committees, elections, rights of branches."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.example.truth.chance import chance, happens, pick
from sample_data.example.truth.entities import Branch, Estate, Registers, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import PUBLISHED_DAY, some_day, vague, when

_TERM = timedelta(days=3 * 365)
_TERMS = ("第一届", "第二届", "第三届")
_OVERDUE = 0.085
_ELECTIONS_FROM = date(2022, 9, 1)


@dataclass(frozen=True)
class OwnersCommittee:
    """An owners' committee.

    Args:
        estate: the estate that it represents.
        branch: a branch that covers the estate.
        start: the first day of its term.
        term: which term it is, from 0.
        guided: whether its election was guided throughout, as the first subdistrict reports it.
        supervised: whether the estate has a supervisory committee.
    """

    estate: Estate
    branch: Branch
    start: date
    term: int
    guided: bool
    supervised: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.estate.owners_committee

    @property
    def supervisory_committee(self) -> str:
        """The name of the supervisory committee, if there is one."""
        return f"{self.estate.name}业主监督委员会"

    @property
    def end(self) -> date:
        """The first day after its term."""
        return self.start + _TERM

    @property
    def overdue(self) -> bool:
        """Whether the term had ended on the day of which the tables speak."""
        return self.end <= PUBLISHED_DAY


def make_owners_committees(
    setting: Setting, places: Places, branches: tuple[Branch, ...]
) -> tuple[OwnersCommittee, ...]:
    """Make the owners' committees: one for each estate whose owners have one."""
    rng = chance(setting.seed, "owners")
    estates = [e for e in places.estates if e.owner_body == "committee"]
    covering = {e: b for b in branches for e in b.all_estates}
    first = [e for e in estates if e.community.subdistrict == places.subdistricts[0]]
    guided = set(pick(rng, first, setting.sizes.guided_elections))
    supervised = set(pick(rng, estates, setting.sizes.supervisory_committees))
    return tuple(
        OwnersCommittee(
            e, covering[e], _start(rng, e in guided), rng.choice((0, 0, 1, 1, 2)), e in guided, e in supervised
        )
        for e in estates
    )


def _start(rng: random.Random, guided: bool) -> date:
    if guided:
        return some_day(rng, date(2023, 2, 10), date(2024, 7, 20))
    if happens(rng, _OVERDUE):
        return some_day(rng, date(2020, 3, 1), date(2021, 8, 20))
    return some_day(rng, date(2021, 9, 20), date(2024, 7, 20))


def add_owners(registers: Registers, setting: Setting, committees: tuple[OwnersCommittee, ...]) -> None:
    """Put owners' and supervisory committees, elections and rights into the registries."""
    rng = chance(setting.seed, "owner rows")
    entitled = set(pick(rng, committees, setting.sizes.rights))
    for order, committee in enumerate(committees):
        where = committee.estate.community.where
        base = {**where, "estate": (committee.estate.name,), "name": committee.name}
        if committee.term:
            former = {"valid_from": vague(rng, committee.start - _TERM), "valid_to": when(committee.start)}
            registers.add("owners_committee", {**base, "term": _TERMS[committee.term - 1], **former})
        filed = when(min(committee.start + timedelta(days=rng.randrange(5, 28)), PUBLISHED_DAY))
        # a committee whose term is over sits until the next one is elected: its register gives no end
        end = None if committee.overdue else when(committee.end)
        term = {"valid_from": when(committee.start), "valid_to": end, "filing_date": filed}
        registers.add("owners_committee", {**base, "term": _TERMS[committee.term], **term})
        if committee.supervised:
            row = {**where, "name": committee.supervisory_committee, "owners_committee": committee.name}
            registers.add("supervisory_committee", {**row, "valid_from": vague(rng, committee.start)})
        _election(registers, rng, committee)
        if committee in entitled:
            _rights(registers, rng, committee, order)


def _election(registers: Registers, rng: random.Random, committee: OwnersCommittee) -> None:
    community = committee.estate.community
    row = {**community.where, "body": committee.name}
    first_subdistrict = community.subdistrict.code.endswith("001000")
    helpers = (community.committee, committee.branch.name) if committee.guided else (community.committee,)
    guided = committee.guided or (not first_subdistrict and happens(rng, 0.3))
    helped = {"guided_by": helpers if guided else None}
    if committee.overdue:
        state = "preparing" if happens(rng, 0.5) else "overdue"
        registers.add("election", {**row, "kind": "change_of_term", "state": state})
    elif committee.start >= _ELECTIONS_FROM:
        kind = "change_of_term" if committee.term else "first"
        held: dict[str, Value] = {"kind": kind, "state": "held", "held_on": when(committee.start - timedelta(days=9))}
        registers.add("election", {**row, **held, **helped})


def _rights(registers: Registers, rng: random.Random, committee: OwnersCommittee, order: int) -> None:
    where = committee.estate.community.where
    decided = some_day(rng, committee.start, PUBLISHED_DAY)
    basis = f"业主大会决议〔{decided.year}〕第{order + 1}号"
    bodies = [committee.name]
    if committee.supervised and happens(rng, 0.5):
        bodies.append(committee.supervisory_committee)
    for body in bodies:
        for right in ("nominate", "remove"):
            row = {**where, "branch": committee.branch.name, "body": body, "right": right, "basis": basis}
            registers.add("right", {**row, "valid_from": when(decided)})
