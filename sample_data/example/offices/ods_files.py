"""Writes .ods workbooks: one element a cell, so that they are quickly made and easily edited."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from sample_data.example.offices.sheets import Sheet
from sample_data.example.offices.styles import Written

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_FIXED = (2024, 9, 3, 0, 0, 0)
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_CLOSING = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write sheets as a workbook.

    Args:
        path: the file.
        sheets: its sheets, in order.
    """
    save_ods(path, _OPENING + "".join(part for sheet in sheets for part in _table(sheet)) + _CLOSING)


def save_ods(path: Path, content: str) -> None:
    """Put a document's content into a package, without the moment at which that was done.

    Args:
        path: the file.
        content: the text of content.xml.
    """
    with zipfile.ZipFile(path, "w") as package:
        for name, text, method in (
            ("mimetype", _MIMETYPE, zipfile.ZIP_STORED),
            ("content.xml", content, zipfile.ZIP_DEFLATED),
            ("META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED),
        ):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = method
            package.writestr(entry, text)


def _table(sheet: Sheet) -> Iterator[str]:
    starts = {(box[0], box[1]): box for box in sheet.merged}
    covered = {
        (row, column)
        for first, left, last, right in sheet.merged
        for row in range(first, last + 1)
        for column in range(left, right + 1)
        if (row, column) != (first, left)
    }
    yield f"<table:table table:name={quoteattr(sheet.name)}>"
    yield "<table:table-column/>" * sheet.width
    for at, row in enumerate(sheet.rows, start=1):
        yield "<table:table-row>"
        for column, value in enumerate(row, start=1):
            if (at, column) in covered:
                yield "<table:covered-table-cell/>"
            else:
                yield _cell(value, starts.get((at, column)))
        yield "</table:table-row>"
    yield "</table:table>"


def _cell(value: Written, box: tuple[int, int, int, int] | None) -> str:
    span = ""
    if box:
        columns, rows = box[3] - box[1] + 1, box[2] - box[0] + 1
        span = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    if value is None:
        return f"<table:table-cell{span}/>"
    text = f"<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, date):
        kind = f' office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int):
        kind = f' office:value-type="float" office:value="{value}"'
    else:
        kind = ' office:value-type="string"'
    return f"<table:table-cell{kind}{span}>{text}</table:table-cell>"
