"""Rows as a Markdown table, for a report or an issue."""

from collections.abc import Iterable

from queries.output_formats.cells import cell_text, heading
from queries.output_formats.characters import printable
from queries.tables import Table


def markdown_text(table: Table, language: str = "zh") -> str:
    """Return the rows as a Markdown table; numbers stand to the right, signs of Markdown are quoted."""
    numbers = {"int", "float"}
    lines = [
        _line(heading(c, language) for c in table.columns),
        "|" + "|".join(" ---: " if c.type in numbers else " --- " for c in table.columns) + "|",
    ]
    for row in table.rows:
        lines.append(_line(cell_text(c, v, language) for c, v in zip(table.columns, row, strict=True)))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_quoted(cell) for cell in cells) + " |"


def _quoted(text: str) -> str:
    for sign in "\\`*_[]<>|&~$":
        text = text.replace(sign, "\\" + sign)
    return " ".join(printable(text).split())
