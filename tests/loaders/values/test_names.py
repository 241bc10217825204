"""What is no name of one thing, and what is one. Cases: names.toml."""

import tomllib
from pathlib import Path

import pytest

from loaders.values.one_name import name_problem

CASES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("expected", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts])
def test_what_is_no_name_is_told_from_names(expected: str, text: str) -> None:
    assert (name_problem(text) or "one_name") == expected
