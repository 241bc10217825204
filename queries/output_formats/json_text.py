"""Rows as one JSON document, for programs."""

import json
import math
import re
from collections.abc import Sequence
from datetime import date, time

from graph_store.protocol import Node, Path, Relationship
from queries.tables import Table

EXACT = 2**53 - 1
"""The largest whole number that every reader of JSON keeps; JavaScript, Excel and many others round larger ones."""

# halves of characters, which are no UTF-8, and what could steer a terminal or end a line in the middle of a text
_TO_BE_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_text(table: Table, _language: str = "zh") -> str:
    """Return the rows as a list of objects: columns in the declared order, dates and times as ISO 8601.

    Missing is null, and so is what is no number (NaN, infinities); a whole number beyond `EXACT` is a text, since many
    readers round it without a word. Of columns with one name, the later ones get a number behind it.
    """
    names = _distinct(table.names)
    return document_text([dict(zip(names, row, strict=True)) for row in table.rows], indent=2) + "\n"


def document_text(document: object, indent: int | None = None) -> str:
    """Return any value as JSON; Chinese is written as it is."""
    text = json.dumps(plain(document), ensure_ascii=False, indent=indent, allow_nan=False)
    return _TO_BE_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: object) -> object:  # noqa: PLR0911 - one line for each kind of value
    """Return a value as JSON holds it: a node, a relationship and a path become objects, a date or time text."""
    match value:
        case None | bool() | str():
            return value
        case int():
            return value if -EXACT <= value <= EXACT else str(value)
        case float():
            return value if math.isfinite(value) else None
        case date() | time():
            return value.isoformat()
        case Node():
            return {"uid": value.uid, "labels": list(value.labels), "properties": plain(value.properties)}
        case Relationship():
            ends = {"uid": value.uid, "type": value.type, "start": value.start, "end": value.end}
            return {**ends, "properties": plain(value.properties)}
        case Path():
            return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
        case list() | tuple() | bytes() | bytearray():
            return [plain(item) for item in value]
        case _ if hasattr(value, "items"):
            return {str(key): plain(item) for key, item in value.items()}
        case _:
            return str(value)


def _distinct(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        number, free = 1, name
        while free in found or (number > 1 and free in names):
            number += 1
            free = f"{name}_{number}"
        found.append(free)
    return found
