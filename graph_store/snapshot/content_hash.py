"""What makes two snapshots the same: a hash over the rows of the graph, in no order but that of their uids."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SCHEMA_VERSION

if TYPE_CHECKING:
    import polars as pl

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat).encode
_MUST_BE_ESCAPED = r'["\\\x00-\x1f]'

TABLE_ORDER: tuple[str, ...] = (*sorted(NODE_TYPES), *sorted(RELATIONSHIP_TYPES))
"""The order in which tables enter the hash: node labels, then relationship types, each by name."""


def row_text(row: Mapping[str, object]) -> str:
    """Return a row as the hash reads it: JSON, keys sorted, NFC, dates ISO, null and empty lists left out.

    Args:
        row: the properties of a node; of a relationship also `start` and `end`.
    """
    present = {key: value for key, value in row.items() if value is not None and value != []}
    text = _encode(present)
    # all strings are in NFC where the whole is; where not, a combining mark may stand behind an escaped character only
    return text if unicodedata.is_normalized("NFC", text) else _encode(_plain(present))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


class ContentHash:
    """The hash of a graph, fed table by table; empty tables may be left out.

    Args:
        key_fingerprint: of the key under which persons were named.
        schema_version: of the model that the tables follow.
        order: in which tables come: that of the model that they follow.
    """

    def __init__(
        self, key_fingerprint: str, *, schema_version: int = SCHEMA_VERSION, order: Sequence[str] = TABLE_ORDER
    ) -> None:
        self._sha = hashlib.sha256(f"gridgov schema {schema_version}\nkey {key_fingerprint}\n".encode())
        self._order = order
        self._next = 0

    def add_texts(self, table: str, texts: Iterable[str]) -> None:
        """Add a table, given the texts of its rows in order of uid."""
        place = self._order.index(table)
        if place < self._next:
            raise ValueError(f"{table} comes too late: tables enter the hash in the model's order, each once")
        self._next = place + 1
        lines = "\n".join(texts)
        if lines:
            self._sha.update(f"table {table}\n".encode())
            self._sha.update(lines.encode())
            self._sha.update(b"\n")

    def hexdigest(self) -> str:
        """Return the hash of what was added so far: 64 hexadecimal digits."""
        return self._sha.hexdigest()


def content_hash(tables: Iterable[tuple[str, Iterable[Mapping[str, object]]]], key_fingerprint: str) -> str:
    """Return the content hash of a graph, from rows wherever they are held: in a snapshot, or in an engine.

    Args:
        tables: (label or type, its rows in any order); tables in `TABLE_ORDER`.
        key_fingerprint: of the key under which persons were named.
    """
    total = ContentHash(key_fingerprint)
    for table, rows in tables:
        total.add_texts(table, map(row_text, sorted(rows, key=itemgetter("uid"))))
    return total.hexdigest()


def frame_hash(
    tables: Iterable[tuple[str, "pl.DataFrame"]],
    key_fingerprint: str,
    *,
    schema_version: int = SCHEMA_VERSION,
    order: Sequence[str] = TABLE_ORDER,
) -> str:
    """Return the content hash of a graph held as Polars tables; equal to `content_hash` of the same rows.

    Args:
        tables: (label or type, its rows in any order).
        key_fingerprint: of the key under which persons were named.
        schema_version: of the model that they follow.
        order: of the tables, in that model.
    """
    total = ContentHash(key_fingerprint, schema_version=schema_version, order=order)
    for table, frame in tables:
        total.add_texts(table, frame_texts(frame))
    return total.hexdigest()


def frame_texts(frame: "pl.DataFrame") -> list[str]:
    """Return `row_text` of each row of a table, in order of uid, built a column at a time."""
    import polars as pl  # noqa: PLC0415 - rows of an engine are hashed without Polars

    if frame.is_empty():
        return []
    parts = [
        (pl.lit(json.dumps(name) + ":") + _json_of(frame.get_column(name))).alias(name)
        for name in sorted(frame.columns)
    ]
    joined = pl.concat_str(parts, separator=",", ignore_nulls=True)
    return frame.sort("uid").select(pl.concat_str(pl.lit("{"), joined, pl.lit("}"))).to_series().to_list()


def _json_of(column: "pl.Series") -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - as above

    value = pl.col(column.name)
    kind = column.dtype
    if kind == pl.String:
        return _json_text(value, column)
    if isinstance(kind, pl.List):
        items = column.explode(empty_as_null=False, keep_nulls=False)
        texts = value.list.eval(_json_text(pl.element(), items))
        return pl.when(value.list.len() > 0).then(pl.lit("[") + texts.list.join(",") + pl.lit("]"))
    if kind == pl.Date:
        return pl.lit('"') + value.dt.to_string("%Y-%m-%d") + pl.lit('"')
    if kind == pl.Float64:
        return value.map_elements(_encode, return_dtype=pl.String)
    return value.cast(pl.String)


def _json_text(value: "pl.Expr", column: "pl.Series") -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - as above

    if column.dtype == pl.String and column.str.len_bytes().sum() != column.str.len_chars().sum():
        value = value.str.normalize("NFC")  # slow, and ASCII needs none
    if column.dtype == pl.String and column.str.contains(_MUST_BE_ESCAPED).any():
        return value.map_elements(_encode, return_dtype=pl.String)
    return pl.lit('"') + value + pl.lit('"')
