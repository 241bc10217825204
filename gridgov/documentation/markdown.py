"""Pieces of Markdown."""

from collections.abc import Iterable, Sequence
from importlib.resources import files


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return the lines of a table; None is an empty cell."""
    return [_line(headings), _line(["---"] * len(headings)), *(_line(row) for row in rows)]


def page(lines: Iterable[str]) -> str:
    """Return lines as a page that ends with one line feed."""
    return "\n".join(lines).rstrip() + "\n"


def code(text: str) -> str:
    """Return a text set as code."""
    return f"`{text}`"


def introduction(name: str) -> str:
    """Return what stands at the head of a page."""
    return files(__package__).joinpath("introductions", f"{name}.md").read_text(encoding="utf-8")


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(cell: object) -> str:
    return "" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ")
