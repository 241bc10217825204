"""A table found in a sheet: which column holds which field of which record type, and how its cells are to be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from loaders.readers.sheet import Cell, Sheet, column_letters


@dataclass(frozen=True)
class ColumnSource:
    """Where the values of a field come from.

    Args:
        column: number of the column as Excel counts, from 1; None: a constant.
        heading: the heading as written; for a constant, empty.
        constant: the value of every row, where there is no column.
    """

    column: int | None
    heading: str = ""
    constant: Cell = None

    @property
    def letters(self) -> str | None:
        """The letters of the column, or None for a constant."""
        return None if self.column is None else column_letters(self.column)


@dataclass(frozen=True)
class Spells:
    """How a panel of snapshots is folded into intervals.

    Args:
        key: fields whose values together are followed through time.
        on: the field with the day of the snapshot.
        step: how far two consecutive snapshots lie apart.
        steps: "calendar": a step missing for everybody is a gap; "observed": it is bridged.
    """

    key: tuple[str, ...]
    on: str
    step: Literal["month", "quarter", "year"]
    steps: Literal["calendar", "observed"] = "calendar"


@dataclass(frozen=True)
class TableOptions:
    """What a mapping file says of a table beyond its columns.

    Args:
        table: position of the table in the mapping file, from 0; None: headings were found without a mapping.
        day: the day as of which the table speaks.
        end_inclusive: whether a written end is the last day on which something held.
        namespace: prefix of foreign numbers, so that two tables' number 17 are not one organisation.
        dates: field -> strptime format of its cells.
        translate: field -> cell -> value.
        split: field -> characters that separate the members of a list.
        where: heading -> cells; rows with other cells are not read.
        spells: how a panel becomes intervals.
    """

    table: int | None = None
    day: date | None = None
    end_inclusive: bool = False
    namespace: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    translate: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    split: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[int, frozenset[str]] = field(default_factory=dict)
    spells: Spells | None = None


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
        options: what a mapping file says beyond the columns.
    """

    record: str
    sheet: Sheet
    columns: Mapping[str, ColumnSource]
    first_row: int
    heading_row: int | None = None
    title: tuple[str, ...] = ()
    options: TableOptions = field(default_factory=TableOptions)

    def numbered_rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Return each row under the heading with its number, as Excel counts."""
        start = max(self.first_row - self.sheet.first_row, 0)
        for index in range(start, len(self.sheet.rows)):
            yield index + self.sheet.first_row, self.sheet.rows[index]
