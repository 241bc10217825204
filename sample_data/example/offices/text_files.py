"""Writes registries as CSV and JSON."""

import csv
import io
import json
from datetime import date
from pathlib import Path

from sample_data.example.offices.sheets import DAY, SYNTHETIC, Sheet


def write_csv(path: Path, sheet: Sheet, encoding: str) -> None:
    """Write a sheet as CSV with the line ends of Windows.

    Args:
        path: the file.
        sheet: the sheet.
        encoding: such as gb18030, or utf-8-sig for UTF-8 with a byte-order mark.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(
        ["" if value is None else value.isoformat() if isinstance(value, date) else value for value in row]
        for row in sheet.rows
    )
    path.write_bytes(text.getvalue().encode(encoding))


def write_json(path: Path, sheet: Sheet) -> None:
    """Write a sheet as JSON: the record type, a statement, and the rows under their headings; no title, no total.

    Args:
        path: the file.
        sheet: the sheet; its heading is one row.
    """
    head = sheet.rows[sheet.heading_rows[-1] - 1]
    entries = [
        {str(title): value for title, value in zip(head, row, strict=True) if value is not None}
        for row in sheet.rows[sheet.heading_rows[-1] :]
    ]
    registry = {"record": sheet.record, "说明": f"{SYNTHETIC}；{DAY}", "rows": entries}
    path.write_text(json.dumps(registry, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
