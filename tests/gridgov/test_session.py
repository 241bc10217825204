"""A snapshot in a notebook."""

import datetime
from pathlib import Path

import polars as pl
import pytest

import gridgov as package
from graph_model.errors import UsageError
from gridgov.session import Session
from tests.gridgov.command import Command


@pytest.fixture
def session(loaded: Command, home: Path) -> Session:
    return package.open(home)


def test_a_question_of_the_catalogue_comes_as_a_typed_table(session: Session) -> None:
    rows = session.query("gaps", as_of=datetime.date(2024, 9, 3))
    assert rows["estate"].to_list() == ["花园", "新苑"]
    assert rows.schema["not_formed"] == pl.List(pl.String)
    assert session.query("units_by_committee").schema["since"] == pl.Date


def test_cypher_comes_as_a_table_with_dates_as_dates(session: Session) -> None:
    rows = session.cypher("MATCH (e:Estate {name: $name}) RETURN e, e.households AS n, date() > $day AS later",
                          name="花园", day=datetime.date(2024, 9, 3))  # fmt: skip
    assert rows["n"].to_list() == [420]
    assert rows["e"][0]["uid"] == "estate:990207001001/花园"


def test_the_graph_and_the_board(session: Session) -> None:
    assert session.graph().has_node("estate:990207001001/花园")
    assert session.board()._repr_html_().startswith("<iframe")


def test_it_shows_itself_in_a_line(session: Session) -> None:
    assert len(repr(session)) < 300
    assert session.snapshot.id in repr(session)
    assert len(repr(session.board())) < 300


def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gridgov load"):
        package.open(tmp_path)
