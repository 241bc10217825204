"""The published figures held against the current snapshot."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.asking import open_graph, open_tables
from gridgov.settings import Settings
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.protocol import Store
    from graph_store.snapshot.reading import Snapshot
    from graph_store.snapshot.store_tables import StoreTables
    from queries.counting import Row
    from queries.figure_definitions import FigureSet, ParameterValue
    from queries.reconciliation import FigureResult, RunQuery

_PUBLISHED = Words("公布：{author}，《{title}》，{place}，{day}", "Published: {author}, {title}, {place}, {day}")
_ELSEWHERE = Words(
    "注意：这些数字说的是 {published}，载入的是 {loaded}；本区自己公布的数字，用 --figures 给出。",
    "Note: these figures speak of {published}, loaded is {loaded}; give your own district's with --figures.",
)


def reconciled(settings: Settings, figures: Path | None = None, only: str | None = None) -> tuple["FigureResult", ...]:
    """Hold published figures against the current snapshot, as of its day.

    Args:
        settings: the workspace, and the language of names and notes.
        figures: a figures file; None: the one that was published on the snapshot's district.
        only: the one figure that is asked for; None: all.

    Returns:
        One result a figure.
    """
    from queries.needs import LoadedKinds
    from queries.reconciliation import reconcile

    with open_graph(settings) as (snapshot, store):
        return reconcile(
            _figures(snapshot, figures),
            _runner(store, snapshot.manifest.as_of),
            loaded=LoadedKinds(snapshot),
            as_of=snapshot.manifest.as_of,
            language=settings.language,
            only=None if only is None else [only],
        )


def contradictions(settings: Settings, figures: Path | None = None) -> list[list[str]]:
    """Return, for each smallest set of published figures that no whole numbers satisfy, what is to be said of it.

    That they contradict each other is a fact about the publication, whatever a snapshot can count.

    Returns:
        For each set a sentence that names its figures, then the totals that its shares need.
    """
    from queries.contradictions import find_contradictions
    from queries.reconciliation_notes import contradiction_notes

    with open_tables(settings) as tables:
        published = _figures(tables, figures)
    found = find_contradictions(published.claims())
    first = [(published.figure(next(iter(c.figures))), c) for c in found]
    return [contradiction_notes(published, figure, [c], settings.language) for figure, c in first]


def publication_lines(settings: Settings, figures: Path | None = None) -> list[str]:
    """Return who published the figures, where and when; and a warning if they speak of another district."""
    with open_tables(settings) as tables:
        published = _figures(tables, figures)
        codes = tables.nodes("District")["code"].drop_nulls().to_list()
    said = published.publication
    lines = [settings.text(_PUBLISHED, author=said.author, place=said.place, day=said.day, title=said.title)]
    if codes and published.district not in codes:
        lines.append(settings.text(_ELSEWHERE, published=published.district, loaded=", ".join(sorted(codes))))
    return lines


def _figures(tables: "Snapshot | StoreTables", file: Path | None) -> "FigureSet":
    from queries.figure_files import figures_for, read_figures

    if file is not None:
        return read_figures(file)
    codes = tables.nodes("District")["code"].drop_nulls().sort().to_list()
    return figures_for(codes[0] if codes else None)


def _runner(store: "Store", day: date) -> "RunQuery":
    from queries.catalogue_reading import read_catalogue
    from queries.running import run

    catalogue = read_catalogue()

    def run_query(query_id: str, parameters: dict[str, "ParameterValue | date"]) -> Sequence["Row"]:
        query = catalogue.find(query_id)
        undeclared = {"as_of"} - {p.name for p in query.parameters}
        given = {name: value for name, value in parameters.items() if name not in undeclared}
        return run(store, query, given, day).records()

    return run_query
