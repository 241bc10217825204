"""What the linter of Neo4j's own editors says of the catalogue, against our schema: nothing."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SUPER_LABELS, property_kinds
from queries.catalogue_reading import read_catalogue

FOLDER = Path(os.environ.get("GRIDGOV_CYPHER_LINTER") or Path(__file__).parent / "cypher_linter")
PACKAGE = FOLDER / "node_modules" / "@neo4j-cypher" / "language-support" / "package.json"
WRONG = "MATCH (n:Estatee)-[:SERVESS]->(x) RETURN n.naem AS name, $nothing AS nothing, y"


def lint(texts: list[dict[str, object]]) -> list[dict[str, object]]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node on this machine")
    if not PACKAGE.exists():
        pytest.skip("the linter is not installed: npm install in tests/queries/cypher_linter")
    properties = {p for name in (*NODE_TYPES, *RELATIONSHIP_TYPES) for p in property_kinds(name)}
    schema = {
        "labels": [*NODE_TYPES, *SUPER_LABELS],
        "relationshipTypes": list(RELATIONSHIP_TYPES),
        "propertyKeys": sorted(properties),
    }
    request = json.dumps({"schema": schema, "texts": texts})
    done = subprocess.run(
        [node, "lint.js"], input=request, capture_output=True, text=True, encoding="utf-8", cwd=FOLDER, check=True
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_the_linter_finds_nothing_in_the_catalogue_and_everything_in_a_wrong_text() -> None:
    texts: list[dict[str, object]] = [
        {"id": q.id, "text": q.text, "parameters": {p.name: 1 for p in q.parameters}} for q in read_catalogue().queries
    ]
    found = lint([*texts, {"id": "wrong", "text": WRONG, "parameters": {}}])
    assert [f for f in found if f["id"] != "wrong"] == []
    said = " ".join(str(f["message"]) for f in found)
    assert all(word in said for word in ("Estatee", "SERVESS", "naem", "$nothing", "`y`"))


def test_the_linter_is_pinned() -> None:
    package = json.loads((Path(__file__).parent / "cypher_linter" / "package.json").read_text(encoding="utf-8"))
    assert package["dependencies"] == {"@neo4j-cypher/language-support": "2.0.0-next.38"}
    if PACKAGE.exists():
        assert json.loads(PACKAGE.read_text(encoding="utf-8"))["version"] == "2.0.0-next.38"
