"""The tables of a graph that a store holds, read out of it by questions: what a snapshot gives, without its files."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.protocol import Store

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class HeldManifest:
    """What a published graph says about itself.

    Attributes:
        as_of: the day of the snapshot that was published.
        content_hash: of that snapshot.
        sources: its files, each with `sha256` and `name`.
    """

    as_of: date
    content_hash: str
    sources: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class StoreTables:
    """A graph in a store, table by table, as `Snapshot` gives them; each is asked for once, when it is needed.

    Attributes:
        store: to be asked.
        as_of: the day of the graph.
        content_hash: of the graph.
    """

    store: Store
    as_of: date
    content_hash: str
    _read: "dict[str, pl.DataFrame]" = field(default_factory=dict, compare=False, repr=False)

    @property
    def manifest(self) -> HeldManifest:
        """What the graph says about itself."""
        sources = self.nodes("Source").select("sha256", "name").iter_rows(named=True)
        return HeldManifest(self.as_of, self.content_hash, tuple(sources))

    def nodes(self, label: str) -> "pl.DataFrame":
        """Return the nodes of a concrete label, in order of uid.

        Raises:
            KeyError: if the schema knows no such concrete label.
        """
        if label not in NODE_TYPES:
            raise KeyError(label)
        return self._table(label, f"MATCH (x:{label})")

    def relationships(self, relationship_type: str) -> "pl.DataFrame":
        """Return the relationships of a type, in order of uid.

        Raises:
            KeyError: if the schema knows no such type.
        """
        if relationship_type not in RELATIONSHIP_TYPES:
            raise KeyError(relationship_type)
        return self._table(relationship_type, f"MATCH (a)-[x:{relationship_type}]->(b)")

    def evidence(self) -> "pl.DataFrame":
        """Return which row gave which value: nothing, since a store does not keep it."""
        import polars as pl  # noqa: PLC0415 - as in `Snapshot`

        return pl.DataFrame()

    def _table(self, name: str, match: str) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - as in `Snapshot`

        if name not in self._read:
            schema = dict(polars_schema(name))
            ends = {"start": "a.uid", "end": "b.uid"} if name in RELATIONSHIP_TYPES else {}
            cells = ", ".join(f"{ends.get(column, f'x.{column}')} AS `{column}`" for column in schema)
            rows = self.store.run(f"{match} RETURN {cells} ORDER BY uid", columns=list(schema)).rows
            lists = [column for column, dtype in schema.items() if dtype == pl.List]
            table = pl.DataFrame(rows, schema=schema, orient="row")
            self._read[name] = table.with_columns(pl.col(lists).fill_null([]))  # no store keeps an empty list
        return self._read[name]
