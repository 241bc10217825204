"""Rows that answer a question, under columns with a name and a type."""

from dataclasses import dataclass

from queries.query_file import Column


@dataclass(frozen=True)
class Table:
    """What a question was answered with.

    Args:
        columns: names and types, in the order declared.
        rows: one tuple a row, in the order of the columns; None where a value is missing.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(c.name for c in self.columns)

    def records(self) -> list[dict[str, object]]:
        """Return the rows as dictionaries, keys in the order of the columns."""
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]
