"""Property firms, their Party organisations, and the estates that they serve under contracts."""

import random
from datetime import date, timedelta

from sample_data.example.truth.chance import chance, happens, weighted
from sample_data.example.truth.entities import Community, Estate, Firm, Registers, Value
from sample_data.example.truth.invented_names import FIRMS
from sample_data.example.truth.official_numbers import credit_code
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import PUBLISHED_DAY, some_day, vague, when

_FORMS = {"branch": 7.0, "joint_branch": 1.5, "general_branch": 1.0, "committee": 0.5}
_FORM_NAMES = {"branch": "党支部", "joint_branch": "联合党支部", "general_branch": "党总支", "committee": "党委"}
_ENDINGS = ("物业服务有限公司", "物业管理有限公司", "城市服务有限公司")


def make_firms(setting: Setting, places: Places) -> tuple[Firm, ...]:
    """Make the property firms of a district and give each managed estate to one of them."""
    rng = chance(setting.seed, "firms")
    sizes = setting.sizes
    names = [f"{setting.mark}{n}{e}" for e in _ENDINGS for n in FIRMS][: sizes.firms]
    names[-1] = f"{names[0]}分公司"  # a branch office, which is not its parent
    served = _shares(rng, [e for e in places.estates if e.managed], sizes.firms)
    found = []
    for order, name in enumerate(names):
        home = served[order][0].community if served[order] else rng.choice(places.communities)
        party = f"{name}{_FORM_NAMES[_form(order)]}" if order < sizes.firms_with_party else None
        code = credit_code(setting.code, "91", 1000 + order)
        mechanism = order % 3 == 0 and order // 3 < sizes.firms_with_mechanism
        found.append(Firm(name, code, home, party, mechanism, tuple(served[order])))
    return tuple(found)


def _form(order: int) -> str:
    return weighted(chance(order, "form"), _FORMS)


def _shares(rng: random.Random, estates: list[Estate], firms: int) -> list[list[Estate]]:
    shares: list[list[Estate]] = [[] for _ in range(firms)]
    idle = firms // 12  # some firms are registered and serve nobody now
    near: dict[Community, int] = {}
    for estate in estates:
        place = near.get(estate.community)
        if place is None or happens(rng, 0.6):  # firms keep to a community, though not only to one
            place = min(int(rng.expovariate(2.2 / firms)), firms - idle - 1)
            near[estate.community] = place
        shares[place].append(estate)
    return shares


def add_firms(registers: Registers, setting: Setting, places: Places, firms: tuple[Firm, ...]) -> None:
    """Put firms, their Party organisations and their contracts into the registries."""
    rng = chance(setting.seed, "firm rows")
    for order, firm in enumerate(firms):
        subdistrict = firm.community.subdistrict
        home = {"subdistrict": subdistrict.name, "registered_community": firm.community.name}
        registers.add("property_firm", {"name": firm.name, "code": firm.code, **home})
        if firm.party_organisation:
            since = vague(rng, some_day(rng, date(2019, 1, 5), date(2023, 11, 30)))
            row: dict[str, Value] = {
                "name": firm.party_organisation,
                "firm": firm.name,
                "kind": _form(order),
                "valid_from": since,
            }
            registers.add("firm_party_organisation", {**row, "superior": subdistrict.committee})
        for estate in firm.estates:
            _contract(registers, rng, firm, estate, ended=False)
    _former_contracts(registers, rng, places, firms)


def _former_contracts(registers: Registers, rng: random.Random, places: Places, firms: tuple[Firm, ...]) -> None:
    for estate in places.estates:
        if happens(rng, 0.12):  # about one estate in eight has had another firm
            others = [f for f in firms if estate not in f.estates]
            _contract(registers, rng, rng.choice(others), estate, ended=True)


def _contract(registers: Registers, rng: random.Random, firm: Firm, estate: Estate, *, ended: bool) -> None:
    span = (date(2015, 1, 1), date(2017, 12, 1)) if ended else (date(2021, 10, 1), date(2024, 6, 1))
    start = some_day(rng, *span)
    years = 1 if ended else 3
    end = start + timedelta(days=365 * years)
    number = f"HT{estate.code[6:]}{'B' if ended else 'A'}"
    row: dict[str, Value] = {**estate.community.where, "estate": estate.name, "firm": firm.name, "contract": number}
    told = end < PUBLISHED_DAY or happens(rng, 0.8)  # some contracts name no end
    row["firm_code"] = firm.code if happens(rng, 0.5) else None
    dates = {"valid_from": vague(rng, start, share=0.1), "valid_to": when(end) if told else None}
    registers.add("property_service", {**row, **dates})
