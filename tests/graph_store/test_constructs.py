"""Construct by construct: what the embedded engine, the same over Bolt, and Neo4j answer; and the page about it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.driver import Server
from graph_store.bolt.store import BoltStore
from graph_store.embedded.serving import serve
from graph_store.opening import open_store
from graph_store.protocol import Store
from graph_store.publishing.publication import publish
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from tests.graph_store.constructs.answers import Answer, ask
from tests.graph_store.constructs.page import ENGINES, engines_page
from tests.graph_store.constructs.reading import Construct, read_constructs, read_differences
from tests.graph_store.neo4j_server import Neo4j

CONSTRUCTS = read_constructs()
PAGE = Path(__file__).parents[2] / "docs" / "engines.md"
DIFFERENCES = read_differences()
AGREE = "they agree now: take it off the list"
Answers = Mapping[str, tuple[Answer, ...]]


def answers_of(store: Store) -> Answers:
    return {construct.name: ask(store, construct) for construct in CONSTRUCTS}


@pytest.fixture(scope="module")
def embedded_answers(snapshot: Snapshot, shared_home: Path) -> Answers:
    with open_store(snapshot, Workspace(shared_home)) as store:
        return answers_of(store)


@pytest.fixture(scope="module")
def served_answers(snapshot: Snapshot, shared_home: Path) -> Answers:
    with serve(snapshot, Workspace(shared_home), port=0) as served:
        server = Server(parse_address(served.uri), Credentials(served.user, served.password))
        with BoltStore(server) as store:
            return answers_of(store)


@pytest.fixture(scope="module")
def neo4j_answers(neo4j_server: Neo4j, snapshot: Snapshot) -> Iterator[Answers]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        publish(store.server, snapshot)
        yield answers_of(store)


def unlike(construct: Construct) -> Sequence[str]:
    """Which engines are known to answer otherwise than the embedded one."""
    difference = DIFFERENCES.get(construct.name)
    return difference.unlike if difference else ()


def test_there_are_as_many_kinds_as_promised_and_each_has_its_own_name() -> None:
    assert len({construct.name for construct in CONSTRUCTS}) == len(CONSTRUCTS) >= 138
    assert DIFFERENCES.keys() <= {construct.name for construct in CONSTRUCTS}


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda c: f"{c.family}: {c.name}")
def test_neo4j_answers_as_the_embedded_engine_does_or_the_difference_is_listed(
    construct: Construct, embedded_answers: Answers, neo4j_answers: Answers
) -> None:
    if "Neo4j" in unlike(construct):
        assert neo4j_answers[construct.name] != embedded_answers[construct.name], AGREE
    else:
        assert neo4j_answers[construct.name] == embedded_answers[construct.name]


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda c: f"{c.family}: {c.name}")
def test_the_embedded_engine_answers_over_bolt_as_in_process_or_the_difference_is_listed(
    construct: Construct, embedded_answers: Answers, served_answers: Answers
) -> None:
    if "embedded over Bolt" in unlike(construct):
        assert served_answers[construct.name] != embedded_answers[construct.name], AGREE
    else:
        assert served_answers[construct.name] == embedded_answers[construct.name]


def test_the_page_tells_what_was_found(
    embedded_answers: Answers, served_answers: Answers, neo4j_answers: Answers
) -> None:
    found = dict(zip(ENGINES, (embedded_answers, served_answers, neo4j_answers), strict=True))
    page = engines_page(CONSTRUCTS, found, DIFFERENCES)
    if os.environ.get("WRITE_PAGES"):
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page, "WRITE_PAGES=1 writes it anew"
