"""One text, every engine: each question of the catalogue gives the same rows, and the same errors, wherever it is put.

The embedded engine in process is compared with the same engine over Bolt, and with a real Neo4j.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from graph_model.errors import GridgovError
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.store import connect
from graph_store.embedded.serving import serve
from graph_store.errors import ParameterMissing
from graph_store.protocol import Store
from graph_store.publishing.publication import publish
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace
from queries.query_file import QueryFile
from queries.running import run
from queries.value_types import element_type, options
from tests.graph_store.neo4j_server import Neo4j
from tests.queries.conftest import District
from tests.queries.random_district import DAY, random_district
from tests.queries.test_catalogue import QUERIES, given

SEED = 1
WITH_PARAMETERS = [query for query in QUERIES if query.parameters]


@dataclass(frozen=True)
class Published:
    """The same district of chance, to be put elsewhere."""

    snapshot: Snapshot
    workspace: Workspace


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    workspace = Workspace(tmp_path_factory.mktemp("published"))
    return Published(write_snapshot(workspace, random_district(SEED), as_of=DAY, key_fingerprint="0" * 16), workspace)


@pytest.fixture(scope="module")
def over_bolt(published: Published) -> Iterator[Store]:
    with serve(published.snapshot, published.workspace, port=0) as served:
        who = Credentials(served.user, served.password)
        with connect(served.uri, credentials=who) as store:
            yield store


@pytest.fixture(scope="module")
def on_neo4j(neo4j_server: Neo4j, published: Published) -> Iterator[Store]:
    neo4j_server.clear()
    with neo4j_server.store() as store:
        publish(store.server, published.snapshot)
        yield store


@pytest.fixture(params=["over_bolt", "on_neo4j"])
def elsewhere(request: pytest.FixtureRequest) -> Store:
    store: Store = request.getfixturevalue(request.param)
    return store


def told(store: Store, query: QueryFile, parameters: Mapping[str, object]) -> tuple[str, str, str]:
    """Return kind and texts of the error with which a question is refused."""
    with pytest.raises(GridgovError) as caught:
        run(store, query, parameters, DAY)
    return type(caught.value).__name__, caught.value.zh, caught.value.en


def of_another_type(declared: str) -> object:
    """Return a value that no parameter of a declared type takes."""
    if element_type(declared):
        return "no list"
    return 1.5 if declared in {"string", "date", "int", "boolean"} or options(declared) else "no number"


@pytest.mark.parametrize("district", [SEED], indirect=True)
@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.id)
def test_the_rows_are_the_same_in_value_type_and_order(query: QueryFile, district: District, elsewhere: Store) -> None:
    embedded = district.ask(query.id, **given(query))
    found = run(elsewhere, query, given(query), DAY)
    assert found.names == embedded.names
    assert found.rows == embedded.rows
    assert [[type(value) for value in row] for row in found.rows] == [
        [type(value) for value in row] for row in embedded.rows
    ]


@pytest.mark.parametrize("district", [SEED], indirect=True)
@pytest.mark.parametrize("query", WITH_PARAMETERS, ids=lambda q: q.id)
def test_what_a_parameter_lacks_is_told_in_the_same_words(
    query: QueryFile, district: District, elsewhere: Store
) -> None:
    wrong: list[dict[str, object]] = [{**given(query), "nosuch": 1}]
    wrong += [{**given(query), p.name: of_another_type(p.type)} for p in query.parameters]
    wrong += [{name: value for name, value in given(query).items() if name != missing} for missing in given(query)]
    for parameters in wrong:
        assert told(elsewhere, query, parameters) == told(district.store, query, parameters)


@pytest.mark.parametrize("district", [SEED], indirect=True)
@pytest.mark.parametrize("query", WITH_PARAMETERS, ids=lambda q: q.id)
def test_a_store_that_is_given_no_parameters_names_all_that_the_text_uses(
    query: QueryFile, district: District, elsewhere: Store
) -> None:
    for store in (district.store, elsewhere):
        with pytest.raises(ParameterMissing) as caught:
            store.run(query.body, {})
        assert set(caught.value.names) == {p.name for p in query.parameters}
