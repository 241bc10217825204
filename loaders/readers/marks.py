"""What calamine does not tell of a sheet: hidden and struck rows, errors, formulas without result, used range."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.readers.sheet import Box, Position


@dataclass(frozen=True)
class Marks:
    """Facts about the cells of one sheet, in Excel's own rows and columns.

    Attributes:
        hidden_rows: rows that are not shown.
        struck_rows: rows whose every cell with something in it is struck through.
        no_value: formulas saved without their result.
        error_cells: what cells in error show.
        merged: merged ranges, where calamine does not give them.
        formats: the number format of cells whose format may hold part of a code.
        shown: what such cells show, where the file says it itself.
        epoch_1904: days are counted from 1904.
        characters: of all cells together, where one text may be repeated.
        used: the smallest box around all cells with something in them; None if there is none, or nobody looked.
    """

    hidden_rows: frozenset[int] = frozenset()
    struck_rows: frozenset[int] = frozenset()
    no_value: frozenset[Position] = frozenset()
    error_cells: Mapping[Position, str] = field(default_factory=dict)
    merged: tuple[Box, ...] = ()
    formats: Mapping[Position, str] = field(default_factory=dict)
    shown: Mapping[Position, str] = field(default_factory=dict)
    epoch_1904: bool = False
    characters: int = 0
    used: Box | None = None


class Used:
    """The box around cells, grown cell by cell."""

    def __init__(self) -> None:
        self.box: Box | None = None

    def add(self, top: int, left: int, bottom: int, right: int) -> None:
        """Grow the box so that it holds this range too."""
        if self.box is None:
            self.box = (top, left, bottom, right)
            return
        old = self.box
        self.box = (min(old[0], top), min(old[1], left), max(old[2], bottom), max(old[3], right))


def cells_in(box: Box | None) -> int:
    """How many cells a box holds."""
    return 0 if box is None else (box[2] - box[0] + 1) * (box[3] - box[1] + 1)
