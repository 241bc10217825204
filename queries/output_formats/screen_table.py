"""Rows as a table on a terminal, where a Chinese character is two columns wide."""

import io
import shutil
from typing import Literal

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from queries.output_formats.cells import cell_text, heading
from queries.output_formats.characters import printable
from queries.tables import Table

_NARROWEST = 40
_WHOLE = frozenset({"int", "float", "date", "boolean"})


def screen_table(table: Table, language: str = "zh", width: int | None = None) -> str:
    """Return the rows as a table of a width, long cells wrapped; below it how many rows there are.

    Where the columns do not fit side by side, those of uids that stand beside a name are left out, and the last line
    says so: a reader needs the name, and a program takes another form.

    Args:
        table: the rows.
        language: of headings and terms, "zh" or "en".
        width: in columns of the terminal; None for that of the terminal at hand.
    """
    columns = max(width or shutil.get_terminal_size((100, 24)).columns, _NARROWEST)
    shown = _fitting(table, language, columns)
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for at in shown:
        column = table.columns[at]
        whole = column.type in _WHOLE
        side: Literal["left", "right"] = "right" if column.type in {"int", "float"} else "left"
        least = max((cell_len(_cell(table, row, at, language)) for row in table.rows), default=0) if whole else None
        title = Text(printable(heading(column, language)))
        grid.add_column(title, justify=side, overflow="fold", min_width=least)
    for row in table.rows:
        grid.add_row(*(Text(_cell(table, row, at, language)) for at in shown))
    out = io.StringIO()
    Console(file=out, width=columns, color_system=None, legacy_windows=False).print(grid)
    return _without_blanks(out.getvalue()) + _count(len(table.rows), len(table.columns) - len(shown), language)


def _cell(table: Table, row: tuple[object, ...], at: int, language: str) -> str:
    return printable(cell_text(table.columns[at], row[at], language))


def _fitting(table: Table, language: str, width: int) -> list[int]:
    """Return the places of the columns that are shown: all, or all but uids beside a name where all do not fit."""
    everything = range(len(table.columns))
    widths = [
        max(
            cell_len(text)
            for text in (printable(heading(c, language)), *(_cell(table, r, at, language) for r in table.rows))
        )
        for at, c in enumerate(table.columns)
    ]
    if sum(widths) + 3 * len(widths) <= width:
        return list(everything)
    return [at for at in everything if not _is_beside_a_name(table, table.names[at])]


def _is_beside_a_name(table: Table, name: str) -> bool:
    stem = name.removesuffix("_uid")
    return name.endswith("_uid") and any(other.startswith(stem) and other != name for other in table.names)


def _without_blanks(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return f"{lines}\n\n" if lines else ""


def _count(rows: int, left_out: int, language: str) -> str:
    if language == "zh":
        note = f"（另有 {left_out} 列标识未显示，可用 --format json 等格式）" if left_out else ""
        return f"共 {rows} 行{note}\n"
    note = f" ({left_out} uid columns are not shown; take another --format)" if left_out else ""
    return f"{rows} row{note}\n" if rows == 1 else f"{rows} rows{note}\n"
