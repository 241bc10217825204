"""Whatever gridgov says, it says in both languages, with the same blanks."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import gridgov
from gridgov.words import Words, language_asked_for

SOURCES = sorted(Path(str(gridgov.__file__)).parent.rglob("*.py"))


def all_words() -> Iterator[tuple[str, str, str]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words":
                zh, en = (ast.unparse(argument) for argument in node.args)
                yield f"{path.name}:{node.lineno}", zh, en


def blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_every_text_is_there_in_both_languages() -> None:
    texts = list(all_words())
    assert len(texts) > 100
    missing = [place for place, zh, en in texts if not zh.strip("'\"") or not en.strip("'\"")]
    assert missing == []


def test_both_languages_have_the_same_blanks() -> None:
    assert [place for place, zh, en in all_words() if blanks(zh) != blanks(en)] == []


def test_english_texts_have_no_chinese_and_chinese_texts_have_some() -> None:
    def chinese(text: str) -> bool:
        return any("一" <= character <= "鿿" for character in text)

    assert [place for place, _, en in all_words() if chinese(en)] == []
    assert [place for place, zh, _ in all_words() if not chinese(zh)] == []


def test_blanks_are_filled() -> None:
    assert Words("共 {n} 行", "{n} rows")("en", n=3) == "3 rows"


def test_the_language_asked_for_is_read_before_the_line_is_parsed() -> None:
    assert language_asked_for(["lod", "--lang", "en"], {}) == "en"
    assert language_asked_for(["--lang=en"], {"GRIDGOV_LANG": "zh"}) == "en"
    assert language_asked_for([], {"GRIDGOV_LANG": "en"}) == "en"
    assert language_asked_for(["--lang"], {"GRIDGOV_LANG": "tlh"}) == "zh"
