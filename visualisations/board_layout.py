"""Turns the panes of a board into places: how much room each name takes, which rows there are."""

from unicodedata import east_asian_width

from visualisations.board_parts import PERSONAL_ROWS, ROWS, BoardData, Pane
from visualisations.layouts.partition import BlockSpec, BoardLayout, Group, Measures, PaneSpec, partition
from visualisations.palette import PLATFORM
from visualisations.wording import pane_name

WIDTH, HEIGHT = 1034.0, 846.0
"""The room for the board on a page of 1600 × 1000; other screens show it larger or smaller, never rearranged."""

_WIDE, _NARROW = 12.2, 7.0
_LONGEST_NAME = 96.0
_BESIDE_NAME = 64.0


def lay_out(data: BoardData, *, personal: bool = False, measures: Measures | None = None) -> BoardLayout:
    """Return where everything on a board stands.

    Args:
        data: what stands on it.
        personal: whether posts and their holders stand there too.
        measures: other sizes than the usual ones.
    """
    specs = [BlockSpec(block.key, tuple(_spec(pane, data, personal) for pane in block.panes)) for block in data.blocks]
    return partition(specs, WIDTH, HEIGHT, measures)


def _spec(pane: Pane, data: BoardData, personal: bool) -> PaneSpec:
    styles = (*ROWS, *PERSONAL_ROWS) if personal else ROWS
    groups = tuple(Group(len(row), style is PLATFORM) for style, row in zip(styles, pane.rows, strict=False))
    return PaneSpec(pane.key, groups, _BESIDE_NAME + min(_name_width(pane, data), _LONGEST_NAME))


def _name_width(pane: Pane, data: BoardData) -> float:
    unit = data.district.things[pane.unit] if pane.unit else None
    name = pane_name(pane.kind, unit.label if unit else "", unit.name if unit else "")
    return max(text_width(name["zh"]), text_width(name["en"]))


def text_width(text: str) -> float:
    """Return about how wide a text is in the type of pane names, in px; the page measures again."""
    return sum(_WIDE if east_asian_width(c) in "WF" else _NARROW for c in text)
