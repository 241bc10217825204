"""A graph out of records: what all rows define and state, the stubs that they name, and the rows behind each value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from graph_model.schema import polars_schema
from graph_store.graph_tables import GraphTables
from loaders.building.effective_rows import EffectiveRows, effective_rows
from loaders.building.node_rows import statements, tenure_statements
from loaders.building.node_tables import EVIDENCE_SCHEMA, Conflict, NodeTable, node_table
from loaders.building.person_joining import JoinedPersons, join_persons
from loaders.building.tie_rows import TieReader
from loaders.building.tie_tables import TieTables
from loaders.resolution.resolver import Resolver

PERSON_RECORDS = ("tenure", "reserve_listing")


@dataclass(frozen=True)
class SourceFile:
    """A file that records came from.

    Args:
        sha256: hash of the file.
        name: its name, without private numbers.
        day: the day as of which it speaks.
    """

    sha256: str
    name: str
    day: date


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


def select_rows(resolver: Resolver) -> Mapping[str, EffectiveRows]:
    """Tell for each record type which of its rows the graph is built from."""
    return {record: effective_rows(record, resolved) for record, resolved in resolver.records.items()}


def build_graph(resolver: Resolver, rows: Mapping[str, EffectiveRows], sources: Sequence[SourceFile]) -> BuiltGraph:
    """Build the graph that the rows say.

    Args:
        resolver: the records, resolved.
        rows: which rows count, by record type.
        sources: the files that they came from.

    Returns:
        The graph; the same rows in any order give the same graph.
    """
    persons = _persons(resolver, rows)
    readers = {name: TieReader(name, resolved, persons) for name, resolved in resolver.records.items()}
    nodes = _nodes(resolver, rows, readers, persons)
    ties = TieTables()
    dissolved = _dissolved_posts(nodes, resolver, rows, readers)
    for record, reader in readers.items():
        ties.add(reader.ties(rows[record].indices), dissolved)
    relationships = ties.tables()
    frames = {label: table.frame for label, table in nodes.items()}
    for label, stubs in _stubs(frames, relationships, resolver).items():
        frames[label] = pl.concat([frames[label], stubs]) if label in frames else stubs
    frames["Source"] = _sources(sources)
    evidence = pl.concat([pl.DataFrame(schema=EVIDENCE_SCHEMA), *(t.evidence for t in nodes.values())])
    conflicts = tuple(c for table in nodes.values() for c in table.conflicts)
    return BuiltGraph(GraphTables(frames, relationships), evidence.sort("uid", "property"), conflicts)


def _persons(resolver: Resolver, rows: Mapping[str, EffectiveRows]) -> JoinedPersons:
    keys: list[list[str]] = []
    for record in PERSON_RECORDS:
        if record in resolver.records:
            frame = resolver.records[record].frame
            keys += frame["person_keys"][list(rows[record].indices)].to_list()
    return join_persons(keys)


def _nodes(
    resolver: Resolver,
    rows: Mapping[str, EffectiveRows],
    readers: Mapping[str, TieReader],
    persons: JoinedPersons,
) -> dict[str, NodeTable]:
    found: dict[str, list[pl.DataFrame]] = {}
    for record, resolved in resolver.records.items():
        indices, reader = rows[record].indices, readers[record]
        tables = dict(statements(record, resolved, indices, reader))
        if record in PERSON_RECORDS:
            tables |= tenure_statements(record, resolved, indices, reader=reader, persons=persons, resolver=resolver)
        for label, frame in tables.items():
            found.setdefault(label, []).append(frame)
    return {label: node_table(label, frames) for label, frames in found.items()}


def _dissolved_posts(
    nodes: Mapping[str, NodeTable],
    resolver: Resolver,
    rows: Mapping[str, EffectiveRows],
    readers: Mapping[str, TieReader],
) -> Mapping[str, tuple[date | None, date]]:
    ended: dict[str, tuple[date | None, date]] = {}
    for table in nodes.values():
        if "valid_to" in table.frame.columns:
            closed = table.frame.filter(pl.col("valid_to").is_not_null())
            ended |= {uid: (e, d) for uid, e, d in closed.select("uid", "valid_to_earliest", "valid_to").iter_rows()}
    if not ended or "tenure" not in resolver.records:
        return {}
    organisations = resolver.records["tenure"].references["organisation"]
    posts = {}
    for index in rows["tenure"].indices:
        post = readers["tenure"].post(index)
        if post and organisations[index] in ended:
            posts[post] = ended[organisations[index]]
    return posts


def _stubs(
    frames: Mapping[str, pl.DataFrame], relationships: Mapping[str, pl.DataFrame], resolver: Resolver
) -> dict[str, pl.DataFrame]:
    defined = pl.concat([pl.Series("uid", [], pl.String), *(f["uid"] for f in frames.values())]).to_frame()
    ends = [
        frame.select(pl.col(end).alias("uid"), "sources")
        for frame in relationships.values()
        for end in ("start", "end")
    ]
    if not ends:
        return {}
    named = pl.concat(ends).join(defined, on="uid", how="anti").explode("sources")
    grouped = named.group_by("uid").agg(pl.col("sources").unique().sort()).sort("uid")
    by_label: dict[str, list[dict[str, object]]] = {}
    for uid, sources in grouped.iter_rows():
        thing = resolver.known.things.get(uid)
        label, name = (thing.label, thing.name) if thing else resolver.stubs[uid]
        by_label.setdefault(label, []).append({"uid": uid, "name": name, "defined": False, "sources": sources})
    return {
        label: pl.DataFrame(
            [{c: row.get(c) for c in polars_schema(label)} for row in rows], schema=dict(polars_schema(label))
        )
        for label, rows in by_label.items()
    }


def _sources(sources: Sequence[SourceFile]) -> pl.DataFrame:
    schema = polars_schema("Source")
    rows = [
        {
            "uid": f"source:{s.sha256[:12]}",
            "name": s.name,
            "defined": True,
            "sha256": s.sha256,
            "day": s.day,
            "sources": [],
        }
        for s in sources
    ]
    return pl.DataFrame([{c: row.get(c) for c in schema} for row in rows], schema=dict(schema)).sort("uid")
