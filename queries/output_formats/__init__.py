"""The forms in which rows leave the program: on a screen, for programs, for Excel, for a report."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from graph_model.errors import UsageError
from queries.output_formats.csv_text import csv_text
from queries.output_formats.json_text import json_text
from queries.output_formats.markdown_text import markdown_text
from queries.output_formats.screen_table import screen_table
from queries.output_formats.workbook import workbook
from queries.query_faults import nearest
from queries.tables import Table

_WRITERS: Mapping[str, Callable[[Table, str], str | bytes]] = MappingProxyType(
    {"table": screen_table, "json": json_text, "csv": csv_text, "markdown": markdown_text, "xlsx": workbook}
)

FORMATS: tuple[str, ...] = tuple(_WRITERS)
"""The names of the forms."""


def render(table: Table, output_format: str, language: str = "zh") -> str | bytes:
    """Return a table in one of the forms.

    Args:
        table: the rows.
        output_format: one of FORMATS.
        language: "zh" or "en": of headings and of the terms in the cells, in the forms made for reading (table,
            markdown, xlsx). json and csv bear the names and codes of the graph, whatever the language.

    Returns:
        text, or the bytes of a file for csv and xlsx.

    Raises:
        UsageError: if there is no such form; it names the nearest.
    """
    writer = _WRITERS.get(output_format)
    if writer is None:
        near = nearest(output_format, FORMATS)
        zh, en = (f"；是否指 {near}？", f"; did you mean {near}?") if near else ("：" + " ".join(FORMATS),) * 2
        raise UsageError(f"没有输出格式 {output_format}{zh}", f"there is no output format {output_format}{en}")
    return writer(table, language)


__all__ = ["FORMATS", "render"]
