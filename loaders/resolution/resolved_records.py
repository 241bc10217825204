"""Records with what their rows define and mean, and what comes to light while that is found out."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from loaders.faults import kind_of_fault
from loaders.records.combined_records import CombinedRecords
from loaders.resolution.known_things import KnownThings
from loaders.values.list_columns import list_column


@dataclass(frozen=True)
class ReferenceFault:
    """A reference that means nothing, several things, or something that nobody defines.

    Args:
        record: record type.
        index: position of the row in its frame.
        field: the field.
        code: code of the fault.
        value: the cell's member, as written.
        blanks: what fills the blanks of the fault's texts.
    """

    record: str
    index: int
    field: str
    code: str
    value: str | None
    blanks: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether the row is rejected."""
        return kind_of_fault(self.code).severity == "error"


@dataclass(frozen=True)
class Joined:
    """A name that was joined with a thing by another rule than its own code or name.

    Args:
        written: the name as written.
        label: the label of the thing.
        uid: the thing.
        rule: by what rule.
        other_uid: the uid that the name would have had, or None.
    """

    written: str
    label: str
    uid: str
    rule: str
    other_uid: str | None = None


class ResolvedRecords:
    """The rows of one record type with what they define and mean.

    Args:
        rows: the rows.

    Attributes:
        frame: the rows as a table.
        errors: positions of rows with an error; grows while references are resolved.
        subject: uid of the node that each row defines; None where it defines none. Empty where no row of the type does.
        labels: concrete label of that node.
        names: its name.
        references: field -> uid or list of uids of each row.
    """

    def __init__(self, rows: CombinedRecords) -> None:
        self.frame: pl.DataFrame = rows.frame
        self.errors: set[int] = set(rows.errors)
        self.subject: list[str | None] = []
        self.labels: list[str] = []
        self.names: list[str] = []
        self.references: dict[str, list[Any]] = {}
        self._rows = rows
        self._columns: dict[str, list[Any]] = {}
        self._implied: set[str] = set()

    def is_new(self, index: int) -> bool:
        """Tell whether a row was read just now, and not taken over from the current snapshot."""
        return self._rows.is_new(index)

    def new_rows(self) -> pl.Series:
        """Tell of each row whether it was read just now."""
        return self._rows.new_rows()

    def size_of(self, positions: Sequence[int]) -> int:
        """Return how many rows of files the new ones among the rows at these positions stand for."""
        return sum(self._rows.sizes[i] for i in positions if self._rows.is_new(i))

    def column(self, name: str) -> list[Any]:
        """Return a column as a list; nulls where the record type has none of this name."""
        if name not in self._columns:
            present = name in self.frame.columns
            self._columns[name] = _shared(self.frame[name]) if present else [None] * len(self.frame)
        return self._columns[name]

    def replace_column(self, name: str, cells: list[Any]) -> None:
        """Let a column hold what its rows imply, where they do not say it."""
        self._columns[name] = cells
        self._implied.add(name)

    def forget_columns(self) -> None:
        """Let go of columns that were made into lists, but for those that their rows imply."""
        self._columns = {name: cells for name, cells in self._columns.items() if name in self._implied}

    def release(self) -> None:
        """Let go of what rows define and mean, once nodes and ties are built of it; the rows themselves stay."""
        for found in (self.subject, self.labels, self.names, self.references, self._columns, self._implied):
            found.clear()

    def series(self, name: str) -> pl.Series:
        """Return a column as the graph is built from it; nulls where the record type has none of this name."""
        if name in self._implied:
            return pl.Series(name, self._columns[name], dtype=self.frame.schema.get(name))
        if name in self.frame.columns:
            return self.frame[name]
        return pl.Series(name, [None] * len(self.frame), dtype=pl.String)

    def uids(self, name: str) -> pl.Series:
        """Return what the cells of a reference mean: a uid of each row, or a list of uids where a cell has several."""
        cells = self.references[name]
        if self.frame.schema.get(name) == pl.List(pl.String):
            return list_column(cells).alias(name)
        return pl.Series(name, cells, dtype=pl.String)


def _shared(column: pl.Series) -> list[Any]:
    """Return a column as a list in which equal texts are one object: most columns say the same again and again."""
    values = column.to_list()
    if column.dtype != pl.String:
        return values
    first: dict[str | None, str | None] = {}
    return [first.setdefault(value, value) for value in values]


@dataclass
class Findings:
    """What is known and found while records are resolved.

    Args:
        decided: (label, normal name) -> uid, as persons have decided.
        known: what rows define.
        faults: references that mean nothing, several things, or something that nobody defines.
        joined: (name, uid) -> how the name was joined with the thing.
        stubs: uid -> (label, name) of what rows name and none defines.
    """

    decided: Mapping[tuple[str, str], str]
    known: KnownThings = dataclasses.field(default_factory=KnownThings)
    faults: list[ReferenceFault] = dataclasses.field(default_factory=list)
    joined: dict[tuple[str, str], Joined] = dataclasses.field(default_factory=dict)
    stubs: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)

    def join(self, joined: Joined) -> None:
        """Note that a name was joined with a thing."""
        self.joined.setdefault((joined.written, joined.uid), joined)
