"""Chance that gives the same on every platform, and ways of dealing things out."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def chance(seed: int, part: str) -> random.Random:
    """Return the source of chance of one part of the district, so that parts do not disturb each other."""
    return random.Random(f"{seed}/{part}")


def spread(rng: random.Random, total: int, places: int, *, least: int = 0) -> list[int]:
    """Deal a number out to places unevenly, as life does.

    Args:
        rng: source of chance.
        total: what is dealt out.
        places: to how many.
        least: what each gets at least.

    Returns:
        One number a place; they sum to `total`.
    """
    dealt = [least] * places
    weights = [rng.uniform(0.6, 1.4) for _ in range(places)]
    for place in rng.choices(range(places), weights=weights, k=total - least * places):
        dealt[place] += 1
    return dealt


def pick(rng: random.Random, items: Sequence[T], number: int) -> list[T]:
    """Return some of the items in their own order."""
    return [items[i] for i in sorted(rng.sample(range(len(items)), number))]


def weighted(rng: random.Random, shares: dict[str, float]) -> str:
    """Return one of the words, each as often as its share says."""
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def happens(rng: random.Random, share: float) -> bool:
    """Tell whether something happens that happens in this share of cases."""
    return rng.random() < share
