"""Values for the parameters of a query: checked first, since a text compared with a date matches nothing."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from graph_model.errors import UsageError
from queries.query_faults import nearest
from queries.query_file import Parameter, QueryFile
from queries.value_types import conforms, element_type, options, type_of

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS = {
    "date": ("日期", "a date", "2024-09-03"),
    "int": ("整数", "a whole number", "3"),
    "float": ("数字", "a number", "0.5"),
    "boolean": ("是或否", "true or false", "true"),
}
_BOOLEANS = {"true": True, "false": False, "是": True, "否": False}


class ParameterError(UsageError):
    """A parameter is missing, unknown or of another type than the query declares."""


def bind(query: QueryFile, given: Mapping[str, object], snapshot_day: date) -> dict[str, object]:
    """Return the value of every parameter of a query.

    Args:
        query: the query to be asked.
        given: values by parameter, already of the declared types.
        snapshot_day: the day of the snapshot asked: the default of a day.

    Raises:
        ParameterError: names the parameter that is missing, unknown or of another type.
    """
    for name in given:
        if query.parameter(name) is None:
            raise _unknown(query, name)
    return {p.name: _value(query, p, given, snapshot_day) for p in query.parameters}


def _value(query: QueryFile, parameter: Parameter, given: Mapping[str, object], snapshot_day: date) -> object:
    name = parameter.name
    if name not in given:
        if parameter.required:
            raise _missing(query, parameter)
        return snapshot_day if parameter.snapshot_day else parameter.default
    value = given[name]
    nothing = value is None and (parameter.required or parameter.default is not None or parameter.snapshot_day)
    if nothing or not conforms(value, parameter.type):
        is_word = isinstance(value, str) and options(parameter.type)
        raise _another_type(query, parameter, str(value) if is_word else type_of(value))
    return value


def from_texts(query: QueryFile, written: Iterable[str]) -> dict[str, object]:
    """Return values for a query's parameters as the command line writes them, each read by its declared type.

    Args:
        query: the query to be asked.
        written: `name=value` or, in JSON, `name:=value`.

    Raises:
        ParameterError: names the parameter whose value is not of its type.
    """
    values: dict[str, object] = {}
    for text in written:
        name, value = split_assignment(text)
        parameter = query.parameter(name)
        if parameter is None:
            raise _unknown(query, name)
        values[name] = _read(query, parameter, value)
    return values


def untyped_from_texts(written: Iterable[str]) -> dict[str, object]:
    """Return values for a script's parameters: what looks like an ISO date is a date, other text is text.

    Args:
        written: `name=value` or, in JSON, `name:=value`; within JSON ISO dates are dates, too.

    Raises:
        ParameterError: if an assignment cannot be read, or a date is no day of the calendar.
    """
    return {name: _with_dates(value) for name, value in (split_assignment(text) for text in written)}


def split_assignment(text: str) -> tuple[str, object]:
    """Return name and value of `name=value` or `name:=json`.

    Raises:
        ParameterError: if it is neither, or its JSON is none.
    """
    name, sign, value = text.partition("=")
    if not sign or not name.rstrip(":").strip():
        raise ParameterError(f"{text} 应写作 名称=值 或 名称:=JSON", f"write {text} as name=value or name:=json")
    if not name.endswith(":"):
        return name.strip(), value
    try:
        return name[:-1].strip(), json.loads(value)
    except ValueError as error:
        raise ParameterError(
            f"{text} 中的 JSON 无法读取：{error}", f"the JSON in {text} cannot be read: {error}"
        ) from None


def _with_dates(value: object) -> object:
    if isinstance(value, list):
        return [_with_dates(v) for v in value]
    if isinstance(value, dict):
        return {k: _with_dates(v) for k, v in value.items()}
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        day = _day(value)
        if day is None:
            # as a text it would be compared with dates, and silently match nothing
            raise ParameterError(f"没有 {value} 这一天", f"there is no day {value}")
        return day
    return value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def _read(query: QueryFile, parameter: Parameter, value: object) -> object:
    read = _of_type(value, parameter.type)
    if read is None and value is not None:
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        raise _another_type(query, parameter, str(shown))
    return read


def _of_type(value: object, declared: str) -> object:
    """Return a value read as a declared type, or None if it cannot be."""
    element = element_type(declared)
    if element:
        parts = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        read = [_of_type(part, element) for part in parts] if isinstance(parts, list) else [None]
        return None if None in read else read
    if not isinstance(value, str):
        return value if conforms(value, declared) else None
    if declared == "string" or value in options(declared):
        return value
    text = value.strip()
    if declared == "date":
        return _day(text)
    if declared == "boolean":
        return _BOOLEANS.get(text.lower())
    return _number(text, declared) if declared in {"int", "float"} else None


def _number(text: str, declared: str) -> int | float | None:
    pattern = r"[+-]?\d+" if declared == "int" else r"[+-]?\d+(\.\d+)?"
    if not re.fullmatch(pattern, text, re.ASCII):
        return None
    return int(text) if declared == "int" else float(text)


def _missing(query: QueryFile, parameter: Parameter) -> ParameterError:
    name, kind = parameter.name, parameter.type
    return ParameterError(
        f"查询 {query.id} 缺少参数 {name}（{kind}，{parameter.meaning.zh}）：-P {name}=…",
        f"query {query.id} needs parameter {name} ({kind}, {parameter.meaning.en}): -P {name}=…",
    )


def _unknown(query: QueryFile, name: str) -> ParameterError:
    names = [p.name for p in query.parameters]
    near = nearest(name, names)
    listed = " ".join(names) or "—"
    zh, en = (f"是否指 {near}？", f"did you mean {near}?") if near else (f"可用：{listed}", f"known: {listed}")
    return ParameterError(
        f"查询 {query.id} 没有参数 {name}；{zh}",
        f"query {query.id} has no parameter {name}; {en}",
    )


def _no_option(query: QueryFile, parameter: Parameter, found: str) -> ParameterError:
    words = options(parameter.type)
    near = nearest(found, words)
    zh, en = (f"是否指 {near}？", f"did you mean {near}?") if near else (" ".join(words),) * 2
    return ParameterError(
        f"查询 {query.id} 的参数 {parameter.name} 不能是 {found}；{zh}",
        f"parameter {parameter.name} of query {query.id} cannot be {found}; {en}",
    )


def _another_type(query: QueryFile, parameter: Parameter, found: str) -> ParameterError:
    if options(parameter.type):
        return _no_option(query, parameter, found)
    zh, en, example = _KINDS.get(parameter.type, (parameter.type, f"of type {parameter.type}", "…"))
    return ParameterError(
        f"查询 {query.id} 的参数 {parameter.name} 应为{zh}（如 {example}），而不是 {found}",
        f"parameter {parameter.name} of query {query.id} must be {en} (like {example}), not {found}",
    )
