"""Positions at which distances on paper come close to distances in the graph.

The weighted stress of a drawing is the sum over pairs of (|x_i - x_j| - d_ij)^2 / d_ij^2, d_ij being the number of
ties on the shortest way. It is made small by stochastic gradient descent (Zheng, Pawar and Goodman 2018, IEEE TVCG
25, 2738); in larger graphs over the pairs with a few far-apart pivots only (Ortmann, Klimenta and Brandes 2017,
JGAA 21, 127).
"""

import random
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, exp, hypot, log, pi, sin

Positions = list[tuple[float, float]]
_ALL_PAIRS_UP_TO = 160
_PIVOTS = 36
_ROUNDS = 30
_LAST_STEP = 0.1
_SEED = 20240903


def stress_positions(neighbours: Sequence[Sequence[int]]) -> Positions:
    """Return positions of the nodes of one connected graph, one unit a tie.

    Args:
        neighbours: for each node the nodes that it is tied to, symmetric.

    Returns:
        (x, y) of each node, the same for the same argument.
    """
    n = len(neighbours)
    if n == 1:
        return [(0.0, 0.0)]
    dice = random.Random(_SEED)
    terms = _all_pairs(neighbours) if n <= _ALL_PAIRS_UP_TO else _pivot_pairs(neighbours)
    x = [cos(2 * pi * i / n) * (1 + dice.random()) for i in range(n)]
    y = [sin(2 * pi * i / n) * (1 + dice.random()) for i in range(n)]
    weakest = 1 / max(d for _, _, d in terms) ** 2
    fall = log(_LAST_STEP * weakest) / (_ROUNDS - 1) if weakest < 1 else log(_LAST_STEP) / (_ROUNDS - 1)
    for step in range(_ROUNDS):
        dice.shuffle(terms)
        _descend(terms, x, y, exp(fall * step) / weakest)
    return list(zip(x, y, strict=True))


def _descend(terms: Sequence[tuple[int, int, float]], x: list[float], y: list[float], step: float) -> None:
    """Move each pair towards or from each other, by at most all of what their distance is wrong by."""
    for i, j, wanted in terms:
        dx, dy = x[i] - x[j], y[i] - y[j]
        far = hypot(dx, dy) or 1e-9
        pull = min(1.0, step / (wanted * wanted)) * (far - wanted) / (2 * far)
        x[i] -= pull * dx
        y[i] -= pull * dy
        x[j] += pull * dx
        y[j] += pull * dy


def _all_pairs(neighbours: Sequence[Sequence[int]]) -> list[tuple[int, int, float]]:
    terms: list[tuple[int, int, float]] = []
    for i in range(len(neighbours)):
        ways = _distances(i, neighbours)
        terms.extend((i, j, float(ways[j])) for j in range(i + 1, len(neighbours)))
    return terms


def _pivot_pairs(neighbours: Sequence[Sequence[int]]) -> list[tuple[int, int, float]]:
    """Return ties, ways of two ties through small nodes, and ways to pivots, each pivot far from those before."""
    terms = {(i, j): 1.0 for i, own in enumerate(neighbours) for j in own if i < j}
    for own in neighbours:
        near = sorted(own)
        terms |= {(a, b): 2.0 for a, b in pairwise(near) if (a, b) not in terms}
    nearest = _distances(0, neighbours)
    for _ in range(min(_PIVOTS, len(neighbours))):
        pivot = max(range(len(neighbours)), key=lambda i: (nearest[i], -i))
        ways = _distances(pivot, neighbours)
        nearest = [min(a, b) for a, b in zip(nearest, ways, strict=True)]
        for i, way in enumerate(ways):
            pair = (min(i, pivot), max(i, pivot))
            if i != pivot and pair not in terms:
                terms[pair] = float(way)
    return [(i, j, d) for (i, j), d in sorted(terms.items())]


def _distances(start: int, neighbours: Sequence[Sequence[int]]) -> list[int]:
    ways = [-1] * len(neighbours)
    ways[start] = 0
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        for other in neighbours[at]:
            if ways[other] < 0:
                ways[other] = ways[at] + 1
                waiting.append(other)
    return ways


def components(neighbours: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the connected parts of a graph, largest first, each in the order of the mapping."""
    place = {node: i for i, node in enumerate(neighbours)}
    seen: set[str] = set()
    parts = []
    for node in neighbours:
        if node in seen:
            continue
        part, waiting = [], [node]
        seen.add(node)
        while waiting:
            at = waiting.pop()
            part.append(at)
            fresh = [other for other in neighbours[at] if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        parts.append(sorted(part, key=place.__getitem__))
    return sorted(parts, key=lambda part: (-len(part), place[part[0]]))
