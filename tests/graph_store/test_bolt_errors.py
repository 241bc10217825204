"""What servers complain of, word for word, and what is made of it; the two that answer Bolt say it in two ways."""

import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.errors import server_error
from graph_store.errors import (
    ConstraintBroken,
    MemoryExhausted,
    ParameterMissing,
    QueryFailed,
    QuerySyntaxError,
    QueryTimeout,
    StoreUnavailable,
    WriteRefused,
)

ADDRESS = parse_address("bolt://localhost")
NEO4J = "Invalid input 'RETRUN': expected a graph pattern (line 2, column 1 (offset: 17))\n\"RETRUN n\"\n ^"
ARCADE = "Unexpected input 'RETRUN' at line 2, column 0"


@pytest.mark.parametrize(("text", "embedded"), [(NEO4J, False), (ARCADE, True)])
def test_a_syntax_error_has_its_place_whoever_counts(text: str, embedded: bool) -> None:
    error = server_error("Neo.ClientError.Statement.SyntaxError", text, ADDRESS, timeout=1, embedded=embedded)
    assert isinstance(error, QuerySyntaxError)
    assert (error.line, error.column) == (2, 1)
    assert "RETRUN" in error.zh
    assert "offset" not in error.en
    assert "column 0" not in error.en


def test_a_mismatch_of_types_keeps_its_place_though_it_is_no_error_of_syntax() -> None:
    text = 'Type mismatch: expected Integer but was String (line 2, column 12 (offset: 29))\n"LIMIT $k"\n ^'
    error = server_error("Neo.ClientError.Statement.SyntaxError", text, ADDRESS, timeout=1)
    assert type(error) is QueryFailed
    assert error.en.endswith("at line 2, column 12: Type mismatch: expected Integer but was String")
    assert "第 2 行第 12 列" in error.zh


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("Neo.ClientError.Statement.ParameterMissing", ParameterMissing, "$x"),
        ("Neo.ClientError.Statement.AccessMode", WriteRefused, "--write"),
        ("Neo.ClientError.Transaction.TransactionTimedOut", QueryTimeout, "--timeout"),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", QueryTimeout, "7 seconds"),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", ConstraintBroken, "constraint"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", MemoryExhausted, "memory"),
        ("Neo.ClientError.Security.Unauthorized", StoreUnavailable, "password"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", StoreUnavailable, "wait"),
        ("Neo.ClientError.Security.Forbidden", StoreUnavailable, "not allow"),
        ("Neo.ClientError.Security.Another", StoreUnavailable, "not allow"),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreUnavailable, "no such database"),
        ("Neo.ClientError.Cluster.NotALeader", StoreUnavailable, "neo4j://"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreUnavailable, "read-only"),
        ("Neo.TransientError.Transaction.BookmarkTimeout", StoreUnavailable, "lags behind"),
        ("Neo.ClientError.Transaction.InvalidBookmark", StoreUnavailable, "bookmarks"),
        ("Neo.TransientError.Database.DatabaseUnavailable", StoreUnavailable, "later"),
        ("Neo.ClientError.Statement.ArithmeticError", QueryFailed, "Expected parameter(s): x"),
    ],
)
def test_each_complaint_becomes_an_error_that_says_what_to_do(code: str, kind: type[Exception], words: str) -> None:
    error = server_error(code, "Expected parameter(s): x", ADDRESS, timeout=7)
    assert type(error) is kind
    assert words in error.en
    assert error.zh != error.en


def test_a_limit_that_is_the_servers_own_is_told_as_such() -> None:
    code = "Neo.ClientError.Transaction.TransactionTimedOut"
    assert "server allows" in server_error(code, "terminated", ADDRESS, timeout=0).en
    assert "2.5 seconds" in server_error(code, "exceeded the timeout of 2500ms", ADDRESS, timeout=0, embedded=True).en
