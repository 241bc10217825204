"""Where results and messages go: results to stdout as UTF-8, everything else to stderr."""

import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, Literal

from gridgov.widths import printable
from gridgov.words import Words

Progress = Callable[[str, int, int], None]
"""Told by long work: which stage, how much is done, of how much."""

_UNBOUNDED = 10_000


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8 with plain line feeds, whatever the code page of the machine."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def tell(text: str) -> None:
    """Write a message for the person at the terminal, on stderr."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is where messages are printed


def put(text: str) -> None:
    """Write a result on stdout."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


_PAINT: Final = {"step": "1;34", "error": "31", "warning": "33", "faint": "90"}


def paint(text: str, role: str) -> str:
    """Return a text in the colour of its role, where stdout is a terminal that shows colours; else as it is.

    Args:
        text: the text.
        role: "step", "error", "warning" or "faint".
    """
    coloured = (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and (os.name != "nt" or "WT_SESSION" in os.environ)
    )
    return f"\x1b[{_PAINT[role]}m{text}\x1b[0m" if coloured else text


def put_table(
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numbers: Collection[int] = (),
    title: str | None = None,
    below: str | None = None,
) -> None:
    """Write a table on stdout as a meeting may see it; columns that are empty throughout are left out.

    It is as wide as the terminal, and as wide as it takes where stdout is a file.

    Args:
        headings: one a column.
        rows: the cells; None is an empty cell.
        numbers: positions of columns that are set flush right.
        title: a line above the table.
        below: a line below it.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [["" if cell is None else printable(str(cell)) for cell in row] for row in rows]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    kept = [n for n in range(len(headings)) if any(row[n] for row in cells)]
    for position in kept:
        side: Literal["left", "right"] = "right" if position in numbers else "left"
        drawn.add_column(Text(headings[position]), justify=side, overflow="fold")
    for row in cells:
        drawn.add_row(*(Text(row[position]) for position in kept))
    out = io.StringIO()
    Console(file=out, width=None if sys.stdout.isatty() else _UNBOUNDED, color_system=None).print(drawn)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    put("\n".join(filter(None, [title, *lines, below])) + "\n\n")


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


@contextmanager
def progress(language: str, stages: Mapping[str, Words]) -> Iterator[Progress]:
    """Show on stderr how far long work is, while it lasts; say nothing where stderr is no terminal.

    Args:
        language: of the stages' names.
        stages: stage -> what it is called; a stage without a name is shown as it is.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stages[stage](language) if stage in stages else stage)
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]  # TaskID is an int

        yield show


@contextmanager
def working(text: str) -> Iterator[None]:
    """Show on stderr that work of unknown length goes on; say nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield
