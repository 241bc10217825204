"""Loads of one district and of many, beside what plain libraries take to read and join the same files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Measure, best, measure
from sample_data.example import write_example

PLAIN = ("polars", "csv", "networkx")
MANY = 10  # districts beyond which the example is written as CSV alone, which plain libraries read, too


@dataclass(frozen=True)
class LoadRow:
    """One line of the table.

    Args:
        districts: how many districts; 0: the example as published.
        program: what did it.
        rows: how many rows it read.
        measure: what that took.
    """

    districts: int
    program: str
    rows: int
    measure: Measure


def loads(folder: Path, sizes: list[int]) -> Iterator[LoadRow]:
    """Measure loads.

    Args:
        folder: where files and workspaces go.
        sizes: numbers of districts; 0 is the example district at the scale of the published figures.

    Yields:
        One row a program and size.
    """
    for districts in sizes:
        data = folder / f"data{districts}"
        scale = "small" if districts else "figures"
        files = write_example(data, scale=scale, districts=max(districts, 1))
        if districts > MANY:
            for program in PLAIN:
                done = best(["-m", f"benchmarks.plain_{program}", data], runs=1 + 2 * (districts <= 100))
                yield LoadRow(districts, program, int(done.out.split()[0]), done)
        home = {"GRIDGOV_HOME": str(folder / f"home{districts}")}
        done = measure(["-m", "benchmarks.whole_load", *_listed(folder, districts, files)], home)
        yield LoadRow(districts, "gridgov load", int(done.out.split()[0]), done)


def _listed(folder: Path, districts: int, files: object) -> list[Path]:
    """Write the names of the files to a list: a command line has no room for thousands."""
    assert isinstance(files, list | tuple)
    listed = folder / f"files{districts}.txt"
    listed.write_text("\n".join(map(str, files)), encoding="utf-8")
    return [listed]
