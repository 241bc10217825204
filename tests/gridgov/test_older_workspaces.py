"""What an office loaded with an earlier release stays of use with every later one: read, asked, added to, drawn."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SCHEMA_VERSION, polars_schema
from graph_store.errors import SnapshotCorrupt
from graph_store.opening import open_store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from loaders.preparing.earlier_records import earlier_records
from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import record_schema
from queries.catalogue_reading import read_catalogue
from queries.output_formats import FORMATS, render
from queries.running import run
from tests.gridgov.command import Command
from tests.gridgov.older_workspaces import ARCHIVES, CHANGES, rewrite, unpack, with_forgotten_columns

LATER = """\
姓名,身份证号码,任职机构,机构类别,任职职务,任期起,政治面貌
例夕照,990206196206161041,和汀街道大党工委,党组织,委员,2024-09-01,中共党员
示新人,990206198001010015,和汀街道大党工委,党组织,委员,2024-09-05,中共党员
"""
"""The first is the secretary of the earlier load, by the same identity number; the second is new."""

ESTATES = "小区名称,所属街道,所属社区,户数,是否有物业管理\n示例后加苑,和汀街道,和盛里社区,88,是\n"


@pytest.fixture(params=[(archive, change) for archive in ARCHIVES for change in CHANGES], ids="-".join)
def older(request: pytest.FixtureRequest, home: Path) -> Workspace:
    """A workspace of an earlier release, as it is and as still earlier ones would have left it."""
    archive, change = request.param
    rewrite(unpack(archive, home), CHANGES[change])
    return Workspace(home)


def snapshot_of(workspace: Workspace) -> Snapshot:
    current = workspace.current()
    assert current is not None
    return current


def test_there_is_a_workspace_to_keep() -> None:
    assert "schema_1_of_2026_11" in ARCHIVES


def test_its_snapshots_are_whole_and_have_todays_columns(older: Workspace) -> None:
    for snapshot in older.snapshots():
        snapshot.verify()
        for label in NODE_TYPES:
            assert snapshot.nodes(label).schema == pl.Schema(polars_schema(label))
        for kind in RELATIONSHIP_TYPES:
            assert snapshot.relationships(kind).schema == pl.Schema(polars_schema(kind))
        counts = snapshot.manifest.counts
        assert (set(counts.nodes), set(counts.relationships)) == (set(NODE_TYPES), set(RELATIONSHIP_TYPES))
        assert counts.nodes["Estate"] == len(snapshot.nodes("Estate")) > 0
        for record, frame in earlier_records(snapshot, []).items():
            assert frame.schema == pl.Schema(record_schema(RECORD_TYPES[record]))
        assert "tenure" in earlier_records(snapshot_of(older), [])
        assert snapshot.evidence().columns[:3] == ["uid", "property", "source"]
        assert {"kept_uid", "other_uid", "rule"} <= set(snapshot.resolution().columns)
        assert {"file", "row", "code", "severity"} <= set(snapshot.faults().columns)


def test_every_question_of_the_catalogue_is_answered(older: Workspace) -> None:
    snapshot = snapshot_of(older)
    with open_store(snapshot, older) as store:
        for query in read_catalogue().queries:
            if not any(parameter.required for parameter in query.parameters):
                answer = run(store, query, {}, snapshot.manifest.as_of)
                assert render(answer, "json")
        (row,) = store.run("MATCH (e:Estate) RETURN count(e), count(e.households), count(e.old)").rows
        assert row[0] == snapshot.manifest.counts.nodes["Estate"]


def test_every_verb_takes_it(gridgov: Command, older: Workspace, tmp_path: Path) -> None:
    first, second = (snapshot.id for snapshot in older.snapshots())
    estate = snapshot_of(older).nodes("Estate")["uid"][0]
    verbs: list[tuple[Any, ...]] = [
        ("info",),
        ("snapshots",),
        ("show", estate),
        ("show", "和汀街道大党工委"),
        ("diff", first, second),
        ("diff", second, first, "--names"),
        ("reconcile",),
        ("cypher", "MATCH (n) RETURN n LIMIT 400"),
        ("query", "run", "estates/gaps"),
        ("map", "board", "-o", tmp_path / "board.html"),
        ("map", "network", "--focus", estate, "-o", tmp_path / "network.html"),
        ("export", "neo4j-admin", tmp_path / "import"),
        ("snapshots", "use", second),
    ]
    for verb in verbs:
        done = gridgov(*verb)
        assert done.code == int(verb == ("reconcile",)), (verb, done.err)  # the published figures contradict each other
    documents = [json.loads(gridgov(*verb, "--format", "json").out) for verb in (verbs[0], verbs[2], verbs[4])]
    assert documents[0]["schema_version"] <= SCHEMA_VERSION
    assert len(FORMATS) == 5


def test_it_is_added_to_under_its_own_key(gridgov: Command, older: Workspace, tmp_path: Path) -> None:
    before = snapshot_of(older)
    tenures, estates = tmp_path / "补报任职（20240910）.csv", tmp_path / "补报小区（20240910）.csv"
    tenures.write_text(LATER, encoding="utf-8")
    estates.write_text(ESTATES, encoding="utf-8")
    done = gridgov("load", tenures, estates)
    assert done.code == 0, done.out
    after = snapshot_of(older)
    assert after.id != before.id
    after.verify()
    assert len(after.nodes("Person")) == len(before.nodes("Person")) + 1, "who has the same number is the same person"
    assert set(before.nodes("Estate")["uid"]) < set(after.nodes("Estate")["uid"])
    earlier, later = (set(s.relationships("HOLDS")["uid"]) for s in (before, after))
    assert earlier <= later
    assert len(later) == len(earlier) + 2
    assert gridgov("diff", before.id, after.id).code == 0
    for verb in (("query", "run", "estates/gaps"), ("map", "board", "-o", tmp_path / "b.html"), ("info",)):
        assert gridgov(*verb).code == 0


def test_loading_again_keeps_what_it_says(gridgov: Command, home: Path, tmp_path: Path) -> None:
    """The records of the snapshot give the same graph again, beside the file that was added."""
    for archive in ARCHIVES:
        workspace = Workspace(unpack(archive, home))
        before = snapshot_of(workspace)
        estates = tmp_path / "补报小区（20240910）.csv"
        estates.write_text(ESTATES, encoding="utf-8")
        assert gridgov("load", estates).code == 0
        document = json.loads(gridgov("diff", before.id, snapshot_of(workspace).id, "--format", "json").out)
        assert document["nodes"]["removed"] == document["relationships"]["removed"] == []
        assert {entry["type"] for entry in document["nodes"]["added"]} == {"Estate", "Source"}


def test_a_change_by_hand_is_noticed_in_an_older_table_too(home: Path) -> None:
    for archive in ARCHIVES:
        rewrite(unpack(archive, home), with_forgotten_columns)
        snapshot = snapshot_of(Workspace(home))
        file = snapshot.path / "nodes" / "Estate.parquet"
        pl.read_parquet(file).with_columns(abandoned=pl.lit("改")).write_parquet(file)
        with pytest.raises(SnapshotCorrupt):
            snapshot.verify()


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 999])
def test_a_newer_one_is_refused_in_words(gridgov: Command, home: Path, version: int, tmp_path: Path) -> None:
    unpack(ARCHIVES[-1], home)
    for path in (home / "snapshots").glob("*/manifest.json"):
        path.write_text(json.dumps(json.loads(path.read_bytes()) | {"schema_version": version}), encoding="utf-8")
    estates = tmp_path / "补报小区（20240910）.csv"
    estates.write_text(ESTATES, encoding="utf-8")
    for verb in (("info",), ("load", estates), ("query", "run", "estates/gaps"), ("map", "board", "-o", "x.html")):
        for language, words in (("zh", "更新的 gridgov"), ("en", "a newer gridgov")):
            done = gridgov("--lang", language, *verb)
            assert done.code != 0
            assert words in done.err
            assert str(version) in done.err


@pytest.mark.parametrize("version", ["1", None, 1.5, 0, -1, True, [], "新"])
def test_a_version_that_is_none_is_damage(gridgov: Command, home: Path, version: object) -> None:
    unpack(ARCHIVES[-1], home)
    for path in (home / "snapshots").glob("*/manifest.json"):
        path.write_text(json.dumps(json.loads(path.read_bytes()) | {"schema_version": version}), encoding="utf-8")
    done = gridgov("info")
    assert done.code != 0
    assert "已损坏" in done.err
