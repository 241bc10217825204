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
_SLICE = 50_000  # rows whose texts are in memory at one time

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
        heading = f"table {table}\n"
        for text in texts:
            self._sha.update(f"{heading}{text}\n".encode())
            heading = ""

    def add_frame(self, table: str, frame: "pl.DataFrame") -> None:
        """Add a table, its rows in any order."""
        slices = in_order_of_uid(frame).iter_slices(_SLICE)
        self.add_texts(table, (_texts(rows).str.join("\n").item() for rows in slices if len(rows)))

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
        total.add_frame(table, frame)
    return total.hexdigest()


def frame_texts(frame: "pl.DataFrame") -> list[str]:
    """Return `row_text` of each row of a table, in order of uid, built a column at a time."""
    return _texts(in_order_of_uid(frame)).to_list()


def in_order_of_uid(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Return the rows of a table in order of uid; one that is in order is not copied."""
    return frame if frame.get_column("uid").is_sorted() else frame.sort("uid")


def _texts(frame: "pl.DataFrame") -> "pl.Series":
    import polars as pl  # noqa: PLC0415 - rows of an engine are hashed without Polars

    parts = [
        pl.lit(json.dumps(name) + ":") + _json_of(column)
        for name in sorted(frame.columns)
        if (column := frame.get_column(name)).null_count() < len(frame)
    ]
    if not parts:
        return pl.Series(["{}"] * len(frame), dtype=pl.String)
    joined = pl.concat_str(parts, separator=",", ignore_nulls=True)
    return frame.select(pl.concat_str(pl.lit("{"), joined, pl.lit("}"))).to_series()


def _json_of(column: "pl.Series") -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - rows of an engine are hashed without Polars

    value = pl.col(column.name)
    kind = column.dtype
    if kind == pl.String:
        return _json_text(value, column)
    if isinstance(kind, pl.List):
        return _json_list(value, column)
    if kind == pl.Date:
        return pl.lit('"') + value.dt.to_string("%Y-%m-%d") + pl.lit('"')
    if kind == pl.Float64:
        return value.map_elements(_encode, return_dtype=pl.String)
    return value.cast(pl.String)


def _json_list(value: "pl.Expr", column: "pl.Series") -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - rows of an engine are hashed without Polars

    items = column.explode(empty_as_null=False, keep_nulls=False)
    if items.null_count() == 0 and _is_plain(items):
        texts = pl.lit('["') + value.list.join('","') + pl.lit('"]')
    else:
        texts = pl.lit("[") + value.list.eval(_json_text(pl.element(), items)).list.join(",") + pl.lit("]")
    return pl.when(value.list.len() > 0).then(texts)


def _json_text(value: "pl.Expr", column: "pl.Series") -> "pl.Expr":
    import polars as pl  # noqa: PLC0415 - rows of an engine are hashed without Polars

    if column.dtype == pl.String and not _is_plain(column):
        return value.str.normalize("NFC").map_elements(_encode, return_dtype=pl.String)
    return pl.lit('"') + value + pl.lit('"')


def _is_plain(texts: "pl.Series") -> bool:
    """Whether texts stand in JSON as they are: all in NFC, which Python sees far sooner than Polars, none escaped."""
    if texts.str.contains(_MUST_BE_ESCAPED).any():
        return False
    return unicodedata.is_normalized("NFC", texts.str.join("|").item())
