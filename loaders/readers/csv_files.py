"""CSV and its relatives: delimiter found by itself, quoted line breaks kept, a limit on what one file may hold."""

import csv
import io
import re
from itertools import islice

from loaders.readers.cells import record_cells
from loaders.readers.delimiters import NAMES, find_delimiter
from loaders.readers.failures import Unreadable, unreadable
from loaders.readers.limits import Limits
from loaders.readers.sheet import Cell, column_letters

LOOKED_AT = 20  # records that the delimiter is found in: title, heading and some rows
# Excel's own way to name it; Excel does not show this line as a row
DELIMITER_LINE = re.compile(r"(?:sep=([^\"\r\n])|\"sep=([^\"\r\n])\")[ ,;\t]*(?:\r\n?|\n)", re.IGNORECASE)
FIELD_LIMIT = 131_072  # characters of one field: the csv module's own limit; Excel takes 32,767


def parse_csv(text: str, limits: Limits) -> list[list[Cell]]:
    """The records of a CSV file, equally long, without empty records at the end.

    Args:
        text: the file's text.
        limits: `cells` bounds records times the longest record.

    Returns:
        One list a record; every cell is text or None.

    Raises:
        Unreadable: `unclear_delimiter`, `malformed_csv` or `too_many_cells`.
    """
    named = DELIMITER_LINE.match(text)
    delimiter = (named[1] or named[2]) if named else _delimiter(text)
    if named:
        text = text[named.end() :]
    rows = _records(text, delimiter, limits)
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    _check_size(len(rows), width, limits)
    for row in rows:
        row.extend([None] * (width - len(row)))
    return rows


def _delimiter(text: str) -> str:
    lines = list(islice(_lines(text), LOOKED_AT))
    found = find_delimiter(lines)
    if found.delimiter is not None:
        return found.delimiter
    zh, en = zip(*(NAMES[rival] for rival in found.rivals), strict=True)
    raise unreadable("unclear_delimiter", row=found.row, rivals_zh="和".join(zh), rivals_en=" and ".join(en))


def _lines(text: str) -> io.StringIO:
    # not str.splitlines, which also cuts at form feeds and other characters that stand inside cells
    return io.StringIO(text, newline="")


def _records(text: str, delimiter: str, limits: Limits) -> list[list[Cell]]:
    reader = csv.reader(_lines(text), delimiter=delimiter)
    rows: list[list[Cell]] = []
    shared: dict[str, Cell] = {}
    used = 0
    try:
        for fields in reader:
            rows.append(record_cells(fields, shared))
            used += len(fields)
            if used > limits.cells:
                _check_size(len(rows), -(-used // len(rows)), limits)
    except csv.Error as error:
        raise _too_long(reader.line_num) from error
    _check_quotes(text, delimiter)
    return rows


def _check_quotes(text: str, delimiter: str) -> None:
    """A quote that is opened and never closed swallows the rest of the file; the lenient reader does not say so."""
    if text.count('"') % 2 == 0:
        return
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise unreadable(
                "malformed_csv",
                row=start,
                detail_zh="双引号没有配对，后面的内容都被并入一个单元格",
                detail_en="a double quote is never closed, so that all that follows falls into one cell",
            ) from error


def _too_long(line: int) -> Unreadable:
    return unreadable(
        "malformed_csv",
        row=line,
        detail_zh=f"一个单元格超过 {FIELD_LIMIT} 个字符",
        detail_en=f"a cell has more than {FIELD_LIMIT} characters",
    )


def _check_size(height: int, width: int, limits: Limits) -> None:
    if height * width > limits.cells:
        corner = f"{column_letters(width)}{height}"
        raise unreadable("too_many_cells", cells=height * width, corner=corner, limit=limits.cells)
