"""Whether a snapshot holds at least one of what a figure counts."""

import polars as pl
import pytest

from graph_model.schema import polars_schema
from queries.needs import LoadedKinds


class Tables:
    """A snapshot of a few rows."""

    nodes_by_label: dict[str, list[dict[str, object]]] = {  # noqa: RUF012 - never changed
        "PartyBranch": [{"uid": "branch", "name": "示例支部", "defined": True, "kind": "estate_branch"}],
        "Estate": [{"uid": "estate", "name": "示例小区", "defined": True}],
        "OwnersCommittee": [{"uid": "stub", "name": "示例业委会", "defined": False}],
        "Grid": [{"uid": "grid", "name": "示例网格", "defined": True}],
    }
    ties_by_type: dict[str, list[dict[str, object]]] = {  # noqa: RUF012 - never changed
        "COVERS": [{"uid": "c", "start": "branch", "end": "estate"}],
        "REPRESENTS": [{"uid": "r", "start": "stub", "end": "estate"}],
    }

    def nodes(self, label: str) -> pl.DataFrame:
        return pl.DataFrame(self.nodes_by_label.get(label, []), schema=dict(polars_schema(label)))

    def relationships(self, relationship_type: str) -> pl.DataFrame:
        return pl.DataFrame(self.ties_by_type.get(relationship_type, []), schema=dict(polars_schema(relationship_type)))


@pytest.mark.parametrize(
    ("need", "held"),
    [
        ("PartyBranch", True),
        ("PartyOrganisation", True),
        ("PartyCommittee", False),
        ("OwnersCommittee", False),  # a stub is not loaded
        ("PartyBranch.kind", True),
        ("PartyBranch.kind=estate_branch", True),
        ("PartyBranch.kind=grid_branch", False),
        ("Estate.managed", False),
        ("(:PartyBranch)-[:COVERS]->(:Estate)", True),
        ("(:PartyOrganisation)-[:COVERS]->(:Estate)", True),
        ("(:PartyBranch)-[:COVERS]->(:Grid)", False),
        ("(:OwnersCommittee)-[:REPRESENTS]->(:Estate)", False),
        ("(:Project)-[:WITHIN]->(:Area)", False),
    ],
)
def test_what_is_held(need: str, held: bool) -> None:
    assert LoadedKinds(Tables()).has(need) is held
