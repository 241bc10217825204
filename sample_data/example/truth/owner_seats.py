"""Who sits on owners' committees and on the committees that supervise them."""

import random
from datetime import date

from sample_data.example.truth.chance import chance, happens, pick
from sample_data.example.truth.entities import Branch, Person, Value
from sample_data.example.truth.owners import OwnersCommittee
from sample_data.example.truth.seats import People, Seat
from sample_data.example.truth.when import PUBLISHED_DAY, some_day, vague, when

_ELSEWHERE = 5
_BOTH_SIDES = 3
_FIRM_AND_COMMITTEE = 4
_VACANT = 6
_MEMBERS = 3


def fill_owners_committees(
    people: People,
    committees: tuple[OwnersCommittee, ...],
    secretaries: dict[Branch, Person],
    managers: dict[str, Person],
) -> None:
    """Fill the seats of owners' committees: as many directors are Party members and secretaries as the size says.

    Args:
        people: who makes people.
        committees: the owners' committees.
        secretaries: who is secretary of which branch.
        managers: who manages which estate for a firm, by the estate's code.
    """
    rng = chance(people.setting.seed, "owner seats")
    directors = _directors(people, rng, committees, secretaries)
    both = set(pick(rng, [c for c in committees if c.supervised], _BOTH_SIDES))
    able = [c for c in committees if c.estate.code in managers and c not in both]
    from_firm = set(pick(rng, able, _FIRM_AND_COMMITTEE))
    for committee in committees:
        director = directors.get(committee)
        members = [people.new() for _ in range(_MEMBERS)]
        if committee in from_firm:
            members[0] = managers[committee.estate.code]
        _committee(people, rng, committee, director, members)
        if committee.supervised:
            _supervisors(people, rng, committee, members[1] if committee in both else None)


def _directors(
    people: People,
    rng: random.Random,
    committees: tuple[OwnersCommittee, ...],
    secretaries: dict[Branch, Person],
) -> dict[OwnersCommittee, Person]:
    sizes = people.setting.sizes
    order = list(committees)
    rng.shuffle(order)
    found: dict[OwnersCommittee, Person] = {}
    used: set[Branch] = set()
    for committee in order:
        if len(found) < sizes.secretary_directors and committee.branch not in used and committee.branch in secretaries:
            found[committee] = secretaries[committee.branch]
            used.add(committee.branch)
    rest = [c for c in order if c not in found]
    strangers = [b for b in secretaries if b not in used]
    for committee in rest[:_ELSEWHERE]:  # secretaries who live where another branch is at work
        branch = next(
            b
            for b in strangers
            if b != committee.branch and b.community.subdistrict == committee.estate.community.subdistrict
        )
        strangers.remove(branch)
        found[committee] = secretaries[branch]
    members = sizes.member_directors - len(found)
    for place, committee in enumerate(rest[_ELSEWHERE : len(rest) - _VACANT]):
        found[committee] = people.new(
            "member" if place < members else rng.choice(("not_member", "not_member", "unknown"))
        )
    return found


def _committee(
    people: People, rng: random.Random, committee: OwnersCommittee, director: Person | None, members: list[Person]
) -> None:
    where = committee.estate.community.where
    head = Seat(committee.name, "owners_committee", "director", where)
    people.seats(head, 1)
    start = committee.start
    if committee.term and happens(rng, 0.5):
        former = vague(rng, date(start.year - 3, start.month, min(start.day, 28)))
        people.hold(people.new(), head, former, when(start), state="ended", routes=("elected",), owner=True)
    if director:
        routes = ("recommended", "elected") if director.political_status == "member" else ("elected",)
        people.hold(director, head, when(start), routes=routes, owner=happens(rng, 0.97))
    deputy = Seat(committee.name, "owners_committee", "deputy_director", where)
    people.seats(deputy, 1)
    people.hold(people.new(), deputy, when(start), routes=("elected",), owner=True)
    seat = Seat(committee.name, "owners_committee", "member", where)
    people.seats(seat, len(members) + (rng.randrange(2)))
    for person in members:
        since = start if happens(rng, 0.9) else some_day(rng, start, PUBLISHED_DAY)
        people.hold(person, seat, vague(rng, since), routes=("elected",), owner=happens(rng, 0.95))


def _supervisors(people: People, rng: random.Random, committee: OwnersCommittee, other: Person | None) -> None:
    where = committee.estate.community.where
    seat = Seat(committee.supervisory_committee, "supervisory_committee", "supervisory_member", where)
    people.seats(seat, 3)
    for place in range(3):
        person = other if other and place == 0 else people.new()
        people.hold(person, seat, vague(rng, committee.start), routes=("elected",), owner=True)


def list_reserve(people: People, secretaries: dict[Branch, Person]) -> None:
    """Put people into the reserve of estate secretaries: some who are secretaries by now, others who are not yet."""
    rng = chance(people.setting.seed, "reserve")
    pool = f"{people.setting.district}小区书记储备人才库"
    people.registers.add("reserve_pool", {"name": pool})
    number = max(12, len(secretaries) // 4)
    chosen = pick(rng, list(secretaries.values()), number // 3)
    for person in (*chosen, *(people.new("member") for _ in range(number - len(chosen)))):
        row = {"person_name": person.name, "identity_number": person.identity_number, "telephone": person.telephone}
        since = vague(rng, some_day(rng, date(2020, 1, 1), date(2024, 6, 30)))
        status: dict[str, Value] = {
            "person": person.number,
            "political_status": person.political_status,
            "valid_from": since,
        }
        people.registers.add("reserve_listing", {**row, **status, "pool": pool})
