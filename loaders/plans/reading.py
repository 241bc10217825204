"""Mapping files: TOML that turns foreign columns into record types; nothing in it is code."""

import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal, cast

from loaders.plan import MappingFile, TablePlan
from loaders.plans import field_settings as settings
from loaders.plans import layout_settings as layout
from loaders.plans.fields import Fields
from loaders.plans.positions import key_lines
from loaders.plans.problems import MappingError, MappingProblem, ProblemList
from loaders.plans.sections import Section
from loaders.plans.table_settings import read_day, read_encoding, read_header, read_record, read_sheet
from loaders.readers.encodings import decode
from loaders.readers.failures import Unreadable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

VERSION: Final = 1
TABLE_KEYS: Final = (
    *("file", "sheet", "region", "header", "last_row", "form", "record"),
    *("columns", "values", "composed", "taken", "period", "each", "fill_down"),
    *("dates", "translate", "split", "where", "spells", "repeats", "recognise"),
    *("namespace", "as_of", "end_inclusive", "encoding"),
)
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_mapping(path: str | os.PathLike[str]) -> MappingFile:
    """Read a mapping file.

    Args:
        path: the file, in UTF-8 or GB18030.

    Returns:
        What it says.

    Raises:
        MappingError: with everything that is wrong with it, each with its line and key.
    """
    name = Path(path).name
    try:
        text, _ = decode(Path(path).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unreadable(
            str(path), f"读不了对照文件：{reason}", f"the mapping file cannot be read: {reason}"
        ) from error
    except Unreadable as error:
        raise _unreadable(name, error.failure.reason_zh, error.failure.reason_en) from error
    return parse_mapping(text, name)


def _unreadable(name: str, zh: str, en: str) -> MappingError:
    return MappingError([MappingProblem(None, "", zh, en, name)])


def parse_mapping(text: str, name: str = "mapping.toml") -> MappingFile:
    """Read the text of a mapping file.

    Args:
        text: the text.
        name: the file's name, for errors.

    Returns:
        What it says.

    Raises:
        MappingError: with everything that is wrong with it, each with its line and key.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError([_syntax_problem(error, name)]) from error
    problems = ProblemList(name, key_lines(text))
    tables = _read_tables(Section(raw, (), problems))
    problems.raise_any()
    return MappingFile(name, tables, problems.lines)


def _syntax_problem(error: tomllib.TOMLDecodeError, name: str) -> MappingProblem:
    place = _PLACE.search(str(error))
    what = _PLACE.sub("", str(error)).strip()
    line = int(place[1]) if place else None
    at_zh, at_en = (f"第 {place[2]} 个字符处", f" at character {place[2]}") if place else ("", "")
    zh = f'TOML 语法有误：{at_zh}{what}。键里有汉字时要加引号，如 {{ "角色" = ["2"] }}'
    en = f"syntax error{at_en}: {what}. A key that is not plain ASCII needs quotes"
    return MappingProblem(line, "", zh, en, name)


def _read_tables(top: Section) -> tuple[TablePlan, ...]:
    top.refuse_unknown(("version", "table"))
    if top.raw.get("version") != VERSION:
        top.fault("version", f"开头应写 version = {VERSION}", f"version = {VERSION} should stand at the top")
    raw = top.raw.get("table")
    if not isinstance(raw, list) or not raw or not all(isinstance(table, dict) for table in raw):
        top.fault("table", "至少要有一个 [[table]]（两层方括号）", "there should be a [[table]] (in double brackets)")
        return ()
    found = [_read_table(Section(table, ("table", i), top.problems), i) for i, table in enumerate(raw)]
    return tuple(table for table in found if table is not None)


def _read_table(table: Section, number: int) -> TablePlan | None:
    table.refuse_unknown(TABLE_KEYS)
    recognise = table.flag("recognise")
    by_field = any(key in table.raw for key in (*_BY_FIELD, "fill_down"))
    for key in ("file",) if recognise and not by_field else ("file", "record"):
        if key not in table.raw:
            table.fault(key, f"缺少 {key}", f"{key} is missing")
    if recognise and "form" in table.raw:
        table.fault("recognise", "表单（form）不能自动识别", "a form cannot be recognised")
    record = read_record(table)
    whole = TablePlan(
        number,
        file=table.text("file") or "",
        record=record or "",
        sheet=read_sheet(table),
        region=layout.read_region(table),
        header=read_header(table),
        last_row=layout.read_last_row(table),
        form=cast('Literal["right", "below"] | None', table.one_of("form", ("right", "below"))),
        where=settings.read_where(table.inner("where")),
        namespace=table.text("namespace"),
        as_of=read_day(table),
        end_inclusive=table.flag("end_inclusive"),
        encoding=read_encoding(table),
        repeats=cast(
            'Literal["once", "fault"]',
            table.one_of("repeats", ("once", "fault")) or ("fault" if recognise else "once"),
        ),
        recognise=recognise,
    )
    if not record:
        return whole if recognise else None
    return replace(whole, **_field_settings(table, record, recognise=recognise))


_BY_FIELD = ("columns", "values", "composed", "taken", "dates", "translate", "split", "spells", "period", "each")


def _field_settings(table: Section, record: str, *, recognise: bool) -> dict[str, Any]:
    parts = {key: table.inner(key) for key in _BY_FIELD}
    period = layout.read_period(parts["period"], record) if "period" in table.raw else None
    each = layout.read_each(parts["each"], record) if "each" in table.raw else None
    in_columns = {*parts["columns"], *((period.start, period.end) if period else ())}
    in_columns |= {*(each.fields if each else ())}
    filled = in_columns.union(parts["values"], parts["composed"], parts["taken"])
    fields = Fields(record, frozenset(filled), frozenset(in_columns | {*parts["composed"], *parts["taken"]}))
    if not recognise:
        fields.check_complete(table)
    layout.refuse_two_sources(parts, period, each)
    named = Fields(record, fields.filled, frozenset(in_columns))
    values = settings.read_values(parts["values"], named)
    if recognise:  # any field may have a column yet
        further = frozenset(columns(RECORD_TYPES[record])) - {"valid_to"}
        fields = Fields(record, fields.filled | further, fields.from_columns | further)
        named = Fields(record, fields.filled, named.from_columns | further)
    return {
        "columns": settings.read_columns(parts["columns"], fields),
        "values": values,
        "composed": layout.read_composed(parts["composed"], fields),
        "taken": layout.read_taken(parts["taken"], fields),
        "period": period,
        "each": each,
        "fill_down": layout.read_fill_down(table, named),
        "dates": settings.read_dates(parts["dates"], fields),
        "translate": settings.read_translations(parts["translate"], fields),
        "split": settings.read_separators(parts["split"], named),
        "spells": settings.read_spells(parts["spells"], fields) if "spells" in table.raw else None,
    }
