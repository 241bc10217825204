"""A snapshot: an immutable folder of Parquet tables and a manifest. The truth, of which engines are indexes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.snapshot.content_hash import frame_hash
from graph_store.snapshot.manifest import Manifest, corrupt, read_manifest

if TYPE_CHECKING:
    import polars as pl

NODES, RELATIONSHIPS, RECORDS = "nodes", "relationships", "records"
EVIDENCE, FAULTS, RESOLUTION = "evidence", "faults", "resolution"


@dataclass(frozen=True)
class Snapshot:
    """One version of the graph, with the records and the evidence that it was made from.

    Whichever release wrote it, its tables have the columns of today's schema; those that it lacks are null.

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
        """Return the accepted, normalised rows of a record type, as they were written; no columns if there are none."""
        import polars as pl  # noqa: PLC0415 - a manifest is read without Polars

        file = f"{RECORDS}/{record_type}.parquet"
        return self._read(file) if file in self.manifest.files else pl.DataFrame()

    def evidence(self) -> "pl.DataFrame":
        """Return which row gave which value: uid, property and the row's place."""
        return self._supporting(EVIDENCE)

    def faults(self) -> "pl.DataFrame":
        """Return the faults that the load reported."""
        return self._supporting(FAULTS)

    def resolution(self) -> "pl.DataFrame":
        """Return which names were joined to one node, and by what rule."""
        return self._supporting(RESOLUTION)

    def verify(self) -> None:
        """Read every row of the graph and compare the content hash.

        Raises:
            SnapshotCorrupt: the rows are not those that were published.
        """
        manifest = self.manifest
        # as they were written, with labels and columns that today's schema may not have: nodes first, each by name
        files = sorted(file for file in manifest.files if file.startswith((f"{NODES}/", f"{RELATIONSHIPS}/")))
        names = [Path(file).stem for file in files]
        tables = ((name, self._read(file)) for name, file in zip(names, files, strict=True))
        version = manifest.schema_version
        found = frame_hash(tables, manifest.key_fingerprint, schema_version=version, order=names)
        if found != manifest.content_hash:
            raise corrupt(self.path, "content_hash")

    def _table(self, folder: str, name: str) -> "pl.DataFrame":
        return self._as_today(f"{folder}/{name}", polars_schema(name))

    def _supporting(self, name: str) -> "pl.DataFrame":
        from graph_store.snapshot.earlier_tables import SUPPORTING  # noqa: PLC0415 - it brings Polars, which a manifest is read without

        return self._as_today(name, SUPPORTING[name])

    def _as_today(self, table: str, schema: "Mapping[str, pl.DataType]") -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - a manifest is read without Polars

        from graph_store.snapshot.earlier_tables import as_today  # noqa: PLC0415 - it brings Polars, which a manifest is read without

        file = f"{table}.parquet"
        if file not in self.manifest.files:
            return pl.DataFrame(schema=dict(schema))
        return as_today(table, self._read(file), schema)

    def _read(self, file: str) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - a manifest is read without Polars

        try:
            return pl.read_parquet(self.path / file)
        except (pl.exceptions.PolarsError, OSError) as error:
            raise corrupt(self.path, file) from error


def open_snapshot(path: Path) -> Snapshot:
    """Open the folder of a snapshot.

    Raises:
        SnapshotCorrupt: something is missing or damaged.
        SnapshotUnreadable: it follows a newer version of the schema.
    """
    return Snapshot(path, read_manifest(path))
