"""Nodes that the rows of one record type define, as a table of statements: one row says one thing of one node."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from graph_model.schema import polars_schema, property_kinds
from loaders.building.person_joining import JoinedPersons
from loaders.building.tie_rows import TieReader, day_of_event, written_bounds
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolved_records import ResolvedRecords
from loaders.resolution.resolver import Resolver

BOUNDS = ("valid_from", "valid_from_latest", "valid_to_earliest", "valid_to")
STATEMENT = {
    "uid": pl.String(),
    "name": pl.String(),
    "day": pl.Date(),
    "newest": pl.String(),
    "file": pl.String(),
    "row": pl.Int64(),
    "source": pl.String(),
    "record": pl.String(),
    "index": pl.Int64(),
    "stated": pl.Boolean(),
}
"""Columns of a statement beside the properties: where it stands, and what makes one go before another."""


def own_properties(label: str) -> list[str]:
    """Return the properties of a label that rows state, other than its name."""
    return [p for p in property_kinds(label) if p not in {"uid", "name", "defined", "sources"}]


def statement_schema(label: str) -> dict[str, pl.DataType]:
    """Return the columns of the statements about nodes with a label."""
    schema = polars_schema(label)
    return STATEMENT | {p: schema[p] for p in own_properties(label)}


def statements(
    record: str, resolved: ResolvedRecords, indices: Sequence[int], reader: TieReader
) -> Mapping[str, pl.DataFrame]:
    """Return what rows say of the nodes that they define.

    Args:
        record: the record type.
        resolved: its rows, resolved.
        indices: positions of the rows that count.
        reader: gives each row as `sources` writes it.

    Returns:
        label -> table with the columns of `statement_schema(label)`.
    """
    by_label: dict[str, list[int]] = {}
    for index in indices:
        if resolved.subject and resolved.subject[index]:
            by_label.setdefault(resolved.labels[index], []).append(index)
    return {label: _of_label(label, record, resolved, found, reader) for label, found in by_label.items()}


def _of_label(
    label: str, record: str, resolved: ResolvedRecords, indices: Sequence[int], reader: TieReader
) -> pl.DataFrame:
    cells = _cells(resolved, indices)
    has_terms = "term" in RECORD_TYPES[record].key
    data: dict[str, list[Any]] = {
        "uid": [resolved.subject[i] for i in indices],
        "name": [resolved.names[i] for i in indices],
        **_standing(record, indices, cells, reader),
    }
    if has_terms:
        data["newest"] = [start or "" for start in cells["valid_from"]]
    kinds = property_kinds(label)
    for name in own_properties(label):
        if name in BOUNDS:
            continue
        values = _values(record, resolved, cells, indices, name)
        data[name] = [day_of_event(v) for v in values] if kinds[name] == "date" else values
    if "valid_from" in kinds:
        data |= _validity(cells, len(indices), written=not has_terms)
    return pl.DataFrame(data, schema=statement_schema(label))


def _cells(resolved: ResolvedRecords, indices: Sequence[int]) -> dict[str, list[Any]]:
    """Return the columns of the rows at these positions; how dates were written is no property."""
    names = (name for name in resolved.frame.columns if not name.endswith("_written"))
    return {name: _at(resolved.column(name), indices) for name in names}


def _at(cells: Sequence[Any], indices: Sequence[int]) -> list[Any]:
    return [cells[i] for i in indices]


def _values(
    record: str, resolved: ResolvedRecords, cells: Mapping[str, list[Any]], indices: Sequence[int], name: str
) -> list[Any]:
    column = columns(RECORD_TYPES[record]).get(name)
    if column is not None and column.reference is not None:
        return [resolved.references[name][i] for i in indices]
    return cells[name] if column is not None and not column.many else [None] * len(indices)


def _validity(cells: Mapping[str, list[Any]], size: int, *, written: bool) -> dict[str, list[Any]]:
    nothing: list[Any] = [None] * size
    starts, ends = (cells.get(c, nothing) if written else nothing for c in ("valid_from", "valid_to"))
    rows = [
        written_bounds(start, end, day, None, bool(inclusive))
        for start, end, day, inclusive in zip(starts, ends, cells["day"], cells["end_inclusive"], strict=True)
    ]
    found: dict[str, list[Any]] = {name: [row[i] for row in rows] for i, name in enumerate(BOUNDS)}
    found["stated"] = [bool(s or e) for s, e in zip(starts, ends, strict=True)]
    return found


def tenure_statements(
    record: str,
    resolved: ResolvedRecords,
    indices: Sequence[int],
    *,
    reader: TieReader,
    persons: JoinedPersons,
    resolver: Resolver,
) -> Mapping[str, pl.DataFrame]:
    """Return what rows with a person say of the person and of the post.

    Args:
        record: "tenure" or "reserve_listing".
        resolved: its rows, resolved.
        indices: positions of the rows that count.
        reader: gives each row's person and post.
        persons: the persons of all rows.
        resolver: gives the names of organisations.
    """
    cells = _cells(resolved, indices)
    standing = _standing(record, indices, cells, reader)
    found = {"Person": _persons(cells, _at(reader.persons, indices), standing, persons)}
    if record == "tenure":
        organisations = _at(resolved.references["organisation"], indices)
        names = [
            resolver.post_name(o, r, s) if o and r else ""
            for o, r, s in zip(organisations, cells["role"], cells["seat"], strict=True)
        ]
        posts = {"uid": _at(reader.posts, indices), "name": names, "role": cells["role"], "seat": cells["seat"]}
        found["Post"] = _frame("Post", {**posts, **standing}).filter(pl.col("uid").is_not_null())
    return found


def _persons(
    cells: Mapping[str, list[Any]],
    uids: Sequence[str | None],
    standing: Mapping[str, list[Any]],
    persons: JoinedPersons,
) -> pl.DataFrame:
    names = [persons.name_of[uid] if uid else None for uid in uids]
    status = cells["political_status"]
    found = _frame("Person", {"uid": list(uids), "name": names, "party_member": status, **standing})
    return found.filter(pl.col("uid").is_not_null())  # a vacant post has nobody


def _standing(
    record: str, indices: Sequence[int], cells: Mapping[str, list[Any]], reader: TieReader
) -> Mapping[str, list[Any]]:
    """Return where statements stand, and that none goes before another but by its day."""
    return {
        "day": cells["day"],
        "newest": [""] * len(indices),
        "file": cells["source"],
        "row": cells["row"],
        "source": [reader.source(i) for i in indices],
        "record": [record] * len(indices),
        "index": list(indices),
        "stated": [False] * len(indices),
    }


def _frame(label: str, data: Mapping[str, list[Any]]) -> pl.DataFrame:
    schema = statement_schema(label)
    size = len(data["uid"])
    return pl.DataFrame({c: data.get(c, [None] * size) for c in schema}, schema=schema)
