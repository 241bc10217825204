"""Cells of a column read one by one distinct cell: a registry says the same again and again."""

from collections.abc import Callable, Sequence
from typing import Any

from loaders.readers.sheet import Cell
from loaders.values.cell_reading import Reading

_NUMBERS = frozenset({bool, int, float})
"""1, 1.0 and True are equal and are not read alike: among them a cell is known by its type, too."""

_MANY = 8_000
"""Distinct cells beyond which those so far are forgotten before the next column."""

Doubts = Sequence[tuple[int, Reading]]
"""(position, what its cell says) of each cell with a fault."""


class _Read(dict[Any, Any]):
    """Cell -> value; a cell that was not met yet is read."""

    def __init__(self, read: Callable[[Any], Reading]) -> None:
        super().__init__()
        self.doubts: dict[Any, Reading] = {}
        self._read = read

    def __missing__(self, cell: Any) -> Any:
        reading = self._read(cell)
        if reading.fault:
            self.doubts[cell] = reading
        self[cell] = reading.value
        return reading.value

    def forget(self) -> None:
        self.clear()
        self.doubts.clear()


class DistinctCells:
    """Reads the columns of one kind, each distinct cell once.

    Args:
        read: tells what a cell says.
        plain: returns the value of a text that bears it beyond doubt, None for another; None: no text does.
    """

    def __init__(self, read: Callable[[Cell], Reading], plain: Callable[[str], Any] | None = None) -> None:
        self._cells = _Read(read)
        self._typed = _Read(lambda at: read(at[1]))
        self._plain = plain

    def read(self, cells: Sequence[Cell]) -> tuple[list[Any], Doubts]:
        """Return the values of a column's cells, and what is wrong with which."""
        if not _NUMBERS.isdisjoint(map(type, cells)):
            return _looked_up(self._typed, list(zip(map(type, cells), cells, strict=True)))
        if self._plain is None:
            return _looked_up(self._cells, cells)
        return self._plain_or_looked_up(self._plain, cells)

    def _plain_or_looked_up(self, plain: Callable[[str], Any], cells: Sequence[Any]) -> tuple[list[Any], Doubts]:
        known, values = _not_full(self._cells), []
        for cell in cells:
            value = plain(cell) if type(cell) is str else None
            values.append(known[cell] if value is None else value)
        return values, _doubts(known, cells)


def _looked_up(known: _Read, cells: Sequence[Any]) -> tuple[list[Any], Doubts]:
    values = list(map(_not_full(known).__getitem__, cells))
    return values, _doubts(known, cells)


def _not_full(known: _Read) -> _Read:
    if len(known) > _MANY:
        known.forget()
    return known


def _doubts(known: _Read, cells: Sequence[Any]) -> Doubts:
    doubts = known.doubts
    if not doubts or doubts.keys().isdisjoint(cells):
        return ()
    return [(index, doubts[cell]) for index, cell in enumerate(cells) if cell in doubts]
