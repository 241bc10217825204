"""Files for neo4j-admin: a real import gives the same graph, and a push goes on from there."""

from datetime import date
from pathlib import Path

import pytest

from graph_store.bolt.store import BoltStore
from graph_store.errors import SnapshotError
from graph_store.forms.neo4j_admin import ARGUMENTS, GUIDE, export_neo4j_admin
from graph_store.publishing.publication import publish, rehearse, verified_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import own_server

AWKWARD: small_graph.Rows = {
    **small_graph.NODES,
    "Community": [
        {
            "uid": "community:1",
            "name": '引号"逗号,分号;',
            "code": "0123",
            "note": "第一行\n第二行\\",
            "sources": ["a;b,c", '"'],
        },
        {"uid": "community:2", "name": "", "note": " 空格 "},
        *small_graph.NODES["Community"],
    ],
    "Election": [{"uid": "election:1", "name": "换届", "held_on": date(2024, 2, 29)}],
}


@pytest.fixture
def awkward(tmp_path: Path) -> Snapshot:
    return small_graph.publish(tmp_path / "home", small_graph.tables(AWKWARD, small_graph.RELATIONSHIPS))


def test_a_real_import_gives_the_same_graph_and_a_push_goes_on_from_there(awkward: Snapshot, tmp_path: Path) -> None:
    export = export_neo4j_admin(awkward, tmp_path / "files")
    own = own_server(tmp_path / "server")
    told = own.admin("database", "import", "full", f"@{ARGUMENTS}", folder=export.folder)
    assert f"{export.nodes} nodes" in told
    assert f"{export.relationships} relationships" in told
    own.start()
    try:
        with BoltStore(own.neo4j.server()) as store:
            assert store.published() == verified_hash(store.server, awkward) == awkward.manifest.content_hash
            assert store.run("MATCH (n:AdminUnit) RETURN count(n)").rows == [(5,)]
            assert rehearse(store.server, awkward).plan.size == 0
            assert publish(store.server, awkward).plan.size == 0
            fewer = small_graph.publish(tmp_path / "fewer")
            assert publish(store.server, fewer).plan.size == 3
            assert verified_hash(store.server, fewer) == store.published() == fewer.manifest.content_hash
    finally:
        own.kill()


def test_the_files_are_named_and_the_command_is_told(snapshot: Snapshot, tmp_path: Path) -> None:
    export = export_neo4j_admin(snapshot, tmp_path, database="district")
    assert sorted(export.files) == sorted(path.name for path in tmp_path.iterdir())
    arguments = (tmp_path / ARGUMENTS).read_text(encoding="utf-8").splitlines()
    branch = "PartyBranch:PartyOrganisation:Organisation=PartyBranch.header.csv,PartyBranch.csv"
    assert f"--nodes={branch}" in arguments
    assert arguments[0] == "district"
    assert export.command in (tmp_path / GUIDE).read_text(encoding="utf-8")
    header = (tmp_path / "COVERS.header.csv").read_text(encoding="utf-8")
    assert header.startswith(":START_ID,:END_ID,uid:string,valid_from:date")


def test_a_list_that_holds_the_divider_is_refused(tmp_path: Path) -> None:
    nodes = {"Grid": [{"uid": "grid:1", "name": "x", "sources": ["a\x1fb"]}]}
    snapshot = small_graph.publish(tmp_path / "home", small_graph.tables(nodes, {}))
    with pytest.raises(SnapshotError, match="U\\+001F"):
        export_neo4j_admin(snapshot, tmp_path / "files")
