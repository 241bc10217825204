"""What changed between two snapshots, table by table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, label_en, label_zh
from graph_store.errors import KeysDiffer
from graph_store.snapshot.reading import Snapshot

_Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Change:
    """A node or relationship that is in both snapshots and not the same in both.

    Attributes:
        uid: in the second snapshot.
        type: its concrete label or relationship type.
        name: a node's name in the second snapshot; None for a relationship.
        properties: property -> (old value, new value); `uid` itself if it was recognised under another uid.
    """

    uid: str
    type: str
    name: str | None
    properties: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Entry:
    """A node or relationship that is in one of the two snapshots only."""

    uid: str
    type: str
    name: str | None
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Changes:
    """What was added, removed and changed, each in order of type and uid."""

    added: list[Entry] = field(default_factory=list)
    removed: list[Entry] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Difference:
    """What changed from one snapshot to another."""

    nodes: Changes
    relationships: Changes

    def summary(self, language: str) -> list[str]:
        """Return the difference in sentences, one for each label or type that changed: "zh" or "en"."""
        sentences = [*_sentences(self.nodes, language), *_sentences(self.relationships, language)]
        same = "两个快照的图内容相同。" if language == "zh" else "The two snapshots hold the same graph."
        return sentences or [same]

    def as_json(self, language: str = "zh") -> dict[str, Any]:
        """Return the difference as one JSON document; dates as ISO 8601 text."""
        return {
            "nodes": _changes_json(self.nodes),
            "relationships": _changes_json(self.relationships),
            "summary": self.summary(language),
        }


def diff(first: Snapshot, second: Snapshot) -> Difference:
    """Compare two snapshots.

    A node whose uid changed, because a row with a code joined one without, is changed, not removed and added; so are
    the relationships that only follow it. Which uids were joined, `resolution` of the second snapshot says.

    Raises:
        KeysDiffer: persons are named under two different keys.
    """
    _same_key(first, second)
    renamed = _renamed(second)
    nodes, relationships = Changes(), Changes()
    for label in NODE_TYPES:
        _compare(label, _rows(first.nodes(label)), _rows(second.nodes(label)), renamed, nodes)
    for kind in RELATIONSHIP_TYPES:
        old, new = _rows(first.relationships(kind)), _rows(second.relationships(kind))
        _compare(kind, old, new, _followers(old, new, renamed), relationships)
    return Difference(nodes, relationships)


def _same_key(first: Snapshot, second: Snapshot) -> None:
    keys = first.manifest.key_fingerprint, second.manifest.key_fingerprint
    if keys[0] != keys[1]:
        raise KeysDiffer(
            f"两个快照的人员密钥不同（{keys[0]} 与 {keys[1]}），人员无法对应。请用同一密钥重新 load 其中一个",
            f"the snapshots name persons under two keys ({keys[0]} and {keys[1]}), which cannot be compared. "
            "Load one of them again under the other's key",
        )


def _renamed(second: Snapshot) -> dict[str, str]:
    resolution = second.resolution()
    joined = resolution.filter(pl.col("kept_uid") != pl.col("other_uid"))
    return dict(joined.select("other_uid", "kept_uid").iter_rows())


def _rows(table: pl.DataFrame) -> _Rows:
    return {row["uid"]: row for row in table.iter_rows(named=True)}


def _followers(old: _Rows, new: _Rows, renamed: Mapping[str, str]) -> dict[str, str]:
    """Return old uid -> new uid of relationships that differ in nothing but the uids of their ends, and their rows."""
    come = {_substance(row, {}): uid for uid, row in new.items() if uid not in old} if renamed else {}
    gone = (row for uid, row in old.items() if uid not in new and {row["start"], row["end"]} & renamed.keys())
    pairs = ((row["uid"], come.get(_substance(row, renamed))) for row in gone)
    return {uid: now for uid, now in pairs if now is not None}


def _substance(row: Mapping[str, Any], renamed: Mapping[str, str]) -> str:
    ends = {side: renamed.get(row[side], row[side]) for side in ("start", "end")}
    return repr([value for key, value in {**row, **ends}.items() if key not in {"uid", "sources"}])


def _compare(kind: str, old: _Rows, new: _Rows, renamed: Mapping[str, str], into: Changes) -> None:
    moved = {uid: renamed[uid] for uid in old if uid in renamed and uid not in new and renamed[uid] in new}
    pairs = sorted([*((uid, uid) for uid in old if uid in new), *((now, uid) for uid, now in moved.items())])
    changed = (_change(kind, old[before], new[now]) for now, before in pairs)
    into.changed.extend(change for change in changed if change.properties)
    arrived = new.keys() - old.keys() - set(moved.values())
    into.added.extend(_entry(kind, new[uid]) for uid in sorted(arrived))
    left = old.keys() - new.keys() - moved.keys()
    into.removed.extend(_entry(kind, old[uid]) for uid in sorted(left))


def _change(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    pairs = {key: (old[key], value) for key, value in new.items() if old[key] != value}
    return Change(new["uid"], kind, new.get("name"), pairs)


def _entry(kind: str, row: Mapping[str, Any]) -> Entry:
    present = {key: value for key, value in row.items() if value is not None and value != []}
    return Entry(row["uid"], kind, row.get("name"), present)


def _sentences(changes: Changes, language: str) -> Iterable[str]:
    kinds = dict.fromkeys(entry.type for part in (changes.added, changes.removed, changes.changed) for entry in part)
    for kind in (name for name in (*NODE_TYPES, *RELATIONSHIP_TYPES) if name in kinds):
        counts = [
            sum(entry.type == kind for entry in part) for part in (changes.added, changes.removed, changes.changed)
        ]
        yield _sentence(kind, counts, language)


def _sentence(kind: str, counts: list[int], language: str) -> str:
    words = ("新增 {}", "减少 {}", "变更 {}") if language == "zh" else ("{} added", "{} removed", "{} changed")
    parts = [word.format(count) for word, count in zip(words, counts, strict=True) if count]
    if language == "zh":
        return f"{label_zh(kind)}（{kind}）：{'，'.join(parts)}。"
    return f"{label_en(kind)} ({kind}): {', '.join(parts)}."


def _changes_json(changes: Changes) -> dict[str, list[dict[str, Any]]]:
    return {
        "added": [_entry_json(entry) for entry in changes.added],
        "removed": [_entry_json(entry) for entry in changes.removed],
        "changed": [_change_json(change) for change in changes.changed],
    }


def _entry_json(entry: Entry) -> dict[str, Any]:
    named = {} if entry.name is None else {"name": entry.name}
    properties = {key: _json(value) for key, value in entry.properties.items()}
    return {"uid": entry.uid, "type": entry.type, **named, "properties": properties}


def _change_json(change: Change) -> dict[str, Any]:
    named = {} if change.name is None else {"name": change.name}
    pairs = {key: {"old": _json(old), "new": _json(new)} for key, (old, new) in change.properties.items()}
    return {"uid": change.uid, "type": change.type, **named, "properties": pairs}


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
