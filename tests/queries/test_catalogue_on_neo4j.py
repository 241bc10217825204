"""One text, two engines: every question of the catalogue gives the same rows on a real Neo4j as on the embedded one."""

from collections.abc import Iterator

import pytest

from graph_store.bolt_store import BoltStore
from graph_store.publishing import publish
from graph_store.workspace import Workspace
from graph_store.writing import write_snapshot
from queries.query_file import QueryFile
from queries.running import run
from tests.graph_store.neo4j_server import Neo4j
from tests.queries.conftest import District
from tests.queries.random_district import DAY, random_district
from tests.queries.test_catalogue import QUERIES, given

SEED = 1


@pytest.fixture(scope="module")
def on_neo4j(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    """The same district of chance, published on a server."""
    neo4j_server.clear()
    workspace = Workspace(tmp_path_factory.mktemp("pushed"))
    with neo4j_server.store() as store:
        publish(store.server, write_snapshot(workspace, random_district(SEED), as_of=DAY, key_fingerprint="0" * 16))
        yield store


@pytest.mark.parametrize("district", [SEED], indirect=True)
@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.id)
def test_the_rows_are_the_same_in_value_type_and_order(
    query: QueryFile, district: District, on_neo4j: BoltStore
) -> None:
    embedded = district.ask(query.id, **given(query))
    served = run(on_neo4j, query, given(query), DAY)
    assert served.names == embedded.names
    assert served.rows == embedded.rows
    assert [[type(value) for value in row] for row in served.rows] == [
        [type(value) for value in row] for row in embedded.rows
    ]
