"""What a push would change: for each table the uids that come, that change and that go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, label_en, label_zh
from graph_store.publishing.index import RowIndex


@dataclass(frozen=True)
class TableChange:
    """What changes in one table; uids in order."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many rows are touched."""
        return len(self.added) + len(self.changed) + len(self.removed)


@dataclass(frozen=True)
class Plan:
    """What a push changes.

    Attributes:
        tables: label or type -> its change; tables without one are left out.
    """

    tables: Mapping[str, TableChange]

    @property
    def size(self) -> int:
        """How many nodes and relationships are touched."""
        return sum(change.size for change in self.tables.values())

    def made_anew(self) -> set[str]:
        """Return the uids of nodes that change from one label to another: one goes and one comes."""
        come = {uid for _, change in self.nodes() for uid in change.added}
        return come.intersection(uid for _, change in self.nodes() for uid in change.removed)

    def nodes(self) -> Iterator[tuple[str, TableChange]]:
        """Yield the changes of labels, in the order of the schema."""
        return ((name, self.tables[name]) for name in NODE_TYPES if name in self.tables)

    def relationships(self) -> Iterator[tuple[str, TableChange]]:
        """Yield the changes of relationship types, in the order of the schema."""
        return ((name, self.tables[name]) for name in RELATIONSHIP_TYPES if name in self.tables)

    def sentences(self, language: str) -> list[str]:
        """Return the plan in sentences, one for each label or type that changes: "zh" or "en"."""
        named = [*self.nodes(), *self.relationships()]
        same = (
            "服务器上的图与快照相同，没有要改的。"
            if language == "zh"
            else "The server holds the same graph; nothing changes."
        )
        return [_sentence(name, change, language) for name, change in named] or [same]


def change_of(held: RowIndex, wanted: RowIndex) -> TableChange:
    """Return what turns the rows that are held into those that are wanted."""
    return TableChange(
        [uid for uid in wanted if uid not in held],
        [uid for uid, digest in wanted.items() if uid in held and held[uid] != digest],
        [uid for uid in held if uid not in wanted],
    )


def _sentence(name: str, change: TableChange, language: str) -> str:
    words = ("新增 {}", "变更 {}", "删除 {}") if language == "zh" else ("{} to add", "{} to change", "{} to remove")
    counts = (len(change.added), len(change.changed), len(change.removed))
    parts = [word.format(count) for word, count in zip(words, counts, strict=True) if count]
    if language == "zh":
        return f"{label_zh(name)}（{name}）：{'，'.join(parts)}。"
    return f"{label_en(name)} ({name}): {', '.join(parts)}."
