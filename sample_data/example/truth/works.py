"""Audits, training, self-governance groups, and who adopts which mechanism."""

import random
from datetime import date

from sample_data.example.truth.chance import chance, happens, pick, weighted
from sample_data.example.truth.committees import RED_PROPERTY_SERVICE, SYSTEMS, authority
from sample_data.example.truth.entities import Branch, Firm, Registers, Value
from sample_data.example.truth.owners import OwnersCommittee
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When, some_day, vague, when

_AUDIENCES = {
    "owners_committees": 3.0,
    "firms": 2.0,
    "secretaries": 2.0,
    "community_workers": 1.5,
    "grid_workers": 1.5,
    "mixed": 1.0,
}
_COURSES = ("业委会规范运作", "物业服务质量提升", "小区党建实务", "网格工作方法", "协商议事技巧", "公共收益管理")


def add_audits(
    registers: Registers, setting: Setting, firms: tuple[Firm, ...], committees: tuple[OwnersCommittee, ...]
) -> None:
    """Put the audits of estates' common funds into the registry: a first batch, and a few of a second."""
    rng = chance(setting.seed, "audits")
    serving = {e: f for f in firms for e in f.estates}
    able = [c for c in committees if c.estate in serving]
    chosen = pick(rng, able, setting.sizes.audited_estates + 4)
    for order, committee in enumerate(chosen):
        batch = "第一批" if order < setting.sizes.audited_estates else "第二批"
        estate = committee.estate
        funds = ("public_revenue", "maintenance_funds") if order % 3 == 0 else ("both",)
        for fund in funds:
            row = {**estate.community.where, "batch": batch, "estate": estate.name, "fund": fund}
            examined = (committee.name, serving[estate].name)
            day = some_day(rng, date(2024, 1, 20), date(2024, 8, 20))
            by: dict[str, Value] = {
                "examines": examined,
                "carried_out_by": authority(setting, "审计局"),
                "held_on": vague(rng, day, share=0.3),
            }
            registers.add("audit", {**row, **by})


def add_training(registers: Registers, setting: Setting, places: Places) -> None:
    """Put the academy, its departments and points, and their sessions into the registries."""
    rng = chance(setting.seed, "training")
    academy = f"{setting.district}社区治理学院"
    sites = {
        "district": [(academy, authority(setting, "委组织部"))],
        "subdistrict": [(f"{s.name}教学部", s.office) for s in places.subdistricts],
        "community": [(f"{c.name}教学点", c.residents_committee) for c in places.communities],
    }
    for level, members in sites.items():
        for name, runner in members:
            registers.add("training_site", {"name": name, "level": level, "run_by": runner})
    held = [
        (level, members[order % len(members)][0])
        for (level, members), number in zip(sites.items(), setting.sizes.trainings, strict=True)
        for order in range(number)
    ]
    attendances = _attendances(rng, [level for level, _ in held], setting.sizes.attendances)
    for order, ((level, site), number) in enumerate(zip(held, attendances, strict=True)):
        row = {
            "name": f"{rng.choice(_COURSES)}培训",
            "code": f"PX{setting.code}{order + 1:04d}",
            "level": level,
            "site": site,
        }
        day = when(some_day(rng, date(2023, 5, 20), date(2024, 8, 30)))
        more: dict[str, Value] = {"audience": weighted(rng, _AUDIENCES), "held_on": day, "attendances": number}
        registers.add("training_session", {**row, **more})


def _attendances(rng: random.Random, levels: list[str], total: int) -> list[int]:
    least = {"district": 30, "subdistrict": 15, "community": 4}
    numbers = [least[level] for level in levels]
    for place in rng.choices(range(len(levels)), k=total - sum(numbers)):
        numbers[place] += 1
    return numbers


def add_groups(registers: Registers, setting: Setting, places: Places) -> None:
    """Put self-governance groups into the registry: in some estates, of some kinds."""
    rng = chance(setting.seed, "groups")
    for estate in places.estates:
        if happens(rng, 0.18):
            kind = rng.choice(("楼长队", "志愿巡逻队", "绿化小组"))
            since = vague(rng, some_day(rng, date(2020, 1, 1), date(2024, 5, 1)))
            row: dict[str, Value] = {"name": f"{estate.name}{kind}", "kind": kind, "valid_from": since}
            registers.add("self_governance_group", {**estate.community.where, **row})


def add_adoptions(
    registers: Registers,
    setting: Setting,
    places: Places,
    *,
    firms: tuple[Firm, ...],
    branches: tuple[Branch, ...],
    committees: tuple[OwnersCommittee, ...],
) -> None:
    """Put down who adopts which mechanism: branches the three systems, firms the red property-service mechanism."""
    rng = chance(setting.seed, "adoptions")
    leading = {c.branch for c in committees}
    for branch in branches:
        for system in SYSTEMS:
            if branch in leading and happens(rng, 0.85):
                row = {
                    "organisation": branch.name,
                    "organisation_kind": "party_branch",
                    "mechanism": setting.tag + system,
                }
                registers.add("adoption", {**branch.community.where, **row, "valid_from": _since(rng)})
    for firm in firms:
        if firm.mechanism:
            row = {"organisation": firm.name, "organisation_kind": "property_firm"}
            mechanism = setting.tag + RED_PROPERTY_SERVICE
            where = {"subdistrict": firm.community.subdistrict.name}
            registers.add("adoption", {**where, **row, "mechanism": mechanism, "valid_from": _since(rng)})
    top = places.subdistricts[0]
    for name in ("大物业服务模式", "十五分钟近邻服务圈", "完整社区建设"):
        row = {"organisation": top.committee, "organisation_kind": "party_committee", "mechanism": setting.tag + name}
        registers.add("adoption", {"subdistrict": top.name, **row, "valid_from": _since(rng)})
    for committee in pick(rng, committees, len(committees) // 8):
        row = {"organisation": committee.name, "organisation_kind": "owners_committee"}
        home = committee.estate.community.where
        registers.add(
            "adoption", {**home, **row, "mechanism": f"{setting.tag}红色业委会创建", "valid_from": _since(rng)}
        )


def _since(rng: random.Random) -> When:
    return vague(rng, some_day(rng, date(2023, 2, 1), date(2024, 6, 30)), share=0.5)
