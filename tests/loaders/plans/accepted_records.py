"""The records that reading accepts, table by table, before they are placed in time."""

from typing import Any

from loaders.preparing.reading_files import ReadTables
from loaders.records.gathered_rows import ERROR, TABLE


def accepted_records(found: ReadTables) -> list[dict[str, Any]]:
    """Return the rows that no fault rejects, in the order of the tables; they are taken out of what was read."""
    rows = [row for frame in dict(found.rows.take()).values() for row in frame.to_dicts() if not row[ERROR]]
    return sorted(rows, key=lambda row: int(row[TABLE]))
