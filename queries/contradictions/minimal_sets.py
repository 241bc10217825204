"""All the smallest sets of statements that cannot hold together."""

from collections.abc import Callable, Iterable


def minimal_sets(statements: Iterable[str], possible: Callable[[frozenset[str]], bool]) -> tuple[frozenset[str], ...]:
    """Every impossible set of statements that becomes possible whichever of its statements is left out.

    One such set is found by leaving statements out one by one. Any other one lacks at least one of its members, so
    the search goes on without each member in turn.

    Args:
        statements: names of the statements.
        possible: whether a set of them can hold together; a subset of a possible set must be possible.

    Returns:
        The sets, smallest first, then by name.
    """
    found: set[frozenset[str]] = set()
    seen: set[frozenset[str]] = set()
    waiting = [frozenset(statements)]
    while waiting:
        candidates = waiting.pop()
        if candidates in seen:
            continue
        seen.add(candidates)
        core = next((known for known in found if known <= candidates), None)
        if core is None and not possible(candidates):
            core = _shrunk(candidates, possible)
            found.add(core)
        if core is not None:
            waiting.extend(candidates - {member} for member in core)
    return tuple(sorted(found, key=lambda s: (len(s), sorted(s))))


def _shrunk(impossible: frozenset[str], possible: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    for statement in sorted(impossible):
        without = impossible - {statement}
        if not possible(without):
            impossible = without
    return impossible
