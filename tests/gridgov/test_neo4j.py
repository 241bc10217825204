"""Publishing to a real Neo4j, and asking it: the same answers as from the snapshot, and no password anywhere."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

import gridgov as package
from graph_model.errors import UsageError
from graph_store.errors import NothingPublished
from gridgov.commands.push import push_line
from gridgov.settings import Settings
from tests.graph_store.neo4j_server import Neo4j, free_port
from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY
from tests.gridgov.test_json_shapes import breaches

PUSH = {
    "uri": str,
    "content_hash": str,
    "nodes": int,
    "relationships": int,
    "added": int,
    "removed": int,
    "changed": int,
    "seconds": float,
}
SECRET = "planted-password-7f3a"


@pytest.fixture
def asking(loaded: Command, neo4j_server: Neo4j, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command line beside an empty server, whose password stands in the environment."""
    neo4j_server.clear()
    monkeypatch.setenv("GRIDGOV_NEO4J_USER", neo4j_server.credentials.user)
    monkeypatch.setenv("GRIDGOV_NEO4J_PASSWORD", neo4j_server.credentials.password)
    return loaded


@pytest.fixture
def pushed(asking: Command, neo4j_server: Neo4j) -> Command:
    """The same, with the small office published."""
    outcome = asking("push", neo4j_server.uri)
    assert outcome.code == 0, outcome.err
    return asking


def test_a_push_shows_progress_and_what_it_did_and_a_second_one_does_nothing(
    asking: Command, neo4j_server: Neo4j
) -> None:
    planned = asking("push", neo4j_server.uri, "--dry-run", "--lang", "en")
    assert "estate (Estate): 2 to add." in planned.out
    assert neo4j_server.behind("MATCH (n) RETURN count(n)") == [[0]]
    first = asking("push", neo4j_server.uri, "--lang", "en")
    assert (first.code, planned.out) == (0, first.out)
    assert "writing " in first.err
    assert "reading back " in first.err
    assert f"{neo4j_server.uri} now holds snapshot" in first.err
    assert neo4j_server.behind("MATCH (e:Estate) RETURN count(e)") == [[2]]
    again = json.loads(asking("push", neo4j_server.uri, "--format", "json").out)
    assert (again["added"], again["removed"], again["changed"], again["written"]) == (0, 0, 0, False)
    assert neo4j_server.credentials.password not in first.out + first.err + planned.err


def test_what_others_changed_in_the_published_version_is_put_right_with_verify(
    pushed: Command, neo4j_server: Neo4j
) -> None:
    neo4j_server.behind("MATCH (e:Estate) SET e.name = 'x'")
    assert json.loads(pushed("push", neo4j_server.uri, "--format", "json").out)["changed"] == 0
    repaired = json.loads(pushed("push", neo4j_server.uri, "--verify", "--format", "json").out)
    assert (repaired["changed"], repaired["written"]) == (2, True)
    assert neo4j_server.behind("MATCH (e:Estate {name: 'x'}) RETURN count(e)") == [[0]]


def test_a_push_that_cannot_be_remembered_is_done_all_the_same_and_says_so(
    asking: Command, neo4j_server: Neo4j, home: Path
) -> None:
    (home / "pushes.json").mkdir()
    outcome = asking("push", neo4j_server.uri, "--lang", "en")
    assert (outcome.code, "estate (Estate): 2 to add." in outcome.out) == (0, True)
    assert "pushes.json in the workspace cannot be written" in outcome.err
    assert f"{neo4j_server.uri} now holds snapshot" in outcome.err


def test_the_json_of_a_push_counts_what_the_snapshot_holds(asking: Command, neo4j_server: Neo4j) -> None:
    document = json.loads(asking("push", neo4j_server.uri, "--format", "json").out)
    info = json.loads(asking("info", "--format", "json").out)
    assert breaches(PUSH, document) == []
    assert document["content_hash"] == info["content_hash"]
    assert document["nodes"] == sum(info["nodes"].values())
    assert document["added"] == document["nodes"] + document["relationships"]
    assert document["uri"] == neo4j_server.uri


def test_others_data_is_refused_and_force_publishes_beside_it(asking: Command, neo4j_server: Neo4j) -> None:
    neo4j_server.behind("CREATE (:Estate {name: 'theirs'})")
    refused = asking("push", neo4j_server.uri)
    assert refused.code == 2
    assert "--force" in refused.err
    assert neo4j_server.behind("MATCH (n) RETURN count(n)") == [[1]]
    assert asking("push", neo4j_server.uri, "--force").code == 0
    assert neo4j_server.behind("MATCH (e:Estate) RETURN count(e)") == [[3]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "run", "estates/gaps", "--format", "json"],
        ["cypher", "MATCH (n:Estate)-[r]->(m) RETURN n, r, m ORDER BY n.uid, r.uid", "--format", "json"],
        ["reconcile", "--format", "json"],
        ["reconcile"],
        ["query", "run", "units_by_committee"],
    ],
)
def test_a_server_gives_what_the_snapshot_gives(pushed: Command, neo4j_server: Neo4j, arguments: list[str]) -> None:
    here, there = pushed(*arguments), pushed(*arguments, "--store", neo4j_server.uri)
    assert (there.code, there.out) == (here.code, here.out)
    assert there.out


def test_the_store_may_be_named_by_the_environment_and_needs_no_snapshot(
    pushed: Command, neo4j_server: Neo4j, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(home)
    monkeypatch.setenv("GRIDGOV_STORE", neo4j_server.uri)
    rows = json.loads(pushed("query", "run", "estates/gaps", "--format", "json").out)
    assert [row["estate"] for row in rows] == ["花园", "新苑"]
    assert json.loads(pushed("reconcile", "--format", "json").out)


def test_a_network_is_drawn_of_what_a_server_holds_and_the_board_is_not(
    pushed: Command, neo4j_server: Neo4j, tmp_path: Path
) -> None:
    on_server, target = ("--store", neo4j_server.uri), tmp_path / "图.html"
    for asked in (["--focus", "东社区"], ["--cypher", "MATCH p = (:Estate)-->() RETURN p"], ["--query", "gaps"]):
        assert pushed("map", "network", *asked, "-o", target, *on_server).code == 0
        assert "花园" in target.read_text(encoding="utf-8")
        assert DAY in target.read_text(encoding="utf-8")
        target.unlink()


def test_the_board_says_that_it_needs_the_snapshot(
    loaded: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GRIDGOV_STORE", "bolt://127.0.0.1:1")
    outcome = loaded("map", "board", "-o", tmp_path / "board.html")
    assert outcome.code == 2
    assert "GRIDGOV_STORE" in outcome.err


def test_the_demo_and_the_workspaces_own_verbs_ask_no_server(loaded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRIDGOV_STORE", "bolt://127.0.0.1:1")
    assert loaded("info").code == 0
    assert loaded("show", "东社区").code == 0
    assert Settings("zh").store is None


def test_a_statement_that_writes_is_refused_and_with_write_it_stays(pushed: Command, neo4j_server: Neo4j) -> None:
    on_server = ("--store", neo4j_server.uri)
    assert pushed("cypher", "CREATE (:Film {uid: 'x'})", *on_server).code == 2
    assert neo4j_server.behind("MATCH (f:Film) RETURN count(f)") == [[0]]
    written = pushed("cypher", "CREATE (:Film {uid: 'x'})", "--write", *on_server)
    assert "会留下" in written.err
    assert neo4j_server.behind("MATCH (f:Film) RETURN count(f)") == [[1]]


def test_a_notebook_asks_a_server(pushed: Command, neo4j_server: Neo4j) -> None:
    session = package.open(store=neo4j_server.uri)
    assert session.query("gaps", as_of=datetime.date(2024, 9, 3))["estate"].to_list() == ["花园", "新苑"]
    assert session.cypher("MATCH (e:Estate) RETURN e.households AS n ORDER BY n")["n"].to_list() == [88, 420]
    assert repr(session) == f"<gridgov at {neo4j_server.uri}>"
    with pytest.raises(UsageError, match="needs the sources in the snapshot"):
        session.board()


def test_a_server_without_a_publication_says_what_to_do(asking: Command, neo4j_server: Neo4j) -> None:
    outcome = asking("query", "run", "gaps", "--store", neo4j_server.uri)
    assert outcome.code == 3
    assert "gridgov push" in outcome.err
    with pytest.raises(NothingPublished):
        package.open(store=neo4j_server.uri)
    assert asking("cypher", "RETURN 1 AS one", "--store", neo4j_server.uri).code == 0


def test_a_password_file_is_read_and_a_wrong_password_is_shown_nowhere(
    asking: Command, neo4j_server: Neo4j, tmp_path: Path
) -> None:
    file = tmp_path / "neo4j.txt"
    file.write_text(f"nobody\n{neo4j_server.credentials.password}\n", encoding="utf-8")
    file.chmod(0o600)
    named = ("--password-file", file, "--user", neo4j_server.credentials.user)
    assert asking("push", neo4j_server.uri, *named).code == 0
    file.write_text(f"neo4j\n{SECRET}\n", encoding="utf-8")
    wrong = asking("query", "run", "gaps", "--store", neo4j_server.uri, "--password-file", file)
    assert (wrong.code, wrong.out) == (3, "")
    assert SECRET not in wrong.err


def test_a_password_in_the_address_is_refused_and_not_repeated(loaded: Command) -> None:
    outcome = loaded("push", f"bolt://neo4j:{SECRET}@localhost")
    assert outcome.code == 2
    assert SECRET not in outcome.out + outcome.err


def test_nobody_is_asked_for_a_password_where_nobody_is_there(loaded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEO4J_PASSWORD", "NEO4J_AUTH", "GRIDGOV_NEO4J_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    outcome = loaded("push", "bolt://127.0.0.1:1")
    assert outcome.code == 2
    assert "GRIDGOV_NEO4J_PASSWORD" in outcome.err


def test_a_host_where_nobody_listens_ends_with_three(loaded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRIDGOV_NEO4J_PASSWORD", SECRET)
    outcome = loaded("query", "run", "gaps", "--store", f"bolt://127.0.0.1:{free_port()}")
    assert (outcome.code, outcome.out) == (3, "")
    assert SECRET not in outcome.err


def test_the_line_of_progress_has_rate_and_remaining_time() -> None:
    from graph_store.publishing.progress import PushProgress

    line = push_line(PushProgress("writing", 500, 2000, 250.0, 6.0), "en")
    assert line == "writing 500/2,000 rows, 250 rows/s, 6 s to go"
    assert push_line(PushProgress("waiting"), "zh") == "等待其他发布"
