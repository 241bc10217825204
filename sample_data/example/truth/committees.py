"""Committees of the Party, authorities, residents' committees, documents and mechanisms of the district."""

from sample_data.example.truth.entities import Registers, Value
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When

SYSTEMS = ("换届筹备由党支部领导制度", "重大事项党支部先议制度", "党支部书记列席业委会会议制度")
RED_PROPERTY_SERVICE = "红色物业党建联建机制"
MECHANISMS = {
    **dict.fromkeys(SYSTEMS, "system"),
    RED_PROPERTY_SERVICE: "red_property_service",
    "大物业服务模式": "model",
    "十五分钟近邻服务圈": "service_circle",
    "红色业委会创建": "red_owners_committee",
    "完整社区建设": "complete_community",
}

_DEPARTMENTS = {
    "委组织部": "organisation_department",
    "委社会工作部": "society_work_department",
    "住房和建设局": "housing",
    "审计局": "audit",
    "民政局": "civil_affairs",
    "司法局": "justice",
    "城市管理局": "urban_management",
    "市场监督管理局": "market_regulation",
    "消防救援大队": "fire_rescue",
}
_DOCUMENTS = (
    ("关于党建引领网格治理的指导意见", "guiding_opinion", ("委组织部",), When(2023, 3, 15)),
    ("成立业主大会和选举业主委员会工作指引", "working_guideline", ("委组织部", "住房和建设局"), When(2023, 7, 1)),
    ("小区公共收益和维修资金专项审计工作方案", "plan", ("审计局",), When(2024, 1, 10)),
    ("社区治理学院培训办法", "measures", ("委组织部", "民政局"), When(2023, 5)),
    ("红色物业党建联盟章程", "charter", ("住房和建设局",), When(2023, 4, 20)),
)


def authority(setting: Setting, department: str) -> str:
    """Return the full name of a department of the district."""
    return f"{setting.district}{department}"


def district_committee(setting: Setting) -> str:
    """Return the name of the district's Party committee."""
    return f"中共{setting.district}委员会"


def add_institutions(registers: Registers, setting: Setting, places: Places) -> None:
    """Put committees, authorities, residents' committees, mechanisms and documents into the registries."""
    _committees(registers, setting, places)
    _authorities(registers, setting, places)
    for order, community in enumerate(places.communities):
        term: dict[str, Value] = {
            "term": "第三届" if order % 7 else "第四届",
            "valid_from": When(2021, 9, 1),
            "valid_to": When(2026, 9, 1),
        }
        code = f"JW{community.code}"
        registers.add(
            "residents_committee", {**community.where, "name": community.residents_committee, "code": code, **term}
        )
    for name, kind in MECHANISMS.items():
        registers.add("mechanism", {"name": setting.tag + name, "kind": kind})
    for order, (title, kind, issuers, day) in enumerate(_DOCUMENTS):
        row = {"name": f"{setting.district}{title}", "number": f"示委〔{day.year}〕{order + 3}号", "kind": kind}
        issued: dict[str, Value] = {"issued_by": tuple(authority(setting, i) for i in issuers), "issued_on": day}
        registers.add("policy_document", {**row, **issued})


def _committees(registers: Registers, setting: Setting, places: Places) -> None:
    top = district_committee(setting)
    rows: list[tuple[str, str, str, str | None, When]] = [
        (top, "district_committee", f"{setting.code}000000", None, When(2011, 9))
    ]
    rows += [
        (s.committee, "enlarged_subdistrict_committee", s.code, top, When(2019, 6, 1 + order))
        for order, s in enumerate(places.subdistricts)
    ]
    rows += [
        (
            c.committee,
            "general_branch" if c.general_branch else "enlarged_community_committee",
            c.code,
            c.subdistrict.committee,
            When(2019, 7 + order % 5),
        )
        for order, c in enumerate(places.communities)
    ]
    for name, kind, place, superior, since in rows:
        registers.add(
            "party_committee", {"name": name, "kind": kind, "place": place, "superior": superior, "valid_from": since}
        )


def _authorities(registers: Registers, setting: Setting, places: Places) -> None:
    district = f"{setting.code}000000"
    for department, kind in _DEPARTMENTS.items():
        row = {"name": authority(setting, department), "kind": kind, "level": "district", "place": district}
        registers.add("authority", row)
    for subdistrict in places.subdistricts:
        row = {"name": subdistrict.office, "kind": "subdistrict_office", "level": "subdistrict"}
        registers.add("authority", {**row, "place": subdistrict.code})
