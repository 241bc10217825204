"""Meetings, services, visits and tasks: evidence that ties live; and the matters that were handled."""

import random
from datetime import date, timedelta

from sample_data.example.truth.chance import chance, happens, pick, weighted
from sample_data.example.truth.committees import authority, district_committee
from sample_data.example.truth.entities import Branch, Community, Estate, Firm, Registers, Unit, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.platforms import Platform
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import PUBLISHED_DAY, some_day, when

_FIRST_DAY = date(2022, 9, 10)
_LAST_DAY = date(2024, 8, 30)
_NAMES = {
    "joint_meeting": ("社区治理联席会议", "党建联席会议"),
    "co_building_meeting": ("党建联建推进会", "共建项目对接会"),
    "service": ("便民服务进小区", "义诊进小区"),
    "visit": ("走访独居老人", "走访困难家庭"),
    "task": ("防台风隐患排查", "文明创建行动"),
    "consultation": ("小区停车协商会", "加装电梯协商会"),
}
_KINDS = {
    "joint_meeting": 4.0,
    "co_building_meeting": 2.0,
    "service": 3.0,
    "visit": 1.5,
    "task": 1.5,
    "consultation": 2.0,
}


def add_activities(
    registers: Registers,
    setting: Setting,
    places: Places,
    platforms: tuple[Platform, ...],
    *,
    units: tuple[Unit, ...],
    branches: tuple[Branch, ...],
) -> None:
    """Put the activities of communities, and the meetings of the audit, into the registries."""
    rng = chance(setting.seed, "activities")
    for community in places.communities:
        own = [p for p in platforms if p.community == community]
        near = [u for u in units if community.committee in u.committees]
        lively = near[: max(2, len(near) * 2 // 3)]  # the others have a pact and no activity to show for it
        home = [b for b in branches if b.community == community]
        days = pick(
            rng, range((_LAST_DAY - _FIRST_DAY).days), setting.sizes.activities
        )  # one a day: none is told twice
        for order, day in enumerate(days):
            row = _activity(rng, community, own, order)
            row["held_on"] = when(_FIRST_DAY + timedelta(days=day))
            row["estates"] = tuple(e.name for e in pick(rng, places.estates_in(community), rng.randrange(1, 3)))
            guests = [u.name for u in pick(rng, lively, min(len(lively), rng.randrange(1, 4)))]
            row["participants"] = (*guests, rng.choice(home).name)
            registers.add("activity", row)
            _late_participants(registers, rng, community, row, home)
    _audit_meetings(registers, setting)


def _activity(rng: random.Random, community: Community, own: list[Platform], order: int) -> dict[str, Value]:
    kind = weighted(rng, _KINDS)
    under = rng.choice([p.name for p in own] or [community.committee])
    if kind in {"task", "visit"}:
        under = community.committee
    row = {
        "name": f"{community.name}{rng.choice(_NAMES[kind])}",
        "code": f"HD{community.code}{order + 1:02d}",
        "kind": kind,
    }
    return {**community.where, **row, "held_under": under}


def _late_participants(
    registers: Registers, rng: random.Random, community: Community, activity: dict[str, Value], home: list[Branch]
) -> None:
    row = {**community.where, "activity": activity["code"]}
    if happens(rng, 0.5):
        member = {"organisation": community.residents_committee, "organisation_kind": "residents_committee"}
        registers.add("activity_participation", {**row, **member})
    others = [b.name for b in home if b.name not in (activity["participants"] or ())]  # type: ignore[operator] # a tuple
    if others and happens(rng, 0.4):
        registers.add(
            "activity_participation", {**row, "organisation": rng.choice(others), "organisation_kind": "party_branch"}
        )


def _audit_meetings(registers: Registers, setting: Setting) -> None:
    for order in range(setting.sizes.audit_meetings):
        row = {
            "name": f"{setting.district}专项审计推进会（第{'一二三四五'[order]}次）",
            "code": f"SJ{setting.code}{order + 1}",
        }
        people = tuple(authority(setting, d) for d in ("审计局", "委组织部", "住房和建设局"))
        held: dict[str, Value] = {
            "held_on": when(date(2024, 1, 18) + timedelta(days=40 * order)),
            "held_under": district_committee(setting),
        }
        registers.add("activity", {**row, **held, "kind": "audit_meeting", "participants": people})


_MATTERS = {
    "dispute": ("邻里噪声纠纷", "漏水赔偿纠纷", "停车位纠纷", "物业费纠纷", "公共收益纠纷", "装修垃圾堆放纠纷"),
    "urgent_need": ("电梯停运抢修", "消防设施改造", "门禁系统更换", "排水管堵塞抢修", "路灯不亮", "外墙渗水维修"),
    "suggestion": ("增设充电桩", "增设休闲座椅"),
}
_OPEN_IN_PILOT = {"dispute": 3, "urgent_need": 2}


def add_matters(registers: Registers, setting: Setting, places: Places, firms: tuple[Firm, ...]) -> None:
    """Put disputes and urgent matters into the registry: many in the pilot community, a few in the others."""
    rng = chance(setting.seed, "matters")
    wanted = {"dispute": setting.sizes.disputes, "urgent_need": setting.sizes.urgent_matters}
    meetings = _meetings(registers)
    for community in places.communities:
        pilot = community == places.pilot
        kinds = [k for k, n in wanted.items() for _ in range(n)] if pilot else []
        kinds += [weighted(rng, {"dispute": 3, "urgent_need": 2, "suggestion": 2}) for _ in range(0 if pilot else 4)]
        kinds += ["suggestion"] * 4 if pilot else []
        opened = dict(_OPEN_IN_PILOT) if pilot else {}
        for order, kind in enumerate(kinds):
            is_open = opened.get(kind, 0) > 0 if pilot else happens(rng, 0.2)
            opened[kind] = opened.get(kind, 0) - 1
            estate = rng.choice(places.estates_in(community))
            row = _matter(rng, estate, kind, order, is_open=is_open)
            serving = [f.name for f in firms if estate in f.estates]
            row["handled_by"] = (community.residents_committee, *(serving if happens(rng, 0.5) else ()))
            row["raised_at"] = rng.choice(meetings[community.name]) if happens(rng, 0.3) else None
            registers.add("matter", row)


def _meetings(registers: Registers) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in registers.rows["activity"]:
        if "community" in row:
            found.setdefault(str(row["community"]), []).append(str(row["code"]))
    return found


def _matter(rng: random.Random, estate: Estate, kind: str, order: int, *, is_open: bool) -> dict[str, Value]:
    received = some_day(rng, date(2023, 3, 1), date(2024, 7, 20))
    settled = min(received + timedelta(days=rng.randrange(1, 45)), PUBLISHED_DAY)
    row = {"number": f"SX{estate.community.code}{order + 1:03d}", "name": rng.choice(_MATTERS[kind]), "kind": kind}
    state: dict[str, Value] = {"state": "open" if is_open else "settled", "received_on": when(received)}
    if not is_open:
        state["settled_on"] = when(settled)
    return {**estate.community.where, "estate": estate.name, **row, **state}
