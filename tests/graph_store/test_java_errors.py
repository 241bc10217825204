"""What the engine complains of, in the package's own words."""

import pytest

from graph_store.embedded.java_errors import engine_error, statement_error
from graph_store.errors import ParameterMissing, QueryFailed, QuerySyntaxError, StorageFull, StoreUnavailable

SYNTAX = [
    ("Syntax error at line 3:4 - mismatched input 'X', expected: an expression", 3, 5, "mismatched input 'X'"),
    ("Unexpected input 'RETRUN' at line 1, column 22\n  MATCH (n) RETRUN n\n  ^", 1, 23, "Unexpected input 'RETRUN'"),
    ("Query cannot be empty", None, None, "Query cannot be empty"),
]


@pytest.mark.parametrize(("text", "line", "column", "reason"), SYNTAX)
def test_a_syntax_error_has_its_place_from_one(text: str, line: int | None, column: int | None, reason: str) -> None:
    error = statement_error("CommandParsingException", text, timeout=1)
    assert isinstance(error, QuerySyntaxError)
    assert (error.line, error.column) == (line, column)
    assert reason in error.en
    assert reason in error.zh
    assert error.exit_code == 2


def test_parameters_that_the_engine_misses_are_named() -> None:
    error = statement_error("CommandParameterMissingException", "Expected parameter(s): a, b", timeout=1)
    assert isinstance(error, ParameterMissing)
    assert error.names == ("a", "b")


def test_what_is_unknown_is_told_as_it_is() -> None:
    error = statement_error("NullPointerException", "", timeout=1)
    assert isinstance(error, QueryFailed)
    assert "NullPointerException" in error.en
    assert error.exit_code == 3


@pytest.mark.parametrize("text", ["No space left on device", "java.io.IOException: File too large"])
def test_a_full_disk_while_building_is_told(text: str) -> None:
    assert isinstance(engine_error("IOException", text, "建立引擎", "building"), StorageFull)
    assert isinstance(engine_error("IOException", "other", "建立引擎", "building"), StoreUnavailable)


def test_too_little_memory_says_how_to_give_more() -> None:
    for error in (
        statement_error("OutOfMemoryError", "Java heap space", timeout=1),
        engine_error("OutOfMemoryError", "Java heap space", "建立引擎", "building"),
    ):
        assert "GRIDGOV_ENGINE_HEAP" in error.en
        assert "GRIDGOV_ENGINE_HEAP" in error.zh
