"""Which parameters a statement uses."""

import pytest

from graph_store.parameters import parameters_used

CASES = [
    ("RETURN 1", ()),
    ("MATCH (n {uid: $uid}) WHERE n.day <= $as_of AND n.x = $uid", ("uid", "as_of")),
    ("RETURN '$a', \"$b\", `$c`, $d", ("d",)),
    (r"RETURN 'it\'s $a', $b", ("b",)),
    ('RETURN "\\"$a", $b', ("b",)),
    ("RETURN $a // $b\n, $c", ("a", "c")),
    ("RETURN $a /* $b\n $c */ + $d", ("a", "d")),
    ("RETURN 'http://x', $a", ("a",)),
    ("RETURN $`two words`, $天数, $_x1", ("two words", "天数", "_x1")),
    ("RETURN 'open $a", ("a",)),
]


@pytest.mark.parametrize(("text", "used"), CASES)
def test_parameters_are_found_outside_texts_and_comments(text: str, used: tuple[str, ...]) -> None:
    assert parameters_used(text) == used
