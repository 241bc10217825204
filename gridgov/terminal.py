"""Where results and messages go: results to stdout as UTF-8, everything else to stderr."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gridgov.words import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

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


def results() -> "Console":
    """Return the console of results: as wide as the terminal, and as wide as it takes where stdout is a file."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else _UNBOUNDED)


def table(
    headings: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[int] = (), title: str | None = None
) -> "Table":
    """Return a table as a meeting may see it.

    Args:
        headings: one a column.
        rows: the cells; None is shown as an empty cell.
        numbers: positions of columns that are set flush right.
        title: a line above the table.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for position, heading in enumerate(headings):
        drawn.add_column(Text(heading), justify="right" if position in numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*("" if cell is None else Text(str(cell)) for cell in row))
    return drawn


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
