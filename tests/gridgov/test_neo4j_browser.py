"""The kit in the real Neo4j Browser, with a real Neo4j and with `gridgov serve`: colours, sizes, questions, rows."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph_store.embedded.serving import serve
from graph_store.workspace.home import Workspace
from queries.catalogue_reading import read_catalogue
from tests.graph_store.neo4j_server import Neo4j
from tests.gridgov.browser_visit import BrowserVisit, application, served, visit
from tests.gridgov.command import Command
from visualisations.palette import COMMUNITY, ESTATE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
QUESTION = "estates/gaps"


@dataclass(frozen=True)
class Asked:
    """A server that holds the small office, and who may ask it."""

    uri: str
    user: str
    password: str


@pytest.fixture(params=["neo4j", "serve"])
def asked(
    request: pytest.FixtureRequest, loaded: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Asked]:
    if request.param == "serve":
        workspace = Workspace(home)
        snapshot = workspace.current()
        assert snapshot is not None
        with serve(snapshot, workspace, port=0) as open_to:
            yield Asked(open_to.uri, open_to.user, open_to.password)
        return
    server: Neo4j = request.getfixturevalue("neo4j_server")
    server.clear()
    user, password = server.credentials.user, server.credentials.password
    monkeypatch.setenv("GRIDGOV_NEO4J_USER", user)
    monkeypatch.setenv("GRIDGOV_NEO4J_PASSWORD", password)
    assert loaded("push", server.uri).code == 0
    yield Asked(server.uri, user, password)


@pytest.fixture
def visited(browser: "Browser") -> Iterator[BrowserVisit]:
    context = browser.new_context(viewport={"width": 1500, "height": 1000})
    with served(application()) as address:
        yield visit(context, address)
        context.close()


def test_the_kit_in_neo4j_browser(visited: BrowserVisit, asked: Asked, loaded: Command, tmp_path: Path) -> None:
    loaded("export", "browser", tmp_path / "kit")
    visited.connect(asked.uri, asked.user, asked.password)

    visited.drop(tmp_path / "kit" / "gridgov.grass")
    visited.tab.get_by_text("node.Estate {").wait_for()
    visited.run("MATCH (e:Estate)-[t:LOCATED_IN]->(c:Community) RETURN e, t, c")
    assert visited.drawn(nodes=4) == sorted(
        [
            *((name, ESTATE.light, 25 * ESTATE.scale) for name in ("花园", "新苑")),
            *((name, COMMUNITY.light, 25 * COMMUNITY.scale) for name in ("东社区", "西社区")),
        ]
    )

    query = read_catalogue().find(QUESTION)
    visited.drop(tmp_path / "kit" / "favourites.zip")
    visited.part("navigationFavorites").click()
    for family in {query.family for query in read_catalogue().queries}:
        visited.part(f"savedScriptsFolder-gridgov/{family}").wait_for()
    visited.part(f"expandFolder-gridgov/{query.family}").click()
    title = visited.part(f"scriptTitle-{query.title.zh}")
    item = visited.part("savedScriptListItem").filter(has=title)
    item.get_by_test_id("savedScriptsButton-Run").click()
    answer = json.loads(loaded("query", "run", QUESTION, "--format", "json").out)
    assert visited.rows(query.columns[0].name) == [
        [str(number), *(json.dumps(value, ensure_ascii=False) for value in row.values())]
        for number, row in enumerate(answer, start=1)
    ]

    assert visited.sockets == {asked.uri.replace("bolt://", "ws://")}
    told = (Path(__file__).parents[2] / "docs" / "neo4j.md").read_text(encoding="utf-8")
    assert [host for host in visited.refused if ".".join(host.split(".")[-2:]) not in told] == []
