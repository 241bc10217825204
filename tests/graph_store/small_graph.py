"""A graph of a dozen nodes by the schema, and larger ones made of numbers: snapshots for tests, without loaders."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from graph_model.schema import polars_schema
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace

DAY = date(2024, 9, 3)
FINGERPRINT = "0123456789abcdef"

NODES: dict[str, list[dict[str, Any]]] = {
    "Subdistrict": [{"uid": "subdistrict:990206003000", "name": "甲街道", "code": "990206003000"}],
    "Community": [
        {"uid": "community:990206003001", "name": "东社区", "code": "990206003001"},
        {"uid": "community:990206003002", "name": "西社区", "code": "990206003002"},
    ],
    "Estate": [
        {"uid": "estate:990206003001/花园", "name": "花园", "households": 420, "old": True, "managed": False},
        {"uid": "estate:990206003002/“引号”苑", "name": "“引号”\"苑\\'", "households": None},
    ],
    "PartyCommittee": [{"uid": "party_committee:990206003001", "name": "东社区大党委", "code": "990206003001"}],
    "PartyBranch": [
        {"uid": "party_branch:990206003001/花园", "name": "花园党支部", "members": 21},
        {"uid": "party_branch:990206003002/西", "name": "西党支部", "defined": False},
    ],
    "CoBuildingUnit": [
        {"uid": "co_building_unit:990206/银行", "name": "银行", "code": "91990206", "sources": ["abcdefabcdef#表!3"]}
    ],
    "Post": [{"uid": "post:990206003001/书记", "name": "书记", "role": "secretary", "seats": 1}],
    "Person": [{"uid": "person:00aa", "name": "人员 00AA"}],
}

RELATIONSHIPS: dict[str, list[dict[str, Any]]] = {
    "PART_OF": [
        {"uid": "part_of:1", "start": "community:990206003001", "end": "subdistrict:990206003000"},
        {"uid": "part_of:2", "start": "community:990206003002", "end": "subdistrict:990206003000"},
    ],
    "COVERS": [
        {
            "uid": "covers:1",
            "start": "party_branch:990206003001/花园",
            "end": "estate:990206003001/花园",
            "mode": "work",
            "valid_from": date(2023, 5, 1),
            "valid_from_latest": date(2023, 5, 31),
            "valid_to_earliest": date(2024, 6, 1),
            "valid_to": date(2024, 6, 30),
        }
    ],
    "CO_BUILDS_WITH": [
        {"uid": "co_builds_with:1", "start": "co_building_unit:990206/银行", "end": "party_committee:990206003001"}
    ],
    "HOLDS": [
        {
            "uid": "holds:1",
            "start": "person:00aa",
            "end": "post:990206003001/书记",
            "valid_from": date(2022, 1, 1),
            "routes": ["recommended", "elected"],
            "in_service": True,
        }
    ],
    "SEAT_OF": [{"uid": "seat_of:1", "start": "post:990206003001/书记", "end": "party_committee:990206003001"}],
}

Rows = Mapping[str, list[dict[str, Any]]]


def frame(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return rows as the table of a label or type; a node is defined unless it says otherwise."""
    schema = dict(polars_schema(name))
    whole = [{"defined": True, "sources": [], **row} if "defined" in schema else {"sources": [], **row} for row in rows]
    return pl.DataFrame([{key: row.get(key) for key in schema} for row in whole], schema=schema)


def tables(nodes: Rows = NODES, relationships: Rows = RELATIONSHIPS) -> GraphTables:
    """Return the tables of the small graph, or of the rows given."""
    return GraphTables(
        {label: frame(label, rows) for label, rows in nodes.items()},
        {kind: frame(kind, rows) for kind, rows in relationships.items()},
    )


def shuffled(graph: GraphTables, seed: int) -> GraphTables:
    """Return the same tables with their rows in another order."""
    return GraphTables(
        {label: table.sample(fraction=1, shuffle=True, seed=seed) for label, table in graph.nodes.items()},
        {kind: table.sample(fraction=1, shuffle=True, seed=seed) for kind, table in graph.relationships.items()},
    )


def publish(home: Path, graph: GraphTables | None = None, **options: Any) -> Snapshot:
    """Publish the small graph, or another, to a workspace."""
    return write_snapshot(
        Workspace(home), graph or tables(), **{"as_of": DAY, "key_fingerprint": FINGERPRINT, **options}
    )


def intervals(count: int, seed: int = 1) -> GraphTables:
    """Return persons who hold one post for random times; some bounds are open, as partial dates leave them."""
    chance = random.Random(seed)
    start = date(2015, 1, 1)

    def day(most: int) -> date:
        return start + timedelta(days=chance.randrange(most))

    rows = []
    for number in range(count):
        first, last = sorted((day(4000), day(4000)))
        inner = sorted((first, first + timedelta(days=chance.choice([0, 30, 364]))))
        rows.append(
            {
                "uid": f"holds:{number:05}",
                "start": "person:00aa",
                "end": "post:990206003001/书记",
                "valid_from": chance.choice([first, first, None]),
                "valid_from_latest": inner[1],
                "valid_to_earliest": chance.choice([last, last, None]),
                "valid_to": chance.choice([last + timedelta(days=chance.choice([0, 29])), None]),
            }
        )
    nodes = {label: NODES[label] for label in ("Person", "Post")}
    return tables(nodes, {"HOLDS": rows})


def crowd(nodes: int, ties: int, seed: int = 1) -> GraphTables:
    """Return a graph of a given size: half estates, half branches, and random coverage between them."""
    chance = random.Random(seed)
    half = nodes // 2
    estates = [f"estate:{number:06}" for number in range(half)]
    branches = [f"party_branch:{number:06}" for number in range(nodes - half)]
    source = pl.lit(["abcdefabcdef#小区!7"], pl.List(pl.String)).alias("sources")
    schema = dict(polars_schema("COVERS"))
    pairs = pl.DataFrame(
        {
            "uid": [f"covers:{number:08}" for number in range(ties)],
            "start": chance.choices(branches, k=ties),
            "end": chance.choices(estates, k=ties),
            "mode": ["work"] * ties,
            "valid_from": [date(2020, 1, 1) + timedelta(days=number % 1500) for number in range(ties)],
        }
    ).with_columns(source)
    return GraphTables(
        {
            "Estate": pl.DataFrame(
                {
                    "uid": estates,
                    "name": [f"小区{number}" for number in range(half)],
                    "defined": [True] * half,
                    "households": [number % 900 for number in range(half)],
                }
            ).with_columns(source),
            "PartyBranch": pl.DataFrame(
                {
                    "uid": branches,
                    "name": [f"支部{number}" for number in range(len(branches))],
                    "defined": [True] * len(branches),
                }
            ).with_columns(source),
        },
        {"COVERS": pairs.select(pl.col(name).cast(schema[name]) for name in pairs.columns)},
    )
