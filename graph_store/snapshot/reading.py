"""A snapshot: an immutable folder of Parquet tables and a manifest. The truth, of which engines are indexes."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.snapshot.content_hash import TABLE_ORDER, frame_hash
from graph_store.snapshot.manifest import Manifest, corrupt, read_manifest

if TYPE_CHECKING:
    import polars as pl

NODES, RELATIONSHIPS, RECORDS = "nodes", "relationships", "records"
EVIDENCE, FAULTS, RESOLUTION = "evidence", "faults", "resolution"


@dataclass(frozen=True)
class Snapshot:
    """One version of the graph, with the records and the evidence that it was made from.

    Attributes:
        path: its folder.
        manifest: what it says about itself.
    """

    path: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """Its id, which is the name of its folder."""
        return self.manifest.snapshot

    def nodes(self, label: str) -> "pl.DataFrame":
        """Return the nodes of a concrete label, in order of uid; empty, with the schema's columns, if there are none.

        Raises:
            KeyError: if the schema knows no such concrete label.
        """
        if label not in NODE_TYPES:
            raise KeyError(label)
        return self._table(NODES, label)

    def relationships(self, relationship_type: str) -> "pl.DataFrame":
        """Return the relationships of a type, in order of uid; empty, with the schema's columns, if there are none.

        Raises:
            KeyError: if the schema knows no such type.
        """
        if relationship_type not in RELATIONSHIP_TYPES:
            raise KeyError(relationship_type)
        return self._table(RELATIONSHIPS, relationship_type)

    def record_types(self) -> tuple[str, ...]:
        """Return the record types of which it has records, by name."""
        return tuple(sorted(self.manifest.counts.records))

    def records(self, record_type: str) -> "pl.DataFrame":
        """Return the accepted, normalised rows of a record type; a frame without columns if there are none."""
        return self._optional(f"{RECORDS}/{record_type}")

    def evidence(self) -> "pl.DataFrame":
        """Return which row gave which value: uid, property and the row's place."""
        return self._optional(EVIDENCE)

    def faults(self) -> "pl.DataFrame":
        """Return the faults that the load reported."""
        return self._optional(FAULTS)

    def resolution(self) -> "pl.DataFrame":
        """Return which names were joined to one node, and by what rule."""
        return self._optional(RESOLUTION)

    def verify(self) -> None:
        """Read every row of the graph and compare the content hash.

        Raises:
            SnapshotCorrupt: the rows are not those that were published.
        """
        tables = ((name, self._graph_table(name)) for name in TABLE_ORDER)
        if frame_hash(tables, self.manifest.key_fingerprint) != self.manifest.content_hash:
            raise corrupt(self.path, "content_hash")

    def _graph_table(self, name: str) -> "pl.DataFrame":
        return self.nodes(name) if name in NODE_TYPES else self.relationships(name)

    def _table(self, folder: str, name: str) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - a manifest is read without Polars

        file = f"{folder}/{name}.parquet"
        return self._read(file) if file in self.manifest.files else pl.DataFrame(schema=dict(polars_schema(name)))

    def _optional(self, name: str) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - as above

        file = f"{name}.parquet"
        return self._read(file) if file in self.manifest.files else pl.DataFrame()

    def _read(self, file: str) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - as above

        try:
            return pl.read_parquet(self.path / file)
        except (pl.exceptions.PolarsError, OSError) as error:
            raise corrupt(self.path, file) from error


def open_snapshot(path: Path) -> Snapshot:
    """Open the folder of a snapshot.

    Raises:
        SnapshotCorrupt: something is missing or damaged.
        SnapshotUnreadable: it follows another version of the schema.
    """
    return Snapshot(path, read_manifest(path))
