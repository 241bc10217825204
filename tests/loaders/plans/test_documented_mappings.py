"""The examples on the page about mapping files are mappings, and the page knows every key."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from loaders.plans import parse_mapping
from loaders.plans.reading import TABLE_KEYS

PAGE = (Path(__file__).parents[3] / "docs" / "mapping.md").read_text(encoding="utf-8")
EXAMPLES = [dedent(block) for block in re.findall(r"(?:^(?:    .*)?\n)+", PAGE, re.MULTILINE) if "[[table]]" in block]


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 1


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read(example: str) -> None:
    text = example if "version" in example else f"version = 1\n{example}"
    assert parse_mapping(text).tables


@pytest.mark.parametrize("key", TABLE_KEYS)
def test_every_key_is_explained(key: str) -> None:
    assert f"| `{key}` |" in PAGE
