"""From written dates to the four bounds of a tie, and what a question as of a day makes of them."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.partial_dates import (
    OPEN,
    UNKNOWN,
    Bounds,
    PartialDate,
    bounds,
    of_day,
    of_month,
    of_year,
    one_of_months,
    parse_canonical,
)

SOURCE_DAY = date(2024, 9, 3)
CASES = list(csv.DictReader((Path(__file__).parent / "written_bounds.csv").open(encoding="utf-8")))


def of(text: str) -> PartialDate | None:
    return parse_canonical(text) if text else None


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['start']}..{c['end']} {c['state']} {c['end_inclusive']}")
def test_a_written_start_and_end_become_four_bounds(case: dict[str, str]) -> None:
    found = bounds(
        of(case["start"]),
        of(case["end"]),
        source_day=SOURCE_DAY,
        state=case["state"] or None,
        end_inclusive=case["end_inclusive"] == "yes",
    )
    assert found == Bounds(*(day(case[name]) for name in Bounds._fields))


@pytest.mark.parametrize(
    "value",
    [of_day(date(2023, 5, 1)), of_month(2024, 2), of_year(2023), one_of_months(2023, 1, 10), OPEN, UNKNOWN],
    ids=str,
)
def test_the_canonical_text_is_read_back(value: PartialDate) -> None:
    assert parse_canonical(str(value)) == value


def test_february_ends_as_the_year_has_it() -> None:
    assert (of_month(2024, 2).last, of_month(2023, 2).last) == (date(2024, 2, 29), date(2023, 2, 28))


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        parse_canonical("2023-02-30")


def as_of(found: Bounds, asked: date) -> str | None:
    """The fragment of identity-and-time.md, clause by clause, with Cypher's three-valued logic.

    WHERE coalesce(r.valid_from <= $as_of, true) AND coalesce($as_of < r.valid_to, true)
    RETURN CASE WHEN r.valid_from_latest <= $as_of AND $as_of < r.valid_to_earliest THEN 'definite' ELSE 'possible' END
    """
    began = None if found.valid_from is None else found.valid_from <= asked
    lasts = None if found.valid_to is None else asked < found.valid_to
    if not ((True if began is None else began) and (True if lasts is None else lasts)):
        return None
    surely_began = None if found.valid_from_latest is None else found.valid_from_latest <= asked
    surely_lasts = None if found.valid_to_earliest is None else asked < found.valid_to_earliest
    return "definite" if surely_began is True and surely_lasts is True else "possible"


DAYS = st.dates(date(2023, 1, 1), date(2025, 6, 30))


SPREADS = st.tuples(st.integers(0, 400), st.integers(0, 120), st.integers(0, 400), st.integers(0, 120))


@given(SPREADS, st.booleans(), DAYS)
def test_the_fragment_equals_a_walk_over_all_intervals_that_are_meant(
    spreads: tuple[int, int, int, int], inclusive: bool, asked: date
) -> None:
    """Definite: it held on the day however the dates are read; possible: in some reading."""
    start, start_spread, length, end_spread = spreads
    first = date(2023, 1, 1) + timedelta(start)
    begin = PartialDate("month", first, first + timedelta(start_spread))
    last = first + timedelta(start_spread + 1 + length)
    end = PartialDate("month", last, last + timedelta(end_spread))
    found = bounds(begin, end, source_day=SOURCE_DAY, end_inclusive=inclusive)
    later = timedelta(days=1 if inclusive else 0)
    readings = [
        first + timedelta(b) <= asked < last + timedelta(e) + later
        for b in (0, start_spread, min(max((asked - first).days, 0), start_spread))
        for e in (0, end_spread, min(max((asked - last).days, 0), end_spread))
    ]
    expected = "definite" if all(readings) else "possible" if any(readings) else None
    assert as_of(found, asked) == expected


@given(DAYS)
def test_what_still_holds_is_definite_up_to_the_source_and_possible_after_it(asked: date) -> None:
    found = bounds(of_day(date(2023, 5, 1)), None, source_day=SOURCE_DAY)
    if asked < date(2023, 5, 1):
        assert as_of(found, asked) is None
    else:
        assert as_of(found, asked) == ("definite" if asked <= SOURCE_DAY else "possible")
