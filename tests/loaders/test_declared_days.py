"""Every record type says what its dates are: of a period, of the day on which something happened, or of neither."""

from collections import Counter

import pytest

from loaders.building.graph import PERSON_RECORDS
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import Record, columns, ends_of_periods, private_fields

TYPES = pytest.mark.parametrize("cls", [pytest.param(cls, id=name) for name, cls in RECORD_TYPES.items()])


def dates_of(cls: type[Record]) -> set[str]:
    return {field for field, column in columns(cls).items() if column.kind == "date"}


@TYPES
def test_each_date_is_of_a_period_or_an_event_or_another_day(cls: type[Record]) -> None:
    in_periods = {field for period in cls.periods for field in (period.start, period.end)}
    event = {cls.event_day} if cls.event_day else set()
    others = set(cls.other_dates)
    assert in_periods | event | others == dates_of(cls)
    assert not others & (in_periods | event)


@TYPES
def test_a_date_is_a_start_or_an_end_of_one_period(cls: type[Record]) -> None:
    roles = Counter(field for period in cls.periods for field in (period.start, period.end))
    assert set(roles.values()) <= {1}
    assert cls.event_day not in ends_of_periods(cls), "what is over has not just happened"


@TYPES
def test_ties_hold_for_the_validity_of_their_row(cls: type[Record]) -> None:
    if any(tie.dated for tie in cls.ties):
        assert ("valid_from", "valid_to") in {(period.start, period.end) for period in cls.periods}
        assert cls.event_day is None


def test_seats_end_with_their_term_and_contracts_last_longer() -> None:
    ahead = {
        name: ends_of_periods(cls)["valid_to"].years_ahead
        for name, cls in RECORD_TYPES.items()
        if "valid_to" in ends_of_periods(cls)
    }
    by_term = {name for name, years in ahead.items() if years == 6}
    assert by_term == {"residents_committee", "owners_committee", "supervisory_committee", "tenure", "reserve_listing"}
    assert set(ahead.values()) == {6, 11}


def test_rows_about_persons_are_those_with_private_columns() -> None:
    assert PERSON_RECORDS == ("tenure", "reserve_listing")
    for name in PERSON_RECORDS:
        assert private_fields(RECORD_TYPES[name]) == ("person", "person_name", "identity_number", "telephone")
