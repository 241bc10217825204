"""Blocks dealt to columns that come out about equally long, each block broken into rows of panes."""

from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.layouts.measures import Measures
from visualisations.layouts.strips import PaneSpec, Strip, break_into_strips, strip_height

_ROUNDS = 4
_MOST_COLUMNS = 6


@dataclass(frozen=True)
class BlockSpec:
    """A subdistrict to be placed, with its panes in the order of their codes."""

    key: str
    panes: tuple[PaneSpec, ...]


@dataclass(frozen=True)
class Plan:
    """Blocks dealt to columns, with the strips of each."""

    cell: float
    columns: tuple[tuple[BlockSpec, ...], ...]
    widths: tuple[float, ...]
    strips: tuple[tuple[tuple[Strip, ...], ...], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the longest column."""
        return max(self.heights)


def column_count(blocks: Sequence[BlockSpec], width: float, cell: float, m: Measures) -> int:
    """Return into how many columns the blocks are best dealt: the number that gives the lowest board."""
    most = int((width + m.block_gap) // (m.block_least_width + m.block_gap))
    counts = range(1, max(1, min(len(blocks), _MOST_COLUMNS, most)) + 1)
    return min(counts, key=lambda count: (balanced(blocks, count, width, cell, m).height, -count))


def balanced(blocks: Sequence[BlockSpec], count: int, width: float, cell: float, m: Measures) -> Plan:
    """Return the plan for so many columns, their widths moved until the columns come out about equally long."""
    columns = _deal(blocks, [_block_weight(b, cell) for b in blocks], count)
    free = width - m.block_gap * (len(columns) - 1)
    widths = [free / len(columns)] * len(columns)
    best: Plan | None = None
    for _ in range(_ROUNDS):
        plan = _measured(columns, widths, cell, m)
        if best is None or plan.height < best.height:
            best = plan
        mean = sum(plan.heights) / len(plan.heights)
        wanted = [max(w * (h / mean) ** 0.7, m.block_least_width) for w, h in zip(widths, plan.heights, strict=True)]
        widths = [float(round(w * free / sum(wanted))) for w in wanted]
        widths[-1] += free - sum(widths)
    assert best is not None  # there is at least one round; this tells the type checker
    return best


def _measured(columns: tuple[tuple[BlockSpec, ...], ...], widths: list[float], cell: float, m: Measures) -> Plan:
    strips = tuple(
        tuple(break_into_strips(block.panes, width, cell, m) for block in column)
        for column, width in zip(columns, widths, strict=True)
    )
    heights = tuple(
        sum(_block_height(s, cell, m) for s in column) + m.block_gap * (len(column) - 1) for column in strips
    )
    return Plan(cell, columns, tuple(widths), strips, heights)


def _block_weight(block: BlockSpec, cell: float) -> float:
    """Return about how much area a block takes; only proportions matter."""
    return sum(pane.items * cell * cell * 1.5 + 26 * 90 for pane in block.panes) + 27 * 300


def _block_height(strips: Sequence[Strip], cell: float, m: Measures) -> float:
    return m.block_header + sum(strip_height(s.rows, cell, m) + m.gap for s in strips)


def _deal(blocks: Sequence[BlockSpec], weights: Sequence[float], count: int) -> tuple[tuple[BlockSpec, ...], ...]:
    """Return the blocks cut into runs so that the heaviest run is as light as it can be."""
    n = len(blocks)
    sums = [0.0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    best = [[(sums[end], 0) for end in range(n + 1)]]
    for _ in range(1, count):
        before = best[-1]
        best.append(
            [
                min((max(before[cut][0], sums[end] - sums[cut]), cut) for cut in range(end + 1))
                for end in range(n + 1)
            ]
        )  # fmt: skip
    runs, end = [], n
    for level in range(count - 1, -1, -1):
        cut = best[level][end][1] if level else 0
        runs.append(tuple(blocks[cut:end]))
        end = cut
    return tuple(run for run in reversed(runs) if run) or ((),)
