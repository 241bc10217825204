"""The finder against a trial of all whole numbers, on generated publications."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.contradictions import Claims, CountClaim, ShareClaim, find_contradictions

LARGEST_BASE = 2_000
PERMITTED = settings(max_examples=120, deadline=None)


def published(part: int, whole: int, decimals: int) -> int:
    """The percentage as a schoolbook rounds it, in units of its last digit."""
    return int((2 * 100 * 10**decimals * part + whole) // (2 * whole))


def units(percentage: Decimal) -> tuple[int, int]:
    decimals = -int(percentage.as_tuple().exponent)
    return int(percentage.scaleb(decimals)), decimals


def smallest(figures: frozenset[str], holding: set[frozenset[str]]) -> set[frozenset[str]]:
    """All minimal sets of figures that no trial satisfied at once, from the sets that trials did satisfy."""

    def possible(kept: frozenset[str]) -> bool:
        return any(kept <= held for held in holding)

    every = (frozenset(c) for n in range(1, len(figures) + 1) for c in combinations(sorted(figures), n))
    return {s for s in every if not possible(s) and all(possible(s - {f}) for f in s)}


def found(claims: Claims, largest_base: int) -> set[frozenset[str]]:
    return {frozenset(c.figures) for c in find_contradictions(claims, largest_base=largest_base)}


# Small numbers, every coupling: shared parts, shared totals, counts as totals, parts of parts.

SMALL = 9
NAMES = ("a", "b", "c", "d")


@st.composite
def entangled(draw: st.DrawFn) -> Claims:
    counts = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3)):
        low = draw(st.integers(0, SMALL))
        counts.append(CountClaim(name, low, draw(st.integers(low, min(SMALL, low + 3)))))
    shares = []
    for number in range(draw(st.integers(1, 3))):
        part, whole = draw(st.permutations(NAMES).map(lambda p: p[:2]))
        decimals = draw(st.integers(0, 2))
        of = draw(st.integers(1, SMALL))
        percentage = published(draw(st.integers(0, of)), of, decimals) + draw(st.sampled_from([0, 0, 0, 1, -1]))
        clamped = min(max(percentage, 0), 100 * 10**decimals)
        shares.append(ShareClaim(f"share_{number}", Decimal(clamped).scaleb(-decimals), part, whole))
    pairs = draw(st.lists(st.permutations(NAMES).map(lambda p: (p[0], p[1])), max_size=1))
    return Claims(tuple(counts), tuple(shares), tuple(pairs))


def satisfied(claims: Claims, values: dict[str, int]) -> frozenset[str]:
    held = {c.figure for c in claims.counts if c.low <= values[c.figure] <= c.high}
    for share in claims.shares:
        steps, decimals = units(share.percentage)
        whole = values[share.whole]
        if whole and published(values[share.part], whole, decimals) == steps:
            held.add(share.figure)
    return frozenset(held)


def trials(claims: Claims) -> Iterator[frozenset[str]]:
    ordered = (*claims.within, *((s.part, s.whole) for s in claims.shares))
    for numbers in product(range(SMALL + 1), repeat=len(NAMES)):
        values = dict(zip(NAMES, numbers, strict=True))
        if all(values[part] <= values[whole] for part, whole in ordered):
            yield satisfied(claims, values)


def bounded(claims: Claims) -> Claims:
    """The same publication, all of whose numbers are known to be at most SMALL, which no share alone says."""
    return Claims(claims.counts, claims.shares, (*claims.within, *((name, "room") for name in NAMES)))


@PERMITTED
@given(entangled())
def test_every_coupling_on_small_numbers(claims: Claims) -> None:
    room = CountClaim("room", SMALL, SMALL)
    claims_in_a_room = bounded(claims)
    with_room = Claims((*claims.counts, room), claims_in_a_room.shares, claims_in_a_room.within)
    by_trial = smallest(claims.figures, set(trials(claims)))
    ours = {frozenset(c.figures) - {"room"} for c in find_contradictions(with_room)}
    assert {s for s in ours if not any(other < s for other in ours)} == by_trial


# Totals up to 2,000, as publications have them: several parts of one or two totals.


@st.composite
def publication(draw: st.DrawFn) -> Claims:
    counts: list[CountClaim] = []
    shares: list[ShareClaim] = []
    for base in ("estates", "firms")[: draw(st.integers(1, 2))]:
        total = draw(st.integers(1, LARGEST_BASE))
        if draw(st.booleans()):
            counts.append(CountClaim(base, total, total))
        for number in range(draw(st.integers(1, 2))):
            part = draw(st.integers(0, total))
            decimals = draw(st.integers(0, 2))
            steps = published(part, total, decimals) + draw(st.sampled_from([0, 0, 0, 1, -1, 7]))
            percentage = Decimal(min(max(steps, 0), 100 * 10**decimals)).scaleb(-decimals)
            name = f"{base}_{number}"
            match draw(st.sampled_from(["exact", "exact", "more than", "not published"])):
                case "exact":
                    counts.append(CountClaim(name, part, part))
                case "more than":
                    counts.append(CountClaim(name, part + 1, part + draw(st.sampled_from([9, 99]))))
            shares.append(ShareClaim(f"{name}_share", percentage, name, base))
    return Claims(tuple(counts), tuple(shares))


@cache
def parts_by_total(steps: int, decimals: int) -> dict[int, range]:
    """Total -> the parts that are the percentage, for every total up to 2,000; by trial at either end."""
    fitting = {}
    for total in range(1, LARGEST_BASE + 1):
        first = max(0, steps * total // (100 * 10**decimals) - total // (100 * 10**decimals) - 2)
        parts = [
            n
            for n in range(first, min(total, first + 2 * total // (100 * 10**decimals) + 5) + 1)
            if published(n, total, decimals) == steps
        ]
        if parts:
            fitting[total] = range(parts[0], parts[-1] + 1)
    return fitting


def base_possible(claims: Claims, kept: frozenset[str], base: str) -> bool:
    counts = {c.figure: c for c in claims.counts if c.figure in kept}
    shares = [s for s in claims.shares if s.base == base]
    lowest, highest = (counts[base].low, counts[base].high) if base in counts else (0, LARGEST_BASE)
    for total in range(lowest, highest + 1):
        for share in shares:
            part = counts.get(share.part)
            low, high = (part.low, min(part.high, total)) if part else (0, total)
            if share.figure in kept:
                fitting = parts_by_total(*units(share.percentage)).get(total, range(0))
                low, high = (max(low, fitting.start), min(high, fitting.stop - 1)) if fitting else (1, 0)
            if low > high:
                break
        else:
            return True
    return False


@pytest.mark.soak
@PERMITTED
@given(publication())
def test_totals_up_to_2000(claims: Claims) -> None:
    figures = claims.figures
    bases = {s.whole for s in claims.shares}
    every = (frozenset(c) for n in range(len(figures) + 1) for c in combinations(sorted(figures), n))
    impossible = {kept for kept in every if not all(base_possible(claims, kept, base) for base in bases)}
    minimal = {s for s in impossible if not any(s - {f} in impossible for f in s)}
    assert found(claims, LARGEST_BASE) == minimal
