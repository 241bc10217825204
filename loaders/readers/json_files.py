"""JSON registries: a list of objects, or `{"record": …, "rows": […]}`."""

import json
import re
from collections import Counter
from typing import Any, NoReturn

from loaders.readers.cells import plain_cell
from loaders.readers.failures import Unreadable, unreadable
from loaders.readers.limits import Limits
from loaders.readers.sheet import Cell, column_letters

_NO_CHARACTER = re.compile("[\ud800-\udfff]")  # half of a pair: JSON can write it, no file can hold it
LIST_MARK = "、"  # a list of values becomes a list cell, as an office would write it


def parse_json(text: str, limits: Limits) -> tuple[str | None, list[list[Cell]]]:
    """The objects of a JSON registry as rows under their keys.

    Args:
        text: the file's text.
        limits: `cells` bounds objects times keys.

    Returns:
        The record type that the file names for itself, or None; and the rows, the first of which holds the keys in the
        order in which they first appear. A key that an object lacks is None; a list of plain values is joined with 、.

    Raises:
        Unreadable: `malformed_json`, `empty_file` or `too_many_cells`.
    """
    record, objects = _registry(_parsed(text))
    keys = list(dict.fromkeys(key for entry in objects for key in entry))
    cells = (len(objects) + 1) * len(keys)
    if cells > limits.cells:
        corner = f"{column_letters(len(keys))}{len(objects) + 1}"
        raise unreadable("too_many_cells", cells=cells, corner=corner, limit=limits.cells)
    rows: list[list[Cell]] = [[_NO_CHARACTER.sub("\ufffd", key) for key in keys]]
    for row, entry in enumerate(objects, start=2):
        rows.append([_cell(entry.get(key), row, key) for key in keys])
    return record, rows


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        zh, en = f"第 {error.lineno} 行第 {error.colno} 个字符", f"line {error.lineno}, character {error.colno}"
        raise _malformed(f"{zh}处有语法错误", f"a syntax error at {en}", row=error.lineno) from error
    except RecursionError as error:
        raise _malformed("括号嵌套太深", "its brackets are nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise _malformed("有一个数字长得无法读取", "a number is too long to be read") from error


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = _NO_CHARACTER.sub("\ufffd", next(key for key, count in Counter(keys).items() if count > 1))
        raise _malformed(f"同一个对象里有两个“{twice}”", f'an object has the key "{twice}" twice')
    return entry


def _no_constant(name: str) -> NoReturn:
    raise _malformed(f"{name} 不是 JSON 的值", f"{name} is no value of JSON")


def _registry(parsed: object) -> tuple[str | None, list[dict[str, Any]]]:
    record = None
    if isinstance(parsed, dict):
        record, parsed = parsed.get("record"), parsed.get("rows")
        if not isinstance(record, (str, type(None))):
            raise _malformed("record（记录类型）不是文字", "its record, the name of a record type, is no text")
    if not isinstance(parsed, list):
        raise _malformed("不是列表，也没有 rows", "it is no list, nor has it rows")
    for position, entry in enumerate(parsed, start=1):
        if not isinstance(entry, dict):
            raise _malformed(f"第 {position} 项不是对象", f"item {position} is no object", row=position + 1)
    return record, parsed


def _cell(value: object, row: int, key: str) -> Cell:
    if isinstance(value, list):
        plain = [_cell(item, row, key) for item in value]
        return LIST_MARK.join(str(item) for item in plain if item is not None) or None
    if isinstance(value, dict):
        key = _NO_CHARACTER.sub("\ufffd", key)
        raise _malformed(f"“{key}”的值是对象，应为文字或数字", f'the value of "{key}" is an object', row=row)
    return plain_cell(_NO_CHARACTER.sub("\ufffd", value) if isinstance(value, str) else value)


def _malformed(zh: str, en: str, row: int | None = None) -> Unreadable:
    return unreadable("malformed_json", row=row, detail_zh=zh, detail_en=en)
