"""A graph out of records: what all rows define and state, the stubs that they name, and the rows behind each value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from graph_store.snapshot.graph_tables import GraphTables
from loaders.building.effective_rows import EffectiveRows, effective_rows, fill_blanks
from loaders.building.node_rows import statements, tenure_statements
from loaders.building.node_tables import EVIDENCE_SCHEMA, Conflict, NodeTable, node_table
from loaders.building.numbers_under_two_names import good_keys
from loaders.building.person_joining import JoinedPersons, join_persons
from loaders.building.sources import SourceFile, source_nodes
from loaders.building.stubs import stub_nodes
from loaders.building.tie_rows import TieReader
from loaders.building.tie_tables import Dissolved, TieTables
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import private_fields
from loaders.resolution.resolver import Resolver

PERSON_RECORDS = tuple(name for name, cls in RECORD_TYPES.items() if private_fields(cls))
"""Record types whose rows are about a person."""


@dataclass(frozen=True)
class BuiltGraph:
    """A graph, and what came to light while it was built.

    Args:
        tables: nodes and relationships.
        evidence: uid, property, source: which row gave which value.
        conflicts: rows whose values were not kept.
    """

    tables: GraphTables
    evidence: pl.DataFrame
    conflicts: tuple[Conflict, ...]


def persons_of(resolver: Resolver) -> JoinedPersons:
    """Return the persons of all rows without an error, those too that newer rows replace: they may join two keys."""
    return join_persons(good_keys(resolver, PERSON_RECORDS))


def select_rows(resolver: Resolver, persons: JoinedPersons) -> Mapping[str, EffectiveRows]:
    """Tell for each record type which of its rows the graph is built from."""
    return {record: effective_rows(record, resolved, persons) for record, resolved in resolver.records.items()}


def build_graph(
    resolver: Resolver, rows: Mapping[str, EffectiveRows], persons: JoinedPersons, sources: Sequence[SourceFile]
) -> BuiltGraph:
    """Build the graph that the rows say.

    Args:
        resolver: the records, resolved.
        rows: which rows count, by record type.
        persons: the persons of all rows.
        sources: the files that they came from.

    Returns:
        The graph; the same rows in any order give the same graph.
    """
    nodes_said = {record: (*chosen.indices, *(i for i, _ in chosen.older)) for record, chosen in rows.items()}
    readers = {name: TieReader(name, resolved, persons) for name, resolved in resolver.records.items()}
    nodes = _nodes(resolver, nodes_said, readers)
    for record, chosen in rows.items():
        fill_blanks(record, resolver.records[record], chosen)
    ties = TieTables()
    dissolved = _dissolved_posts(nodes, resolver, rows, readers)
    for record in list(readers):
        ties.add(readers.pop(record).ties(rows[record].indices), dissolved)
        resolver.records[record].release()
    relationships = ties.tables()
    frames = {label: table.frame for label, table in nodes.items()}
    for label, stubs in stub_nodes(frames, relationships, resolver).items():
        frames[label] = pl.concat([frames[label], stubs]).sort("uid") if label in frames else stubs
    frames["Source"] = source_nodes(sources)
    evidence = pl.concat([pl.DataFrame(schema=EVIDENCE_SCHEMA), *(t.evidence for t in nodes.values())])
    conflicts = tuple(c for table in nodes.values() for c in table.conflicts)
    return BuiltGraph(GraphTables(frames, relationships), evidence.sort("uid", "property"), conflicts)


def _nodes(
    resolver: Resolver,
    rows: Mapping[str, Sequence[int]],
    readers: Mapping[str, TieReader],
) -> dict[str, NodeTable]:
    found: dict[str, list[pl.DataFrame]] = {}
    for record, resolved in resolver.records.items():
        indices, reader = rows[record], readers[record]
        tables = dict(statements(record, resolved, indices, reader))
        if record in PERSON_RECORDS:
            tables |= tenure_statements(record, resolved, indices, reader=reader, resolver=resolver)
        for label, frame in tables.items():
            found.setdefault(label, []).append(frame)
    return {label: node_table(label, found.pop(label)) for label in list(found)}  # one after the other is let go


def _dissolved_posts(
    nodes: Mapping[str, NodeTable],
    resolver: Resolver,
    rows: Mapping[str, EffectiveRows],
    readers: Mapping[str, TieReader],
) -> Dissolved:
    ended: dict[str, tuple[date | None, date]] = {}
    for table in nodes.values():
        if "valid_to" in table.frame.columns:
            closed = table.frame.filter(pl.col("valid_to").is_not_null())
            ended |= {uid: (e, d) for uid, e, d in closed.select("uid", "valid_to_earliest", "valid_to").iter_rows()}
    if not ended or "tenure" not in resolver.records:
        return {}
    organisations, posts = resolver.records["tenure"].references["organisation"], readers["tenure"].posts
    return {
        posts[index]: ended[organisations[index]]
        for index in rows["tenure"].indices
        if organisations[index] in ended and posts[index]
    }
