"""Branches of estates and grids: each estate is covered by the work of one; joint branches cover several."""

import random
from collections.abc import Iterator
from datetime import date

from sample_data.example.truth.chance import chance, pick
from sample_data.example.truth.entities import Branch, Community, Estate, Registers, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When, some_day, vague

_LARGE_JOINT = 6
_SECOND_LARGE = 4


def make_branches(setting: Setting, places: Places) -> tuple[Branch, ...]:
    """Make the branches of a district: single, joint and of grids, as many as its size says."""
    rng = chance(setting.seed, "branches")
    sizes = setting.sizes
    joint_estates = sizes.estates - sizes.single_branches
    groups = [c for c in places.communities for _ in range(_joint_of(sizes.joint_branches, places, c))]
    sizes_of_groups = _group_sizes(rng, places, groups, joint_estates)
    found = list(_estate_branches(rng, places, groups, sizes_of_groups))
    return (*found, *_grid_branches(rng, setting, places))


def _joint_of(joint: int, places: Places, community: Community) -> int:
    order, number = places.communities.index(community), len(places.communities)
    return joint // number + (order < joint % number)


def _group_sizes(rng: random.Random, places: Places, groups: list[Community], total: int) -> list[int]:
    room = {c: len(places.estates_in(c)) for c in places.communities}
    sizes = [2] * len(groups)
    for community in groups:
        room[community] -= 2
    left = total - sum(sizes)
    large = next(i for i, c in enumerate(groups) if room[c] >= _SECOND_LARGE)
    sizes[large] = _LARGE_JOINT  # one joint branch over more than five estates: a finding to check
    room[groups[large]] -= _SECOND_LARGE
    left -= _SECOND_LARGE
    while left:
        place = rng.choice(
            [i for i, c in enumerate(groups) if room[c] > 0 and i != large and sizes[i] < _LARGE_JOINT - 1]
        )
        sizes[place] += 1
        room[groups[place]] -= 1
        left -= 1
    return sizes


def _estate_branches(rng: random.Random, places: Places, groups: list[Community], sizes: list[int]) -> Iterator[Branch]:
    for community in places.communities:
        estates = list(places.estates_in(community))
        for home, size in zip(groups, sizes, strict=True):
            if home == community:
                members = [estates.pop(rng.randrange(len(estates))) for _ in range(size)]
                yield _joint(rng, community, members)
        for estate in estates:
            yield Branch(f"{estate.name}党支部", "estate_branch", community, (estate,), (), (), _since(rng))


def _joint(rng: random.Random, community: Community, members: list[Estate]) -> Branch:
    split = rng.randrange(1, len(members))
    covered, worked = tuple(members[:split]), tuple(members[split:])
    return Branch(f"{members[0].name}联合党支部", "joint_branch", community, covered, worked, (), _since(rng))


def _grid_branches(rng: random.Random, setting: Setting, places: Places) -> Iterator[Branch]:
    for grid in pick(rng, places.grids, setting.sizes.grid_branches):
        yield Branch(f"{grid.name}党支部", "grid_branch", grid.community, (), (), (grid,), _since(rng))


def _since(rng: random.Random) -> When:
    return vague(rng, some_day(rng, date(2019, 3, 1), date(2023, 12, 20)))


def add_branches(registers: Registers, setting: Setting, branches: tuple[Branch, ...]) -> None:
    """Put branches, and what they cover by work, into the registries."""
    rng = chance(setting.seed, "branch rows")
    for order, branch in enumerate(branches):
        row = {
            **branch.community.where,
            "name": branch.name,
            "code": f"ZB{setting.code}{order + 1:04d}",
            "kind": branch.kind,
            "superior": branch.community.committee,
            "estates": tuple(e.name for e in branch.estates),
            "grids": tuple(g.name for g in branch.grids),
            "mode": "organisation",
            "members": rng.randrange(5, 60),
            "valid_from": branch.since,
        }
        registers.add("party_branch", row)
        for estate in branch.work_estates:
            covered: dict[str, Value] = {
                "branch": branch.name,
                "estate": estate.name,
                "mode": "work",
                "valid_from": branch.since,
            }
            registers.add("branch_coverage", {**branch.community.where, **covered})
