"""How the embedded engine's files are built: types and bulk loader of the engine, filled with a snapshot."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph_store.embedded.engine import OpenEngine, create_database, engine_errors, java_class
from graph_store.embedded.filling import check_counts, create_indexes, create_schema, fill
from graph_store.snapshot.reading import Snapshot


def build_engine(folder: Path, snapshot: Snapshot) -> None:
    """Fill a new folder with a snapshot, close it, open it again as a reader will, and count every row.

    Raises:
        StoreUnavailable: the engine failed, or rows are missing.
        StorageFull: the disk has no room.
    """
    with engine_errors("建立引擎", "building the engine"):
        database = create_database(folder)
        try:
            filling = Filling(database, ties=sum(snapshot.manifest.counts.relationships.values()))
            create_schema(filling)
            with filling:
                fill(filling, snapshot)
            create_indexes(filling)
        finally:
            database.close()
        with OpenEngine(folder) as engine:
            check_counts(engine.count, snapshot)


class Filling:
    """An engine that is being filled; the bulk loader keeps no log, since what is built by half is thrown away."""

    def __init__(self, database: Any, *, ties: int) -> None:
        self._database = database
        self._ties = max(1, ties)
        self._schema = database.get_java_database().getSchema()

    def __enter__(self) -> "Filling":
        self._batch = self._database.graph_batch(expected_edge_count=self._ties)
        return self

    def __exit__(self, *_: object) -> None:
        self._batch.close()

    def create_node_type(self, label: str, above: str | None) -> None:
        """Create a label with one bucket, so that its files are few."""
        made = self._schema.buildVertexType().withName(label).withTotalBuckets(1).create()
        if above is not None:
            made.addSuperType(above)

    def create_relationship_type(self, name: str) -> None:
        """Create a relationship type with one bucket."""
        self._schema.buildEdgeType().withName(name).withTotalBuckets(1).create()

    def create_properties(self, properties: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        """Declare properties, in one transaction: else the schema is written to the disk after each."""
        types = java_class("com.arcadedb.schema.Type")
        with self._database.transaction():
            for name, declared in properties.items():
                owner = self._schema.getType(name)
                for key, (kind, *items) in declared.items():
                    owner.createProperty(key, getattr(types, kind), *items)

    def create_index(self, label: str, name: str, *, unique: bool) -> None:
        """Index a property of a label and of all below it."""
        tree = java_class("com.arcadedb.schema.Schema").INDEX_TYPE.LSM_TREE
        self._schema.getType(label).createTypeIndex(tree, unique, name)

    def add_nodes(self, label: str, rows: str) -> list[str]:
        """Add nodes given as a JSON list; dates are read from ISO text, since their properties are declared."""
        batcher = java_class("com.arcadedb.python.VertexBatcher")
        return str(batcher.createVerticesJson(self._batch._java_graph_batch, label, rows)).split(";")

    def add_relationships(self, kind: str, rows: str) -> None:
        """Add relationships given as a JSON list."""
        java_class("com.arcadedb.python.EdgeBatcher").newEdgesJson(self._batch._java_graph_batch, kind, rows)
