"""The lists of objects in a JSON value: the registry itself, those of an envelope, and those within objects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from loaders.readers.json_parsing import malformed, shown

WITHIN: Final = "."  # between the key of an object and a key within it
AROUND: Final = "^."  # before a key of the object around
OUTERMOST: Final = "$."  # before a key of the envelope around everything
DEEPEST: Final = 20
_MOST_LISTS: Final = 500
_OF_THE_FILE: Final = frozenset(
    (
        *("code", "status", "state", "success", "ok", "result", "error", "errcode", "errmsg", "msg", "message", "info"),
        *("total", "totalcount", "totalpages", "count", "size", "page", "pages", "pageno", "pagenum", "pageindex"),
        *("pagesize", "current", "limit", "offset", "hasnext", "hasmore", "timestamp", "time", "requestid", "traceid"),
        *("version", "record", "schema", "title", "description", "note", "remark", "comment", "source"),
        *("说明", "备注", "标题", "来源", "版本", "导出时间", "生成时间", "更新时间", "总数", "条数", "页码"),
    )
)
"""Keys of an envelope that speak of the answer of a program or of the file, not of what it holds."""

Path: TypeAlias = tuple[str, ...]
Entry: TypeAlias = Mapping[str, Any]


@dataclass
class ObjectList:
    """A list of objects, wherever its parts stand: `支部` of every community is one list.

    Args:
        path: the keys that lead to it; none for the registry itself.
        record: the record type that the file names for it.
        entries: its objects: their own values, and those around them.
        around_lists: whether its objects have lists within them.
    """

    path: Path
    record: str | None = None
    entries: list[tuple[Entry, Entry]] = field(default_factory=list)
    around_lists: bool = False

    @property
    def name(self) -> str:
        """The path as it is written; empty for the registry itself."""
        return WITHIN.join(self.path)


def object_lists(value: object) -> list[ObjectList]:
    """Return the lists of objects in a JSON value, in the order in which they begin.

    Args:
        value: a list of objects; or an envelope, such as `{"code": 0, "data": {"list": […]}}`, or with `record` and
            `rows`.

    Returns:
        The registry first: the list itself, `rows` of an envelope, or its only list. Then every list within its
        objects, and each further one of the envelope.

    Raises:
        Unreadable: `malformed_json`, if there is no list of objects.
    """
    found = _Lists()
    if isinstance(value, dict):
        _open_envelope(value, found)
    else:
        if not isinstance(value, list):
            raise malformed("不是列表，也没有 rows", "it is no list, nor has it rows")
        _refuse_items(value)
        found.add_all(value, (), {})
    return list(found.lists.values())


def _refuse_items(items: list[Any]) -> None:
    for position, entry in enumerate(items, start=1):
        if not isinstance(entry, dict):
            raise malformed(f"第 {position} 项不是对象", f"item {position} is no object", row=position + 1)


def _open_envelope(envelope: dict[str, Any], found: "_Lists") -> None:
    record = envelope.get("record") if "rows" in envelope else None
    if not isinstance(record, (str, type(None))):
        raise malformed("record（记录类型）不是文字", "its record, the name of a record type, is no text")
    lists = list(_lists(envelope, (), DEEPEST))
    if "rows" in envelope:
        if not isinstance(envelope["rows"], list):
            raise malformed("不是列表，也没有 rows", "it is no list, nor has it rows")
        lists = [(("rows",), envelope["rows"]), *((path, items) for path, items in lists if path != ("rows",))]
    if not lists:
        raise malformed("不是列表，也没有 rows", "it is no list, nor has it rows")
    around = dict(_around(envelope, OUTERMOST, DEEPEST))
    is_registry = len(lists) == 1 or "rows" in envelope
    for number, (path, items) in enumerate(lists):
        _refuse_items(items)
        found.add_all(items, () if is_registry and not number else path, around)
    if () in found.lists:
        found.lists[()].record = record


def _lists(envelope: Mapping[str, Any], path: Path, depth: int) -> Iterator[tuple[Path, list[Any]]]:
    for key, value in envelope.items():
        if _has_objects(value):
            yield (*path, key), value
        elif isinstance(value, dict) and depth:
            yield from _lists(value, (*path, key), depth - 1)


def _around(envelope: Mapping[str, Any], prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    """What an envelope says beside its lists, but for what speaks of the file alone."""
    for key, value in envelope.items():
        if isinstance(value, dict) and depth:
            yield from _around(value, f"{prefix}{key}{WITHIN}", depth - 1)
        elif not _has_objects(value) and value not in (None, []) and _plain(key) not in _OF_THE_FILE:
            yield f"{prefix}{key}", value


def _plain(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


def _has_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


class _Lists:
    """Gathers lists by their paths; parts of one list stand in many objects."""

    def __init__(self) -> None:
        self.lists: dict[Path, ObjectList] = {}

    def add_all(self, entries: list[Any], path: Path, around: Entry) -> None:
        """Add a list of objects with all lists within them."""
        within = set(_paths_of_lists(entries, (), DEEPEST))
        self._add(entries, path, around, frozenset(within))

    def _add(self, entries: list[Any], path: Path, around: Entry, within: frozenset[Path]) -> None:
        """Add a part of a list; `within` are the paths, from its objects on, at which any of them has a list."""
        into = self.lists.setdefault(path, ObjectList(path))
        if len(self.lists) > _MOST_LISTS:
            raise malformed(f"里面的列表超过 {_MOST_LISTS} 个", f"it holds more than {_MOST_LISTS} lists")
        for item in entries:
            entry = item if isinstance(item, dict) else {path[-1]: item}
            row = len(into.entries) + 2
            own, inner = _apart(entry, within, row)
            into.entries.append((own, around))
            if inner:
                into.around_lists = True
                further = {f"{AROUND}{key}": value for key, value in own.items() if value not in (None, [])}
                further |= {_from_within(key): value for key, value in around.items()}
                for key, items in inner:
                    below = frozenset(p[len(key) :] for p in within if p[: len(key)] == key and len(p) > len(key))
                    self._add(items, (*path, *key), further, below)


def _from_within(key: str) -> str:
    return key if key.startswith(OUTERMOST) else f"{AROUND}{key}"


def _paths_of_lists(entries: list[Any], path: Path, depth: int) -> Iterator[Path]:
    """The paths at which any of some objects has a list of objects; a single one may stand there in another."""
    for entry in entries:
        if not isinstance(entry, dict) or not any(isinstance(value, (dict, list)) for value in entry.values()):
            continue  # most objects are plain
        if not depth:
            raise malformed("对象嵌套太深", "its objects are nested too deeply")
        for key, value in entry.items():
            if _has_objects(value):
                yield (*path, key)
                yield from _paths_of_lists(value, (*path, key), depth - 1)
            elif isinstance(value, dict):
                yield from _paths_of_lists([value], (*path, key), depth - 1)


def _apart(entry: Mapping[str, Any], within: frozenset[Path], row: int) -> tuple[Entry, list[tuple[Path, list[Any]]]]:
    """The plain values of an object, those of objects within it too; and its lists of objects."""
    if not any(isinstance(value, (dict, list)) for value in entry.values()):
        return entry, []
    own: dict[str, Any] = {}
    lists: list[tuple[Path, list[Any]]] = []
    for path, value in _values(entry, (), within):
        if path in within and (isinstance(value, dict) or _has_objects(value)):
            lists.append((path, value if isinstance(value, list) else [value]))
            continue
        if path in within and value in (None, []):
            continue  # no list here
        key = WITHIN.join(path)
        if key in own:
            zh = f"对象里的键“{shown(key)}”与外层的键重名"
            raise malformed(zh, f'a key within an object has the name of one outside: "{shown(key)}"', row=row)
        own[key] = value
    return own, lists


def _values(entry: Mapping[str, Any], path: Path, within: frozenset[Path]) -> Iterator[tuple[Path, Any]]:
    for key, value in entry.items():
        here = (*path, key)
        if isinstance(value, dict) and here not in within:
            yield from _values(value, here, within)
        elif value != {}:
            yield here, value
