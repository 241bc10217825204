"""Standing things in rows of one cell each, a row begun for each kind, so that a pane reads as a small bar chart."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

FEW = 2
"""A last row of so few cells looks like a left-over."""


@dataclass(frozen=True)
class Group:
    """So many things of one kind.

    Args:
        count: how many.
        joins: whether they may go on in the row of the group before, after a gap of one cell.
    """

    count: int
    joins: bool = False


Groups = tuple[Group, ...]


@dataclass(frozen=True)
class _Run:
    """A group's first cell, and the rows that it takes."""

    row: int
    column: int
    count: int


def cells(groups: Groups, columns: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the cell (column, row) of each thing, group by group.

    Args:
        groups: what stands in the pane, in order.
        columns: how many cells a row has; at least 1.
    """
    return tuple(
        tuple(
            ((run.column + i) % columns, run.row + (run.column + i) // columns)
            for i in range(run.count)
        )
        for run in _runs(groups, columns)
    )  # fmt: skip


def rows_needed(groups: Groups, columns: int) -> int:
    """Return how many rows the groups take at that many cells a row."""
    return max((run.row + -(-(run.column + run.count) // columns) for run in _runs(groups, columns)), default=0)


@lru_cache(maxsize=20_000)
def columns_by_rows(groups: Groups) -> tuple[int | None, ...]:
    """Return the fewest cells a row with which the groups take at most 1, 2, 3 … rows.

    Returns:
        None for so few rows that not even one long row for each kind fits; the last entry holds for any greater
        number of rows.
    """
    table = _rows_by_columns(groups)
    found: list[int | None] = []
    for rows in range(1, max(rows_needed(groups, 1), 1) + 1):
        place = bisect_left(table, -rows)
        found.append(place + 1 if place < len(table) else None)
        if place == 0:
            break
    return tuple(found)


def left_overs(groups: Groups, columns: int) -> int:
    """Return how many groups would end in a further row of only one or two."""
    return sum(1 for g in groups if g.count > columns and 0 < g.count % columns <= FEW)


def _rows_by_columns(groups: Groups) -> tuple[int, ...]:
    """Return minus the rows needed at 1, 2, 3 … columns: rising, so that it can be bisected."""
    widest = max(sum(g.count for g in groups) + len(groups), 1)
    fewest = rows_needed(groups, widest)
    table: list[int] = []
    for columns in range(1, widest + 1):
        rows = rows_needed(groups, columns)
        table.append(max(-rows, table[-1]) if table else -rows)
        if rows == fewest:
            break
    return tuple(table)


def _runs(groups: Groups, columns: int) -> Iterator[_Run]:
    row, column = 0, 0
    for group in groups:
        if group.count == 0:
            yield _Run(row, column, 0)
            continue
        if group.joins and column and column + 1 + group.count <= columns:
            column += 1
        elif column:
            row, column = row + 1, 0
        yield _Run(row, column, group.count)
        column += group.count
        row, column = row + (column - 1) // columns, (column - 1) % columns + 1
