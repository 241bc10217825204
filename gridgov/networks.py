"""What a network map shows: the nodes and ties of a result, or what lies around a node."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from gridgov.asking import open_any_store, open_graph, open_tables
from gridgov.settings import Settings
from gridgov.usage import usage_error
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.protocol import Store
    from graph_store.snapshot.reading import Snapshot
    from graph_store.snapshot.store_tables import StoreTables
    from visualisations import Subgraph

_BETWEEN = """\
MATCH (n) WHERE n.uid IN $uids
OPTIONAL MATCH (n)-[r]->(m) WHERE m.uid IN $uids
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
RETURN n, r
"""
_BESIDE = """\
MATCH (n)-[r]-(m) WHERE n.uid IN $uids
  AND (m:Organisation OR m:JointBody OR m:AdminUnit OR m:Estate OR m:Grid OR m:Area)
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
RETURN n, r, m
"""
_NO_NODES = Words(
    "结果里没有节点，也没有 uid 列，画不成图。",
    "The result has neither nodes nor a column of uids; there is nothing to draw.",
)


def of_query(settings: Settings, name: str, parameters: Sequence[str]) -> tuple[str, "Subgraph"]:
    """Return the title of a question, and the nodes that its rows name with the ties among them.

    Where no two of these nodes are tied, their neighbours are taken in: committees of units, say. Posts, persons and
    events are not.
    """
    from queries.catalogue_reading import read_catalogue
    from queries.parameters import from_texts
    from queries.running import run

    query = read_catalogue().find(name)
    given = from_texts(query, parameters)
    with open_graph(settings) as (snapshot, store):
        day = snapshot.manifest.as_of
        answer = run(store, query, given, day)
        asked = given.get("as_of", day)
        uids = _uids(answer.names, answer.rows)
        if not uids:
            raise usage_error(_NO_NODES)
        return query.title.text(settings.language), _tied(store, uids, asked if isinstance(asked, date) else day)


def of_cypher(settings: Settings, text: str, parameters: Sequence[str]) -> "Subgraph":
    """Return the nodes and relationships that the last statement of a script returns."""
    from queries.parameters import untyped_from_texts
    from queries.script import parse_script, run_statement
    from visualisations import subgraph_of

    given = untyped_from_texts(parameters)
    with open_any_store(settings) as store:
        answers = [run_statement(store, statement, given) for statement in parse_script(text)]
    return subgraph_of(answers[-1].rows if answers else [])


def of_focus(settings: Settings, asked: str, hops: int, persons: bool) -> tuple[str, "Subgraph"]:
    """Return the name of a node, and what lies within so many ties of it."""
    from gridgov.finding import find
    from visualisations import neighbourhood

    with open_tables(settings) as tables:
        node = find(tables, asked)
        return node.name, neighbourhood(tables, node.uid, hops=hops, persons=persons)


def further(tables: "Snapshot | StoreTables", shown: "Subgraph") -> "Subgraph":
    """Return what a page shows when a node is expanded."""
    from visualisations import around

    return around(tables, [node.uid for node in shown.nodes])


def _uids(names: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    positions = [n for n, name in enumerate(names) if name == "uid" or name.endswith(("_uid", "_uids"))]
    cells = [cell for row in rows for cell in (row[n] for n in positions) if cell is not None]
    flat = [part for cell in cells for part in (cell if isinstance(cell, list | tuple) else [cell])]
    return list(dict.fromkeys(str(uid) for uid in flat))


def _tied(store: "Store", uids: list[str], day: date) -> "Subgraph":
    from visualisations import subgraph_of

    between = subgraph_of(store.run(_BETWEEN, {"uids": uids, "as_of": day}).rows)
    if between.links:
        return between
    return subgraph_of([*store.run(_BESIDE, {"uids": uids, "as_of": day}).rows, between.nodes])
