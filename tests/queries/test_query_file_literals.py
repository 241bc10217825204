"""Values as Cypher writes them, and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.literals import NotALiteralError, literal, literal_text

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(-1e6, 1e6).map(lambda f: round(f, 3)).filter(lambda f: "e" not in repr(f))
    | st.text(max_size=8)
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]\w{0,5}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_written_and_read_is_the_same(value: object) -> None:
    assert literal(literal_text(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NULL", None),
        ("True", True),
        ("1e3", 1000.0),
        ("- 2", -2),
        (r"'it\'s \u4e2d\n'", "it's 中\n"),
        ("{'a b': 1, `c`: [ ]}", {"a b": 1, "c": []}),
        ("date( '2024-02-29' )", date(2024, 2, 29)),
    ],
)
def test_what_cypher_allows_is_read(text: str, value: object) -> None:
    assert literal(text) == value


@pytest.mark.parametrize("text", ["", "a", "1 2", "[1", "{a 1}", "date()", "date('2024-02-30')", "datetime('x')", "'a"])
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(NotALiteralError):
        literal(text)
