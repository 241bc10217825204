"""A table found in a sheet: which column holds which field of which record type, and how its cells are to be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from loaders.plan import Condition, Spells, TablePlan, Taken
from loaders.readers.sheet import Cell, Sheet, column_letters


@dataclass(frozen=True)
class ColumnSource:
    """Where the values of a field come from.

    Args:
        column: number of the column as Excel counts, from 1; None: a constant.
        heading: the heading as written; for a constant, empty.
        constant: the value of every row, where there is no column.
        row: the row of the one cell that a form has for the field; None: each record's own.
        end_of: which end of the period in the cell; None: the whole cell.
        template: texts, numbers of columns and cells of the form around the table that are put together.
        caption: how the value stands in the captions of sections; of each record that above it.
    """

    column: int | None
    heading: str = ""
    constant: Cell = None
    row: int | None = None
    end_of: Literal["start", "end"] | None = None
    template: tuple["str | int | ColumnSource", ...] = ()
    caption: re.Pattern[str] | None = None

    @property
    def has_cells(self) -> bool:
        """Whether its values are read from cells, be it several or a caption; else they are a constant."""
        return self.column is not None or bool(self.template) or self.caption is not None

    @property
    def letters(self) -> str | None:
        """The letters of the column, or None for a constant."""
        return None if self.column is None else column_letters(self.column)


@dataclass(frozen=True)
class TableOptions:
    """What a plan says of a table beyond its columns.

    Args:
        table: position of the table in the mapping file, from 0; None: it was recognised.
        day: the day as of which the table speaks.
        end_inclusive: whether a written end is the last day on which something held.
        namespace: prefix of foreign numbers, so that two tables' number 17 are not one organisation.
        dates: field -> strptime format of its cells.
        translate: field -> cell -> value.
        split: field -> characters that separate the members of a list.
        records_of: field with one value -> characters that separate several, each of which is a record.
        where: column -> which cells let a row pass; other rows are not read.
        each: the column whose cell makes a record of the row, and which cells do; None: every row is one.
        mark: the heading of that column, where its cells are marks alone.
        no: further cells that say no there.
        further: whether the rows are read for another column of the same plan, which tells what is to be told of them.
        fill_down: fields whose blank cells repeat the one above.
        spells: how a panel becomes intervals.
        repeats: whether a second row that says the same as a first counts once; else it is a fault.
    """

    table: int | None = None
    day: date | None = None
    end_inclusive: bool = False
    namespace: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    translate: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    split: Mapping[str, str] = field(default_factory=dict)
    records_of: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[int, Condition] = field(default_factory=dict)
    each: tuple[int, Condition] | None = None
    mark: str | None = None
    no: frozenset[str] = frozenset()
    further: bool = False
    fill_down: tuple[str, ...] = ()
    spells: Spells | None = None
    repeats: bool = False


@dataclass(frozen=True)
class RawTable:
    """Rows of one record type in a sheet, not yet read.

    Args:
        record: name of the record type.
        sheet: the sheet.
        columns: field -> where its values come from.
        first_row: number of the first row under the heading, as Excel counts.
        heading_row: number of the last heading row; None where there is none.
        title: texts above the heading.
        options: what the plan says beyond the columns.
        last_row: number of its last row; None: the sheet's.
        headed: columns with a heading; None: it has none to go by.
        form: whether it is one record, each of whose values has a cell of its own.
        plan: the plan that gave it; None: it was put together by hand.
        untaken: field -> what was to be taken from beside the table and does not stand there.
    """

    record: str
    sheet: Sheet
    columns: Mapping[str, ColumnSource]
    first_row: int
    heading_row: int | None = None
    title: tuple[str, ...] = ()
    options: TableOptions = field(default_factory=TableOptions)
    last_row: int | None = None
    headed: frozenset[int] | None = None
    form: bool = False
    plan: TablePlan | None = None
    untaken: Mapping[str, Taken] = field(default_factory=dict)

    def cell(self, row: Sequence[Cell], column: int | None) -> Cell:
        """Return a row's cell in a column, as Excel counts; None where the row, or the sheet, does not reach it."""
        index = -1 if column is None else column - self.sheet.first_column
        return row[index] if 0 <= index < len(row) else None

    def fixed_cell(self, source: ColumnSource) -> Cell:
        """Return the one cell that a form has for a field, or the constant."""
        if source.row is None:
            return source.constant
        return self.cell(self.sheet.rows[source.row - self.sheet.first_row], source.column)

    def numbered_rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Return each row under the heading with its number, as Excel counts."""
        start = max(self.first_row - self.sheet.first_row, 0)
        end = len(self.sheet.rows) if self.last_row is None else self.last_row + 1 - self.sheet.first_row
        for index in range(start, start + 1 if self.form else min(end, len(self.sheet.rows))):
            yield index + self.sheet.first_row, self.sheet.rows[index]
