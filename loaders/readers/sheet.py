"""A sheet as a file holds it: the cells, where they stand, and what was hidden, struck out or merged."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self, TypeAlias

Cell: TypeAlias = str | int | float | bool | datetime.date | datetime.datetime | None
Position: TypeAlias = tuple[int, int]
Box: TypeAlias = tuple[int, int, int, int]

LETTERS = 26


def column_letters(number: int) -> str:
    """The letters above a column in Excel: 1 is A, 27 is AA, 16384 is XFD.

    Args:
        number: the column, counted from 1.

    Returns:
        One to three capital letters.

    Raises:
        ValueError: if the number is below 1.
    """
    if number < 1:
        msg = f"a column number starts at 1, not {number}"
        raise ValueError(msg)
    letters = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column, counted from 1, that letters such as `AA` stand for.

    Args:
        letters: one or more letters A to Z, in either case.

    Returns:
        The number: `A` is 1, `XFD` is 16384.
    """
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


@dataclass(frozen=True)
class Sheet:
    """One table of one file, cell by cell as it was sent, before anything is interpreted.

    Row `rows[i]` is what Excel shows as row `first_row + i`, its cell `j` stands in column `first_column + j`; all rows
    are equally long. Every other field speaks of Excel's own rows and columns, counted from 1. In a CSV file a row is
    a record: a quoted line break does not start another, a blank line counts. In a JSON file row 1 holds the keys, and
    the n-th object is row n + 1; a list within its objects is a sheet of its own, whose n-th object, counted through
    the file, is row n + 1. Of an xlsb file it is not known which rows are hidden or
    struck out, nor which ranges are merged.

    Attributes:
        file: the file's name, without folders.
        source: the SHA-256 of the file, 64 hexadecimal digits.
        name: the sheet's name; for a CSV or JSON file the file's name without its ending; for a list
            within a JSON file the keys that lead to it, such as `支部.成员`.
        rows: the cells. A date is a date where the cell is formatted as one, a time of day is text, an error is None.
        first_row: Excel's number of `rows[0]`.
        first_column: Excel's number of the first cell of each row.
        merged: (first row, first column, last row, last column) of each merged range, both ends included, cut
            to the used range.
        hidden: the whole sheet is hidden.
        hidden_rows: rows that Excel does not show.
        struck_rows: rows whose every cell with something in it is struck through.
        no_value: (row, column) of formulas that were saved without their result.
        error_cells: the error that a cell shows, such as `#REF!`, by (row, column); in a JSON file what is written
            where no value is that a cell can hold, such as `NaN`.
        kind: `objects` if `rows[0]` is certainly the heading, as in JSON; else `cells`.
        record: the record type that a JSON file names for itself.
        epoch_1904: whole numbers that stand for days count from 1904, as in workbooks that once came from a Mac.
        shown: what a number is shown as where its format holds part of a code or name, such as 12 as `XQ-0012`, by
            (row, column); a merged range has it at each of its cells. Columns of counts keep the number.
        split_by: the delimiter by which text that was pasted into one column was split into columns, else None.
        around_lists: of a JSON file: its objects have lists within them, which are sheets of their own.
        untyped: numbers and days are text as a program wrote them, so that `2023.1` may have been 2023.10.
    """

    file: str
    source: str
    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[Box, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    struck_rows: frozenset[int] = frozenset()
    no_value: frozenset[Position] = frozenset()
    error_cells: Mapping[Position, str] = field(default_factory=dict)
    kind: Literal["cells", "objects"] = "cells"
    record: str | None = None
    epoch_1904: bool = False
    shown: Mapping[Position, str] = field(default_factory=dict)
    split_by: str | None = None
    around_lists: bool = False
    untyped: bool = False

    @property
    def width(self) -> int:
        """How many columns the rows have."""
        return len(self.rows[0]) if self.rows else 0

    def without_cells(self) -> Self:
        """Return the sheet without its cells, which are most of what it takes: what it is called, and how it lies."""
        nothing: list[list[Cell]] = []
        return replace(self, rows=nothing, merged=(), no_value=frozenset(), error_cells={}, shown={})
