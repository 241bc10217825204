"""The partition board: blocks of panes in columns, one cell size for the whole board."""

from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.layouts.measures import Measures
from visualisations.layouts.strips import PaneSpec, Strip, break_into_strips, strip_height
from visualisations.layouts.waffle import Group, cells

__all__ = ["BlockPlace", "BlockSpec", "BoardLayout", "Box", "Group", "Measures", "PanePlace", "PaneSpec", "partition"]

_ROUNDS = 4
_MOST_COLUMNS = 6


@dataclass(frozen=True)
class Box:
    """A rectangle, in px from the board's upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class BlockSpec:
    """A subdistrict to be placed, with its panes in the order of their codes."""

    key: str
    panes: tuple[PaneSpec, ...]


@dataclass(frozen=True)
class PanePlace:
    """Where a pane stands, and the centre of each thing in it, group by group."""

    key: str
    box: Box
    slots: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class BlockPlace:
    """Where a block stands, header included, and its panes."""

    key: str
    box: Box
    panes: tuple[PanePlace, ...]


@dataclass(frozen=True)
class BoardLayout:
    """The whole board: its size, the size of its cells, its blocks in order."""

    width: float
    height: float
    cell: float
    blocks: tuple[BlockPlace, ...]


@dataclass(frozen=True)
class _Plan:
    """Blocks dealt to columns, with the strips of each."""

    cell: float
    columns: tuple[tuple[BlockSpec, ...], ...]
    widths: tuple[float, ...]
    strips: tuple[tuple[tuple[Strip, ...], ...], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(self.heights)


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
    count = _column_count(blocks, width, sizes[len(sizes) // 3], m)
    low, high = 0, len(sizes) - 1
    plan = _balanced(blocks, count, width, sizes[low], m)
    if plan.height > height:
        high = low
    while low < high:
        middle = (low + high + 1) // 2
        tried = _balanced(blocks, count, width, sizes[middle], m)
        if tried.height <= height:
            low, plan = middle, tried
        else:
            high = middle - 1
    return _place(plan, height, m)


def _column_count(blocks: Sequence[BlockSpec], width: float, cell: float, m: Measures) -> int:
    """Return into how many columns the blocks are best dealt: the number that gives the lowest board."""
    most = int((width + m.block_gap) // (m.block_least_width + m.block_gap))
    counts = range(1, max(1, min(len(blocks), _MOST_COLUMNS, most)) + 1)
    return min(counts, key=lambda count: (_balanced(blocks, count, width, cell, m).height, -count))


def _balanced(blocks: Sequence[BlockSpec], count: int, width: float, cell: float, m: Measures) -> _Plan:
    """Return the plan for so many columns, their widths moved until the columns come out about equally long."""
    columns = _deal(blocks, [_block_weight(b, cell) for b in blocks], count)
    free = width - m.block_gap * (len(columns) - 1)
    widths = [free / len(columns)] * len(columns)
    best: _Plan | None = None
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


def _measured(columns: tuple[tuple[BlockSpec, ...], ...], widths: list[float], cell: float, m: Measures) -> _Plan:
    strips = tuple(
        tuple(break_into_strips(block.panes, width, cell, m) for block in column)
        for column, width in zip(columns, widths, strict=True)
    )
    heights = tuple(
        sum(_block_height(s, cell, m) for s in column) + m.block_gap * (len(column) - 1) for column in strips
    )
    return _Plan(cell, columns, tuple(widths), strips, heights)


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


def _place(plan: _Plan, height: float, m: Measures) -> BoardLayout:
    places: list[BlockPlace] = []
    goal = max(plan.height, min(height, plan.height * 1.04))
    x = 0.0
    for column, strips, w, h in zip(plan.columns, plan.strips, plan.widths, plan.heights, strict=True):
        rows = sum(len(s) for s in strips)
        extra = min((goal - h) / rows, m.stretch * plan.cell) if rows else 0.0
        y = 0.0
        for block, own in zip(column, strips, strict=True):
            place = _place_block(block, own, Box(x, y, w, extra), plan.cell, m)
            places.append(place)
            y += place.box.height + m.block_gap
        x += w + m.block_gap
    bottom = max((p.box.y + p.box.height for p in places), default=0.0)
    width = sum(plan.widths) + m.block_gap * (len(plan.widths) - 1)
    return BoardLayout(width, bottom, plan.cell, tuple(places))


def _place_block(block: BlockSpec, strips: Sequence[Strip], room: Box, cell: float, m: Measures) -> BlockPlace:
    """Place a block at the corner and width of its room, whose height is what each row gets beyond its need."""
    panes: list[PanePlace] = []
    y = room.y + m.block_header
    for strip in strips:
        tall = strip_height(strip.rows, cell, m) + room.height
        x = room.x
        for pane, width in zip(strip.panes, strip.widths, strict=True):
            panes.append(_place_pane(pane, Box(x, y, width, tall), cell, m))
            x += width + m.gap
        y += tall + m.gap
    height = y - m.gap - room.y if strips else m.block_header
    return BlockPlace(block.key, Box(room.x, room.y, room.width, height), tuple(panes))


def _place_pane(pane: PaneSpec, box: Box, cell: float, m: Measures) -> PanePlace:
    left, top = box.x + m.pane_sides + cell / 2, box.y + m.pane_header + cell / 2
    slots = tuple(
        tuple((left + column * cell, top + row * cell) for column, row in group)
        for group in cells(pane.groups, m.columns(box.width, cell))
    )
    return PanePlace(pane.key, box, slots)
