"""Tables of an earlier release, as today's schema has them: a snapshot outlives the schema that it was written by."""

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from graph_store.errors import SnapshotUnreadable

RENAMED: Mapping[str, Mapping[str, str]] = MappingProxyType({})
"""Table, as `nodes/Estate`, `records/tenure`, `evidence` -> its column in older snapshots -> what it is called today.

A column that was added needs no entry: older snapshots have null in it. One that was renamed has its entry here for
ever, or what offices loaded before would be lost without a word.
"""

LISTS: Mapping[str, frozenset[str]] = MappingProxyType({"records/firm_party_organisation": frozenset({"firm"})})
"""Table -> its columns that held one text in older snapshots, and hold a list of texts today.

What stood there alone is the one member of its list.
"""

_TEXT, _NUMBER = pl.String(), pl.Int64()
_FAULT_TEXTS = ("reason_zh", "reason_en", "suggestion_zh", "suggestion_en")

SUPPORTING: Mapping[str, Mapping[str, pl.DataType]] = MappingProxyType(
    {
        "evidence": dict.fromkeys(("uid", "property", "source"), _TEXT),
        "resolution": dict.fromkeys(("written", "label", "kept_uid", "other_uid", "rule"), _TEXT),
        "faults": {
            **dict.fromkeys(("source", "file", "sheet"), _TEXT),
            "row": _NUMBER,
            **dict.fromkeys(("column", "heading", "code", "severity", "value", *_FAULT_TEXTS), _TEXT),
        },
    }
)
"""The tables of a snapshot beside graph and records -> their columns."""


def as_today(table: str, frame: pl.DataFrame, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Return a table of a snapshot with the columns of today's schema, in its order.

    Args:
        table: which one it is, as `RENAMED` names it.
        frame: as it was written.
        schema: today's columns; those that the table lacks are null, and those that it has beside them are left out.

    Raises:
        SnapshotUnreadable: a column holds what today's type cannot.
    """
    if frame.schema == pl.Schema(schema):
        return frame
    renamed = {old: new for old, new in RENAMED.get(table, {}).items() if new not in frame.columns}
    known = frame.rename(renamed, strict=False).with_columns(
        pl.when(pl.col(name).is_null()).then(pl.lit([], pl.List(pl.String))).otherwise(pl.concat_list(name)).alias(name)
        for name in LISTS.get(table, ())
        if name in frame.columns and frame.schema[name] == pl.String
    )
    try:
        return known.select(
            pl.col(name).cast(dtype) if name in known.columns else pl.lit(None, dtype).alias(name)
            for name, dtype in schema.items()
        )
    except pl.exceptions.PolarsError as error:
        raise SnapshotUnreadable(
            f"快照的表 {table} 由较早的 gridgov 写成，本程序读不了其中的列。请用当时的 gridgov，或重新 load",
            f"table {table} of the snapshot was written by an earlier gridgov; this one cannot read a column of it. "
            "Use the gridgov that wrote it, or load the files again",
        ) from error
