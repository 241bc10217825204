"""What stands in a cell that somebody reads: headings and terms in their language, lists joined."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, label_en, label_zh
from graph_model.vocabularies import vocabulary
from graph_store.protocol import Node, Relationship
from queries.output_formats.json_text import plain
from queries.query_file import Column


@cache
def _columns() -> Mapping[str, Mapping[str, object]]:
    text = files("queries.output_formats").joinpath("column_names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def heading(column: Column, language: str) -> str:
    """Return what stands above a column; one that the catalogue does not declare bears the name its author gave it."""
    if column.type == "any":
        return column.name
    named = _columns().get(column.name, {})
    return str(named.get("zh", column.name)) if language == "zh" else column.name.replace("_", " ")


def named_columns() -> tuple[str, ...]:
    """Return the columns that have a Chinese heading."""
    return tuple(_columns())


def cell_text(column: Column, value: object, language: str) -> str:  # noqa: PLR0911 - one line for each kind of value
    """Return a value as it is read: terms by their names, yes and no, lists with a separator, nothing if missing."""
    match value:
        case None:
            return ""
        case bool():
            return {"zh": ("否", "是"), "en": ("no", "yes")}["zh" if language == "zh" else "en"][value]
        case date():
            return value.isoformat()
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case list() | tuple():
            return ("、" if language == "zh" else ", ").join(cell_text(column, v, language) for v in value)
        case Node():
            return str(value.properties.get("name") or value.uid)
        case Relationship():
            return f"{value.start} –{value.type}→ {value.end}"
        case str():
            return _term(column, value, language)
        case _ if hasattr(value, "items"):
            return json.dumps(plain(value), ensure_ascii=False)
        case _:
            return str(value)


def _term(column: Column, value: str, language: str) -> str:
    named = {} if column.type == "any" else _columns().get(column.name, {})
    words = named.get("words", {})
    if isinstance(words, dict) and value in words:
        return str(words[value][0 if language == "zh" else 1])
    if named.get("schema") and (value in NODE_TYPES or value in RELATIONSHIP_TYPES):
        return label_zh(value) if language == "zh" else label_en(value)
    vocabularies = named.get("vocabularies", [])
    for name in vocabularies if isinstance(vocabularies, list) else []:
        if term := vocabulary(name).term(value):
            return term.name(language)
    return value
