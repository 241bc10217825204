"""A reading plan: what a table means.

Recognition writes one, a mapping file is read into one, and one interpreter applies it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias

from loaders.readers.sheet import Cell

KeyPath: TypeAlias = tuple[str | int, ...]
"""Where a key stands in a TOML text: ("table", 0, "columns", "name"); a number is a position in a list."""

IN_BRACES = re.compile(r"\{([^{}]+)\}")
"""How a composed value names a column: its heading in braces."""

Header: TypeAlias = tuple[int, ...] | Literal["auto", "none"]
TakenFrom: TypeAlias = Literal["title", "sheet", "file", "caption"]


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
class Region:
    """A part of a sheet, as Excel counts; both ends belong to it.

    Args:
        first_row: its first row.
        first_column: its first column, counted from 1.
        last_column: its last column.
        last_row: its last row; None: down to the end of the sheet.
    """

    first_row: int
    first_column: int
    last_column: int
    last_row: int | None = None


@dataclass(frozen=True)
class Condition:
    """Which cells of a column let a row pass.

    Args:
        cells: cells in the form of `comparable`.
        negated: whether it is these that do not pass; of the blank alone: the cell must not be empty.
    """

    cells: frozenset[str]
    negated: bool = False

    def passes(self, cell: str) -> bool:
        """Tell whether a cell, in the form of `comparable`, lets its row pass."""
        return (cell in self.cells) != self.negated


NO_MARKS: Final = frozenset({"", "×", "x", "✗", "✘", "╳", "否", "不是", "没有", "0", "no", "n", "false"})
"""Cells, in the form of `comparable`, that say no where a mark would say yes."""


@dataclass(frozen=True)
class Each:
    """One record per column: role columns, each with its holder, or a matrix of marks.

    Args:
        columns: the columns, by heading, letters, or letters from and to ("C:H").
        heading: the field that a column's heading gives, of two rows the lower one; None: none.
        no: further cells that say no, as a legend has it: ○ is agreed on, and not yet signed.
        upper: the field that the upper of two heading rows gives; None: none.
        cell: the field that its cell gives; None: none, the cell is only a mark.
        marks: cells that make a record; empty: every cell that says something, and, where it is only a mark, no no.
    """

    columns: tuple[str, ...]
    heading: str | None = None
    cell: str | None = None
    marks: frozenset[str] = frozenset()
    upper: str | None = None
    no: frozenset[str] = frozenset()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it gives."""
        return tuple(field for field in (self.heading, self.upper, self.cell) if field is not None)


@dataclass(frozen=True)
class Period:
    """A period in one cell, such as 2021.5-2026.5: two fields are read from it.

    Args:
        column: its heading, or letters.
        start: the field of its start.
        end: the field of its end.
    """

    column: str
    start: str = "valid_from"
    end: str = "valid_to"


@dataclass(frozen=True)
class Taken:
    """A value that stands beside the table.

    Args:
        source: the title above the table, the sheet's name, the file's name, or the caption of a section of rows.
        pattern: a regular expression; its first group, or else all that it fits, is the value.
    """

    source: TakenFrom
    pattern: str


@dataclass(frozen=True)
class TablePlan:
    """What one table means: where it lies, what its columns are, and how a row becomes records.

    Args:
        number: position in the mapping file, from 0; of a recognised table, in its sheet.
        file: glob of file names, or of the last parts of their paths.
        record: name of the record type.
        sheet: name or glob, or position from 1; None: the only sheet.
        region: the part of the sheet in which the table and its title lie; None: all of it.
        header: heading rows as Excel counts, from 1; "auto": found by the headings named; "none": there is none.
        last_row: the last row of the table; None: down to the end.
        form: the sheet is a form: values stand to the right of their labels, or below; None: a table of rows.
        columns: field -> heading or label, or letters of the column; of a form the address of a value, too; of a table
            within a form, or within objects, `^.` and a label for what stands around it.
        values: field -> constant.
        composed: field -> text with headings in braces, each filled by the row's cell.
        taken: field -> what stands beside the table.
        period: a period in one cell.
        each: one record per column.
        fill_down: fields whose blank cells repeat the one above.
        dates: field -> strptime format.
        translate: field -> cell, as `normal_text` has it -> value.
        split: field -> separators: of a list within one record, or, of a field with one value, of a record each;
            NAMES for names in whatever way offices list them.
        where: heading -> which cells let a row pass.
        spells: how a panel is folded.
        namespace: prefix of foreign numbers.
        as_of: day as of which the table speaks.
        end_inclusive: whether a written end is the last day.
        encoding: encoding of CSV and JSON files.
        repeats: what a second row is that says the same as a first: it counts "once", or is a "fault".
        recognise: whether recognition fills in what the plan leaves out, even the record type.
    """

    number: int
    file: str
    record: str
    sheet: str | int | None = None
    region: Region | None = None
    header: Header = "auto"
    last_row: int | None = None
    form: Literal["right", "below"] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Cell] = field(default_factory=dict)
    composed: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)
    period: Period | None = None
    each: Each | None = None
    fill_down: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    translate: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    split: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, Condition] = field(default_factory=dict)
    spells: Spells | None = None
    namespace: str | None = None
    as_of: date | None = None
    end_inclusive: bool = False
    encoding: str | None = None
    repeats: Literal["once", "fault"] = "once"
    recognise: bool = False


@dataclass(frozen=True)
class MappingFile:
    """A mapping file: plans, in TOML.

    Args:
        name: the file's name.
        tables: its plans, in its order.
        lines: path of each key -> its line, so that what does not fit a sheet can be shown in the mapping.
    """

    name: str
    tables: tuple[TablePlan, ...]
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
