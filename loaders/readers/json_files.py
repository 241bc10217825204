"""JSON registries: a list of objects, objects line by line, or `{"record": …, "rows": […]}`."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from loaders.readers.cells import plain_cell
from loaders.readers.failures import Unreadable, unreadable
from loaders.readers.limits import Limits
from loaders.readers.sheet import Cell, column_letters

LIST_MARK = "、"  # a list of values becomes a list cell, as an office would write it
WITHIN = "."  # between the key of an object and a key within it
DEEPEST = 20
LARGEST = 2**63 - 1  # of a whole number in a column; what is larger is a number of something, and stays its digits
SURROGATE = re.compile("[\ud800-\udfff]")
LONG_NUMBER = re.compile(r"\d{7,}")
Objects = list[dict[str, Any]]


def parse_json(text: str, limits: Limits) -> tuple[str | None, list[list[Cell]]]:
    """The objects of a JSON registry as rows under their keys.

    Args:
        text: the file's text.
        limits: `cells` bounds objects times keys.

    Returns:
        The record type that the file names for itself, or None; and the rows, the first of which holds the keys in the
        order in which they first appear. A key that an object lacks is None; a list of plain values is joined with 、;
        an object within an object gives a column for each of its keys, such as `负责人.姓名`.

    Raises:
        Unreadable: `malformed_json`, `no_content`, `too_many_columns` or `too_many_cells`.
    """
    record, found = _registry(_parsed(text))
    if not any(found):
        raise unreadable("no_content", detail_zh="JSON 里一个对象也没有", detail_en="the JSON has no object with a key")
    objects = [_flat(entry, row) for row, entry in enumerate(found, start=2)]
    keys = list(dict.fromkeys(key for entry in objects for key in entry))
    _check_size(len(objects) + 1, len(keys), limits)
    for key in keys:
        _well_formed(key, 1)
    rows: list[list[Cell]] = [list(keys)]
    for row, entry in enumerate(objects, start=2):
        rows.append([_cell(entry.get(key), row, key) for key in keys])
    return record, rows


def _check_size(height: int, width: int, limits: Limits) -> None:
    corner = column_letters(max(width, 1))
    if width > limits.columns:
        raise unreadable("too_many_columns", columns=width, corner=corner, limit=limits.columns)
    if height * width > limits.cells:
        raise unreadable("too_many_cells", cells=height * width, corner=f"{corner}{height}", limit=limits.cells)


def _parsed(text: str) -> object:
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        lines = _line_by_line(text) if error.msg == "Extra data" else None
        if lines is not None:
            return lines
        zh, en = f"第 {error.lineno} 行第 {error.colno} 个字符", f"line {error.lineno}, character {error.colno}"
        raise _malformed(f"{zh}处有语法错误", f"a syntax error at {en}", row=error.lineno) from error
    except RecursionError as error:
        raise _malformed("括号嵌套太深", "its brackets are nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise _malformed("有一个数字长得无法读取", "a number is too long to be read") from error


def _loaded(text: str) -> object:
    return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)


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
                raise _malformed(zh, en, row=number) from error
    return objects


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise _malformed(f"同一个对象里有两个“{_shown(twice)}”", f'an object has the key "{_shown(twice)}" twice')
    return entry


def _no_constant(name: str) -> NoReturn:
    raise _malformed(f"{name} 不是 JSON 的值", f"{name} is no value of JSON")


def _registry(parsed: object) -> tuple[str | None, Objects]:
    record = None
    if isinstance(parsed, dict):
        record = parsed.get("record") if "rows" in parsed else None
        if not isinstance(record, (str, type(None))):
            raise _malformed("record（记录类型）不是文字", "its record, the name of a record type, is no text")
        parsed = parsed["rows"] if "rows" in parsed else _only_list(parsed)
    if not isinstance(parsed, list):
        raise _malformed("不是列表，也没有 rows", "it is no list, nor has it rows")
    for position, entry in enumerate(parsed, start=1):
        if not isinstance(entry, dict):
            raise _malformed(f"第 {position} 项不是对象", f"item {position} is no object", row=position + 1)
    return record, parsed


def _only_list(envelope: dict[str, Any]) -> object:
    """The one list of objects within an answer such as `{"code": 200, "data": {"list": […]}}`."""
    lists = list(_lists(envelope, "", DEEPEST))
    if len(lists) > 1:
        named = "、".join(f"“{_shown(path)}”" for path, _ in lists[:5])
        raise _malformed(
            f"里面有几个列表（{named}），看不出哪个是台账，也没有 rows",
            f"it holds several lists ({named}) and no rows: which one is the registry cannot be told",
        )
    return lists[0][1] if lists else None


def _lists(envelope: dict[str, Any], path: str, depth: int) -> Iterator[tuple[str, list[Any]]]:
    for key, value in envelope.items():
        if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
            yield f"{path}{key}", value
        elif isinstance(value, dict) and depth:
            yield from _lists(value, f"{path}{key}{WITHIN}", depth - 1)


def _flat(entry: dict[str, Any], row: int) -> dict[str, Any]:
    if not any(isinstance(value, dict) for value in entry.values()):
        return entry
    pairs = list(_pairs(entry, "", row, DEEPEST))
    flat = dict(pairs)
    if len(flat) < len(pairs):
        raise _malformed("对象里的键与外层的键重名", "a key within an object has the name of one outside", row=row)
    return flat


def _pairs(entry: dict[str, Any], path: str, row: int, depth: int) -> Iterator[tuple[str, Any]]:
    for key, value in entry.items():
        if not isinstance(value, dict):
            yield f"{path}{key}", value
        elif depth:
            yield from _pairs(value, f"{path}{key}{WITHIN}", row, depth - 1)
        else:
            raise _malformed("对象嵌套太深", "its objects are nested too deeply", row=row)


def _cell(value: object, row: int, key: str) -> Cell:
    if isinstance(value, list):
        if any(isinstance(item, (list, dict)) for item in value):
            raise _malformed(
                f"“{_shown(key)}”的值是对象或列表的列表，应为文字或数字",
                f'the value of "{_shown(key)}" is a list of objects or of lists',
                row=row,
            )
        plain = [_cell(item, row, key) for item in value]
        return LIST_MARK.join(str(item) for item in plain if item is not None) or None
    if isinstance(value, str):
        _well_formed(value, row)
    if isinstance(value, int) and abs(value) > LARGEST:
        return str(value)
    return plain_cell(value)


def _well_formed(text: str, row: int) -> None:
    if SURROGATE.search(text):
        raise _malformed(
            "有半个字符（\\ud800 一类的转义没有配对）", "it holds half a character (an escape such as \\ud800)", row=row
        )


def _shown(key: str) -> str:
    """A key fit for a message: whole characters, and no number that may be a person's."""
    return LONG_NUMBER.sub("…", SURROGATE.sub("\ufffd", key))


def _malformed(zh: str, en: str, row: int | None = None) -> Unreadable:
    return unreadable("malformed_json", row=row, detail_zh=zh, detail_en=en)
