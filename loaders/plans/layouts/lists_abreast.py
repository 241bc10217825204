"""The lists of needs, resources and projects side by side: 需求清单 | 资源清单 | 项目清单, an item of each in a row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.plan import Condition, TablePlan
from loaders.plans.heading_rows import HeadingRows, headings_at, name_of
from loaders.plans.headings import Heading, heading_key, match_headings
from loaders.plans.layouts.asking import unread_headings
from loaders.plans.layouts.named_above import committee_above
from loaders.plans.layouts.occasions import nothing_is_in_place
from loaders.plans.layouts.seen import WholeTable
from loaders.plans.layouts.titles import place_around, texts_around
from loaders.readers.sheet import Sheet

_SEARCHED_ROWS: Final = 8
_FEWEST: Final = 2
_LIST: Final = re.compile(r"^(?:共建|党建|居民|群众|社区|单位|服务)*(?P<list>需求|资源|项目)")
_SHARED: Final = ("subdistrict", "community", "made_to")
_OF_ITEM: Final = ("name", "made_by", "kind", "number", "state", "made_on", "done_on")


@dataclass(frozen=True)
class _Abreast:
    sheet: Sheet
    rows: HeadingRows
    lists: Mapping[str, Mapping[str, Heading]]
    shared: Mapping[str, Heading]


def lists_abreast(sheet: Sheet) -> WholeTable | None:
    """Understand lists side by side: each gives a record of its own, where its item is named.

    Args:
        sheet: a sheet, or a part of one with a single table.

    Returns:
        A plan a list; None: fewer than two lists stand beside each other.
    """
    if sheet.kind == "objects" or sheet.record is not None:
        return None
    numbers = range(sheet.first_row, sheet.first_row + min(len(sheet.rows) - 1, _SEARCHED_ROWS))
    heights = [rows for number in numbers for rows in ((number, number + 1), (number,))]
    found = next(filter(None, (_find(sheet, rows) for rows in heights if rows[-1] in numbers)), None)
    if found is None or nothing_is_in_place(sheet, found.rows, "pledge"):
        return None
    plans = tuple(_plan(found, name, fields) for name, fields in found.lists.items())
    read = {h.column for fields in (*found.lists.values(), found.shared) for h in fields.values()}
    return WholeTable(plans, tuple(unread_headings(sheet, found.rows, read)))


def _find(sheet: Sheet, numbers: tuple[int, ...]) -> _Abreast | None:
    rows = headings_at(sheet, numbers)
    if len({_LIST.match(heading_key(h.shown)) is not None for h in rows.headings}) == 1 and len(numbers) == 1:
        return None
    groups = dict(_groups(rows.headings))
    lists = {name: _fields(headings, _OF_ITEM) for name, headings in groups.items() if name}
    if len(lists) < _FEWEST or not all({"name", "made_by"} <= fields.keys() for fields in lists.values()):
        return None
    return _Abreast(sheet, rows, lists, _fields(groups.get("", ()), _SHARED))


def _groups(headings: Sequence[Heading]) -> Iterator[tuple[str, list[Heading]]]:
    """The headings of each list, under its name or from its item on; under no name what stands before or apart."""
    groups: dict[str, list[Heading]] = {"": []}
    current = ""
    for heading in headings:
        above = heading.path[0] if len(heading.path) > 1 else ""
        named = _LIST.match(heading_key(above or heading.shown))
        if above:
            current = named["list"] if named else ""
        elif named and "name" in _fields([heading], _OF_ITEM):
            current = named["list"]
        groups.setdefault(current, []).append(Heading(heading.column, heading.shown, heading.writings[-1:]))
    yield from groups.items()


def _fields(headings: Sequence[Heading], wanted: Sequence[str]) -> dict[str, Heading]:
    fields = match_headings(headings, "pledge").fields
    return {field: fields[field] for field in wanted if field in fields}


def _plan(found: _Abreast, name: str, fields: Mapping[str, Heading]) -> TablePlan:
    sheet, rows = found.sheet, found.rows
    columns = {field: name_of(sheet, rows, h) for field, h in (*found.shared.items(), *fields.items())}
    texts = texts_around(sheet, rows)
    committee = committee_above([around.text for around in texts if around.source == "title"])
    around = {**dict(place_around(texts)), **({"made_to": committee} if committee else {})}
    return TablePlan(
        0,
        file=sheet.file,
        record="pledge",
        sheet=sheet.name,
        header=rows.rows,
        columns=columns,
        values={"list": f"{name}清单"},
        taken={field: taken for field, taken in around.items() if field not in columns},
        where={columns["name"]: Condition(frozenset({""}), negated=True)},
        repeats="fault",
    )
