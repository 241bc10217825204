"""The outline of each shape, sized so that all shapes look equally big.

A glyph of nominal size s has a dot of diameter 1.0 s, a square of side 0.88 s, a triangle of circumradius 0.64 s
moved by 0.12 s towards its base, a hexagon of circumradius 0.54 s, a diamond of half-diagonal 0.6 s, and a star of
0.66 s and 0.30 s.
"""

from math import cos, pi, sin

from visualisations.palette import Shape

_CORNERS = {"triangle": 3, "triangle_down": 3, "hexagon": 6, "diamond": 4}
_RADIUS = {"triangle": 0.64, "triangle_down": 0.64, "hexagon": 0.54, "diamond": 0.6}
_SHIFT = {"triangle": 0.12, "triangle_down": -0.12}
_STAR = (0.66, 0.30)
_SQUARE_SIDE = 0.88
_CIRCLE = 0.5523  # a quarter circle as a Bézier curve


def outline(shape: Shape, size: float = 1.0) -> str:
    """Return the SVG path of a shape around the origin.

    Args:
        shape: one of the shapes of the palette.
        size: nominal size in px.

    Returns:
        path data with coordinates in px, rounded to a hundredth.
    """
    if shape == "dot":
        return _circle(size / 2)
    return "M" + "L".join(f"{_number(x * size)} {_number(y * size)}" for x, y in _points(shape)) + "Z"


def _circle(radius: float) -> str:
    """Return a circle as four curves: every number is a coordinate, so that a page can scale it like the others."""
    r, k = _number(radius), _number(radius * _CIRCLE)
    return f"M-{r} 0C-{r} -{k} -{k} -{r} 0 -{r}C{k} -{r} {r} -{k} {r} 0C{r} {k} {k} {r} 0 {r}C-{k} {r} -{r} {k} -{r} 0Z"


def _points(shape: Shape) -> list[tuple[float, float]]:
    if shape == "square":
        half = _SQUARE_SIDE / 2
        return [(-half, -half), (half, -half), (half, half), (-half, half)]
    if shape == "star":
        return [_polar(_STAR[i % 2], i * pi / 5 - pi / 2) for i in range(10)]
    corners = _CORNERS[shape]
    turn = pi / 2 if shape == "triangle_down" else -pi / 2
    shift = _SHIFT.get(shape, 0.0)
    points = [_polar(_RADIUS[shape], turn + 2 * pi * i / corners) for i in range(corners)]
    return [(x, y + shift) for x, y in points]


def _polar(radius: float, angle: float) -> tuple[float, float]:
    return radius * cos(angle), radius * sin(angle)


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
