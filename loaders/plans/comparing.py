"""How the cells that a mapping file lists are compared with those of a sheet."""

from graph_model.names import normal_text
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing


def comparable(cell: Cell) -> str:
    """Return the form in which cells are equal: 2, 2.0 and "２" are one, and so are blank, 无 and —."""
    return "" if is_missing(cell) else normal_text(cell_text(cell))
