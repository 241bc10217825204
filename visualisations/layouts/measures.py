"""The sizes, in px, that a partition board is drawn with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measures:
    """Sizes of headers, paddings, gaps and cells of a board.

    A cell holds one glyph. It is as large as fits, in steps, between a size that stays readable and one that does not
    look coarse.
    """

    pane_header: float = 21.0
    pane_sides: float = 7.0
    pane_bottom: float = 5.0
    pane_least_width: float = 74.0
    gap: float = 5.0
    block_header: float = 27.0
    block_gap: float = 12.0
    block_least_width: float = 232.0
    cell_least: float = 9.0
    cell_most: float = 20.0
    cell_step: float = 0.25
    stretch: float = 1.75

    def columns(self, width: float, cell: float) -> int:
        """Return how many cells fit across a pane of that width."""
        return max(1, int((width - 2 * self.pane_sides + 1e-6) // cell))

    def cell_sizes(self) -> list[float]:
        """Return the sizes that a cell may have, smallest first."""
        steps = round((self.cell_most - self.cell_least) / self.cell_step)
        return [self.cell_least + i * self.cell_step for i in range(steps + 1)]
