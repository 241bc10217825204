"""Units that build together with committees, their pacts, and the lists of needs, resources and projects."""

import random
from datetime import date, timedelta

from sample_data.example.truth.chance import chance, happens, spread, weighted
from sample_data.example.truth.entities import Community, Firm, Registers, Unit
from sample_data.example.truth.invented_names import UNIT_KINDS
from sample_data.example.truth.official_numbers import credit_code
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import some_day, vague, when

_AFFILIATIONS = {"central": 0.6, "provincial": 0.9, "municipal": 2.5, "district": 4.0, "non_public": 2.5}
_PREFIX = {"firm": "91", "bank": "91", "other": "91", "social_organisation": "51", "bureau": "11", "judiciary": "11"}
_ORDINALS = "一二三四五六七八九"
_FIRMS_AMONG_UNITS = 8  # one in so many of the firms with a Party organisation, and at least one, co-builds


def make_units(setting: Setting, places: Places, firms: tuple[Firm, ...]) -> tuple[Unit, ...]:
    """Make the units that co-build: with communities' committees, with subdistricts', some with both."""
    rng = chance(setting.seed, "units")
    sizes = setting.sizes
    total = sizes.units_with_communities + sizes.units_with_subdistricts - sizes.units_with_both
    homes = _homes(rng, places, total)
    first_both = sizes.units_with_communities - sizes.units_with_both
    found = []
    for order, home in enumerate(homes):
        committees = _committees(rng, places, home) if order < sizes.units_with_communities else ()
        subdistricts = _subdistricts(rng, places, home) if order >= first_both else ()
        name, kind, code = _identity(rng, setting, order)
        if order < len(firms) // _FIRMS_AMONG_UNITS:
            firm = firms[order * 3]
            found.append(Unit(firm.name, firm.code, "property_firm", firm.community, committees, subdistricts))
        else:
            found.append(Unit(name, code, kind, home, committees, subdistricts))
    return tuple(found)


def _homes(rng: random.Random, places: Places, total: int) -> list[Community]:
    dealt = spread(rng, total, len(places.communities), least=3)
    homes = [c for c, number in zip(places.communities, dealt, strict=True) for _ in range(number)]
    rng.shuffle(homes)
    return homes


def _committees(rng: random.Random, places: Places, home: Community) -> tuple[str, ...]:
    found = [home]
    while happens(rng, 0.11):  # a unit that joins several committees bridges them
        found.append(rng.choice(places.communities))
    return tuple(dict.fromkeys(c.committee for c in found))


def _subdistricts(rng: random.Random, places: Places, home: Community) -> tuple[str, ...]:
    found = [home.subdistrict]
    if happens(rng, 0.09):
        found.append(rng.choice(places.subdistricts))
    return tuple(dict.fromkeys(s.committee for s in found))


def _identity(rng: random.Random, setting: Setting, order: int) -> tuple[str, str, str | None]:
    kind = rng.choice(list(UNIT_KINDS))
    word = rng.choice(UNIT_KINDS[kind])
    number = order + 1
    digits = "".join(("〇" + _ORDINALS)[int(d)] for d in f"{number:03d}")
    code = credit_code(setting.code, _PREFIX.get(kind, "12"), 20_000 + number)
    return f"{setting.mark}{digits}号{word}", kind, code


def add_units(registers: Registers, setting: Setting, places: Places, units: tuple[Unit, ...]) -> None:
    """Put units, pacts and the three lists into the registries."""
    rng = chance(setting.seed, "unit rows")
    by_committee = {c.committee: c for c in places.communities}
    subdistricts = {s.committee: s for s in places.subdistricts}
    for order, unit in enumerate(units):
        if unit.kind != "property_firm":
            home = {"subdistrict": unit.community.subdistrict.name, "registered_community": unit.community.name}
            row = {"name": unit.name, "code": unit.code, "kind": unit.kind, "affiliation": weighted(rng, _AFFILIATIONS)}
            registers.add("co_building_unit", {**row, **home})
        for committee in (*unit.committees, *unit.subdistricts):
            place = by_committee[committee].where if committee in by_committee else {}
            where = place or {"subdistrict": subdistricts[committee].name}
            _pact(registers, rng, {**where, "unit": unit.name, "committee": committee}, order)
    _lists(registers, setting, places, units)


def _pact(registers: Registers, rng: random.Random, row: dict[str, object], order: int) -> None:
    start = some_day(rng, date(2021, 1, 10), date(2024, 5, 30))
    tie: dict[str, object] = {**row, "pact": f"共建协议{start.year}-{order + 1}", "valid_from": vague(rng, start)}
    if happens(rng, 0.3):
        tie["valid_to"] = when(start + timedelta(days=365 * 5))
    registers.add("co_building", tie)  # type: ignore[arg-type] # its values are those of rows
    if happens(rng, 0.05):  # an earlier pact with the same committee, long expired
        former = some_day(rng, date(2017, 1, 1), date(2018, 6, 1))
        ended = {"valid_from": when(former), "valid_to": when(former + timedelta(days=365))}
        registers.add("co_building", {**row, "pact": f"共建协议{former.year}-{order + 1}", **ended})  # type: ignore[dict-item] # as above


def _lists(registers: Registers, setting: Setting, places: Places, units: tuple[Unit, ...]) -> None:
    rng = chance(setting.seed, "lists")
    for community in places.communities:
        partners = [u for u in units if community.committee in u.committees] or list(units[:1])
        number = setting.sizes.pledges
        needs = number // 2
        for order in range(number):
            _item(registers, rng, community, partners, order=order, needs=needs)


_NEEDS = {
    "health": "社区义诊",
    "education": "四点半课堂",
    "elderly_care": "助老就餐",
    "safety": "消防演练",
    "legal": "法律咨询",
    "finance": "反诈宣讲",
    "culture": "邻里文化节",
    "venue": "场地共享",
    "facilities": "楼道照明维修",
    "volunteers": "清洁家园行动",
}


def _item(
    registers: Registers, rng: random.Random, community: Community, partners: list[Unit], *, order: int, needs: int
) -> None:
    kind = rng.choice(list(_NEEDS))
    made = some_day(rng, date(2023, 7, 1), date(2024, 6, 30))
    row = {
        **community.where,
        "number": f"QD{community.code}{order + 1:02d}",
        "made_to": community.committee,
        "kind": kind,
    }
    if order < needs:
        state = weighted(rng, {"open": 2, "taken_up": 3, "done": 5})
        done = when(made + timedelta(days=rng.randrange(10, 60))) if state == "done" else None
        by = {"list": "needs", "made_by": community.residents_committee, "name": _NEEDS[kind]}
        registers.add("pledge", {**row, **by, "state": state, "made_on": when(made), "done_on": done})
        return
    answered = f"QD{community.code}{rng.randrange(needs) + 1:02d}" if happens(rng, 0.7) else None
    state = weighted(rng, {"open": 1, "taken_up": 3, "done": 5, "withdrawn": 0.5})
    done = when(made + timedelta(days=rng.randrange(10, 60))) if state == "done" else None
    by = {"list": rng.choice(("resources", "projects")), "made_by": rng.choice(partners).name, "name": _NEEDS[kind]}
    more = {"answers": answered, "state": state, "made_on": vague(rng, made, share=0.1), "done_on": done}
    registers.add("pledge", {**row, **by, **more})
