"""Platforms of consultation with their members, and alliances with their parties."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_data.example.truth.chance import chance, pick
from sample_data.example.truth.committees import authority, district_committee
from sample_data.example.truth.entities import Branch, Community, Firm, Registers, Unit, Value
from sample_data.example.truth.owners import OwnersCommittee
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When, some_day, vague

_KINDS = (
    ("党建共同体", "community_of_party_building"),
    ("聚能圈", "circle"),
    ("议事厅", "joint_council"),
    ("近邻服务圈", "service_circle"),
)
_EXTRA = 3


@dataclass(frozen=True)
class Platform:
    """A platform of consultation.

    Args:
        name: such as 和盛里聚能圈.
        kind: term of the vocabulary of platforms.
        level: the level of its convenor.
        convenor: the name of the committee that convenes it.
        where: the fields that tell its place.
        community: its community, if it has one.
    """

    name: str
    kind: str
    level: str
    convenor: str
    where: dict[str, Value]
    community: Community | None


def make_platforms(setting: Setting, places: Places) -> tuple[Platform, ...]:
    """Make the platforms: of the district, of subdistricts, and of communities as many as are left."""
    top = f"{setting.district}社区治理党建共同体"
    committee = district_committee(setting)
    found = [Platform(top, _KINDS[0][1], "district", committee, {}, None)]
    for subdistrict in places.subdistricts:
        for word, kind in _KINDS[:_EXTRA]:
            name = f"{subdistrict.name.removesuffix('街道')}街道{word}"
            where: dict[str, Value] = {"subdistrict": subdistrict.name}
            found.append(Platform(name, kind, "subdistrict", subdistrict.committee, where, None))
    rest = setting.sizes.platforms - len(found)
    for order in range(rest):
        community = places.communities[order % len(places.communities)]
        word, kind = _KINDS[(order // len(places.communities) + 1) % len(_KINDS)]
        name = f"{community.name.removesuffix('社区')}社区{word}"
        found.append(Platform(name, kind, "community", community.committee, community.where, community))
    return tuple(found)


def add_platforms(
    registers: Registers,
    setting: Setting,
    platforms: tuple[Platform, ...],
    units: tuple[Unit, ...],
    branches: tuple[Branch, ...],
) -> None:
    """Put platforms and their members into the registries."""
    rng = chance(setting.seed, "platforms")
    for platform in platforms:
        start = some_day(rng, date(2022, 2, 1), date(2024, 3, 31))
        row = {"name": platform.name, "kind": platform.kind, "level": platform.level, "convenor": platform.convenor}
        registers.add("platform", {**platform.where, **row, "valid_from": vague(rng, start)})
        for kind, name in _members(rng, platform, units, branches):
            joined = vague(rng, some_day(rng, start, date(2024, 8, 1)))
            member: dict[str, Value] = {
                "platform": platform.name,
                "organisation": name,
                "organisation_kind": kind,
                "valid_from": joined,
            }
            registers.add("platform_participation", {**platform.where, **member})


def _members(
    rng: random.Random, platform: Platform, units: tuple[Unit, ...], branches: tuple[Branch, ...]
) -> Iterator[tuple[str, str]]:
    near = [u for u in units if platform.convenor in (*u.committees, *u.subdistricts)] or list(units[:4])
    for unit in pick(rng, near, min(len(near), rng.randrange(2, 7))):
        yield ("property_firm" if unit.kind == "property_firm" else "co_building_unit"), unit.name
    if platform.community:
        yield "residents_committee", platform.community.residents_committee
        home = [b for b in branches if b.community == platform.community]
        for branch in pick(rng, home, min(len(home), rng.randrange(1, 4))):
            yield "party_branch", branch.name


def add_alliances(
    registers: Registers,
    setting: Setting,
    places: Places,
    *,
    firms: tuple[Firm, ...],
    units: tuple[Unit, ...],
    committees: tuple[OwnersCommittee, ...],
) -> None:
    """Put the red property-service alliance and the "1+5+N" of the pilot community into the registries."""
    red, pilot = f"{setting.district}红色物业党建联盟", places.pilot
    housing, since = authority(setting, "住房和建设局"), When(2023, 4, 20)
    _alliance(registers, red, "red_property_service", lead=housing, since=since, pact="红色物业党建联盟章程")
    for firm in firms:
        if firm.party_organisation:
            _party(registers, red, {"organisation": firm.name, "organisation_kind": "property_firm"}, "member", since)
    for department in ("委组织部", "委社会工作部"):
        guest: dict[str, Value] = {"organisation": authority(setting, department), "organisation_kind": "authority"}
        _party(registers, red, guest, "guest", since)
    joint, day = f"{pilot.name.removesuffix('社区')}“1+5+N”物业党建联建", When(2023, 6)
    _alliance(registers, joint, "one_plus_five_plus_n", lead=pilot.committee, since=day, pact="联建公约")
    for kind, name in _five(places, firms, units, committees):
        _party(registers, joint, {**pilot.where, "organisation": name, "organisation_kind": kind}, "member", day)


def _five(
    places: Places, firms: tuple[Firm, ...], units: tuple[Unit, ...], committees: tuple[OwnersCommittee, ...]
) -> Iterator[tuple[str, str]]:
    pilot = places.pilot
    own = [c for c in committees if c.estate.community == pilot]
    yield "residents_committee", pilot.residents_committee
    for committee in own[:2]:
        yield "owners_committee", committee.name
    for committee in own[:1]:
        yield "party_branch", committee.branch.name
    serving = [f.name for f in firms if any(e.community == pilot for e in f.estates)]
    for name in serving[:2]:
        yield "property_firm", name
    for unit in [u for u in units if pilot.committee in u.committees and u.kind != "property_firm"][:7]:
        yield "co_building_unit", unit.name


def _alliance(registers: Registers, name: str, kind: str, *, lead: str, since: When, pact: str) -> None:
    registers.add("alliance", {"name": name, "kind": kind, "lead": lead, "pact": pact, "valid_from": since})


def _party(registers: Registers, alliance: str, party: dict[str, Value], role: str, since: When) -> None:
    registers.add("alliance_party", {"alliance": alliance, **party, "role": role, "valid_from": since})
