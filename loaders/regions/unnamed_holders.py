"""Columns of the holders of one post: where such a cell is blank, the row says nothing of that post."""

from collections.abc import Sequence

from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.values.persons import PRIVATE_FIELDS


def holder_columns(table: RawTable) -> tuple[int, ...]:
    """Return the columns that name the holders of the one post that a table is about.

    Args:
        table: the table.

    Returns:
        The columns of names and numbers of persons; none where each row says the post itself, or nobody is named: then
        a row stands for a holder whether or not it tells who that is.
    """
    role = table.columns.get("role")
    if role is None or role.has_cells or role.constant is None or table.form:
        return ()
    origins = (table.columns.get(field) for field in PRIVATE_FIELDS)
    return tuple(o.column for o in origins if o is not None and o.column is not None)


def names_somebody(table: RawTable, cells: Sequence[Cell], holders: Sequence[int]) -> bool:
    """Tell whether a row says anything of its post: of columns of holders, 无 and 空缺 do, and a blank does not."""
    if not holders:
        return True
    found = (table.cell(cells, column) for column in holders)
    return any(cell is not None and (not isinstance(cell, str) or bool(cell.strip())) for cell in found)
