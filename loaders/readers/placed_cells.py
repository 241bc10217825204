"""Cells that were found one by one at their places, put together to a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.readers.failures import unreadable
from loaders.readers.limits import Limits
from loaders.readers.marks import Marks, Used, cells_in
from loaders.readers.sheet import Box, Cell, Position, Sheet, column_letters
from loaders.readers.shown_cells import shown_cells


@dataclass
class PlacedCells:
    """What a reader has found of one sheet so far, in Excel's own rows and columns.

    Attributes:
        name: the sheet's name.
        cells: the cells with something in them.
        merged: merged ranges.
        hidden: the whole sheet is hidden.
        hidden_rows: rows that are not shown.
        struck: rows with a cell that is struck through.
        plain: rows with a cell that is not.
        no_value: formulas without result.
        errors: what cells in error show.
        formats: number formats that may hold part of a code.
    """

    name: str
    cells: dict[Position, Cell] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    plain: set[int] = field(default_factory=set)
    no_value: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    formats: dict[Position, str] = field(default_factory=dict)

    def put(self, place: Position, cell: Cell, is_struck: bool) -> None:
        """Note a cell; a blank one is none."""
        if cell is not None:
            self.cells[place] = cell
            (self.struck if is_struck else self.plain).add(place[0])


def placed_sheets(
    file: tuple[str, str], found: Sequence[PlacedCells], limits: Limits, *, epoch_1904: bool = False, untyped: bool
) -> tuple[Sheet, ...]:
    """The sheets of a file.

    Args:
        file: its name and its SHA-256.
        found: what was found of each sheet.
        limits: `cells` bounds the used ranges together.
        epoch_1904: days are counted from 1904.
        untyped: numbers and days are text as a program wrote them.

    Returns:
        One sheet for each, in order.

    Raises:
        Unreadable: `too_many_cells`, before rows are made.
    """
    boxes = [_used(sheet) for sheet in found]
    total = 0
    for sheet, box in zip(found, boxes, strict=True):
        total += cells_in(box)
        if box is not None and total > limits.cells:
            corner = f"{sheet.name}!{column_letters(box[3])}{box[2]}"
            raise unreadable("too_many_cells", sheet=sheet.name, cells=total, corner=corner, limit=limits.cells)
    return tuple(_sheet(file, sheet, box, epoch_1904, untyped) for sheet, box in zip(found, boxes, strict=True))


def _used(sheet: PlacedCells) -> Box | None:
    used = Used()
    for row, column in (*sheet.cells, *sheet.errors, *sheet.no_value):
        used.add(row, column, row, column)
    return used.box


def _sheet(file: tuple[str, str], found: PlacedCells, box: Box | None, epoch_1904: bool, untyped: bool) -> Sheet:
    top, left, bottom, right = box or (1, 1, 0, 0)
    rows = [[found.cells.get((row, column)) for column in range(left, right + 1)] for row in range(top, bottom + 1)]
    cut = ((max(a, top), max(b, left), min(c, bottom), min(d, right)) for a, b, c, d in found.merged)
    merged = tuple(range_ for range_ in cut if range_[:2] != range_[2:] and _is_box(range_))
    return Sheet(
        *(*file, found.name, rows, top, left, merged, found.hidden),
        hidden_rows=frozenset(found.hidden_rows),
        struck_rows=frozenset(found.struck - found.plain),
        no_value=frozenset(found.no_value),
        error_cells=found.errors,
        epoch_1904=epoch_1904,
        shown=shown_cells(Marks(formats=found.formats), rows, (top, left), merged),
        untyped=untyped,
    )


def _is_box(box: Box) -> bool:
    return box[0] <= box[2] and box[1] <= box[3]
