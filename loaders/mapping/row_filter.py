"""Which rows of a table a mapping file wants: those whose cells are among the ones it lists."""

from collections.abc import Mapping, Sequence

from graph_model.names import normal_text
from loaders.cell_reading import cell_text
from loaders.readers.sheet import Cell


def comparable(cell: Cell) -> str:
    """Return the form in which cells and texts of a mapping file are compared: 2, 2.0 and "２" are one."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else normal_text(cell_text(cell))


def is_wanted(where: Mapping[int, frozenset[str]], row: Sequence[Cell], first_column: int = 1) -> bool:
    """Tell whether a row passes the filter of its table.

    Args:
        where: column, as Excel counts -> the cells that pass, in the form of `comparable`.
        row: the row's cells.
        first_column: Excel's number of the first of them.

    Returns:
        True if each column holds one of its cells; always, without a filter.
    """
    return all(comparable(row[column - first_column]) in cells for column, cells in where.items())
