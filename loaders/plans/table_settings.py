"""The parts of a mapping table that speak of the table as a whole: sheet, header, day, encoding."""

import codecs
from datetime import date, datetime
from typing import Any

from loaders.plan import Header
from loaders.plans.sections import Section, meant
from loaders.record_types import RECORD_TYPES
from loaders.values.nearest import nearest

_MOST_ROWS = 6  # four of headings, one in English, one that numbers the columns
_HEADER_ZH = '行号（如 3）、相邻几行（如 [3, 4]）、"auto"，或没有表头时的 "none"'
_HEADER_EN = (
    'a row number (3), two rows or more next to each other ([3, 4]), "auto", or "none" where there is no heading'
)


def read_record(table: Section) -> str | None:
    """Read `record`, by its name or its Chinese title."""
    written = table.text("record")
    if written is None or written in RECORD_TYPES:
        return written
    titles = {cls.zh: name for name, cls in RECORD_TYPES.items()}
    found = nearest(written, [*RECORD_TYPES, *titles])
    near_zh, near_en = meant(titles.get(found, found) if found else None)
    table.fault("record", f"没有表类型“{written}”{near_zh}", f'there is no record type "{written}"{near_en}')
    return None


def read_sheet(table: Section) -> str | int | None:
    """Read `sheet`: a name, a glob, or a position from 1."""
    value: str | int | None = table.take(
        "sheet",
        lambda v: _is_number(v) or (isinstance(v, str) and bool(v.strip())),
        "工作表名、通配符或位置（从 1 起）",
        "a sheet's name, a glob, or its position, from 1",
    )
    return value


def read_header(table: Section) -> Header:
    """Read `header`; "auto" if it is absent."""
    value = table.take("header", _is_header, _HEADER_ZH, _HEADER_EN)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, int):
        return (value,)
    return "none" if value == "none" else "auto"


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _is_header(value: Any) -> bool:
    if isinstance(value, list):
        return (
            0 < len(value) <= _MOST_ROWS
            and all(_is_number(v) for v in value)
            and value == [*range(value[0], value[0] + len(value))]
        )
    return value in {"auto", "none"} if isinstance(value, str) else _is_number(value)


def read_day(table: Section) -> date | None:
    """Read `as_of`: a date of TOML, or the same in quotation marks."""
    value = table.raw.get("as_of")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        table.fault(
            "as_of", f"应为日期，如 2023-05-31，而不是 {value!r}", f"should be a day, such as 2023-05-31, not {value!r}"
        )
        return None


def read_encoding(table: Section) -> str | None:
    """Read `encoding`, which must be known."""
    written = table.text("encoding")
    if written is None:
        return None
    try:
        return codecs.lookup(written).name
    except LookupError:
        zh = f"没有编码“{written}”；常用的是 utf-8、gb18030、utf-16、big5"
        table.fault(
            "encoding", zh, f'there is no encoding "{written}"; the usual ones are utf-8, gb18030, utf-16, big5'
        )
        return None
