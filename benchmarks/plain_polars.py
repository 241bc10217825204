"""Plain Polars on the same files: read, concatenated, each reference joined with the names it is looked up in."""

import sys
from collections import defaultdict
from pathlib import Path

import polars as pl

from benchmarks.joins import LIST_SEPARATOR, NAMES, REFERENCES, TITLE_ROWS, files_by_record


def main(folder: Path) -> None:
    """Read and join, and print the number of rows and of references that found something."""
    parts: dict[str, list[pl.DataFrame]] = defaultdict(list)
    for record, path in files_by_record(folder):
        parts[record].append(pl.read_csv(path, skip_rows=TITLE_ROWS, infer_schema=False))
    frames = {record: pl.concat(frames, how="diagonal") for record, frames in parts.items()}
    found = 0
    for record, heading, targets in REFERENCES:
        names = pl.concat([frames[t].select(name=pl.col(NAMES[t])).unique() for t in targets if t in frames]).unique()
        cells = frames[record].select(name=pl.col(heading).str.split(LIST_SEPARATOR)).explode("name")
        found += len(cells.join(names, on="name", how="inner"))
    print(sum(map(len, frames.values())), found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
