"""Rows as a table on a terminal, where a Chinese character is two columns wide."""

import io
import shutil

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from queries.output_formats.cells import cell_text, heading
from queries.tables import Table

_NARROWEST = 40


def screen_table(table: Table, language: str = "zh", width: int | None = None) -> str:
    """Return the rows as a table of a width, long cells wrapped; below it how many rows there are.

    Args:
        table: the rows.
        language: of headings and terms, "zh" or "en".
        width: in columns of the terminal; None for that of the terminal at hand.
    """
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        right = column.type in {"int", "float"}
        grid.add_column(Text(heading(column.name, language)), justify="right" if right else "left", overflow="fold")
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        grid.add_row(*(Text(_printable(cell_text(c.name, v, language))) for c, v in cells))
    out = io.StringIO()
    columns = max(width or shutil.get_terminal_size((100, 24)).columns, _NARROWEST)
    Console(file=out, width=columns, color_system=None, legacy_windows=False).print(grid)
    return _without_blanks(out.getvalue()) + _count(len(table.rows), language)


def _printable(text: str) -> str:
    """Return a text without control characters, by which a cell could steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _without_blanks(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")) + "\n"


def _count(rows: int, language: str) -> str:
    if language == "zh":
        return f"共 {rows} 行\n"
    return f"{rows} row\n" if rows == 1 else f"{rows} rows\n"
