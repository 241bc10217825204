"""Whether any whole numbers meet a system: narrow every number's interval, then halve what is left."""

from queries.contradictions.ratio_cycles import proportions_conflict
from queries.contradictions.systems import Bounds, System


def solvable(system: System) -> bool:
    """Whether whole numbers meet all bounds and limits of a system. Exact: no bound is guessed, no float is used.

    Numbers without an upper end need no search: once no chain of limits conflicts for itself, they can be made as
    large as the others ask (see `proportions_conflict`). What has two ends is narrowed and halved until it is one
    number or none.

    Args:
        system: each name that a limit joins has bounds.

    Returns:
        True if there is a solution.
    """
    return not proportions_conflict(system) and _search(system)


def narrowed(system: System) -> System | None:
    """Return the system with each interval cut to what its limits leave, or None if one is empty.

    Each limit passes the upper end of its larger number down and the lower end of its smaller one up, again and again
    until nothing changes. It ends for every system whose proportions do not conflict.
    """
    bounds = dict(system.bounds)
    if any(b.empty for b in bounds.values()):
        return None
    changed = True
    while changed:
        changed = False
        for limit in system.limits:
            smaller, larger = bounds[limit.smaller], bounds[limit.larger]
            lifted = larger.at_least(limit.least(smaller.low))
            held = smaller if larger.high is None else smaller.at_most(limit.greatest(larger.high))
            if held.empty or lifted.empty:
                return None
            if held != smaller or lifted != larger:
                bounds[limit.smaller], bounds[limit.larger] = held, lifted
                changed = True
    return System(bounds, system.limits)


def _search(system: System) -> bool:
    left = narrowed(system)
    if left is None:
        return False
    open_sizes = {n: b.high - b.low for n, b in left.bounds.items() if b.high is not None and b.high > b.low}
    if not open_sizes:
        return True
    name = min(open_sizes, key=lambda n: (open_sizes[n], n))
    bounds = left.bounds[name]
    middle = bounds.low + open_sizes[name] // 2
    halves = (Bounds(bounds.low, middle), Bounds(middle + 1, bounds.high))
    return any(_search(System({**left.bounds, name: half}, left.limits)) for half in halves)
