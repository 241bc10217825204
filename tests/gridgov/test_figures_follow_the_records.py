"""Each published figure is counted from rows: without one of them, the count moves and the verdict follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from graph_store.opening import open_store
from graph_store.snapshot.graph_tables import GraphTables
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace
from loaders.building.graph import build_graph, persons_of, select_rows
from loaders.building.sources import SourceFile
from loaders.load import load
from loaders.preparing.options import LoadOptions
from loaders.record_types import RECORD_TYPES
from loaders.records.combined_records import combine
from loaders.resolution.resolver import Resolver
from queries.catalogue_reading import read_catalogue
from queries.figure_files import figures_for
from queries.needs import LoadedKinds
from queries.reconciliation import FigureResult, reconcile
from queries.running import run
from sample_data.example import write_example

NOT_COUNTABLE = {"troika_satisfaction", "nominate_and_remove_estates"}
KINDS = {
    "grid_kinds": ("Grid", "kind"),
    "training_levels": ("TrainingSite", "level"),
}
"""Figures that count kinds: what stands behind one of them is every node of that kind."""
SHARES = {"work_coverage": "COVERS", "managed_share": "SERVES", "owners_committee_share": "REPRESENTS"}
"""Figures that are shares: what makes an estate count is a tie that ends there."""


@dataclass(frozen=True)
class Counted:
    """A snapshot and what its figures come to."""

    snapshot: Snapshot
    results: Mapping[str, FigureResult]


def counted(snapshot: Snapshot, workspace: Workspace) -> Counted:
    code = snapshot.nodes("District")["code"][0]
    figures, catalogue, day = figures_for(code), read_catalogue(), snapshot.manifest.as_of

    def rows(query_id: str, parameters: Mapping[str, object]) -> list[dict[str, object]]:
        query = catalogue.find(query_id)
        declared = {p.name for p in query.parameters}
        given = {k: v for k, v in parameters.items() if k in declared}
        return run(store, query, given, day).records()

    with open_store(snapshot, workspace) as store:
        results = reconcile(figures, rows, loaded=LoadedKinds(snapshot), as_of=day)
    return Counted(snapshot, {r.figure: r for r in results})


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Counted:
    folder = tmp_path_factory.mktemp("figures")
    files = write_example(folder / "files")
    workspace = Workspace(folder / "home")
    snapshot = load(files, workspace, LoadOptions()).snapshot
    assert snapshot is not None
    return counted(snapshot, workspace)


def sources_behind(snapshot: Snapshot, figure: str, uid: str) -> set[str]:
    """Return the rows that define a counted thing, or state a counted tie."""
    if figure in SHARES:
        found = snapshot.relationships(SHARES[figure]).filter(pl.col("end") == uid)
    elif figure in KINDS:
        label, name = KINDS[figure]
        found = snapshot.nodes(label).filter(pl.col(name) == uid)
    elif ":" not in uid:
        committees = snapshot.nodes("PartyCommittee")  # a level of organisation: its committees are behind it
        found = committees.filter(pl.col("kind") == f"enlarged_{uid}_committee")
    else:
        tables = [snapshot.nodes(label) for label in snapshot.manifest.counts.nodes]
        ties = [snapshot.relationships(kind) for kind in snapshot.manifest.counts.relationships]
        found = pl.concat([t.filter(pl.col("uid") == uid).select("sources") for t in (*tables, *ties)])
    return {source for sources in found["sources"].to_list() for source in sources}


def chosen(result: FigureResult, taken: set[str]) -> str:
    """Return a counted thing of a figure that no other figure has chosen."""
    uids = [str(row["uid"]) for row in result.rows if row.get("counted", True)]
    if result.figure == "organisation_levels":
        return next(u for u in uids if u == "subdistrict")
    return next(u for u in uids if u not in taken)


@pytest.fixture(scope="module")
def after(before: Counted, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """The same records without the rows behind one counted thing of each figure, built anew."""
    taken: set[str] = set()
    gone: set[str] = set()
    for name, result in before.results.items():
        if name not in {*NOT_COUNTABLE, *KINDS, "organisation_levels"}:
            uid = chosen(result, taken)
            taken.add(uid)
            gone |= sources_behind(before.snapshot, name, uid)
    return rebuilt(before.snapshot, gone, tmp_path_factory.mktemp("after"))


def rebuilt(snapshot: Snapshot, gone: set[str], home: Path) -> Counted:
    place = pl.format("{}#{}!{}", "source", "sheet", "row")
    kept = {
        name: frame.filter(~place.is_in(list(gone)))
        for name in RECORD_TYPES
        if not (frame := snapshot.records(name)).is_empty()
    }
    resolver = Resolver(combine({}, kept), {})
    resolver.run()
    persons = persons_of(resolver)
    day = snapshot.manifest.as_of
    sources = [SourceFile(s["sha256"], s["name"], day) for s in snapshot.manifest.sources]
    graph = build_graph(resolver, select_rows(resolver, persons), persons, sources)
    workspace = Workspace(home)
    tables = GraphTables(graph.tables.nodes, graph.tables.relationships)
    written = write_snapshot(
        workspace, tables, as_of=day, key_fingerprint=snapshot.manifest.key_fingerprint, records=kept
    )
    return counted(written, workspace)


def test_every_figure_is_counted_and_agrees_but_the_one_that_contradicts(before: Counted) -> None:
    """The example meets what can be met; a share that no total fits is said to contradict."""
    verdicts = {name: r.verdict for name, r in before.results.items()}
    assert {n for n, v in verdicts.items() if v == "not_counted"} == NOT_COUNTABLE
    assert {n for n, v in verdicts.items() if v == "contradicts"} == {"managed_share"}
    assert set(verdicts.values()) == {"agrees", "contradicts", "not_counted"}


def test_without_a_contributing_row_each_count_moves_and_its_verdict_follows(before: Counted, after: Counted) -> None:
    """No figure stands in the data or the code: each follows the rows."""
    for name, first in before.results.items():
        if name in {*NOT_COUNTABLE, *KINDS, "organisation_levels"}:
            continue
        then = after.results[name]
        assert then.computed is not None, name
        assert first.computed is not None, name
        assert then.computed < first.computed, name
        if first.operator == "=":
            assert then.verdict in {"differs", "contradicts"}, name


@pytest.mark.soak
@pytest.mark.parametrize("figure", [*KINDS, "organisation_levels"])
def test_without_the_rows_behind_one_kind_the_count_of_kinds_moves(
    before: Counted, figure: str, tmp_path: Path
) -> None:
    """A kind is counted while a row has it."""
    uid = chosen(before.results[figure], set())
    then = rebuilt(before.snapshot, sources_behind(before.snapshot, figure, uid), tmp_path).results[figure]
    assert (before.results[figure].verdict, then.verdict) == ("agrees", "differs")
    assert (then.computed or 0) < (before.results[figure].computed or 0)
