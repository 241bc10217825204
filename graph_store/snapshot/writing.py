"""How a snapshot comes to be: written beside the others under another name, then renamed, then pointed to."""

import io
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_model.schema import SCHEMA_VERSION
from graph_store.errors import SnapshotCorrupt
from graph_store.snapshot.content_hash import frame_hash
from graph_store.snapshot.graph_tables import GraphTables, normal_tables
from graph_store.snapshot.manifest import MANIFEST, Counts, Manifest, manifest_bytes, snapshot_id
from graph_store.snapshot.reading import (
    EVIDENCE,
    FAULTS,
    NODES,
    RECORDS,
    RELATIONSHIPS,
    RESOLUTION,
    Snapshot,
    open_snapshot,
)
from graph_store.workspace.durable import remove_folder, rename_into_place, storage_errors, sync_folder, write_file
from graph_store.workspace.home import TEMPORARY, Workspace

if TYPE_CHECKING:
    import polars as pl


def write_snapshot(
    workspace: Workspace,
    tables: GraphTables,
    *,
    as_of: date,
    key_fingerprint: str,
    sources: Sequence[Mapping[str, Any]] = (),
    records: "Mapping[str, pl.DataFrame] | None" = None,
    evidence: "pl.DataFrame | None" = None,
    faults: "pl.DataFrame | None" = None,
    resolution: "pl.DataFrame | None" = None,
) -> Snapshot:
    """Publish a graph: write it as a snapshot and make it the workspace's current one.

    Until the last step the workspace shows the old snapshot, after it the new one, and nothing in between. Content that
    is there already, for the same day, is not written again: that snapshot becomes the current one.

    Args:
        workspace: where to.
        tables: nodes and relationships.
        as_of: the day of the latest source.
        key_fingerprint: of the key under which persons were named.
        sources: of each file that was read: sha256, name, day.
        records: record type -> accepted rows.
        evidence: which row gave which value.
        faults: what the load reported.
        resolution: which names were joined, by what rule.

    Raises:
        TablesInconsistent: the tables break a rule of the model.
        WorkspaceError: no room, no permission, or another process is writing.
    """
    normal = normal_tables(tables)
    others = {EVIDENCE: evidence, FAULTS: faults, RESOLUTION: resolution}
    files = {
        **{f"{NODES}/{label}": frame for label, frame in normal.nodes.items()},
        **{f"{RELATIONSHIPS}/{kind}": frame for kind, frame in normal.relationships.items()},
        **{f"{RECORDS}/{kind}": frame for kind, frame in sorted((records or {}).items())},
        **{name: frame for name, frame in others.items() if frame is not None},
    }
    with workspace.lock(), storage_errors(workspace.home), ThreadPoolExecutor(1) as beside:
        contents = {name: beside.submit(_parquet, frame) for name, frame in files.items()}
        digest = frame_hash(normal.in_order(), key_fingerprint)
        workspace.remove_leftovers()
        identity = snapshot_id(as_of, digest)
        if not _already_there(workspace.folder_of(identity)):
            draft = Manifest(
                snapshot=identity,
                schema_version=SCHEMA_VERSION,
                as_of=as_of,
                content_hash=digest,
                key_fingerprint=key_fingerprint,
                program_version=program_version(),
                sequence=workspace.next_sequence(),
                sources=tuple(sources),
                counts=_counts(normal, records or {}),
                files={},
            )
            _write(workspace.folder_of(identity), draft, contents)
        workspace.use(identity)
    return open_snapshot(workspace.folder_of(identity))


def program_version() -> str:
    """Return the version of gridgov as installed, or "0" where it runs from a folder of its sources."""
    try:
        return version("gridgov")
    except PackageNotFoundError:
        return "0"


def _already_there(folder: Path) -> bool:
    if not folder.exists():
        return False
    try:
        open_snapshot(folder).verify()
    except SnapshotCorrupt:  # the same content is at hand: write it anew
        remove_folder(folder)
        return False
    return True


def _counts(tables: GraphTables, records: "Mapping[str, pl.DataFrame]") -> Counts:
    return Counts(
        nodes={label: len(frame) for label, frame in tables.nodes.items()},
        relationships={kind: len(frame) for kind, frame in tables.relationships.items()},
        records={kind: len(frame) for kind, frame in records.items()},
    )


def _write(final: Path, draft: Manifest, contents: Mapping[str, Future[bytes]]) -> None:
    temporary = final.with_name(TEMPORARY + final.name)
    folders = [temporary, *(temporary / name for name in (NODES, RELATIONSHIPS, RECORDS))]
    for folder in folders:
        folder.mkdir()
    sizes = {}
    for name, made in contents.items():
        content = made.result()
        sizes[f"{name}.parquet"] = len(content)
        write_file(temporary / f"{name}.parquet", content)
    write_file(temporary / MANIFEST, manifest_bytes(draft.model_copy(update={"files": sizes})))
    for folder in reversed(folders):
        sync_folder(folder)
    rename_into_place(temporary, final)


def _parquet(frame: "pl.DataFrame") -> bytes:
    buffer = io.BytesIO()  # not straight to the disk: Polars hides the system's error number
    frame.write_parquet(buffer, compression="zstd")
    return buffer.getvalue()
