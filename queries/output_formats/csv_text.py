"""Rows as CSV that Excel opens by double click, without taking any cell for a formula."""

import csv
import io

from queries.output_formats.cells import cell_text
from queries.output_formats.characters import whole_characters
from queries.query_file import Column
from queries.tables import Table

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_AS_WRITTEN = "en"
_CODES = Column("", "any")


def csv_text(table: Table, _language: str = "zh") -> bytes:
    """Return the rows as CSV: UTF-8 with a byte-order mark, lines ending with CRLF, columns by their declared names.

    A text that begins with = + - @ (full-width ones too), a tab or a line break gets an apostrophe in front, so that no
    spreadsheet runs it; whoever reads the file by program takes the first apostrophe off where such a sign follows.
    Numbers and dates stay as they are. The items of a list are joined by a comma and a blank, or stand as JSON where
    that would not tell them apart; missing is empty.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(safe_text(whole_characters(name)) for name in table.names)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = cell_text(_CODES, value, _AS_WRITTEN)
    return text if isinstance(value, int | float) else safe_text(text)


def safe_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    text = text.replace("\x00", "\ufffd")  # behind which many readers see nothing of a cell
    return "'" + text if text.lstrip("'").startswith(_FORMULA_SIGNS) else text
