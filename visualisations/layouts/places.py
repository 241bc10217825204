"""Where the blocks, panes and things of a board stand, once it is known which row each pane is in."""

from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.layouts.columns import BlockSpec, Plan
from visualisations.layouts.measures import Measures
from visualisations.layouts.strips import PaneSpec, Strip, strip_height
from visualisations.layouts.waffle import cells


@dataclass(frozen=True)
class Box:
    """A rectangle, in px from the board's upper left corner."""

    x: float
    y: float
    width: float
    height: float


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


def place(plan: Plan, height: float, m: Measures) -> BoardLayout:
    """Return the places of a plan, rows stretched a little where that fills the height."""
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
