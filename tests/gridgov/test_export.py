"""Files for other programs: what neo4j-admin and Neo4j Browser are given."""

import re
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from graph_model.schema import NODE_TYPES
from graph_store.opening import open_store
from graph_store.workspace.home import Workspace
from queries.catalogue_reading import read_catalogue
from queries.parameters import bind
from queries.script import parse_script
from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY
from visualisations.palette import ESTATE


def test_the_command_that_imports_is_told(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("export", "neo4j-admin", tmp_path / "导入", "--database", "district")
    assert outcome.code == 0
    assert outcome.out == "neo4j-admin database import full @import.args\n"
    arguments = (tmp_path / "导入" / "import.args").read_text(encoding="utf-8")
    assert arguments.startswith("district\n")
    assert "花园" in (tmp_path / "导入" / "Estate.csv").read_text(encoding="utf-8")


def test_the_style_sheet_has_a_rule_for_each_label_in_the_colours_of_the_maps(loaded: Command, tmp_path: Path) -> None:
    assert loaded("export", "browser", tmp_path).code == 0
    sheet = (tmp_path / "gridgov.grass").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^([\w.]+) \{\n(.*?)\n\}", sheet, re.DOTALL | re.MULTILINE))
    assert set(rules) == {"node", "relationship", *(f"node.{label}" for label in NODE_TYPES)}
    assert f"color: {ESTATE.light};" in rules["node.Estate"]
    assert "caption: '{name}';" in rules["node.Estate"]


def test_each_question_is_a_favourite_with_its_title_and_its_values_in_place(loaded: Command, tmp_path: Path) -> None:
    assert loaded("export", "browser", tmp_path, "--lang", "en").code == 0
    queries = read_catalogue().queries
    with ZipFile(tmp_path / "favourites.zip") as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert set(texts) == {f"gridgov/{query.id}.cypher" for query in queries}
    for query in queries:
        assert texts[f"gridgov/{query.id}.cypher"].startswith(f"// {query.title.en}\n")
    bridging = texts["gridgov/co_building/bridging_units.cypher"]
    assert bridging.splitlines()[1:3] == [
        "// minimum = 2: fewest communities or subdistricts",
        f"// as_of = date('{DAY}'): the day asked about",
    ]
    assert f"t.valid_from <= date('{DAY}')" in bridging
    assert "communities >= 2 OR" in bridging


def test_every_favourite_is_one_statement_that_answers_as_its_question(
    loaded: Command, home: Path, tmp_path: Path
) -> None:
    loaded("export", "browser", tmp_path)
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    day = snapshot.manifest.as_of
    with closing(open_store(snapshot, workspace)) as store:
        for query in read_catalogue().queries:
            (favourite,) = parse_script((tmp_path / "gridgov" / f"{query.id}.cypher").read_text(encoding="utf-8"))
            taken = {p.name for p in query.parameters if not p.snapshot_day}
            given = {name: value for name, value in (query.browser or {}).items() if name in taken}
            asked = store.run(query.body, bind(query, given, day))
            assert list(store.run(favourite.text).rows) == list(asked.rows), query.id


def test_a_favourite_runs_as_it_is(loaded: Command, tmp_path: Path) -> None:
    loaded("export", "browser", tmp_path)
    file = tmp_path / "gridgov" / "estates" / "gaps.cypher"
    script = loaded("cypher", "-f", file, "--format", "csv")
    assert (script.code, script.out) == (0, loaded("query", "run", "estates/gaps", "--format", "csv").out)
