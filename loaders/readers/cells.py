"""One cell's value, as every kind of file gives it: whole numbers whole, times of day as text, blanks as None."""

import datetime
import math
import re

from loaders.readers.sheet import Cell

TEXT_FORMULA = re.compile(r'\s*=\s*"((?:[^"]|"")*)"\s*')
TEXT_MARK = re.compile(r"\s*'(?=[\d=+\-@])")
EXACT = 2.0**53  # above it a float no longer tells neighbouring whole numbers apart


def plain_cell(value: object) -> Cell:
    """The value of a cell as the rest of the program knows it.

    Args:
        value: what a library read: text, number, boolean, date, time of day, duration or None.

    Returns:
        45046.0 as 45046; 2023.1 and dates as they are; a time of day or a duration as `10:30:00`; text of blanks alone
        as None.
    """
    kind = type(value)
    if kind is str:
        text = str(value)
        return text if text and not text.isspace() else None
    if kind is float:
        return _number(value)  # type: ignore[arg-type] # its type was compared above, faster than isinstance narrows
    if value is None or isinstance(value, (bool, int, datetime.date)):
        return value
    return str(value)


def _number(value: float) -> int | float | None:
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < EXACT else value


def written_text(field: str) -> str | None:
    """A field of a text file, without the ways in which programs say to Excel that it is text.

    Args:
        field: the field, such as `="0012"` or `'0012`.

    Returns:
        The text that is meant, `0012`; None for blanks.
    """
    as_formula = TEXT_FORMULA.fullmatch(field)
    if as_formula:
        field = as_formula[1].replace('""', '"')
    elif TEXT_MARK.match(field) and field.count("'") == 1:
        field = field.lstrip()[1:]
    return None if field.isspace() or not field else field


def record_cells(fields: list[str], shared: dict[str, Cell]) -> list[Cell]:
    """A record of a CSV file: text as it stands, blanks as None.

    Args:
        fields: the record.
        shared: the cells of its file so far. A registry says the same again and again: equal texts are one object,
            which saves half of the memory of a large file.
    """
    cells = []
    for field in fields:
        if field not in shared:
            shared[field] = written_text(field)
        cells.append(shared[field])
    return cells
