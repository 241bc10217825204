"""Which rows count: the newest of each key; a second row of one key in one file is a fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_model.names import normal_text
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolver import ResolvedRecords

_PLACE_OF_ROW = ("source", "sheet", "row", "day", "end_inclusive", "mapped")


@dataclass(frozen=True)
class EffectiveRows:
    """The rows of one record type that the graph is built from.

    Args:
        indices: positions of the rows that count, in order.
        duplicates: (position, position of the first row with the same key) of rows that are rejected.
        merged: positions of rows that repeat another one word by word in a mapped table.
    """

    indices: tuple[int, ...]
    duplicates: tuple[tuple[int, int], ...]
    merged: frozenset[int]


def row_keys(record: str, resolved: ResolvedRecords) -> list[tuple[Any, ...]]:
    """Return the key of each row: references by what they mean, other cells by their normal form."""
    parts = [_part(name, resolved) for name in RECORD_TYPES[record].key]
    return list(zip(*parts, strict=True)) if parts else []


def _part(name: str, resolved: ResolvedRecords) -> list[Any]:
    if name == "@person":
        return [keys[0] if keys else None for keys in resolved.frame["person_keys"].to_list()]
    cells = resolved.frame[name].to_list()
    uids = resolved.references.get(name)
    if uids is not None:
        return [tuple(u) if isinstance(u, list) else u or _plain(c) for u, c in zip(uids, cells, strict=True)]
    if name == "name" and resolved.subject:
        return [uid or _plain(c) for uid, c in zip(resolved.subject, cells, strict=True)]
    return [_plain(c) for c in cells]


def _plain(cell: Any) -> Any:
    return normal_text(cell) if isinstance(cell, str) else cell


def effective_rows(record: str, resolved: ResolvedRecords) -> EffectiveRows:
    """Tell which rows of a record type count.

    Args:
        record: the record type.
        resolved: its rows, resolved.

    Returns:
        The rows without an error, the newest day of each key; within a file a key stands once. A table that a mapping
        file describes may be a projection: there, a row that repeats another in all its fields is no fault.
    """
    frame = resolved.frame
    sources, days, mapped = (frame[c].to_list() for c in ("source", "day", "mapped"))
    keys = row_keys(record, resolved)
    newest: dict[tuple[Any, ...], date] = {}
    for index, key in enumerate(keys):
        day = days[index] or date.min
        if index not in resolved.errors and day >= newest.get(key, date.min):
            newest[key] = day
    first: dict[tuple[Any, ...], int] = {}
    kept, duplicates, merged = [], [], set()
    contents = _contents(record, frame.to_dict(as_series=False)) if any(mapped) else None
    for index, key in enumerate(keys):
        if index in resolved.errors:
            continue
        other = first.setdefault((*key, sources[index]), index)
        if other == index:
            if (days[index] or date.min) >= newest[key]:
                kept.append(index)
        elif contents and mapped[index] and contents[index] == contents[other]:
            merged.add(index)
        else:
            duplicates.append((index, other))
    return EffectiveRows(tuple(kept), tuple(duplicates), frozenset(merged))


def _contents(record: str, cells: Mapping[str, Sequence[Any]]) -> list[tuple[Any, ...]]:
    names = [n for n in cells if n not in _PLACE_OF_ROW and not n.endswith("_written")]
    known = [n for n in names if n in columns(RECORD_TYPES[record]) or n == "person_keys"]
    rows = zip(*(cells[n] for n in known), strict=True)
    return [tuple(tuple(c) if isinstance(c, list) else c for c in row) for row in rows]
