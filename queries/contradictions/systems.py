"""Unknown whole numbers, what bounds each of them, and what ties two of them together."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Limit:
    """One number is at most so many times another: smaller <= factor * larger, or < where strict.

    A part of a whole has factor 1. A share published as a percentage gives two: the part is less than the upper end
    of its interval times the whole, and the whole is at most the part divided by the lower end.

    Args:
        smaller: name of the number that is held down.
        factor: a positive fraction.
        larger: name of the number that holds it down.
        strict: whether equality is excluded.
    """

    smaller: str
    factor: Fraction
    larger: str
    strict: bool = False

    def greatest(self, larger: int) -> int:
        """Return the greatest whole number that the smaller may be."""
        product = larger * self.factor.numerator
        if self.strict:
            return -(-product // self.factor.denominator) - 1
        return product // self.factor.denominator

    def least(self, smaller: int) -> int:
        """Return the least whole number that the larger may be."""
        product = smaller * self.factor.denominator
        if self.strict:
            return product // self.factor.numerator + 1
        return -(-product // self.factor.numerator)


@dataclass(frozen=True)
class Bounds:
    """The whole numbers from `low` to `high`, both included; a `high` of None has no end."""

    low: int = 0
    high: int | None = None

    @property
    def empty(self) -> bool:
        """Whether no number is left."""
        return self.high is not None and self.low > self.high

    def at_least(self, low: int) -> "Bounds":
        """Return the numbers of these that are not below `low`."""
        return Bounds(max(self.low, low), self.high)

    def at_most(self, high: int) -> "Bounds":
        """Return the numbers of these that are not above `high`."""
        return Bounds(self.low, high if self.high is None else min(self.high, high))


@dataclass(frozen=True)
class System:
    """Conditions on whole numbers, of which one asks whether anything meets them all.

    Args:
        bounds: name -> the numbers that it may be by itself.
        limits: the ties between two names.
    """

    bounds: Mapping[str, Bounds]
    limits: tuple[Limit, ...]
