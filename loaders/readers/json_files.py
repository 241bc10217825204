"""JSON registries: a list of objects, objects line by line, `{"record": …, "rows": […]}`, and the lists within them."""

import json
import math
from dataclasses import dataclass, field
from typing import Final

from loaders.readers.cells import plain_cell
from loaders.readers.failures import unreadable
from loaders.readers.json_lists import Entry, ObjectList, object_lists
from loaders.readers.json_parsing import malformed, parsed, shown, whole_characters
from loaders.readers.limits import Limits
from loaders.readers.sheet import Cell, Position, column_letters

LIST_MARK: Final = "、"  # a list of values becomes a list cell, as an office would write it
LARGEST: Final = 2**63 - 1  # of a whole number in a column; what is larger is a number of something: it stays digits
LONGEST_SHOWN: Final = 60


@dataclass
class JsonTable:
    """A list of objects of a JSON file as rows under their keys.

    Attributes:
        name: the path that leads to the list, such as `支部`; empty for the registry itself.
        record: the record type that the file names for it.
        rows: the keys in the order in which they first appear, then a row for each object.
        error_cells: what is written where no value is that a cell can hold, by (row, column).
        around_lists: whether its objects have lists within them, which are tables of their own.
    """

    name: str
    record: str | None
    rows: list[list[Cell]]
    error_cells: dict[Position, str] = field(default_factory=dict)
    around_lists: bool = False


def parse_json(text: str, limits: Limits) -> list[JsonTable]:
    """The lists of objects of a JSON registry as tables.

    Args:
        text: the file's text.
        limits: `cells` bounds objects times keys, of all lists together.

    Returns:
        The registry, then a table for each list within its objects. A key that an object lacks is None; a list of plain
        values is joined with 、; an object within an object gives a column for each of its keys, such as `负责人.姓名`.
        Beside the keys of a list within objects stand those of the object around, as `^.社区`, of the one around that,
        as `^.^.街道`, and what the envelope says, as `$.社区`.

    Raises:
        Unreadable: `malformed_json`, `no_content`, `too_many_columns` or `too_many_cells`.
    """
    lists = [found for found in object_lists(parsed(text)) if any(own for own, _ in found.entries)]
    if not lists:
        raise unreadable("no_content", detail_zh="JSON 里一个对象也没有", detail_en="the JSON has no object with a key")
    if len({found.name for found in lists}) < len(lists):
        raise malformed("两个列表的键连起来同名", "two lists have one name once their keys are joined")
    keys = [_keys(found) for found in lists]
    _check_size([(len(found.entries) + 1, len(of_list)) for found, of_list in zip(lists, keys, strict=True)], limits)
    return [_table(found, of_list) for found, of_list in zip(lists, keys, strict=True)]


def _keys(found: ObjectList) -> list[str]:
    own = dict.fromkeys(key for entry, _ in found.entries for key in entry)
    around: dict[str, None] = {}
    last: Entry | None = None
    for _, values in found.entries:
        if values is not last:  # all objects of one list within an object have the same around them
            around.update(dict.fromkeys(values))
            last = values
    twice = next((key for key in around if key in own), None)
    if twice is not None:
        raise malformed(f"键“{shown(twice)}”有两个意思", f'the key "{shown(twice)}" means two things')
    return [*own, *around]


def _check_size(shapes: list[tuple[int, int]], limits: Limits) -> None:
    cells = 0
    for height, width in shapes:
        corner = column_letters(max(width, 1))
        cells += height * width
        if width > limits.columns:
            raise unreadable("too_many_columns", columns=width, corner=corner, limit=limits.columns)
        if cells > limits.cells:
            raise unreadable("too_many_cells", cells=cells, corner=f"{corner}{height}", limit=limits.cells)


def _table(found: ObjectList, keys: list[str]) -> JsonTable:
    heading: list[Cell] = [whole_characters(key) for key in keys]
    table = JsonTable(whole_characters(found.name), found.record, [heading], around_lists=found.around_lists)
    for row, (own, around) in enumerate(found.entries, start=2):
        cells = []
        for column, key in enumerate(keys, start=1):
            value = own[key] if key in own else around.get(key)
            no_value = _no_value(value) if isinstance(value, (float, list)) else None
            if no_value is None:
                cells.append(_cell(value))
            else:
                cells.append(None)
                table.error_cells[row, column] = no_value
        table.rows.append(cells)
    return table


def _no_value(value: object) -> str | None:
    """What is written where no cell can hold it: a number that is none, a list of lists; None: it is a value."""
    if isinstance(value, float) and not math.isfinite(value):
        return json.dumps(value)
    if isinstance(value, list) and any(isinstance(item, (list, dict)) for item in value):
        return whole_characters(json.dumps(value, ensure_ascii=False))[:LONGEST_SHOWN]
    return None


def _cell(value: object) -> Cell:
    if isinstance(value, list):
        plain = [_cell(item) for item in value]
        return LIST_MARK.join(str(item) for item in plain if item is not None) or None
    if isinstance(value, str):
        return plain_cell(whole_characters(value))
    if isinstance(value, int) and abs(value) > LARGEST:
        return str(value)
    return plain_cell(value)
