"""The check of the catalogue's queries refuses the constructs on which engines differ, and lets the others through."""

import pytest

from queries.checking import check_texts
from tests.graph_store.constructs.reading import Construct, read_constructs, read_differences
from tests.queries.test_catalogue_linter import lint

DIFFERENCES = read_differences()
CONSTRUCTS = read_constructs()
REFUSED = [c for c in CONSTRUCTS if c.name in DIFFERENCES and DIFFERENCES[c.name].refused not in {"", "linter"}]
LINTED = [c for c in CONSTRUCTS if c.name in DIFFERENCES and DIFFERENCES[c.name].refused == "linter"]
ALIKE = [c for c in CONSTRUCTS if c.name not in DIFFERENCES]
CAUTIOUS = {
    "a mistake in a type": "an error everywhere",
    "the numeric id": "Neo4j gives it up",
    "CALL subquery after WITH": "Neo4j gives it up",
    "ORDER BY an alias of the same name as a variable": "engines took it for the one or the other",
    "ORDER BY an alias that hides a variable of a group": "engines took it for the one or the other",
    "ORDER BY an alias that hides a variable": "engines took it for the one or the other",
}


def codes(construct: Construct) -> set[str]:
    return {
        fault.code for text in construct.statements for fault in check_texts([("a/b", "b.cypher", f"//\n{text}\n")])[1]
    }


@pytest.mark.parametrize("construct", REFUSED, ids=lambda c: c.name)
def test_what_differs_is_refused(construct: Construct) -> None:
    assert DIFFERENCES[construct.name].refused in codes(construct)


def test_what_neo4j_alone_finds_before_it_runs_is_found_by_its_linter() -> None:
    found = lint([{"id": c.name, "text": c.text, "parameters": {}} for c in LINTED])
    assert {fault["id"] for fault in found if fault["severity"] == "error"} == {c.name for c in LINTED}


@pytest.mark.parametrize("construct", ALIKE, ids=lambda c: c.name)
def test_what_is_answered_alike_is_portable(construct: Construct) -> None:
    assert ("not_portable" in codes(construct)) == (construct.name in CAUTIOUS)
