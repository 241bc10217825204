"""What a published percentage says of the true share, by the way in which it was rounded."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction


class Rounding(Enum):
    """How a share became the percentage that was published."""

    HALF_UP = "half_up"
    """To the nearest step; a half goes up. What a reader assumes."""
    DOWN = "down"
    """Further digits were cut off."""
    UP = "up"
    """Any further digit raised the last one."""
    ANY = "any"
    """One of these three; which one is not known."""


@dataclass(frozen=True)
class ShareInterval:
    """The true shares, as fractions of one, that a published percentage stands for.

    Args:
        low: least share; excluded if `low_open`.
        high: greatest share; excluded if `high_open`.
        low_open: whether `low` itself is left out.
        high_open: whether `high` itself is left out.
    """

    low: Fraction
    high: Fraction
    low_open: bool
    high_open: bool

    def holds(self, part: int, whole: int) -> bool:
        """Return whether part / whole lies in the interval."""
        share = Fraction(part, whole)
        above = share > self.low if self.low_open else share >= self.low
        below = share < self.high if self.high_open else share <= self.high
        return above and below

    def wholes(self, part: int) -> range:
        """Return the wholes of which `part` is such a share; a part of 0 or a share near 0 may have no upper end.

        Args:
            part: a positive count.

        Returns:
            The integers from `part` on that fit, without gap.

        Raises:
            ValueError: if infinitely many fit, which is so where the interval reaches down to 0.
        """
        if part <= 0 or self.low <= 0:
            raise ValueError("the wholes have no upper end")
        least = part / self.high
        greatest = part / self.low
        first = _next_above(least) if self.high_open else _ceiling(least)
        last = _next_below(greatest) if self.low_open else _floor(greatest)
        return range(max(first, part), last + 1)


def decimals_of(percentage: Decimal) -> int:
    """Return the number of digits after the point with which a percentage was published: 72 has none, 64.5 one."""
    exponent = percentage.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{percentage} is not a number")
    return max(0, -exponent)


def share_interval(percentage: Decimal, rounding: Rounding = Rounding.HALF_UP) -> ShareInterval:
    """Return the true shares that a published percentage stands for.

    With p published to d digits and u = 10^-d: half-up means p - u/2 <= true < p + u/2, cut means p <= true < p + u,
    raised means p - u < true <= p, and any of the three means p - u < true < p + u.

    Args:
        percentage: as published; its trailing zeros count.
        rounding: how it was rounded.

    Returns:
        The interval, in fractions of one.
    """
    published = Fraction(percentage) / 100
    step = Fraction(1, 100 * 10 ** decimals_of(percentage))
    if rounding is Rounding.HALF_UP:
        return ShareInterval(published - step / 2, published + step / 2, low_open=False, high_open=True)
    if rounding is Rounding.DOWN:
        return ShareInterval(published, published + step, low_open=False, high_open=True)
    if rounding is Rounding.UP:
        return ShareInterval(published - step, published, low_open=True, high_open=False)
    return ShareInterval(published - step, published + step, low_open=True, high_open=True)


def rounded_percentage(part: int, whole: int, decimals: int) -> Decimal:
    """Return 100 * part / whole, rounded half-up to a number of digits, without passing through a float."""
    steps = _floor(Fraction(part * 100 * 10**decimals, whole) + Fraction(1, 2))
    return Decimal(steps).scaleb(-decimals)


def _floor(value: Fraction) -> int:
    return value.numerator // value.denominator


def _ceiling(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)


def _next_above(value: Fraction) -> int:
    return _floor(value) + 1


def _next_below(value: Fraction) -> int:
    return _ceiling(value) - 1
