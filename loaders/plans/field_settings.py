"""The parts of a mapping table that speak of single fields: columns, values, dates, translate, split, spells."""

from datetime import date, datetime
from typing import Any, Final, Literal, cast

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plan import Condition, Spells
from loaders.plans.comparing import comparable
from loaders.plans.fields import Fields
from loaders.plans.sections import Section, meant
from loaders.readers.sheet import Cell
from loaders.record_types.base import columns
from loaders.record_types.columns import Column
from loaders.values.nearest import nearest

_LIST_MARK: Final = "、"
_SAMPLE_DAY: Final = datetime(2023, 11, 25)
_SPELL_KEYS: Final = ("key", "on", "step", "steps")
_STEPS: Final = ("month", "quarter", "year")


def read_columns(section: Section, fields: Fields) -> dict[str, str]:
    """Read `columns`: field -> heading."""
    found = {field: section.text(field) for field, _ in fields.known(section)}
    return {field: heading for field, heading in found.items() if heading}


def read_values(section: Section, fields: Fields) -> dict[str, Cell]:
    """Read `values`: field -> constant, which a closed vocabulary must know."""
    found: dict[str, Cell] = {}
    for field, column in fields.known(section):
        if field in fields.from_columns:
            section.fault(field, "这个字段在 columns 里已有列", "columns names a column for this field already")
        value = section.raw[field]
        if isinstance(value, list) and column.many and all(isinstance(v, str) for v in value):
            value = _LIST_MARK.join(value)
        if not isinstance(value, str | int | float | date):
            section.fault(field, f"应为一个值，而不是 {value!r}", f"should be one value, not {value!r}")
            continue
        if isinstance(value, str):
            _check_term(section, field, column, value)
        found[field] = value
    return found


def _check_term(section: Section, key: str, column: Column, value: str) -> None:
    if column.vocabulary is None or not value.strip():
        return
    terms = vocabulary(column.vocabulary)
    if terms.closed and terms.find(value) is None:
        near_zh, near_en = meant(nearest(value, [writing for t in terms.terms for writing in (t.code, t.zh)]))
        codes = ", ".join(term.code for term in terms.terms)
        zh = f"“{value}”不是{terms.zh}的用语{near_zh}；可用：{codes}"
        section.fault(key, zh, f'"{value}" is no term of {terms.en}{near_en}; the terms are {codes}')


def read_dates(section: Section, fields: Fields) -> dict[str, str]:
    """Read `dates`: field -> strptime format."""
    found = {}
    for field, column in fields.read(section):
        written = section.text(field)
        if column.kind != "date":
            section.fault(field, "这个字段不是日期", "this field is no date")
        elif written and not _is_date_format(written):
            zh = f'“{written}”不是日期格式；例如 "%Y%m"、"%d.%m.%Y"'
            section.fault(field, zh, f'"{written}" is no format of dates; such are "%Y%m", "%d.%m.%Y"')
        elif written:
            found[field] = written
    return found


def _is_date_format(written: str) -> bool:
    try:
        read = datetime.strptime(_SAMPLE_DAY.strftime(written), written)
    except ValueError:
        return False
    return read.year == _SAMPLE_DAY.year


def read_translations(section: Section, fields: Fields) -> dict[str, dict[str, str]]:
    """Read `translate`: field -> cell -> value."""
    found = {}
    for field, column in fields.read(section):
        inner = section.inner(field)
        words = {cell: inner.take(cell, lambda v: isinstance(v, str), "文字", "a text") for cell in inner}
        for cell, value in words.items():
            if value is not None:
                _check_term(inner, cell, column, value)
        found[field] = {normal_text(cell): value for cell, value in words.items() if value is not None}
    return found


def read_separators(section: Section, fields: Fields) -> dict[str, str]:
    """Read `split`: field -> the characters between the members of its lists, or between those of several records."""
    found = {}
    for field, _ in fields.read(section):
        separators = section.take(
            field, lambda v: isinstance(v, str) and v != "", '分隔符，如 "、;"', 'separators, such as "、;"'
        )
        if separators:
            found[field] = separators
    return found


def read_where(section: Section) -> dict[str, Condition]:
    """Read `where`: heading -> which cells let a row pass: some of them, all but some, or all that are not empty."""
    found = {}
    for heading in section:
        raw = section.raw[heading]
        negated = isinstance(raw, dict)
        inner = section.inner(heading) if negated else section
        if negated:
            inner.refuse_unknown(("not",))
        key = "not" if negated else heading
        cells = inner.take(
            key, _is_cells, '单元格内容或其列表，如 ["2", "3"]', 'a cell or a list of cells, such as ["2", "3"]'
        )
        if cells is not None:
            listed = cells if isinstance(cells, list) else [cells]
            found[heading] = Condition(frozenset(comparable(c) for c in listed), negated)
        elif negated and "not" not in raw:
            inner.fault(None, '应写 { not = "" } 之类', 'write something such as { not = "" }')
    return found


def _is_cells(value: Any) -> bool:
    return all(isinstance(v, str | int | float | date) for v in (value if isinstance(value, list) else [value]))


def read_spells(section: Section, fields: Fields) -> Spells | None:
    """Read `spells`; None if it does not say enough."""
    section.refuse_unknown(_SPELL_KEYS)
    key, on = section.texts("key"), section.text("on")
    step = section.one_of("step", _STEPS)
    steps = section.one_of("steps", ("calendar", "observed")) or "calendar"
    for name in ("key", "on", "step"):
        if name not in section.raw:
            section.fault(name, f"spells 缺少 {name}", f"spells lacks {name}")
    for field in (*key, *((on,) if on else ())):
        _check_spell_field(section, "on" if field == on else "key", field, fields)
    _check_interval(section, on, fields)
    if not (key and on and step):
        return None
    return Spells(
        key, on, cast('Literal["month", "quarter", "year"]', step), cast('Literal["calendar", "observed"]', steps)
    )


def _check_spell_field(section: Section, key: str, field: str, fields: Fields) -> None:
    if field in fields.filled:
        return
    near_zh, near_en = meant(nearest(field, fields.filled))
    zh = f"字段 {field} 既不在 columns 也不在 values 里{near_zh}"
    section.fault(key, zh, f"the field {field} is neither in columns nor in values{near_en}")


def _check_interval(section: Section, on: str | None, fields: Fields) -> None:
    known = columns(fields.record_class)
    if "valid_from" not in known or "valid_to" not in known:
        zh, en = f"“{fields.record}”没有起止日期", f'"{fields.record}" has no start and end'
        section.fault(None, f"{zh}，不能用 spells", f"{en}: spells is of no use")
    elif on is not None and on in known and known[on].kind != "date":
        section.fault("on", f"字段 {on} 不是日期", f"the field {on} is no date")
    if "valid_to" in fields.filled:
        zh, en = "spells 会算出 valid_to，不能再给它列或值", "spells works out valid_to: give it no column and no value"
        section.fault(None, zh, en)
