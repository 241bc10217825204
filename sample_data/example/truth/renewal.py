"""Areas, and the projects of their renewal."""

import random
from datetime import date

from sample_data.example.truth.chance import chance, pick
from sample_data.example.truth.entities import Registers, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import some_day, vague, when

_KINDS = {
    "renewal": "老旧小区改造",
    "facilities": "管线提升",
    "service": "近邻服务点建设",
    "safety": "消防改造",
    "environment": "绿化提升",
}
_ROUNDS = ("一期", "二期", "三期")
_OTHER_PROJECTS = 2


def add_areas_and_projects(registers: Registers, setting: Setting, places: Places) -> None:
    """Put areas and the projects of their renewal into the registries."""
    rng = chance(setting.seed, "projects")
    numbers = (setting.sizes.renewal_projects, _OTHER_PROJECTS)
    pilots = ("完整社区建设试点", None)
    for (area, subdistrict), number, pilot in zip(places.areas.items(), numbers, pilots, strict=True):
        estates = [e for e in places.estates if e.area == area]
        row = {"name": area, "subdistrict": subdistrict.name, "pilot_of": pilot}
        registers.add("area", {**row, "estates": tuple(e.name for e in estates)})
        old = [e.name for e in estates if e.old]
        rounds = -(-number // len(_KINDS))
        for order in range(number):
            cycle, place = divmod(order, len(_KINDS))
            kind = list(_KINDS)[place]
            # the renewals share the old estates among them, the other projects are of use to a few
            members = old[cycle::rounds] if kind == "renewal" else pick(rng, old, min(len(old), rng.randrange(1, 4)))
            fields = {"name": f"{area}{_KINDS[kind]}{_ROUNDS[cycle]}", "kind": kind, "area": area}
            project: dict[str, Value] = {**fields, "subdistrict": subdistrict.name, "estates": tuple(members)}
            registers.add("project", {**project, **_progress(rng)})


def _progress(rng: random.Random) -> dict[str, Value]:
    state = rng.choice(("planned", "under_way", "completed"))
    if state == "planned":
        return {"state": state}
    begun = vague(rng, some_day(rng, date(2023, 3, 1), date(2023, 12, 20)), share=0.4)
    ended = when(some_day(rng, date(2024, 2, 1), date(2024, 8, 20))) if state == "completed" else None
    return {"state": state, "started_on": begun, "completed_on": ended}
