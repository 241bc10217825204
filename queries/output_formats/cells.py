"""What stands in a cell that somebody reads: headings and terms in their language, lists joined."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from importlib.resources import files

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, label_en, label_zh
from graph_model.vocabularies import vocabulary
from graph_store.protocol import Node, Path, Relationship
from queries.output_formats.characters import whole_characters
from queries.output_formats.json_text import document_text, plain
from queries.query_file import Column

_LEAST, _MOST = 0.00005, 1e15
"""Between these, four decimals tell what a number is."""


@cache
def _columns() -> Mapping[str, Mapping[str, object]]:
    text = files("queries.output_formats").joinpath("column_names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def heading(column: Column, language: str) -> str:
    """Return what stands above a column; one that the catalogue does not declare bears the name its author gave it."""
    if column.type == "any":
        return whole_characters(column.name)
    named = _columns().get(column.name, {})
    return whole_characters(str(named.get("zh", column.name)) if language == "zh" else column.name.replace("_", " "))


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
        case date() | time():
            return value.isoformat()
        case float():
            return number_text(value)
        case list() | tuple() | bytes() | bytearray():
            return _list_text(column, value, language)
        case Node() | Relationship() | Path():
            return whole_characters(_graph_text(value))
        case str():
            return whole_characters(_term(column, value, language))
        case _ if hasattr(value, "items"):
            return _as_document(value)
        case _:
            return str(value)


def number_text(value: float) -> str:
    """Return a number with four decimals at most; what these would hide is written with its power of ten."""
    if not math.isfinite(value):
        return ""
    if value and not _LEAST <= abs(value) < _MOST:
        return repr(value)
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"


def _as_document(value: object) -> str:
    # a half of a character stands in no file, a whole document of them neither
    return whole_characters(document_text(_mended(plain(value))))


def _mended(value: object) -> object:
    match value:
        case str():
            return whole_characters(value)
        case list():
            return [_mended(item) for item in value]
        case dict():
            return {whole_characters(key): _mended(item) for key, item in value.items()}
        case _:
            return value


def _list_text(column: Column, value: Sequence[object], language: str) -> str:
    """Return the items with a separator; as JSON where that would not tell where an item ends, or that one is empty."""
    separator = "、" if language == "zh" else ", "
    parts = [cell_text(column, item, language) for item in value]
    nested = any(isinstance(item, list | tuple) or hasattr(item, "items") for item in value)
    if nested or any(not part or separator in part for part in parts):
        return _as_document([_graph_text(v) if isinstance(v, Node | Relationship | Path) else v for v in value])
    return separator.join(parts)


def _graph_text(value: Node | Relationship | Path) -> str:
    if isinstance(value, Relationship):
        return f"{value.start} –{value.type}→ {value.end}"
    if isinstance(value, Path):
        return _path_text(value)
    name = value.properties.get("name")
    if isinstance(name, str) and name:
        return name
    return value.uid or f"(:{':'.join(value.labels)} {_as_document(value.properties)})"


def _path_text(path: Path) -> str:
    text = _graph_text(path.nodes[0]) if path.nodes else ""
    for before, tie, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        text += f" {_arrow(tie, before.uid)} {_graph_text(after)}"
    return text


def _arrow(tie: Relationship, before: str) -> str:
    if tie.start == tie.end:  # a loop, or between strangers without uids: which way, nobody can tell
        return f"–{tie.type}–"
    return f"–{tie.type}→" if tie.start == before else f"←{tie.type}–"


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
