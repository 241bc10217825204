"""A read that a publish overtakes is put again, so that no answer mixes two versions; played without a server."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pytest

from graph_store.bolt.driver import Rows, Server
from graph_store.bolt.store import MARK, BoltStore
from graph_store.errors import QueryFailed


class Played:
    """A server and its transaction in one: says each time that it is asked what the next publication is."""

    def __init__(self, publications: list[int], broken: int = 0) -> None:
        self._publications = iter(publications)
        self._broken = broken
        self.asked = 0

    def read(self, work: Callable[[Any], Any], *, timeout: float) -> Any:
        return work(self)

    def run(self, text: str, parameters: object = None) -> Rows:
        if MARK in text:
            number = next(self._publications)
            return Rows(("hash", "publishes", "day"), [(f"hash {number}", number, date(2024, 9, 3))], False)
        self.asked += 1
        if self.asked <= self._broken:
            raise QueryFailed("没有这个节点", "that node is gone")
        return Rows(("n",), [(self.asked,)], False)


def store_of(played: Played) -> BoltStore:
    return BoltStore(cast("Server", played))


def test_an_answer_between_two_equal_looks_is_taken() -> None:
    assert store_of(Played([1, 1])).run("RETURN n").rows == [(1,)]


def test_an_answer_that_a_publish_overtook_is_asked_for_again() -> None:
    played = Played([1, 2, 2, 2])
    assert store_of(played).run("RETURN n").rows == [(2,)]


def test_a_publish_back_to_the_same_content_is_noticed_too() -> None:
    same_content = Played([1, 3, 3, 3])  # the number of publishes differs, whatever was published
    assert store_of(same_content).run("RETURN n").rows == [(2,)]


def test_a_statement_that_a_publish_broke_is_put_again() -> None:
    played = Played([1, 2, 2, 2], broken=1)
    assert store_of(played).run("RETURN n").rows == [(2,)]


def test_a_statement_that_fails_by_itself_fails() -> None:
    with pytest.raises(QueryFailed, match="that node is gone"):
        store_of(Played([1, 1], broken=1)).run("RETURN n")


def test_a_read_that_is_overtaken_again_and_again_is_given_up() -> None:
    with pytest.raises(QueryFailed, match="again and again"):
        store_of(Played(list(range(100)))).run("RETURN n")
