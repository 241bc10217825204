"""Which vocabulary the terms of a field belong to, and the words that offices write for them."""

from graph_model.vocabularies import vocabulary
from sample_data.example.offices.styles import Style
from sample_data.example.truth.entities import Row

_OF_FIELD = {
    "organisation_kind": "organisation_kind",
    "political_status": "political_status",
    "routes": "route",
    "mode": "coverage_mode",
    "fund": "fund",
    "audience": "audience",
    "right": "right",
    "list": "pledge_list",
    "affiliation": "affiliation",
    "owner_body": "owner_body",
    "role": "role",
    "level": "level",
}
_OF_RECORD = {
    ("division", "level"): "division_level",
    ("training_site", "level"): "training_level",
    ("training_session", "level"): "training_level",
    ("alliance_party", "role"): "alliance_role",
    ("grid", "kind"): "grid_kind",
    ("party_committee", "kind"): "committee_kind",
    ("authority", "kind"): "authority_kind",
    ("mechanism", "kind"): "mechanism_kind",
    ("policy_document", "kind"): "document_kind",
    ("alliance", "kind"): "alliance_kind",
    ("co_building_unit", "kind"): "unit_kind",
    ("firm_party_organisation", "kind"): "firm_party_kind",
    ("party_branch", "kind"): "branch_kind",
    ("election", "kind"): "election_kind",
    ("election", "state"): "election_state",
    ("platform", "kind"): "platform_kind",
    ("pledge", "kind"): "pledge_kind",
    ("pledge", "state"): "pledge_state",
    ("activity", "kind"): "activity_kind",
    ("matter", "kind"): "matter_kind",
    ("matter", "state"): "matter_state",
    ("project", "kind"): "project_kind",
    ("project", "state"): "project_state",
    ("tenure", "state"): "tenure_state",
}
_ROLES = {
    ("director", "owners_committee"): "业委会主任",
    ("deputy_director", "owners_committee"): "业委会副主任",
    ("director", "residents_committee"): "居委会主任",
    ("secretary", "party_branch"): "党支部书记",
    ("member", "owners_committee"): "业委会委员",
}


def vocabulary_of(record: str, field: str) -> str | None:
    """Return the vocabulary of a field, or None if it has none."""
    if field in {"kind", "state"}:
        return _OF_RECORD.get((record, field))
    right_of_record = record == "right" or field != "right"
    return _OF_RECORD.get((record, field)) or (_OF_FIELD.get(field) if right_of_record else None)


def word(style: Style, record: str, field: str, code: str, row: Row) -> str:
    """Return the word that an office writes for a code.

    Args:
        style: the habits of the office.
        record: record type.
        field: the field.
        code: what the row holds.
        row: the row: a director is called after the committee that they direct.
    """
    name = vocabulary_of(record, field)
    if name is None:
        return code
    if (name, code) in style.words:
        return style.words[name, code]
    if name == "role" and style.variant:
        return _ROLES.get((code, str(row.get("organisation_kind"))), vocabulary(name).name_of(code, "zh"))
    return vocabulary(name).name_of(code, "zh")
