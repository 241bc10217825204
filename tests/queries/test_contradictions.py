"""Sets of published figures that no whole numbers satisfy: the known ones, and the edges."""

from decimal import Decimal
from fractions import Fraction

import pytest

from queries.contradictions import (
    Claims,
    CountClaim,
    Rounding,
    ShareClaim,
    bases_for,
    bases_that_fit,
    find_contradictions,
    rounded_percentage,
    share_interval,
)


def two_shares(committees: str, *, managed: str = "72", one_total: bool = True) -> Claims:
    """359 managed estates and 331 with a committee, each with its published share of all estates."""
    return Claims(
        counts=(CountClaim("managed", 359, 359), CountClaim("with_committee", 331, 331)),
        shares=(
            ShareClaim("managed_share", Decimal(managed), "managed", "estates" if one_total else None),
            ShareClaim("committee_share", Decimal(committees), "with_committee", "estates"),
        ),
    )


def sets(claims: Claims, **options: object) -> list[set[str]]:
    return [set(c.figures) for c in find_contradictions(claims, **options)]  # type: ignore[arg-type] # passed through


def test_the_two_published_shares_have_no_common_total_however_rounded() -> None:
    (found,) = find_contradictions(two_shares("64.5"))
    assert set(found.figures) == {"managed", "managed_share", "with_committee", "committee_share"}
    assert found.however_rounded
    assert bases_for([359], Decimal("72")) == (range(496, 503),)
    assert bases_for([331], Decimal("64.5")) == (range(513, 514),)


@pytest.mark.parametrize("rounding", list(Rounding))
def test_they_conflict_under_each_way_of_rounding(rounding: Rounding) -> None:
    assert len(sets(two_shares("64.5"), rounding=rounding)) == 1


def test_of_different_totals_they_can_both_hold() -> None:
    assert sets(two_shares("64.5", one_total=False)) == []


def test_with_another_share_both_fit_500_estates() -> None:
    assert sets(two_shares("66.2")) == []
    assert bases_for([331], Decimal("66.2")) == (range(500, 501),)


def test_a_share_that_fits_no_total_at_all_is_a_smaller_set() -> None:
    (found,) = find_contradictions(two_shares("66.4"))
    assert set(found.figures) == {"with_committee", "committee_share"}
    assert not found.however_rounded  # cut, it could be 331 of 498
    assert bases_for([331], Decimal("66.4")) == ()


def test_trailing_zeros_count() -> None:
    assert bases_for([360], Decimal("72")) == (range(497, 504),)
    assert bases_for([360], Decimal("72.0")) == (range(500, 501),)
    assert bases_for([359], Decimal("72.0")) == ()


def test_few_totals_fit_a_percentage_with_two_digits() -> None:
    assert bases_that_fit(Decimal("87.78"), 331) == (90, 180, 221, 270, 311)


@pytest.mark.parametrize("percentage", ["0", "0.00", "0.4", "33.33", "50", "66.7", "99.99", "100", "100.0", "64.5"])
@pytest.mark.parametrize("rounding", list(Rounding))
def test_the_totals_that_fit_are_those_that_a_trial_of_every_part_finds(percentage: str, rounding: Rounding) -> None:
    interval = share_interval(Decimal(percentage), rounding)
    tried = tuple(b for b in range(1, 121) if any(interval.holds(n, b) for n in range(b + 1)))
    assert bases_that_fit(Decimal(percentage), 120, rounding) == tried


@pytest.mark.parametrize("rounding", list(Rounding))
@pytest.mark.parametrize("percentage", ["7", "12.5", "33.33", "72", "100"])
def test_totals_for_a_part_are_those_that_a_trial_of_every_total_finds(percentage: str, rounding: Rounding) -> None:
    interval = share_interval(Decimal(percentage), rounding)
    for part in range(1, 40):
        tried = [b for b in range(part, 1000) if interval.holds(part, b)]
        assert [b for r in bases_for([part], Decimal(percentage), rounding) for b in r] == tried


def test_a_count_published_as_more_than_leaves_a_range_of_totals() -> None:
    assert bases_for(range(51, 54), Decimal("50.0")) == (range(102, 103), range(104, 105), range(106, 107))


def test_a_share_near_nothing_has_no_greatest_total() -> None:
    with pytest.raises(ValueError, match="no upper end"):
        bases_for([3], Decimal("0"))


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "expected"),
    [
        (1, 8, 0, "13"),  # 12.5: a half goes up
        (1, 8, 1, "12.5"),
        (1, 16, 1, "6.3"),  # 6.25
        (1, 2000, 1, "0.1"),  # 0.05
        (1, 2001, 1, "0.0"),
        (199, 200, 0, "100"),  # 99.5
        (359, 513, 2, "69.98"),
        (331, 513, 1, "64.5"),
        (29, 200, 0, "15"),  # 14.5, which a float may hold as 14.499…
        (0, 7, 2, "0.00"),
    ],
)
def test_a_half_is_rounded_up_exactly(part: int, whole: int, decimals: int, expected: str) -> None:
    assert str(rounded_percentage(part, whole, decimals)) == expected
    assert share_interval(Decimal(expected)).holds(part, whole)


def test_the_intervals_of_the_ways_of_rounding() -> None:
    half = share_interval(Decimal("64.5"))
    assert (half.low, half.high) == (Fraction(6445, 10000), Fraction(6455, 10000))
    assert not half.low_open
    assert half.high_open
    assert share_interval(Decimal("64.5"), Rounding.DOWN).low == Fraction(645, 1000)
    assert share_interval(Decimal("64.5"), Rounding.UP).high == Fraction(645, 1000)


def test_proportions_alone_can_conflict_with_no_number_to_start_from() -> None:
    """Two shares of one unpublished count in one unpublished total: no search over sizes could end."""

    def same_part(first: str, second: str) -> Claims:
        shares = (ShareClaim("a", Decimal(first), "n", "total"), ShareClaim("b", Decimal(second), "n", "total"))
        return Claims(shares=shares)

    assert sets(same_part("64.5", "64.54")) == []
    assert sets(same_part("64.5", "64.55")) == []  # 64.545 to 64.55 is both
    assert sets(same_part("64.5", "64.56")) == [{"a", "b"}]
    assert sets(same_part("64.5", "64.6")) == [{"a", "b"}]  # they touch in 64.55, which is only the second


def test_a_part_cannot_exceed_its_whole() -> None:
    counts = (CountClaim("part", 43, 43), CountClaim("whole", 42, 42))
    assert sets(Claims(counts=counts)) == []
    assert sets(Claims(counts=counts, within=(("part", "whole"),))) == [{"part", "whole"}]


def test_a_part_of_a_part_is_a_part_of_the_whole() -> None:
    counts = (CountClaim("inner", 60, 60), CountClaim("whole", 42, 42))
    within = (("inner", "unpublished"), ("unpublished", "whole"))
    assert sets(Claims(counts=counts, within=within)) == [{"inner", "whole"}]


def test_a_published_count_may_be_the_base() -> None:
    counts = (CountClaim("yes", 29, 29), CountClaim("asked", 33, 33))
    share = ShareClaim("share", Decimal("87.78"), "yes", "asked")
    assert sets(Claims(counts, (share,))) == [{"asked", "share"}, {"share", "yes"}]
    assert sets(Claims((CountClaim("yes", 79, 79), CountClaim("asked", 90, 90)), (share,))) == []


def test_more_than_is_a_range_of_whole_numbers() -> None:
    share = ShareClaim("share", Decimal("50"), "disputes", "matters")
    within = Claims((CountClaim("disputes", 51, 59), CountClaim("matters", 118, 118)), (share,))
    beyond = Claims((CountClaim("disputes", 51, 59), CountClaim("matters", 122, 122)), (share,))
    assert sets(within) == []
    assert sets(beyond) == [{"disputes", "matters", "share"}]


def test_two_conflicts_that_share_a_figure_are_both_found() -> None:
    claims = Claims(
        counts=(CountClaim("n", 331, 331), CountClaim("m", 359, 359)),
        shares=(
            ShareClaim("a", Decimal("64.5"), "n", "total"),
            ShareClaim("b", Decimal("72"), "m", "total"),
            ShareClaim("c", Decimal("66.4"), "n"),
        ),
    )
    assert sets(claims) == [{"c", "n"}, {"a", "b", "m", "n"}]


def test_a_share_of_nothing_and_a_share_of_all() -> None:
    share = ShareClaim("share", Decimal("100"), "n", "total")
    assert sets(Claims((CountClaim("n", 7, 7), CountClaim("total", 8, 8)), (share,))) == [{"n", "share", "total"}]
    none = ShareClaim("share", Decimal("0"), "n", "total")
    assert sets(Claims((CountClaim("n", 1, 1), CountClaim("total", 300, 300)), (none,))) == []
    assert sets(Claims((CountClaim("n", 1, 1), CountClaim("total", 3, 3)), (none,))) == [{"n", "share", "total"}]
    assert sets(Claims((CountClaim("total", 0, 0),), (none,))) == [{"share", "total"}]
