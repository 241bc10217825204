"""One number under two names: the names are not joined, and the rows are asked about."""

from dataclasses import dataclass

import polars as pl

from loaders.building.person_joining import numbers_under_two_names, separated
from loaders.resolution.resolver import Resolver

_FIELDS = {"i": "identity_number", "n": "person"}


@dataclass(frozen=True)
class SharedNumber:
    """A row whose number stands under another name elsewhere.

    Args:
        record: record type.
        index: position of the row.
        field: the field of the number.
        other: record type and position of the row with the other name.
    """

    record: str
    index: int
    field: str
    other: tuple[str, int]


def keep_names_apart(resolver: Resolver, records: tuple[str, ...]) -> list[SharedNumber]:
    """Keep apart the persons whom one number would join under two names.

    Args:
        resolver: the records; the keys of their rows are replaced, their frames are left as they were read.
        records: record types with persons.

    Returns:
        The rows that bear a number under another name than the first row with it; the rows of earlier loads come
        first, so that it is a new row that is asked about. Which row is the first for the keys depends on no order.
    """
    doubted = numbers_under_two_names(good_keys(resolver, records))
    if not doubted:
        return []
    rows: list[tuple[str, int, list[str]]] = []
    places = {record: _places(resolver, record) for record in records if record in resolver.records}
    for record in places:
        resolved = resolver.records[record]
        keys = enumerate(resolved.column("person_keys"))
        rows += [(record, i, k) for i, k in keys if i not in resolved.errors and not doubted.isdisjoint(k)]
    rows.sort(key=lambda row: places[row[0]][row[1]])
    apart, doubtful = separated([keys for _, _, keys in rows])
    replaced = {record: list(resolver.records[record].column("person_keys")) for record in places}
    for index in doubtful:
        record, position, _ = rows[index]
        replaced[record][position] = apart[index]
    for record, column in replaced.items():
        resolver.records[record].replace_column("person_keys", column)
    return _to_be_asked(resolver, rows)


def good_keys(resolver: Resolver, records: tuple[str, ...]) -> pl.Series:
    """Return the keys of the persons of all rows without an error, those too that newer rows replace."""
    parts = [pl.Series("person_keys", [], dtype=pl.List(pl.String))]
    for record in records:
        if record in resolver.records:
            resolved = resolver.records[record]
            keys = resolved.series("person_keys").alias("person_keys")
            wrong = pl.Series(sorted(resolved.errors), dtype=pl.UInt32)
            parts.append(keys.filter(~pl.int_range(len(keys), dtype=pl.UInt32, eager=True).is_in(wrong.implode())))
    return pl.concat(parts)


def _places(resolver: Resolver, record: str) -> list[tuple[str, str, int]]:
    columns = (resolver.records[record].column(name) for name in ("source", "sheet", "row"))
    return list(zip(*columns, strict=True))


def _to_be_asked(resolver: Resolver, rows: list[tuple[str, int, list[str]]]) -> list[SharedNumber]:
    rows = sorted(rows, key=lambda row: resolver.records[row[0]].is_new(row[1]))
    _, doubtful = separated([keys for _, _, keys in rows])
    first: dict[str, tuple[str, int]] = {}
    found = []
    for index, (record, position, keys) in enumerate(rows):
        for key in keys:
            first.setdefault(key, (record, position))
        if index in doubtful and resolver.records[record].is_new(position):
            number = doubtful[index]
            found.append(SharedNumber(record, position, _FIELDS[number[0]], first[number]))
    return found
