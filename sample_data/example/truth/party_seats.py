"""Who sits on committees of the Party, residents' committees, branches and grids."""

import random
from datetime import date

from sample_data.example.truth.chance import chance, happens
from sample_data.example.truth.committees import district_committee
from sample_data.example.truth.entities import Branch, Community, Firm, Grid, Person, Unit, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.seats import People, Seat
from sample_data.example.truth.when import When, some_day, vague, when

_SINCE = (date(2019, 3, 1), date(2024, 6, 1))
_HAND_OVER = (date(2022, 1, 10), date(2024, 5, 31))


def fill_committees(people: People, places: Places, units: tuple[Unit, ...]) -> None:
    """Fill the committees of the Party at all levels, their part-time seats too, and residents' committees."""
    rng = chance(people.setting.seed, "committee seats")
    top = district_committee(people.setting)
    bodies: list[tuple[str, dict[str, Value], int]] = [(top, {}, 0)]
    bodies += [(s.committee, {"subdistrict": s.name}, 6) for s in places.subdistricts]
    for name, where, part_time in bodies:
        _committee(people, rng, name, where)
        _part_time(people, rng, name, where, [u for u in units if name in u.subdistricts][:part_time])
    for order, community in enumerate(places.communities):
        secretary = _committee(people, rng, community.committee, community.where)
        partners = [u for u in units if community.committee in u.committees and u.kind != "property_firm"]
        _part_time(people, rng, community.committee, community.where, partners[: 2 + order % 3])
        _residents(people, rng, community, secretary if order % 8 != 3 else None)  # noqa: PLR2004 - the exceptions to one person in both


def _committee(people: People, rng: random.Random, name: str, where: dict[str, Value]) -> Person:
    head = Seat(name, "party_committee", "secretary", where)
    people.seats(head, 1)
    secretary = people.new("member")
    start = some_day(rng, *_SINCE)
    if happens(rng, 0.25):  # a hand-over: the one leaves on the day on which the other comes
        start = some_day(rng, *_HAND_OVER)
        former = vague(rng, some_day(rng, date(2019, 2, 1), date(2021, 6, 30)))
        people.hold(people.new("member"), head, former, when(start), state="ended", routes=("appointed",))
        people.hold(secretary, head, when(start), routes=("appointed",))
    else:
        people.hold(secretary, head, vague(rng, start), routes=("appointed",))
    for role, number in (("deputy_secretary", 1), ("member", 3)):
        seat = Seat(name, "party_committee", role, where)
        people.seats(seat, number)
        for _ in range(number - (happens(rng, 0.1))):
            people.hold(people.new("member"), seat, vague(rng, some_day(rng, *_SINCE)), routes=("elected",))
    return secretary


def _part_time(people: People, rng: random.Random, name: str, where: dict[str, Value], units: list[Unit]) -> None:
    for order, unit in enumerate(units):
        seat = Seat(name, "party_committee", "part_time_member", where, f"兼职委员席{order + 1}", unit.name)
        people.seats(seat, 1)
        if happens(rng, 0.8):  # the others are vacant
            since = vague(rng, some_day(rng, date(2021, 3, 1), date(2024, 6, 1)))
            people.hold(people.new("member"), seat, since, routes=("nominated", "elected"))
        elif happens(rng, 0.5):  # vacant since its holder left
            ended = when(some_day(rng, date(2023, 6, 1), date(2024, 8, 1)))
            people.hold(people.new("member"), seat, When(2021), ended, state="ended", routes=("nominated",))


def _residents(people: People, rng: random.Random, community: Community, secretary: Person | None) -> None:
    name, where = community.residents_committee, community.where
    begin = When(2021, 9, 1)
    for role, number in (("director", 1), ("deputy_director", 1), ("member", 4)):
        seat = Seat(name, "residents_committee", role, where)
        people.seats(seat, number)
        for place in range(number):
            holder = secretary if role == "director" and secretary else people.new()
            since = begin if place % 2 == 0 else vague(rng, some_day(rng, date(2021, 9, 1), date(2023, 12, 1)))
            people.hold(holder, seat, since, routes=("elected",))


def fill_branches(people: People, branches: tuple[Branch, ...]) -> dict[Branch, Person]:
    """Fill the seats of branches, and return who is secretary of which.

    Args:
        people: who makes people.
        branches: the branches; a few have no secretary at the moment.
    """
    rng = chance(people.setting.seed, "branch seats")
    secretaries = {}
    for order, branch in enumerate(branches):
        seat = Seat(branch.name, "party_branch", "secretary", branch.community.where)
        people.seats(seat, 1)
        vacant = branch.kind == "grid_branch" and order % 10 == 0
        start = some_day(rng, date(2021, 2, 1), date(2024, 5, 1))
        if vacant or happens(rng, 0.15):
            former = people.new("member")
            if happens(rng, 0.3):
                people.hold(former, seat, vague(rng, date(2019, 6, 1)), state="ended_unknown", routes=("recommended",))
            else:
                people.hold(
                    former, seat, vague(rng, date(2019, 6, 1)), when(start), state="ended", routes=("recommended",)
                )
        if not vacant:
            secretaries[branch] = people.new("member")
            routes = ("recommended", "elected") if happens(rng, 0.85) else ("appointed",)
            service = happens(rng, 0.6)
            people.hold(secretaries[branch], seat, vague(rng, start), routes=routes, in_service=service)
        for role, number in (("deputy_secretary", 1), ("member", 2)):
            if branch.kind != "estate_branch" or order % 3 == 0:
                _others(people, rng, Seat(branch.name, "party_branch", role, branch.community.where), number)
    return secretaries


def _others(people: People, rng: random.Random, seat: Seat, number: int) -> None:
    people.seats(seat, number)
    for _ in range(number):
        since = vague(rng, some_day(rng, date(2020, 1, 1), date(2024, 5, 1)))
        people.hold(people.new("member"), seat, since, routes=("elected",), in_service=happens(rng, 0.5))


def fill_grids(people: People, grids: tuple[Grid, ...]) -> None:
    """Give each grid its leader and workers."""
    rng = chance(people.setting.seed, "grid seats")
    for grid in grids:
        for role, number in (("grid_leader", 1), ("grid_worker", 1)):
            seat = Seat(grid.name, "grid", role, grid.community.where)
            for _ in range(number):
                since = vague(rng, some_day(rng, date(2020, 1, 1), date(2024, 6, 1)), share=0.5)
                people.hold(people.new(), seat, since, routes=("appointed",))


def fill_firms(people: People, firms: tuple[Firm, ...]) -> dict[str, Person]:
    """Give firms their project managers, and their Party organisations their secretaries.

    Returns:
        Name of an estate with its community's code -> its project manager.
    """
    rng = chance(people.setting.seed, "firm seats")
    managers = {}
    for firm in firms:
        if firm.party_organisation:
            where: dict[str, Value] = {"subdistrict": firm.community.subdistrict.name}
            seat = Seat(firm.party_organisation, "firm_party_organisation", "secretary", where)
            people.hold(people.new("member"), seat, vague(rng, some_day(rng, *_SINCE)), routes=("elected",))
        for start in range(0, len(firm.estates), 2):
            manager = people.new()
            for estate in firm.estates[start : start + 2]:
                seat = Seat(
                    firm.name,
                    "property_firm",
                    "project_manager",
                    estate.community.where,
                    estate.name,
                    None,
                    (estate.name,),
                )
                people.seats(seat, 1)
                people.hold(
                    manager, seat, vague(rng, some_day(rng, date(2021, 10, 1), date(2024, 6, 1))), routes=("appointed",)
                )
                managers[estate.code] = manager
    return managers
