"""Published figures as statements about whole numbers."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from queries.contradictions.rounding import Rounding, ShareInterval, share_interval
from queries.contradictions.systems import Bounds, Limit, System


@dataclass(frozen=True)
class CountClaim:
    """A published count.

    Args:
        figure: id of the figure.
        low: least number that it stands for.
        high: greatest number that it stands for; the same, unless it was published as "more than".
    """

    figure: str
    low: int
    high: int


@dataclass(frozen=True)
class ShareClaim:
    """A published percentage.

    Args:
        figure: id of the figure.
        percentage: as published; trailing zeros count.
        numerator: the count of which it is the share, published or not; None: a count of its own.
        base: the total, by a name that other shares may share, or a published count; None: a total of its own.
    """

    figure: str
    percentage: Decimal
    numerator: str | None = None
    base: str | None = None

    @property
    def part(self) -> str:
        """Name of the number above the line."""
        return self.numerator or f"{self.figure}/part"

    @property
    def whole(self) -> str:
        """Name of the number below the line."""
        return self.base or f"{self.figure}/whole"


@dataclass(frozen=True)
class Claims:
    """All that a publication claims, and which of its numbers are parts of which others.

    Args:
        counts: the counts.
        shares: the percentages.
        within: pairs (part, whole) of names: counts, numerators and bases. A numerator is always part of its base.
    """

    counts: tuple[CountClaim, ...] = ()
    shares: tuple[ShareClaim, ...] = ()
    within: tuple[tuple[str, str], ...] = ()

    @property
    def figures(self) -> frozenset[str]:
        """Ids of all the figures."""
        return frozenset(c.figure for c in self.counts) | frozenset(s.figure for s in self.shares)

    def system(self, kept: frozenset[str], rounding: Rounding, largest_base: int | None) -> System:
        """Return what whole numbers must meet if some of the figures hold; the others may be anything.

        Args:
            kept: ids of the figures that hold.
            rounding: how percentages were rounded.
            largest_base: greatest total that a share may have; None: no end.

        Returns:
            The system; what is part of what holds in any case.
        """
        shares = [s for s in self.shares if s.figure in kept]
        bounds = self._free(largest_base)
        for count in self.counts:
            if count.figure in kept:
                bounds[count.figure] = bounds[count.figure].at_least(count.low).at_most(count.high)
        limits = [Limit(part, Fraction(1), whole) for part, whole in self._parts_of_wholes()]
        for share in shares:
            interval = share_interval(share.percentage, rounding)
            bounds[share.whole] = bounds[share.whole].at_least(1)
            bounds[share.part] = _near_zero(bounds[share.part], interval)
            limits.extend(_proportions(share, interval))
        return System(bounds, tuple(limits))

    def _parts_of_wholes(self) -> tuple[tuple[str, str], ...]:
        return (*self.within, *((s.part, s.whole) for s in self.shares))

    def _free(self, largest_base: int | None) -> dict[str, Bounds]:
        names = {name for pair in self._parts_of_wholes() for name in pair} | self.figures
        free = dict.fromkeys(sorted(names), Bounds())
        return free | {s.whole: Bounds(0, largest_base) for s in self.shares}


def _proportions(share: ShareClaim, interval: ShareInterval) -> list[Limit]:
    limits = []
    if interval.high > 0:
        limits.append(Limit(share.part, interval.high, share.whole, strict=interval.high_open))
    if interval.low > 0:
        limits.append(Limit(share.whole, 1 / interval.low, share.part, strict=interval.low_open))
    return limits


def _near_zero(part: Bounds, interval: ShareInterval) -> Bounds:
    # A share that starts just above 0 or ends at 0 speaks of the part alone: no proportion can say it.
    if interval.low == 0 and interval.low_open:
        part = part.at_least(1)
    if interval.high <= 0:
        part = part.at_most(0)
    return part
