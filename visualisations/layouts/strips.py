"""Panes of one block in rows of one height each, in their order, so that names line up and places stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.layouts.measures import Measures
from visualisations.layouts.waffle import Groups, columns_by_rows, left_overs

_TOO_WIDE = 1e9


@dataclass(frozen=True)
class PaneSpec:
    """A pane to be placed: a community, or what belongs to a subdistrict or the district itself.

    Args:
        key: names the pane in the result.
        groups: what stands in it.
        name_width: px that its header needs.
    """

    key: str
    groups: Groups
    name_width: float = 0.0

    @property
    def items(self) -> int:
        """How many things stand in the pane."""
        return sum(g.count for g in self.groups)


@dataclass(frozen=True)
class Strip:
    """One row of panes: which, how wide each, how many rows of cells."""

    panes: tuple[PaneSpec, ...]
    widths: tuple[float, ...]
    rows: int


def break_into_strips(panes: Sequence[PaneSpec], width: float, cell: float, measures: Measures) -> tuple[Strip, ...]:
    """Return the panes in rows, broken so that the block is as low as it can be.

    Args:
        panes: in the order in which they are read.
        width: px across.
        cell: px of one cell.
        measures: sizes of headers, paddings and gaps.
    """
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    for end in range(1, len(panes) + 1):
        best.append(min(_choices(panes[:end], best, _Room(width, cell, measures))))
    strips: list[Strip] = []
    end = len(panes)
    while end:
        _, start, rows = best[end]
        row = tuple(panes[start:end])
        strips.append(Strip(row, _widths(row, rows, _Room(width, cell, measures)), rows))
        end = start
    return tuple(reversed(strips))


def strip_height(rows: int, cell: float, measures: Measures) -> float:
    """Return the height of a row of panes with so many rows of cells."""
    return measures.pane_header + max(rows, 1) * cell + measures.pane_bottom


@dataclass(frozen=True)
class _Room:
    width: float
    cell: float
    measures: Measures

    def free(self, count: int) -> float:
        """Return the width that so many panes share, gaps taken off."""
        return self.width - self.measures.gap * (count - 1)

    def pane_width(self, pane: PaneSpec, columns: int) -> float:
        """Return the least width of a pane with so many cells a row."""
        m = self.measures
        return max(pane.name_width, m.pane_least_width, columns * self.cell + 2 * m.pane_sides)


def _choices(
    panes: Sequence[PaneSpec], best: Sequence[tuple[float, int, int]], room: _Room
) -> list[tuple[float, int, int]]:
    """Return, for each run of last panes that fits one row: height so far, where it starts, rows of cells."""
    found: list[tuple[float, int, int]] = []
    rows = 1
    for start in range(len(panes) - 1, -1, -1):
        fewest = _fewest_rows(panes[start:], rows, room)
        if fewest is None:
            break
        rows = fewest
        height = strip_height(rows, room.cell, room.measures) + room.measures.gap
        found.append((best[start][0] + height, start, rows))
    return found


def _fewest_rows(row: Sequence[PaneSpec], at_least: int, room: _Room) -> int | None:
    """Return the fewest rows of cells at which the panes fit side by side, or None if they never do."""
    free = room.free(len(row))
    needs = [columns_by_rows(pane.groups) for pane in row]
    for rows in range(at_least, max(len(n) for n in needs) + 1):
        columns = [_at(n, rows) for n in needs]
        wide = sum(room.pane_width(p, c) if c else _TOO_WIDE for p, c in zip(row, columns, strict=True))
        if wide <= free:
            return rows
    return max(at_least, len(needs[0])) if len(row) == 1 else None


def _at(columns: tuple[int | None, ...], rows: int) -> int | None:
    return columns[min(rows, len(columns)) - 1]


def _widths(row: tuple[PaneSpec, ...], rows: int, room: _Room) -> tuple[float, ...]:
    """Return the width of each pane: what it needs, spare cells where they help most, the rest in equal parts."""
    columns = [_at(columns_by_rows(p.groups), rows) or 1 for p in row]
    widths = [room.pane_width(p, c) for p, c in zip(row, columns, strict=True)]
    spare = room.free(len(row)) - sum(widths)
    while spare >= room.cell:
        i = min(range(len(row)), key=lambda k: (_gain(row[k], widths[k], room), widths[k] / max(row[k].items, 1), k))
        widths[i] += room.cell
        spare -= room.cell
    return tuple(w + spare / len(row) for w in widths)


def _gain(pane: PaneSpec, width: float, room: _Room) -> int:
    """Return by how much one more column changes the number of left-over rows; negative is better."""
    columns = room.measures.columns(width, room.cell)
    return left_overs(pane.groups, columns + 1) - left_overs(pane.groups, columns)
