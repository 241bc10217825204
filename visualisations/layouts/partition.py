"""The partition board: blocks of panes in columns, one cell size for the whole board."""

from collections.abc import Sequence

from visualisations.layouts.columns import BlockSpec, balanced, column_count
from visualisations.layouts.measures import Measures
from visualisations.layouts.places import BlockPlace, BoardLayout, Box, PanePlace, place
from visualisations.layouts.strips import PaneSpec
from visualisations.layouts.waffle import Group

__all__ = ["BlockPlace", "BlockSpec", "BoardLayout", "Box", "Group", "Measures", "PanePlace", "PaneSpec", "partition"]


def partition(
    blocks: Sequence[BlockSpec], width: float, height: float, measures: Measures | None = None
) -> BoardLayout:
    """Place every block, pane and thing of a district on a board.

    Blocks run down the columns in their order, panes run in rows inside a block, things run in rows inside a pane. The
    cell is the largest that fits the height; if even the smallest does not fit, the board grows downwards.

    Args:
        blocks: the subdistricts, in the order of their codes; empty blocks keep a header.
        width: px across.
        height: px down that the board should fill and not pass.
        measures: other sizes than the usual ones.

    Returns:
        the places, a pure function of the arguments.
    """
    m = measures or Measures()
    sizes = m.cell_sizes()
    count = column_count(blocks, width, sizes[len(sizes) // 3], m)
    low, high = 0, len(sizes) - 1
    plan = balanced(blocks, count, width, sizes[low], m)
    if plan.height > height:
        high = low
    while low < high:
        middle = (low + high + 1) // 2
        tried = balanced(blocks, count, width, sizes[middle], m)
        if tried.height <= height:
            low, plan = middle, tried
        else:
            high = middle - 1
    return place(plan, height, m)
