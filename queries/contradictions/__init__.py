"""Published figures that no whole numbers can satisfy together, found by a general method."""

from dataclasses import dataclass

from queries.contradictions.bases import bases_for, bases_that_fit
from queries.contradictions.claims import Claims, CountClaim, ShareClaim
from queries.contradictions.minimal_sets import minimal_sets
from queries.contradictions.rounding import Rounding, rounded_percentage, share_interval
from queries.contradictions.solving import solvable

__all__ = [
    "Claims",
    "Contradiction",
    "CountClaim",
    "Rounding",
    "ShareClaim",
    "bases_for",
    "bases_that_fit",
    "find_contradictions",
    "rounded_percentage",
    "share_interval",
]


@dataclass(frozen=True)
class Contradiction:
    """A smallest set of published figures that no whole numbers satisfy: any one of them left out, the rest can hold.

    It says that figures have different bases, or that one of them is off; never which, and never whose error it is.

    Args:
        figures: ids of the figures, in order.
        however_rounded: whether it stands, too, if each percentage may have been cut or raised instead of rounded.
    """

    figures: tuple[str, ...]
    however_rounded: bool


def find_contradictions(
    claims: Claims, *, rounding: Rounding = Rounding.HALF_UP, largest_base: int | None = None
) -> tuple[Contradiction, ...]:
    """All smallest sets of published figures that no whole numbers satisfy.

    Args:
        claims: counts, percentages, and what is part of what.
        rounding: how percentages were rounded.
        largest_base: greatest total that a share may have; None: no end, and the answer is still exact.

    Returns:
        The sets, smallest first; none if all the figures can hold together.

    Example:
        359 at 72 % needs a total of 496 to 502, and 331 at 64.5 % exactly 513: as shares of one total, the four
        figures contradict each other.
    """

    def possible(kept: frozenset[str], way: Rounding = rounding) -> bool:
        return solvable(claims.system(kept, way, largest_base))

    return tuple(
        Contradiction(tuple(sorted(found)), however_rounded=not possible(found, Rounding.ANY))
        for found in minimal_sets(claims.figures, possible)
    )
