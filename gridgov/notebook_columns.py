"""The rows of a statement as columns of a notebook: typed where one type holds them all, as text where none does."""

import math
from collections.abc import Sequence
from datetime import date, time

import polars as pl

from queries.output_formats.characters import whole_characters
from queries.output_formats.json_text import document_text, plain

_INT64 = range(-(2**63), 2**63)


def notebook_columns(names: Sequence[str], rows: Sequence[Sequence[object]]) -> pl.DataFrame:
    """Return rows as a table, a column for each name.

    A column that no type of Polars holds without changing a value (numbers among texts, moments with and without a
    zone) holds texts: each value as JSON writes it, texts as they are.
    """
    columns = zip(*rows, strict=True) if rows else [() for _ in names]
    return pl.DataFrame([_column(name, values) for name, values in zip(names, columns, strict=True)])


def _column(name: str, values: Sequence[object]) -> pl.Series:
    cells = [_cell(value) for value in values]
    for dtype in (None, pl.Float64()) if _numbers(cells) else (None,):
        try:
            frame = pl.DataFrame(
                [(cell,) for cell in cells], schema={name: dtype}, orient="row", infer_schema_length=None
            )
        except (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError):
            continue
        found = frame.to_series() if frame.width else pl.Series(name, cells)
        if len(found) == len(cells) and all(_same(a, b) for a, b in zip(cells, found.to_list(), strict=True)):
            return found
    return pl.Series(name, [_text(cell) for cell in cells], dtype=pl.String)


def _cell(value: object) -> object:
    """Return a value as Polars takes it: days and times as such, texts whole, nodes as structures."""
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, date) or (isinstance(value, time) and value.tzinfo is None):
        return value
    if isinstance(value, float) or (isinstance(value, int) and value in _INT64):
        return value
    return plain(value)


def _numbers(cells: Sequence[object]) -> bool:
    return all(cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool)) for cell in cells)


def _same(given: object, found: object) -> bool:
    """Whether a value came through as it was; a structure may have further parts, which are missing."""
    if isinstance(given, dict) and isinstance(found, dict):
        return given.keys() <= found.keys() and all(_same(given.get(key), part) for key, part in found.items())
    if isinstance(given, list) and isinstance(found, list):
        return len(given) == len(found) and all(map(_same, given, found))
    if isinstance(given, bool) != isinstance(found, bool):
        return False
    return given == found or (_is_nan(given) and _is_nan(found))


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _text(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else document_text(cell)
