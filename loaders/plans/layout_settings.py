"""The parts of a plan that say how rows become records: region, period, each, composed, taken, fill_down."""

import re
from collections.abc import Mapping
from typing import Any, Final, cast

from loaders.plan import IN_BRACES, Each, Period, Region, Taken, TakenFrom
from loaders.plans.comparing import comparable
from loaders.plans.fields import Fields, unknown_field
from loaders.plans.sections import Section
from loaders.readers.sheet import column_number
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_SOURCES: Final = ("title", "sheet", "file", "caption")
_REGION: Final = re.compile(r"([A-Z]{1,3})([1-9]\d*):([A-Z]{1,3})([1-9]\d*)?", re.IGNORECASE)


def read_region(table: Section) -> Region | None:
    """Read `region`: a range as Excel writes it, A3:F40, or A3:F down to the end of the sheet."""
    written = table.text("region")
    if written is None:
        return None
    match = _REGION.fullmatch(written.strip())
    if match:
        first, last = column_number(match[1]), column_number(match[3])
        top, bottom = int(match[2]), int(match[4]) if match[4] else None
        if first <= last and (bottom is None or top <= bottom):
            return Region(top, first, last, bottom)
    zh = f'“{written}”不是区域；例如 "A3:F40"，到表尾写 "A3:F"'
    table.fault("region", zh, f'"{written}" is no region; such are "A3:F40", or "A3:F" down to the end')
    return None


def read_last_row(table: Section) -> int | None:
    """Read `last_row`: the row's number, as Excel counts."""
    value: int | None = table.take(
        "last_row",
        lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 1,
        "行号，如 40",
        "a row number, such as 40",
    )
    return value


def read_fill_down(table: Section, fields: Fields) -> tuple[str, ...]:
    """Read `fill_down`: fields with a column."""
    found = table.texts("fill_down")
    for field in found:
        if field not in fields.from_columns:
            zh, en = f"columns 里没有字段 {field} 的列", f"columns names no column for the field {field}"
            table.fault("fill_down", zh, en)
    return found


def read_composed(section: Section, fields: Fields) -> dict[str, str]:
    """Read `composed`: field -> text with headings in braces."""
    found = {}
    for field, _ in fields.known(section):
        text = section.text(field)
        if text and not IN_BRACES.search(text):
            zh, en = '没有花括号：要填的列写作 "{社区}大党委"', 'no braces: write the column as in "{社区}大党委"'
            section.fault(field, zh, en)
        elif text:
            found[field] = text
    return found


def read_taken(section: Section, fields: Fields) -> dict[str, Taken]:
    """Read `taken`: field -> where its value stands, and the pattern that finds it."""
    found = {}
    for field, _ in fields.known(section):
        inner = section.inner(field)
        inner.refuse_unknown(("from", "pattern"))
        source, pattern = inner.one_of("from", _SOURCES), inner.text("pattern")
        for key in ("from", "pattern"):
            if key not in inner.raw:
                inner.fault(None, f"taken 缺少 {key}", f"taken lacks {key}")
        if source and pattern and _is_pattern(inner, pattern):
            found[field] = Taken(cast("TakenFrom", source), pattern)
    return found


def _is_pattern(section: Section, pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error as error:
        zh = f"“{pattern}”不是正则表达式：{error}"
        section.fault("pattern", zh, f'"{pattern}" is no regular expression: {error}')
        return False
    return True


def read_period(section: Section, record: str) -> Period | None:
    """Read `period`: the column, and the fields of its start and its end."""
    section.refuse_unknown(("column", "start", "end"))
    column = section.text("column")
    if column is None:
        if "column" not in section.raw:
            section.fault(None, "period 缺少 column", "period lacks column")
        return None
    period = Period(column, section.text("start") or "valid_from", section.text("end") or "valid_to")
    for key, field in (("start", period.start), ("end", period.end)):
        found = columns(RECORD_TYPES[record]).get(field)
        if found is None:
            section.fault(key, f"“{record}”没有字段 {field}", f'"{record}" has no field {field}')
        elif found.kind != "date":
            section.fault(key, f"字段 {field} 不是日期", f"the field {field} is no date")
    return period


def read_each(section: Section, record: str) -> Each | None:
    """Read `each`: columns that make a record each, the fields of heading, upper heading and cell, and the marks."""
    section.refuse_unknown(("columns", "heading", "upper", "cell", "marks", "no"))
    named = section.texts("columns")
    fields = {key: section.text(key) for key in ("heading", "upper", "cell")}
    marks = section.take("marks", _is_marks, '标记的列表，如 ["√", "是"]', 'a list of marks, such as ["√", "是"]')
    no = section.take("no", _is_marks, '记号的列表，如 ["○", "拟签"]', 'a list of marks, such as ["○", "拟签"]')
    if not named and "columns" not in section.raw:
        section.fault(None, "each 缺少 columns", "each lacks columns")
    if not any(fields.values()):
        section.fault(None, "each 要有 heading、upper 或 cell", "each needs heading, upper or cell")
    taken: set[str] = set()
    for key, field in fields.items():
        if field in taken:
            section.fault(key, f"字段 {field} 已有来源，只能有一个", f"the field {field} has another source already")
        taken |= {field} if field else set()
        if field is not None and field not in columns(RECORD_TYPES[record]):
            unknown_field(section, key, record, field)
    said, denied = (frozenset(comparable(m) for m in given or ()) for given in (marks, no))
    return Each(named, marks=said, no=denied, **fields) if named else None


def refuse_two_sources(parts: Mapping[str, Section], period: Period | None, each: Each | None) -> None:
    """Note each field that two keys give: one of the two values would be dropped, and nobody would be told.

    Args:
        parts: key -> what a table of the mapping writes under it.
        period: its period.
        each: its record per column.
    """
    given = [("columns", field) for field in parts["columns"]]
    given += [("period", field) for field in ((period.start, period.end) if period else ())]
    given += [("each", field) for field in (each.fields if each else ())]
    given += [(key, field) for key in ("composed", "taken", "values") for field in parts[key]]
    first: dict[str, str] = {}
    for key, field in given:
        earlier = first.setdefault(field, key)
        if earlier != key and not (key == "values" and earlier in {"columns", "period", "each"}):
            place = None if key in {"period", "each"} else field
            zh = f"字段 {field} 在 {earlier} 里已有来源，只能有一个"
            parts[key].fault(place, zh, f"{earlier} gives the field {field} already: it can have one source alone")


def _is_marks(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str | int | float | bool) for v in value)
