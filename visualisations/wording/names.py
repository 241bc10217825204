"""Names of labels, ties, properties and terms in both languages."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, label_en, label_zh
from graph_model.vocabularies import vocabulary


class Bilingual(TypedDict):
    """One text in Chinese and English."""

    zh: str
    en: str


FACTS: Mapping[str, Bilingual] = {
    "code": {"zh": "代码", "en": "Code"},
    "kind": {"zh": "类型", "en": "Kind"},
    "level": {"zh": "层级", "en": "Level"},
    "affiliation": {"zh": "隶属", "en": "Affiliation"},
    "registered_community": {"zh": "注册地", "en": "Registered in"},
    "managed": {"zh": "登记有物业", "en": "Managed, by register"},
    "old": {"zh": "老旧小区", "en": "Old estate"},
    "households": {"zh": "户数", "en": "Households"},
    "owner_body": {"zh": "业主组织", "en": "Owners' body"},
    "address": {"zh": "地址", "en": "Address"},
    "members": {"zh": "党员数", "en": "Party members"},
    "filing_date": {"zh": "备案日期", "en": "Filed on"},
    "pact": {"zh": "协议", "en": "Pact"},
    "pilot_of": {"zh": "试点", "en": "Pilot of"},
    "role": {"zh": "角色", "en": "Role"},
    "seat": {"zh": "席位", "en": "Seat"},
    "seats": {"zh": "席位数", "en": "Seats"},
    "party_member": {"zh": "政治面貌", "en": "Party membership"},
    "state": {"zh": "状态", "en": "State"},
    "held_on": {"zh": "日期", "en": "Held on"},
    "batch": {"zh": "批次", "en": "Batch"},
    "fund": {"zh": "资金", "en": "Fund"},
    "number": {"zh": "文号", "en": "Number"},
    "issued_on": {"zh": "印发日期", "en": "Issued on"},
    "mode": {"zh": "覆盖方式", "en": "Coverage"},
    "contract": {"zh": "合同", "en": "Contract"},
    "term": {"zh": "届次", "en": "Term"},
    "right": {"zh": "权利", "en": "Right"},
    "basis": {"zh": "依据", "en": "Basis"},
    "routes": {"zh": "产生方式", "en": "Routes"},
    "started_on": {"zh": "开始日期", "en": "Started on"},
    "completed_on": {"zh": "完成日期", "en": "Completed on"},
    "owner": {"zh": "业主身份", "en": "Owner"},
    "inferred": {"zh": "推断", "en": "Inferred"},
    "note": {"zh": "备注", "en": "Note"},
    "list": {"zh": "清单", "en": "List"},
    "made_on": {"zh": "提出日期", "en": "Made on"},
    "done_on": {"zh": "完成日期", "en": "Done on"},
    "received_on": {"zh": "受理日期", "en": "Received on"},
    "settled_on": {"zh": "办结日期", "en": "Settled on"},
    "audience": {"zh": "培训对象", "en": "Audience"},
    "attendances": {"zh": "人次", "en": "Attendances"},
    "valid_from": {"zh": "起", "en": "From"},
    "valid_to": {"zh": "止", "en": "To"},
    "count": {"zh": "个数", "en": "Count"},
    "identity": {"zh": "身份可信度", "en": "Identity"},
}

_KINDS = {
    "Grid": "grid_kind",
    "PartyCommittee": "committee_kind",
    "PartyBranch": "branch_kind",
    "FirmPartyOrganisation": "firm_party_kind",
    "Authority": "authority_kind",
    "CoBuildingUnit": "unit_kind",
    "Platform": "platform_kind",
    "Alliance": "alliance_kind",
    "Election": "election_kind",
    "Mechanism": "mechanism_kind",
    "Project": "project_kind",
    "PolicyDocument": "document_kind",
}
_TERMS = {
    ("Election", "state"): "election_state",
    ("Project", "state"): "project_state",
    ("HOLDS", "state"): "tenure_state",
    ("TrainingSite", "level"): "training_level",
    ("PARTY_TO", "role"): "alliance_role",
    ("Post", "role"): "role",
}
_EVERYWHERE = {
    "affiliation": "affiliation",
    "level": "level",
    "owner_body": "owner_body",
    "fund": "fund",
    "mode": "coverage_mode",
    "right": "right",
    "routes": "route",
    "party_member": "political_status",
}


def label_name(label: str) -> Bilingual:
    """Return the name of a label; one that the schema does not know is its own name."""
    if label in NODE_TYPES:
        return {"zh": label_zh(label), "en": label_en(label)}
    return {"zh": label, "en": label}


def tie_name(relationship_type: str) -> Bilingual:
    """Return the name of a relationship type; one that the schema does not know is its own name."""
    if relationship_type in RELATIONSHIP_TYPES:
        return {"zh": label_zh(relationship_type), "en": label_en(relationship_type)}
    return {"zh": relationship_type, "en": relationship_type}


def fact_name(name: str) -> Bilingual:
    """Return the name of a property; one without a name here is shown as the graph writes it."""
    return FACTS.get(name, {"zh": name, "en": name.replace("_", " ")})


def fact_value(owner: str, name: str, value: object) -> Bilingual:
    """Return a value as people read it.

    Args:
        owner: label or relationship type that has the property.
        name: the property.
        value: its value in the graph.
    """
    if isinstance(value, bool):
        return {"zh": "是", "en": "yes"} if value else {"zh": "否", "en": "no"}
    if isinstance(value, date):
        return {"zh": value.isoformat(), "en": value.isoformat()}
    if isinstance(value, list | tuple):
        parts = [fact_value(owner, name, part) for part in value]
        return {"zh": "、".join(p["zh"] for p in parts), "en": ", ".join(p["en"] for p in parts)}
    text = f"{value:,}" if isinstance(value, int) else str(value)
    source = _KINDS.get(owner) if name == "kind" else _TERMS.get((owner, name), _EVERYWHERE.get(name))
    if source is None:
        return {"zh": text, "en": text}
    terms = vocabulary(source)
    return {"zh": terms.name_of(text, "zh"), "en": terms.name_of(text, "en")}


def pane_name(kind: str, label: str, unit: str) -> Bilingual:
    """Return what stands in a pane's header.

    Args:
        kind: "community", "level" or "none".
        label: label of the pane's administrative unit; empty if it has none.
        unit: name of that unit.
    """
    if kind == "community":
        short = unit.removesuffix("居委会").removesuffix("社区")
        name = short if len(short) > 1 else unit
        return {"zh": name, "en": name}
    if kind == "level":
        return {"zh": "区级", "en": "District"} if label == "District" else {"zh": "街道级", "en": "Subdistrict"}
    return {"zh": "未定社区", "en": "No community"}
