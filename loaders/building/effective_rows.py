"""Which rows count: the newest of each key; a second row of one key in one file is a fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from graph_model.names import normal_text
from loaders.building.person_joining import JoinedPersons
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolved_records import ResolvedRecords

_BETWEEN = "\x1f"
"""Between the members of a list in a key; it stands in no cell that was read."""
_NEVER_DISAGREES = frozenset({"note", "name"})

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Disagreement:
    """A value that is not kept, since another source of the same day goes before.

    Args:
        index: position of the row.
        field: the field.
        value: its value.
        kept: the value that is kept.
    """

    index: int
    field: str
    value: str
    kept: str


@dataclass(frozen=True)
class EffectiveRows:
    """The rows of one record type that the graph is built from.

    Args:
        indices: positions of the rows that count, in order.
        older: (position, position of the row with the same key that goes before) of rows of an older day: they count
            only for what the newer row leaves blank.
        duplicates: (position, position of the first row with the same key) of rows that are rejected.
        disagreements: values of rows that count, other than those that go before.
    """

    indices: tuple[int, ...]
    older: tuple[tuple[int, int], ...]
    duplicates: tuple[tuple[int, int], ...]
    disagreements: tuple[Disagreement, ...]


def row_keys(record: str, resolved: ResolvedRecords, persons: JoinedPersons) -> pl.DataFrame:
    """Return the key of each row: persons and references by what they mean, other cells by their normal form."""
    parts = (_part(name, resolved, persons).alias(f"{i}") for i, name in enumerate(RECORD_TYPES[record].key))
    return pl.DataFrame(list(parts))


def _part(name: str, resolved: ResolvedRecords, persons: JoinedPersons) -> pl.Series:
    if name == "@person":
        first = resolved.series("person_keys").list.first()
        return pl.Series([persons.uid(key) or key for key in first], dtype=pl.String)
    cells = resolved.series(name)
    if name in resolved.references:
        uids = resolved.uids(name)
        return uids.list.join(_BETWEEN) if uids.dtype == pl.List(pl.String) else _or(uids, cells)
    if name == "name" and resolved.subject:
        return _or(pl.Series(resolved.subject, dtype=pl.String), cells)
    return cells.list.join(_BETWEEN) if cells.dtype == pl.List(pl.String) else _plain(cells)


def _or(uids: pl.Series, cells: pl.Series) -> pl.Series:
    """What cells mean, or where they mean nothing their normal form."""
    if not uids.null_count():
        return uids
    return pl.select(pl.coalesce(pl.lit(uids), pl.lit(_plain(cells)))).to_series()


def _plain(cells: pl.Series) -> pl.Series:
    if cells.dtype != pl.String:
        return cells
    normal = {cell: plain for cell in cells.unique() if cell and (plain := normal_text(cell)) != cell}
    return cells.replace(normal) if normal else cells


def effective_rows(record: str, resolved: ResolvedRecords, persons: JoinedPersons) -> EffectiveRows:
    """Tell which rows of a record type count.

    Args:
        record: the record type.
        resolved: its rows, resolved.
        persons: the persons of all rows.

    Returns:
        The rows without an error, the newest day of each key; within a file a key stands once. A table that a mapping
        file describes may be a projection: there, a row that repeats another in all its fields is no fault.
    """
    keyed = row_keys(record, resolved, persons)
    twice = keyed.is_duplicated().arg_true() if keyed.width else pl.Series([], dtype=pl.UInt32)
    if twice.is_empty():
        return EffectiveRows(tuple(i for i in range(len(keyed)) if i not in resolved.errors), (), (), ())
    keys = dict(zip(twice, keyed[twice].iter_rows(), strict=True))
    return _among_equals(record, resolved, keys, len(keyed))


def _among_equals(record: str, resolved: ResolvedRecords, keys: Mapping[int, Key], size: int) -> EffectiveRows:
    """Tell which rows count, given the keys of those that share theirs with another row."""
    sources, days, mapped = (resolved.column(c) for c in ("source", "day", "mapped"))
    newest = _newest(keys, days, resolved.errors)
    first: dict[tuple[Key, str], int] = {}
    kept: list[int] = []
    passed: list[int] = []
    duplicates: list[tuple[int, int]] = []
    contents = _contents(record, resolved) if any(mapped) else None
    for index, key in keys.items():
        if index in resolved.errors:
            continue
        other = first.setdefault((key, sources[index]), index)
        if other == index:
            (kept if (days[index] or date.min) >= newest[key] else passed).append(index)
        elif contents is None or not mapped[index] or contents[index] != contents[other]:
            duplicates.append((index, other))
    before = {keys[index]: index for index in reversed(kept)}
    passed.sort(key=lambda i: days[i] or date.min, reverse=True)
    older = tuple((index, before[keys[index]]) for index in passed)
    disagreements = tuple(_disagreements(record, resolved, keys, kept))
    alone = (i for i in range(size) if i not in keys and i not in resolved.errors)
    return EffectiveRows(tuple(sorted((*alone, *kept))), older, tuple(duplicates), disagreements)


def fill_blanks(record: str, resolved: ResolvedRecords, rows: EffectiveRows) -> None:
    """Let each row that counts say, too, what rows of older days say where it is blank: an office may send a part.

    Args:
        record: the record type.
        resolved: its rows; what they say and mean is filled in, their records are left as they were read.
        rows: which of them count.
    """
    for field, column in columns(RECORD_TYPES[record]).items() if rows.older else ():
        if column.private:
            continue
        cells, uids = list(resolved.column(field)), resolved.references.get(field)
        for index, newer in rows.older:
            if cells[newer] in (None, []) and cells[index] not in (None, []):
                cells[newer] = cells[index]
                if uids is not None:
                    uids[newer] = uids[index]
        resolved.replace_column(field, cells)


def _newest(keys: Mapping[int, Key], days: Sequence[date | None], errors: set[int]) -> Mapping[Key, date]:
    newest: dict[Key, date] = {}
    for index, key in keys.items():
        day = days[index] or date.min
        if index not in errors and day >= newest.get(key, date.min):
            newest[key] = day
    return newest


def _contents(record: str, resolved: ResolvedRecords) -> list[Key]:
    fields = columns(RECORD_TYPES[record])
    names = [n for n, c in fields.items() if not c.private]
    if len(names) < len(fields):
        names.append("person_keys")
    rows = zip(*(resolved.column(n) for n in names), strict=True)
    return [tuple(tuple(c) if isinstance(c, list) else c for c in row) for row in rows]


def _disagreements(
    record: str, resolved: ResolvedRecords, keys: Mapping[int, Key], kept: Sequence[int]
) -> Iterator[Disagreement]:
    """Compare rows with one key from several files of one day: that of the smaller source hash goes before."""
    first: dict[Key, int] = {}
    later = [(index, first[keys[index]]) for index in kept if first.setdefault(keys[index], index) != index]
    own_key = {*RECORD_TYPES[record].key, *_NEVER_DISAGREES}
    fields = [n for n, c in columns(RECORD_TYPES[record]).items() if not c.private and n not in own_key]
    for index, before in later:
        for field in fields:
            value, kept_value = (_meaning(resolved, field, i) for i in (index, before))
            if field == "political_status" and "unknown" in {value, kept_value}:
                continue  # who does not know contradicts nobody
            if value not in (None, []) and kept_value not in (None, []) and value != kept_value:
                yield Disagreement(index, field, _shown(resolved, field, index), _shown(resolved, field, before))


def _meaning(resolved: ResolvedRecords, field: str, index: int) -> Any:
    uids = resolved.references.get(field)
    return uids[index] if uids is not None and uids[index] else resolved.column(field)[index]


def _shown(resolved: ResolvedRecords, field: str, index: int) -> str:
    cell = resolved.column(field)[index]
    return "、".join(cell) if isinstance(cell, list) else str(cell)
