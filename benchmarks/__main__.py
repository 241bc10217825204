"""Measures everything in one run and writes docs/benchmarks.md: `python -m benchmarks [DISTRICTS…]`."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import pushing
from benchmarks.asking import first_answer, verbs
from benchmarks.loading import LoadRow, loads
from benchmarks.measuring import Measure, measure
from benchmarks.page import PAGE, measured, write_top

SIZES = (1, 100, 300)


def main(sizes: list[int]) -> None:
    """Measure, and write the page; what stands below its line is kept."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        head = ["# Benchmarks", "", *measured("make bench")]
        head += ["Memory is the largest of the process and its children together."]
        write_top([*head, *_loads(list(loads(folder, [0, *sizes]))), *_questions(folder / "home0")])
    print(PAGE)
    pushing.main(pushing.SIZES)


def _numbers(done: Measure) -> str:
    return f"{done.seconds:.2f} | {done.cpu:.2f} | {done.megabytes:,.0f}"


def _loads(rows: list[LoadRow]) -> Iterator[str]:
    yield from ("", "## Loads", "")
    yield "The plain libraries read the same CSV files and join 17 reference columns, and do nothing else."
    yield from ("", "| districts | program | rows | s | CPU s | MB | rows a second |", "|---|---|--:|--:|--:|--:|--:|")
    for row in rows:
        size = row.districts or "the example (513 estates; xlsx, xls, ods, csv, json)"
        rate = row.rows / row.measure.seconds
        yield f"| {size} | {row.program} | {row.rows:,} | {_numbers(row.measure)} | {rate:,.0f} |"


def _questions(home: Path) -> Iterator[str]:
    built, later = first_answer(home)
    yield from (
        "",
        "## New processes, on the example district",
        "",
        "| command | s | CPU s | MB |",
        "|---|--:|--:|--:|",
    )
    yield f"| first question ever: the engine is built | {_numbers(built)} |"
    yield f"| first question of a later process | {_numbers(later)} |"
    for name, done in verbs(home):
        yield f"| gridgov {name} | {_numbers(done)} |"
    yield from ("", "## Questions in an open process (median of seven)", "")
    yield from ("| question | program | ms | rows |", "|---|---|--:|--:|")
    for line in measure(["-m", "benchmarks.asking", home]).out.splitlines():
        question, program, milliseconds, count = line.split("\t")
        yield f"| {question} | {program} | {float(milliseconds):.1f} | {count} |"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
