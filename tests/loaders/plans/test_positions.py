"""Every key of a TOML text is found at its line, however it is written."""

import tomllib
from collections.abc import Iterator

import pytest

from loaders.plan import KeyPath
from loaders.plans.positions import key_lines

TEXT = '''\
version = 1   # [table] in a comment

[[table]]
file = "a#b = [x].csv"
"record" = 'tenure'
columns = { person = "成员, {编号}", organisation = "机构" }
columns2.a."b.c" = 2023-05-01
where = { "角色" = [
    "2", # two
    "3",
] }

  [table.values]
  note = """
[[table]]
role = 1
"""
  role = "x"

[[ table ]]
header = [3, 4]
[table.translate."role"]
2 = "a\\"b"
[table.spells]
key = ["a", "b"]
on = 'valid_from'
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("version",), 1),
        (("table", 0), 3),
        (("table", 0, "file"), 4),
        (("table", 0, "record"), 5),
        (("table", 0, "columns"), 6),
        (("table", 0, "columns", "organisation"), 6),
        (("table", 0, "columns2", "a", "b.c"), 7),
        (("table", 0, "where", "角色"), 8),
        (("table", 0, "where", "角色", 1), 10),
        (("table", 0, "values"), 13),
        (("table", 0, "values", "role"), 18),
        (("table", 1), 20),
        (("table", 1, "header", 1), 21),
        (("table", 1, "translate", "role", "2"), 23),
        (("table", 1, "spells", "on"), 26),
    ],
)
def test_line_of_a_key(path: KeyPath, line: int) -> None:
    assert key_lines(TEXT)[path] == line


def paths(value: object, base: KeyPath = ()) -> Iterator[KeyPath]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*base, key)
        yield from paths(inner, (*base, key))


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("\n", "\r\n"), "", "a = [{b = 1}, {b = [[1], [2]]}]", "x = ''''quoted''''\ny=1"]
)
def test_no_key_is_left_without_a_line_and_none_is_invented(text: str) -> None:
    assert set(key_lines(text)) == set(paths(tomllib.loads(text)))
