"""Whether proportions alone are impossible, whatever the sizes: a chain of limits that holds a number below itself."""

from fractions import Fraction

from queries.contradictions.systems import System


def proportions_conflict(system: System) -> bool:
    """Whether some chain of limits says that a positive number is less than itself.

    Each limit "a <= f * b" is an edge; along a chain the factors multiply. A cycle whose product is below 1, or is 1
    with a strict limit on it, cannot be met by positive numbers. If there is none, positive fractions meet all the
    limits, and so do whole numbers, once multiplied by a common denominator, as large as one likes.
    Found as a cycle of negative length is found (Bellman 1958, Ford 1956), with products in place of sums; a strict
    limit counts as an infinitely small step below its factor.

    Args:
        system: its bounds are not looked at.

    Returns:
        True if the limits conflict for themselves.
    """
    shortest: dict[str, tuple[Fraction, int]] = dict.fromkeys(system.bounds, (Fraction(1), 0))
    for _ in range(len(system.bounds)):
        changed = False
        for limit in system.limits:
            factor, stricts = shortest[limit.larger]
            length = (factor * limit.factor, stricts - limit.strict)
            if length < shortest[limit.smaller]:
                shortest[limit.smaller] = length
                changed = True
        if not changed:
            return False
    return True
