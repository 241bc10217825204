"""Which totals fit a published percentage."""

from collections.abc import Iterable
from decimal import Decimal

from queries.contradictions.rounding import Rounding, share_interval


def bases_that_fit(percentage: Decimal, bound: int, rounding: Rounding = Rounding.HALF_UP) -> tuple[int, ...]:
    """The totals up to a bound of which some whole number is the published percentage.

    A bare percentage with two digits tells much of how many were asked: few small totals give 87.78 %.

    Args:
        percentage: as published; its trailing zeros count.
        bound: greatest total to consider.
        rounding: how the percentage was rounded.

    Returns:
        The totals, ascending.

    Example:
        87.78 % of at most 331: 90, 180, 221, 270 and 311.
    """
    interval = share_interval(percentage, rounding)

    def fits(whole: int) -> bool:
        nearest = (interval.low + interval.high) / 2 * whole
        below = nearest.numerator // nearest.denominator
        return any(0 <= part <= whole and interval.holds(part, whole) for part in (below, below + 1))

    return tuple(whole for whole in range(1, bound + 1) if fits(whole))


def bases_for(parts: Iterable[int], percentage: Decimal, rounding: Rounding = Rounding.HALF_UP) -> tuple[range, ...]:
    """The totals of which one of some published counts is the published percentage.

    Args:
        parts: the counts that the published number stands for; one, unless it was published as "more than".
        percentage: as published; its trailing zeros count.
        rounding: how the percentage was rounded.

    Returns:
        Disjoint ranges of integers, ascending; none if no total fits.

    Raises:
        ValueError: if the totals have no upper end.

    Example:
        359 at 72 %: 496 to 502. 331 at 64.5 %: 513 alone. 331 at 66.4 %: none.
    """
    interval = share_interval(percentage, rounding)
    found = sorted((r for r in map(interval.wholes, parts) if r), key=lambda r: r.start)
    joined: list[range] = []
    for candidate in found:
        if joined and candidate.start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(joined[-1].stop, candidate.stop))
        else:
            joined.append(candidate)
    return tuple(joined)
