"""What a snapshot says about itself: manifest.json."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SCHEMA_VERSION
from graph_store.errors import SnapshotCorrupt, SnapshotUnreadable

MANIFEST = "manifest.json"


class Counts(BaseModel):
    """Rows of each table; every label and type of the schema is named, also those with no row."""

    model_config = ConfigDict(frozen=True)

    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    records: Mapping[str, int] = {}


class Manifest(BaseModel):
    """What a snapshot says about itself.

    Attributes:
        snapshot: its id: the day and the first 12 digits of the content hash.
        schema_version: of the model that its tables follow.
        as_of: the day of its latest source.
        content_hash: over the rows of nodes and relationships; the same content has the same hash.
        key_fingerprint: of the key under which persons were named.
        program_version: of the gridgov that wrote it.
        sequence: how many snapshots the workspace had published up to and with this one.
        sources: the files that were read: sha256, name, day and what else the loaders know of them.
        counts: rows of each table.
        files: bytes of each file, by which a damaged one is noticed.
    """

    model_config = ConfigDict(frozen=True)

    snapshot: str
    schema_version: int
    as_of: date
    content_hash: str
    key_fingerprint: str
    program_version: str
    sequence: int
    sources: tuple[Mapping[str, Any], ...]
    counts: Counts
    files: Mapping[str, int]


def snapshot_id(as_of: date, content_hash: str) -> str:
    """Return the id of a snapshot: readable, and the same for the same content on the same day."""
    return f"{as_of.isoformat()}-{content_hash[:12]}"


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as the content of its file."""
    return (json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot's folder, and see that each file it names is there in full length.

    Raises:
        SnapshotCorrupt: something is missing or damaged.
        SnapshotUnreadable: it follows a newer version of the schema.
    """
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
        version = data["schema_version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise corrupt(folder, MANIFEST) from error
    if type(version) is not int or version < 1:  # true is an int, too
        raise corrupt(folder, MANIFEST)
    if version > SCHEMA_VERSION:
        raise SnapshotUnreadable(
            f"快照 {folder.name} 由更新的 gridgov 写成（模型版本 {version}，本程序只认到 {SCHEMA_VERSION}）。"
            "请升级 gridgov，或用 load --fresh 从原来的文件重新载入",
            f"snapshot {folder.name} was written by a newer gridgov (schema {version}; this one knows up to "
            f"{SCHEMA_VERSION}). Upgrade gridgov, or load the files again with load --fresh",
        )
    try:
        manifest = Manifest.model_validate(data)
    except ValidationError as error:
        raise corrupt(folder, MANIFEST) from error
    _see_files(folder, manifest)
    return manifest.model_copy(update={"counts": _todays(manifest.counts)})


def _todays(counts: Counts) -> Counts:
    """Return counts of every label and type of today's schema, none of those that an older snapshot lacks."""
    return Counts(
        nodes={label: counts.nodes.get(label, 0) for label in NODE_TYPES},
        relationships={kind: counts.relationships.get(kind, 0) for kind in RELATIONSHIP_TYPES},
        records=counts.records,
    )


def _see_files(folder: Path, manifest: Manifest) -> None:
    for name, size in manifest.files.items():
        try:
            found = (folder / name).stat().st_size
        except OSError as error:
            raise corrupt(folder, name) from error
        if found != size:
            raise corrupt(folder, name)


def corrupt(folder: Path, name: str) -> SnapshotCorrupt:
    """Return the error for a damaged file of a snapshot."""
    return SnapshotCorrupt(
        f"快照 {folder.name} 已损坏：{name} 缺失或不完整。"
        f"请用 gridgov snapshots use 换另一个快照，或删除 {folder} 后重新 load",
        f"snapshot {folder.name} is damaged: {name} is missing or incomplete. Choose another with "
        f"gridgov snapshots use, or delete {folder} and load the files again",
    )
