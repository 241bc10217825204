"""The text of a JSON file as values: one text, or an object in each line; what is no JSON is refused with its place."""

import json
import re
from collections import Counter
from typing import Any, Final

from loaders.readers.failures import Unreadable, unreadable

SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LONG_NUMBER: Final = re.compile(r"\d{7,}")
_LONGEST_NUMBER: Final = 1_000  # digits; Python refuses to read numbers of more than 4,300


def parsed(text: str) -> object:
    """Return what a JSON text says; of a text with an object in each line a list of them.

    Args:
        text: the text.

    Returns:
        Its value. NaN and Infinity, which other programs write, are numbers that are none; a number of thousands of
        digits stays its digits.

    Raises:
        Unreadable: `malformed_json`, with the line.
    """
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        lines = _line_by_line(text) if error.msg == "Extra data" else None
        if lines is not None:
            return lines
        zh, en = f"第 {error.lineno} 行第 {error.colno} 个字符", f"line {error.lineno}, character {error.colno}"
        raise malformed(f"{zh}处有语法错误", f"a syntax error at {en}", row=error.lineno) from error
    except RecursionError as error:
        raise malformed("括号嵌套太深", "its brackets are nested too deeply") from error


def _loaded(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique_keys)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number of thousands of digits: read again, more slowly
        return json.loads(text, object_pairs_hook=_unique_keys, parse_int=_number_or_digits)


def _number_or_digits(digits: str) -> int | str:
    return digits if len(digits) > _LONGEST_NUMBER else int(digits)


def _line_by_line(text: str) -> list[object] | None:
    """The objects of a file that has one in each line; None if it is none."""
    if not text.lstrip().startswith("{") or "}\n" not in text.replace("\r", ""):
        return None
    objects = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                objects.append(_loaded(line))
            except json.JSONDecodeError as error:
                zh, en = f"第 {number} 行不是一个对象", f"line {number} is no object"
                raise malformed(zh, en, row=number) from error
    return objects


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise malformed(f"同一个对象里有两个“{shown(twice)}”", f'an object has the key "{shown(twice)}" twice')
    return entry


def whole_characters(text: str) -> str:
    """Return a text without halves of characters, such as an escape leaves that was cut: each becomes �."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def shown(key: str) -> str:
    """Return a key fit for a message: whole characters, and no number that may be a person's."""
    return _LONG_NUMBER.sub("…", whole_characters(key))


def malformed(zh: str, en: str, row: int | None = None) -> Unreadable:
    """Return the failure of a file that cannot be used, with the reason in Chinese and English."""
    return unreadable("malformed_json", row=row, detail_zh=zh, detail_en=en)
