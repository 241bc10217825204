"""The csv module on the same files: rows as dictionaries, references looked up in sets of names."""

import csv
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.joins import LIST_SEPARATOR, NAMES, REFERENCES, TITLE_ROWS, files_by_record


def read(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each record type."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for record, path in files_by_record(folder):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for _ in range(TITLE_ROWS):
                next(file)
            rows[record] += csv.DictReader(file)
    return rows


def main(folder: Path) -> None:
    """Read and join, and print the number of rows and of references that found something."""
    rows = read(folder)
    found = 0
    for record, heading, targets in REFERENCES:
        names = {row[NAMES[target]] for target in targets for row in rows[target]} - {""}
        found += sum(cell in names for row in rows[record] for cell in row[heading].split(LIST_SEPARATOR))
    print(sum(map(len, rows.values())), found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
