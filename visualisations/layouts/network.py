"""A network on paper: each connected part by itself, parts packed in rows, no node upon another."""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, pi, sin, sqrt

from visualisations.layouts.stress import components, stress_positions

UNIT = 110.0
"""px of one tie."""

CLEARANCE = 34.0
"""px between the centres of two nodes at least."""

_ROUNDS = 40
_SAME_PLACE = 1e-6
_ENLARGED_BY = 1.2
_ENLARGED_AT_MOST = 12
_SHAPE = 1.5  # width by height that the whole should have
_GAP = 90.0


def network_layout(nodes: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Return where each node stands.

    Args:
        nodes: identifiers; their order does not matter.
        ties: pairs of identifiers; direction and repetition do not matter.

    Returns:
        node -> (x, y) in px, the same for the same network, whatever the order of the arguments.
    """
    neighbours = _neighbours(nodes, ties)
    placed = [_place_part(part, neighbours) for part in components(neighbours)]
    return _pack(placed)


def place_around(
    fixed: Mapping[str, tuple[float, float]], ties: Iterable[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Return places for nodes that come out when a neighbour of theirs is expanded.

    Args:
        fixed: node -> where it stands.
        ties: pairs of nodes of which at least one is fixed.

    Returns:
        the places of those that are not fixed: in rings around the first fixed neighbour.
    """
    rings: dict[str, set[str]] = {}
    anchored: set[str] = set()
    for one, other in sorted({tuple(sorted(tie)) for tie in ties}):
        for node, anchor in ((one, other), (other, one)):
            if node not in fixed and anchor in fixed and node not in anchored:
                anchored.add(node)
                rings.setdefault(anchor, set()).add(node)
    return {
        node: place
        for anchor, members in rings.items()
        for node, place in zip(sorted(members), _rings(fixed[anchor], len(members)), strict=True)
    }


def _rings(centre: tuple[float, float], count: int) -> list[tuple[float, float]]:
    places: list[tuple[float, float]] = []
    radius = UNIT * 0.72
    while len(places) < count:
        room = min(count - len(places), max(1, int(2 * pi * radius / CLEARANCE)))
        turn = len(places) * 0.37
        places += [
            (centre[0] + radius * cos(turn + 2 * pi * i / room), centre[1] + radius * sin(turn + 2 * pi * i / room))
            for i in range(room)
        ]
        radius += CLEARANCE
    return places


def _neighbours(nodes: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {node: set() for node in sorted(set(nodes))}
    for one, other in ties:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {node: sorted(others) for node, others in found.items()}


def _place_part(part: Sequence[str], neighbours: Mapping[str, Sequence[str]]) -> dict[str, tuple[float, float]]:
    index = {node: i for i, node in enumerate(part)}
    raw = stress_positions([[index[other] for other in neighbours[node]] for node in part])
    spread = _spread([(x * UNIT, y * UNIT) for x, y in raw])
    return dict(zip(part, spread, strict=True))


def _spread(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Push apart what stands closer than the clearance; where there is no room to give way, enlarge a little first."""
    x, y = [p[0] for p in places], [p[1] for p in places]
    for _ in range(_ENLARGED_AT_MOST):
        if any(not _push(x, y) for _ in range(_ROUNDS)):
            break
        x, y = [a * _ENLARGED_BY for a in x], [b * _ENLARGED_BY for b in y]
    return list(zip(x, y, strict=True))


def _push(x: list[float], y: list[float]) -> bool:
    moved = False
    for i, j in _close_pairs(x, y):
        dx, dy = x[i] - x[j], y[i] - y[j]
        far = hypot(dx, dy)
        if far >= CLEARANCE:
            continue
        moved = True
        if far < _SAME_PLACE:
            dx, dy, far = cos(i), sin(i), 1.0
        shift = (CLEARANCE + 0.5 - min(far, CLEARANCE)) / 2
        x[i] += dx / far * shift
        y[i] += dy / far * shift
        x[j] -= dx / far * shift
        y[j] -= dy / far * shift
    return moved


def _close_pairs(x: Sequence[float], y: Sequence[float]) -> list[tuple[int, int]]:
    """Return pairs that may be closer than the clearance: those in the same or adjoining squares of a grid."""
    grid: dict[tuple[int, int], list[int]] = {}
    for i in range(len(x)):
        grid.setdefault((int(x[i] // CLEARANCE), int(y[i] // CLEARANCE)), []).append(i)
    pairs = []
    for (column, row), own in grid.items():
        near = [
            j
            for dc, dr in ((1, -1), (1, 0), (1, 1), (0, 1))
            for j in grid.get((column + dc, row + dr), ())
        ]  # fmt: skip
        pairs += [(i, j) for n, i in enumerate(own) for j in (*own[n + 1 :], *near)]
    return pairs


def _pack(parts: Sequence[Mapping[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    """Set the parts in rows, largest first, about as wide as the page is."""
    boxes = [_box(part) for part in parts]
    area = sum((w + _GAP) * (h + _GAP) for _, _, w, h in boxes)
    widest = max(sqrt(area * _SHAPE), max((b[2] for b in boxes), default=0.0))
    found: dict[str, tuple[float, float]] = {}
    x = y = tallest = 0.0
    for part, (left, top, width, height) in zip(parts, boxes, strict=True):
        if x and x + width > widest:
            x, y, tallest = 0.0, y + tallest + _GAP, 0.0
        found |= {node: (px - left + x, py - top + y) for node, (px, py) in part.items()}
        x += width + _GAP
        tallest = max(tallest, height)
    return {node: (round(px, 1), round(py, 1)) for node, (px, py) in found.items()}


def _box(part: Mapping[str, tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in part.values()], [p[1] for p in part.values()]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
