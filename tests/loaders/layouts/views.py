"""Ties as a person says them (who sits where, who serves what), as views over a snapshot's tables."""

import re
import sqlite3
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from graph_store.snapshot.reading import Snapshot
from tests.silence.judging import tables_of

ROOT = Path(__file__).parents[3]

_TIES = {
    "co_building": ("unit, committee", "CO_BUILDS_WITH"),
    "participation": ("unit, activity", "TOOK_PART_IN"),
    "holding": ("activity, body", "HELD_UNDER"),
    "concerning": ("matter, estate", "CONCERNS"),
    "handled": ("matter, organisation", "HANDLED_BY"),
    "coverage": ("branch, place", "COVERS"),
    "located": ("estate, place", "LOCATED_IN"),
    "adoptions": ("organisation, mechanism", "ADOPTS"),
    "firm_organisations": ("organisation, firm", "ORGANISED_IN"),
    "subordination": ("organisation, superior", "SUBORDINATE_TO"),
    "supervision": ("committee, supervised", "SUPERVISES"),
    "constitution": ("election, body", "CONSTITUTES"),
    "guidance": ("organisation, election", "GUIDES"),
    "convening": ("committee, platform", "CONVENES"),
    "leading": ("committee, place", "LEADS"),
    "sites": ("session, site", "HELD_AT"),
}
"""View -> its columns and the relationship type whose two ends it shows."""

TYPES: Mapping[str, frozenset[str]] = {
    **{view: frozenset({kind}) for view, (_, kind) in _TIES.items()},
    "tenures": frozenset({"HOLDS"}),
    "delegations": frozenset({"DELEGATED_BY"}),
    "services": frozenset({"SERVES"}),
    "representation": frozenset({"REPRESENTS"}),
    "responsible": frozenset({"RESPONSIBLE_FOR"}),
    "alliances": frozenset({"PARTY_TO"}),
    "memberships": frozenset({"CO_BUILDS_WITH", "TAKES_PART_IN", "PARTY_TO"}),
    "pledges": frozenset({"MADE_BY", "MADE_TO"}),
    "parts": frozenset({"PART_OF"}),
    "LISTED_IN": frozenset({"LISTED_IN"}),
}
"""View -> the relationship types that it shows; a fact about it speaks of all of them."""

_VIEWS = """
CREATE VIEW tenures AS SELECT o.name AS organisation, o.label, said(p.role) AS role, h.start_uid AS person,
  substr(h.valid_from, 1, 7) AS since, substr(h.valid_to, 1, 4) AS until
  FROM HOLDS h JOIN Post p ON p.uid = h.end_uid JOIN SEAT_OF s ON s.start_uid = p.uid JOIN nodes o ON o.uid = s.end_uid;
CREATE VIEW delegations AS SELECT o.name AS organisation, said(p.role) AS role, u.name AS unit
  FROM DELEGATED_BY d JOIN Post p ON p.uid = d.start_uid JOIN SEAT_OF s ON s.start_uid = p.uid
  JOIN nodes o ON o.uid = s.end_uid JOIN nodes u ON u.uid = d.end_uid;
CREATE VIEW services AS SELECT f.name AS firm, e.name AS estate, s.contract, substr(s.valid_from, 1, 7) AS since
  FROM SERVES s JOIN nodes f ON f.uid = s.start_uid JOIN nodes e ON e.uid = s.end_uid;
CREATE VIEW representation AS SELECT o.name AS body, e.name AS place, r.term, substr(r.valid_from, 1, 7) AS since
  FROM REPRESENTS r JOIN nodes o ON o.uid = r.start_uid JOIN nodes e ON e.uid = r.end_uid;
CREATE VIEW responsible AS SELECT o.name AS organisation, said(p.role) AS role, e.name AS place
  FROM RESPONSIBLE_FOR r JOIN Post p ON p.uid = r.start_uid JOIN SEAT_OF s ON s.start_uid = p.uid
  JOIN nodes o ON o.uid = s.end_uid JOIN nodes e ON e.uid = r.end_uid;
CREATE VIEW alliances AS SELECT o.name AS unit, a.name AS alliance, r.role
  FROM PARTY_TO r JOIN nodes o ON o.uid = r.start_uid JOIN nodes a ON a.uid = r.end_uid;
CREATE VIEW memberships AS SELECT DISTINCT from_name AS unit, to_name AS body FROM ties
  WHERE type IN ('CO_BUILDS_WITH', 'TAKES_PART_IN', 'PARTY_TO');
CREATE VIEW pledges AS SELECT p.name, p.list, b.to_name AS made_by, t.to_name AS made_to FROM Pledge p
  LEFT JOIN ties b ON b.type = 'MADE_BY' AND b.start_uid = p.uid
  LEFT JOIN ties t ON t.type = 'MADE_TO' AND t.start_uid = p.uid;
CREATE VIEW parts AS SELECT from_name AS part, to_name AS whole FROM ties
  WHERE type = 'PART_OF' AND from_label IN ('Grid', 'Area');
CREATE VIEW things AS SELECT label, name, uid FROM nodes
  WHERE label NOT IN ('District', 'Subdistrict', 'Community', 'Source', 'Person', 'Post');
"""

_KIND_OF_BODY = re.compile(
    r"(业主委员会|业主监督委员会|监督委员会|业委会|监委会|居民委员会|居委会|大党工委|党工委|党建联席会议|联席会议"
    r"|大党委|党委|大党总支|党总支|联合党支部|党支部|联合支部|支部|党组织|社区)$"
)
_ROLES = {
    term["code"]: term["zh"]
    for term in tomllib.loads((ROOT / "graph_model/vocabularies/role.toml").read_text(encoding="utf-8"))["terms"]
}


def about(name: str) -> str:
    """Return what a body's name says it is of: 和盛里 for 和盛里社区党委, which may also be named 和盛里社区大党委."""
    said = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
    while _KIND_OF_BODY.search(said) and _KIND_OF_BODY.sub("", said):
        said = _KIND_OF_BODY.sub("", said)
    within = re.sub(r"^(示例区)?((鹭湾|松屿)街道)?", "", said)
    return within or said


def said_tables(snapshot: Snapshot | None) -> sqlite3.Connection:
    """Return the tables of a snapshot with the views over them."""
    tables = tables_of(snapshot)
    tables.create_function("said", 1, lambda role: _ROLES.get(role, role), deterministic=True)
    tables.executescript(_VIEWS)
    for view, (columns, kind) in _TIES.items():
        tables.execute(f"CREATE VIEW {view} ({columns}) AS SELECT from_name, to_name FROM ties WHERE type = '{kind}'")
    return tables
