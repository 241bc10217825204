"""Waiting no longer than a while: for a value, for an error, for what never comes."""

from threading import Event

import pytest

from graph_store.bolt.patience import Late, within


def test_what_comes_in_time_is_returned() -> None:
    assert within(60, lambda: None) is None
    assert within(60, lambda: 7) == 7


def test_what_goes_wrong_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


def test_what_never_comes_is_left() -> None:
    never = Event()
    with pytest.raises(Late):
        within(0.01, never.wait)
    never.set()
