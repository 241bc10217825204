"""Workspaces that earlier releases made, kept for ever; and the same as still older ones would have left them."""

import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import polars as pl

from graph_store.snapshot.content_hash import frame_hash
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import required_fields

FOLDER = Path(__file__).parent / "old_workspaces"
"""One archive for each release whose tables differ: `schema_<version>_of_<year>_<month>`; none is ever made anew.

Each holds what `gridgov load` left of small synthetic workbooks, loaded twice, with decisions.csv and its person key.
"""

ARCHIVES = tuple(sorted(path.name.removesuffix(".tar.xz") for path in FOLDER.glob("*.tar.xz")))

_ALWAYS = {"uid", "start", "end", "name", "defined", "sources", "valid_from", "valid_to", "valid_from_latest"}
_ALWAYS |= {"valid_to_earliest", "source", "sheet", "row", "day", "sha256", "person_keys", "property"}
_ALWAYS |= {"role", "organisation", "kept_uid", "other_uid"}

Change = Callable[[str, pl.DataFrame], pl.DataFrame | None]
"""What becomes of a table (as `nodes/Estate`) of an older snapshot; None: it was not there at all."""


def unpack(archive: str, home: Path) -> Path:
    """Unpack a workspace and return its folder."""
    with tarfile.open(FOLDER / f"{archive}.tar.xz") as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # Python has it from 3.11.4 on
        packed.extractall(home)
    return home


def as_it_is(_table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Leave a table."""
    return frame


def without_later_columns(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table with none of the columns that a later schema may have added."""
    record = RECORD_TYPES.get(table.rpartition("/")[2]) if table.startswith("records/") else None
    needed = _ALWAYS | ({*required_fields(record), *record.key} if record else set())
    return frame.select(name for name in frame.columns if name in needed)


def with_forgotten_columns(_table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table with columns, one of them filled, that today's schema does not know."""
    return frame.with_columns(
        abandoned=pl.lit("旧"), given_up=pl.lit(None, pl.Int64), old_list=pl.lit(None, pl.List(pl.String))
    )


def without_later_tables(table: str, frame: pl.DataFrame) -> pl.DataFrame | None:
    """Return None for tables that nothing refers to, as if their types had been added later."""
    later = {"records/right", "records/audit", "records/adoption", "records/post", "evidence", "faults", "resolution"}
    return None if table in later or (frame.is_empty() and "/" in table) else frame


CHANGES: dict[str, Change] = {
    "as it is": as_it_is,
    "without later columns": without_later_columns,
    "with forgotten columns": with_forgotten_columns,
    "without later tables": without_later_tables,
}


def rewrite(home: Path, change: Change) -> None:
    """Make the snapshots of a workspace what an older release would have written: tables, sizes, counts, hash."""
    for path in (home / "snapshots").glob("*/manifest.json"):
        manifest = json.loads(path.read_bytes())
        graph = {}
        for name in list(manifest["files"]):
            table = name.removesuffix(".parquet")
            folder, _, kind = table.rpartition("/")
            frame = change(table, pl.read_parquet(path.parent / name))
            if frame is None:
                (path.parent / name).unlink()
                del manifest["files"][name]
                manifest["counts"].get(folder, {}).pop(kind, None)
                continue
            frame.write_parquet(path.parent / name)
            manifest["files"][name] = (path.parent / name).stat().st_size
            if folder in {"nodes", "relationships"}:
                graph[folder, kind] = frame
        tables = [(kind, graph[folder, kind]) for folder, kind in sorted(graph)]
        manifest["content_hash"] = frame_hash(tables, manifest["key_fingerprint"])
        path.write_text(json.dumps(manifest), encoding="utf-8")
