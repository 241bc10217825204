"""What a mapping file says, once it is known to be well formed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from loaders.plans.positions import Path
from loaders.plans.tables import Spells
from loaders.readers.sheet import Cell

Header: TypeAlias = tuple[int, ...] | Literal["auto", "none"]


@dataclass(frozen=True)
class MappingTable:
    """One `[[table]]`: which sheets it speaks of, and how their columns become fields of a record type.

    Args:
        number: position in the file, from 0.
        file: glob of file names, or of the last parts of their paths.
        record: name of the record type.
        sheet: name or glob, or position from 1; None: the only sheet.
        header: heading rows as Excel counts, from 1; "auto": found by the headings named; "none": there is none.
        columns: field -> heading, or letters of the column.
        values: field -> constant.
        dates: field -> strptime format.
        translate: field -> cell, as `normal_text` has it -> value.
        split: field -> separators.
        where: heading -> cells, in the form of `comparable`.
        spells: how a panel is folded.
        namespace: prefix of foreign numbers.
        as_of: day as of which the table speaks.
        end_inclusive: whether a written end is the last day.
        encoding: encoding of CSV and JSON files.
    """

    number: int
    file: str
    record: str
    sheet: str | int | None = None
    header: Header = "auto"
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Cell] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    translate: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    split: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spells: Spells | None = None
    namespace: str | None = None
    as_of: date | None = None
    end_inclusive: bool = False
    encoding: str | None = None


@dataclass(frozen=True)
class MappingFile:
    """A mapping file.

    Args:
        name: the file's name.
        tables: its tables, in its order.
        lines: path of each key -> its line, so that what does not fit a sheet can be shown in the mapping.
    """

    name: str
    tables: tuple[MappingTable, ...]
    lines: Mapping[Path, int] = field(default_factory=dict)
