"""The palette as a page keeps it."""

from dataclasses import asdict

from visualisations.glyphs import outline
from visualisations.palette import STYLES

_SIZE = 100


def looks() -> list[dict[str, object]]:
    """Return every style with its outline at a nominal size of 100; a page scales the numbers of the path."""
    return [asdict(style) | {"path": outline(style.shape, _SIZE)} for style in STYLES]
