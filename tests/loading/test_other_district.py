"""A district that is not the example: other codes, other headings, ten times the size, other numbers."""

import json
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from loaders.load import LoadReport, load
from loaders.preparing.options import LoadOptions
from tests.loading.command_line import gridgov
from tests.loading.invented_district import InventedDistrict, write_district


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> InventedDistrict:
    folder = tmp_path_factory.mktemp("large")
    return write_district(folder, prefix="880713", subdistricts=20, communities=600, estates=5000)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def report(district: InventedDistrict, home: Path) -> LoadReport:
    return load(district.files, Workspace(home), LoadOptions(mapping=district.mapping))


def test_every_row_is_accepted(district: InventedDistrict, report: LoadReport) -> None:
    assert (report.read, report.accepted, report.rejected) == (district.read, district.read, 0)
    assert report.faults == ()


def test_nodes_and_ties_are_as_many_as_the_rows_say(district: InventedDistrict, report: LoadReport) -> None:
    assert report.snapshot is not None
    counts = report.snapshot.manifest.counts
    nodes = {label: n for label, n in counts.nodes.items() if n and label != "Source"}
    assert nodes == district.nodes
    assert {kind: n for kind, n in counts.relationships.items() if n} == district.ties


def test_reconciliation_says_what_differs_and_what_nothing_was_loaded_of(report: LoadReport, home: Path) -> None:
    assert report.snapshot is not None
    outcome = gridgov(home, "reconcile", "--format", "json")
    figures = {row["figure"]: (row["computed"], row["verdict"]) for row in json.loads(outcome.out)}
    assert (outcome.code, "Traceback" in outcome.err) == (1, False)
    assert figures["enlarged_community_committees"] == (600, "differs")
    assert figures["training_sessions_community"] == (None, "not_counted")


def test_the_map_is_built(report: LoadReport, home: Path, tmp_path: Path) -> None:
    assert report.snapshot is not None
    outcome = gridgov(home, "map", "board", "--output", str(tmp_path / "map.html"))
    assert outcome.code == 0, outcome.err
    assert "地块04999" in (tmp_path / "map.html").read_text(encoding="utf-8")
