"""Questions to the example district: in a new process, in one that is open, and put to plain libraries."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import networkx as nx
import polars as pl

from benchmarks.measuring import Measure, best
from graph_store.forms.as_networkx import to_networkx
from graph_store.opening import open_store
from graph_store.protocol import Store
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from queries.catalogue_reading import read_catalogue
from queries.query_file import QueryFile
from queries.running import run

QUESTIONS = (
    "co_building/bridging_units",
    "co_building/units_by_ties",
    "estates/gaps",
    "roles/interlocks",
    "structure/committee_tree",
)
VERBS: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("info",),
    ("show", "鹭湾街道"),
    ("snapshots",),
    ("map", "board", "-o", "board.html"),
)
TIES = ("CO_BUILDS_WITH", "TAKES_PART_IN", "PARTY_TO")
BOUNDS = ("valid_from", "valid_to")
REPEATS = 7


def verbs(home: Path) -> Iterator[tuple[str, Measure]]:
    """Measure verbs that start no Java, each in a new process."""
    for verb in VERBS:
        arguments = [str(home.parent / part) if part.endswith(".html") else part for part in verb]
        yield " ".join(verb), best(["-m", "gridgov", *arguments], {"GRIDGOV_HOME": str(home)})


def first_answer(home: Path) -> tuple[Measure, Measure]:
    """Measure the first question, for which the engine is built, and the first of a later process."""
    command = ["-m", "gridgov", "query", "run", QUESTIONS[0], "--format", "json"]
    environment = {"GRIDGOV_HOME": str(home)}
    return best(command, environment, runs=1), best(command, environment)


def answers(home: Path) -> Iterator[tuple[str, str, float, int]]:
    """Ask in an open process: question, program, median milliseconds, rows."""
    workspace = Workspace(home)
    snapshot = workspace.current()
    assert snapshot is not None
    catalogue, day = read_catalogue(), snapshot.manifest.as_of
    with open_store(snapshot, workspace) as store:
        for name in QUESTIONS:
            yield name, "gridgov", *_median(partial(_ask, store, catalogue.find(name), day))
    yield QUESTIONS[1], "Polars", *_median(lambda: _ties_by_polars(snapshot, day))
    graph = to_networkx(snapshot)
    yield QUESTIONS[1], "NetworkX", *_median(lambda: _ties_by_networkx(graph, day))


def _ask(store: Store, query: QueryFile, day: date) -> int:
    return len(run(store, query, {}, day).records())


def _median(ask: Callable[[], int]) -> tuple[float, int]:
    times, rows = [], 0
    for _ in range(REPEATS):
        began = time.perf_counter()
        rows = ask()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), rows


def _ties_by_polars(snapshot: Snapshot, day: date) -> int:
    """Organisations by number of ties on the day; read from the snapshot's files each time."""
    ties = pl.concat([snapshot.relationships(kind).select("start", "end", *BOUNDS) for kind in TIES])
    held = ties.filter(
        pl.col("valid_from").is_null() | (pl.col("valid_from") <= day),
        pl.col("valid_to").is_null() | (pl.col("valid_to") > day),
    )
    return len(held.group_by("start").agg(pl.col("end").n_unique()).sort("end", descending=True))


def _ties_by_networkx(graph: "nx.MultiDiGraph[str]", day: date) -> int:
    """The same, over all edges of a graph that is built already."""
    found: dict[str, set[str]] = {}
    for start, end, tie in graph.edges(data=True):
        if tie["type"] in TIES and tie.get("valid_from", day) <= day < tie.get("valid_to", date.max):
            found.setdefault(start, set()).add(end)
    return len(sorted(found, key=lambda unit: -len(found[unit])))


if __name__ == "__main__":
    for question, program, milliseconds, count in answers(Path(sys.argv[1])):
        print(question, program, milliseconds, count, sep="\t")
