"""What the current snapshot holds already: its records and its sources."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from graph_store.snapshot.earlier_tables import as_today
from graph_store.snapshot.reading import RECORDS, Snapshot
from loaders.building.sources import SourceFile
from loaders.preparing.reading_files import ReadTables
from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import SOURCE_LENGTH, record_schema


def earlier_records(current: Snapshot | None, read_again: Sequence[str]) -> Mapping[str, pl.DataFrame]:
    """Return the records of the current snapshot, without those of files that were read again.

    Args:
        current: the snapshot, or None.
        read_again: hashes of the files that were read.

    Returns:
        Record type -> rows with the columns of today's record type, whichever release wrote them; types without rows
        are left out.
    """
    if current is None:
        return {}
    again = pl.Series([source[:SOURCE_LENGTH] for source in read_again], dtype=pl.String)
    earlier = {}
    for record, cls in RECORD_TYPES.items():
        frame = current.records(record)
        if not frame.is_empty():
            rows = frame.filter(~pl.col("source").is_in(again.implode()))
            if not rows.is_empty():
                earlier[record] = as_today(f"{RECORDS}/{record}", rows, record_schema(cls))
    return earlier


def earlier_names(current: Snapshot | None) -> Mapping[str, str]:
    """Return the names of the current snapshot's files by the first digits of their hashes."""
    sources = current.manifest.sources if current else ()
    return {s["sha256"][:SOURCE_LENGTH]: s["name"] for s in sources}


def all_sources(found: ReadTables, current: Snapshot | None) -> tuple[SourceFile, ...]:
    """Return the files of earlier loads and of this one, by hash; a file that was known keeps its name."""
    known = {
        s["sha256"]: SourceFile(s["sha256"], s["name"], date.fromisoformat(str(s["day"])))
        for s in (current.manifest.sources if current else ())
    }
    for sha256, (name, day) in found.sources.items():
        if day is not None:
            known[sha256] = SourceFile(sha256, known[sha256].name if sha256 in known else name, day)
    return tuple(known[sha256] for sha256 in sorted(known))
