"""Rows as one JSON document, for programs."""

import json
from datetime import date

from graph_store.protocol import Node, Path, Relationship
from queries.tables import Table


def json_text(table: Table, _language: str = "zh") -> str:
    """Return the rows as a list of objects: columns in the declared order, dates as ISO 8601, missing as null."""
    rows = [{name: plain(value) for name, value in record.items()} for record in table.records()]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> object:  # noqa: PLR0911 - one line for each kind of value
    """Return a value as JSON holds it: a node, a relationship and a path become objects, a date text."""
    match value:
        case date():
            return value.isoformat()
        case Node():
            return {"uid": value.uid, "labels": list(value.labels), "properties": plain(value.properties)}
        case Relationship():
            ends = {"uid": value.uid, "type": value.type, "start": value.start, "end": value.end}
            return {**ends, "properties": plain(value.properties)}
        case Path():
            return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
        case list() | tuple():
            return [plain(item) for item in value]
        case _ if hasattr(value, "items"):
            return {str(key): plain(item) for key, item in value.items()}
        case _:
            return value
