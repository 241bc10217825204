"""CSV and JSON files, opened again to change cells."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sample_data.example.offices.styles import Written


class CsvBook:
    """A CSV file; its one sheet bears the name of the file.

    Args:
        path: the file, in UTF-8 with a byte-order mark or in GB18030.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        data = path.read_bytes()
        self._encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030"
        self._rows = list(csv.reader(io.StringIO(data.decode(self._encoding), newline="")))

    def sheets(self) -> Sequence[str]:
        """Return the name of the file without its ending."""
        return [self._path.stem]

    def grid(self, sheet: str) -> list[list[Written]]:  # noqa: ARG002 - there is but one
        """Return the cells."""
        return [[cell or None for cell in row] for row in self._rows]

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:  # noqa: ARG002 - there is but one
        """Change a cell; a row below the last one is added."""
        while len(self._rows) < row:
            self._rows.append([""] * len(self._rows[0]))
        self._rows[row - 1][column - 1] = "" if value is None else str(value)

    def save(self) -> None:
        """Write the file anew."""
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(self._rows)
        self._path.write_bytes(text.getvalue().encode(self._encoding))


class JsonBook:
    """A JSON registry; row 1 holds the keys in the order in which they first appear.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._registry = json.loads(path.read_text(encoding="utf-8"))
        self._keys = list(dict.fromkeys(key for entry in self._registry["rows"] for key in entry))

    def sheets(self) -> Sequence[str]:
        """Return the name of the file without its ending."""
        return [self._path.stem]

    def grid(self, sheet: str) -> list[list[Written]]:  # noqa: ARG002 - there is but one
        """Return the keys and the values of each object."""
        return [list(self._keys), *([entry.get(k) for k in self._keys] for entry in self._registry["rows"])]

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:  # noqa: ARG002 - there is but one
        """Change a value, or a key wherever it stands; a row below the last one is added."""
        key, rows = self._keys[column - 1], self._registry["rows"]
        if row == 1:
            self._keys[column - 1] = str(value)
            self._registry["rows"] = [{str(value) if k == key else k: v for k, v in e.items()} for e in rows]
            return
        while len(rows) < row - 1:
            rows.append({})
        # every key stays in its place, so that no column moves
        rows[row - 2] = {k: rows[row - 2].get(k) for k in self._keys if k in rows[row - 2] or k == key}
        rows[row - 2][key] = value.isoformat() if isinstance(value, date) else value

    def save(self) -> None:
        """Write the file anew."""
        text = json.dumps(self._registry, ensure_ascii=False, indent=1) + "\n"
        self._path.write_text(text, encoding="utf-8", newline="\n")
