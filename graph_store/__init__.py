"""Where the graph is kept: workspace, snapshot, engines, and its forms for analysts. What is listed here is public.

Names are imported when they are first used: `import graph_store` starts no Java and loads no Polars.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph_store.as_networkx import to_networkx, two_mode
    from graph_store.as_polars import Frames, to_polars
    from graph_store.bolt_credentials import Credentials, find_credentials
    from graph_store.bolt_store import BoltStore, connect
    from graph_store.content_hash import content_hash
    from graph_store.differences import Difference, diff
    from graph_store.embedded_serving import Served, serve
    from graph_store.errors import (
        AddressInvalid,
        CommitUnknown,
        ConstraintBroken,
        CredentialsMissing,
        KeysDiffer,
        KeyUnusable,
        MemoryExhausted,
        NothingPublished,
        NotWritable,
        ParameterMissing,
        PublicationDiffers,
        PublicationRefused,
        PublicationTooLarge,
        QueryFailed,
        QuerySyntaxError,
        QueryTimeout,
        SnapshotCorrupt,
        SnapshotError,
        SnapshotMissing,
        SnapshotUnreadable,
        StorageFull,
        StoreError,
        StoreUnavailable,
        TablesInconsistent,
        WorkspaceError,
        WorkspaceLocked,
        WriteRefused,
    )
    from graph_store.exports import Export, export_neo4j_admin
    from graph_store.graph_tables import GraphTables
    from graph_store.manifest import Manifest
    from graph_store.opening import open_store
    from graph_store.parameters import parameters_used
    from graph_store.person_key import PersonKey
    from graph_store.protocol import Node, Path, Relationship, Result, Store, StoreSchema, Value
    from graph_store.publishing import Publication, PushOptions, publish, rehearse, verified_hash
    from graph_store.publishing_progress import PushProgress
    from graph_store.snapshot import Snapshot, open_snapshot
    from graph_store.store_tables import StoreTables
    from graph_store.workspace import Workspace
    from graph_store.writing import write_snapshot

_HOMES = {
    "bolt_credentials": (
        "Credentials",
        "find_credentials",
    ),
    "bolt_store": (
        "BoltStore",
        "connect",
    ),
    "exports": (
        "Export",
        "export_neo4j_admin",
    ),
    "publishing": (
        "PushOptions",
        "Publication",
        "publish",
        "rehearse",
        "verified_hash",
    ),
    "publishing_progress": ("PushProgress",),
    "as_networkx": ("to_networkx", "two_mode"),
    "as_polars": ("Frames", "to_polars"),
    "content_hash": ("content_hash",),
    "differences": ("Difference", "diff"),
    "errors": (
        "AddressInvalid",
        "CommitUnknown",
        "ConstraintBroken",
        "CredentialsMissing",
        "MemoryExhausted",
        "NothingPublished",
        "PublicationDiffers",
        "PublicationRefused",
        "PublicationTooLarge",
        "KeyUnusable",
        "KeysDiffer",
        "NotWritable",
        "ParameterMissing",
        "QueryFailed",
        "QuerySyntaxError",
        "QueryTimeout",
        "SnapshotCorrupt",
        "SnapshotError",
        "SnapshotMissing",
        "SnapshotUnreadable",
        "StorageFull",
        "StoreError",
        "StoreUnavailable",
        "TablesInconsistent",
        "WorkspaceError",
        "WorkspaceLocked",
        "WriteRefused",
    ),
    "graph_tables": ("GraphTables",),
    "manifest": ("Manifest",),
    "opening": ("open_store",),
    "parameters": ("parameters_used",),
    "person_key": ("PersonKey",),
    "protocol": ("Node", "Path", "Relationship", "Result", "Store", "StoreSchema", "Value"),
    "snapshot": ("Snapshot", "open_snapshot"),
    "store_tables": ("StoreTables",),
    "embedded_serving": ("Served", "serve"),
    "workspace": ("Workspace",),
    "writing": ("write_snapshot",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AddressInvalid",
    "BoltStore",
    "CommitUnknown",
    "ConstraintBroken",
    "Credentials",
    "CredentialsMissing",
    "Difference",
    "Export",
    "Frames",
    "GraphTables",
    "KeyUnusable",
    "KeysDiffer",
    "Manifest",
    "MemoryExhausted",
    "Node",
    "NotWritable",
    "NothingPublished",
    "ParameterMissing",
    "Path",
    "PersonKey",
    "Publication",
    "PublicationDiffers",
    "PublicationRefused",
    "PublicationTooLarge",
    "PushOptions",
    "PushProgress",
    "QueryFailed",
    "QuerySyntaxError",
    "QueryTimeout",
    "Relationship",
    "Result",
    "Served",
    "Snapshot",
    "SnapshotCorrupt",
    "SnapshotError",
    "SnapshotMissing",
    "SnapshotUnreadable",
    "StorageFull",
    "Store",
    "StoreError",
    "StoreSchema",
    "StoreTables",
    "StoreUnavailable",
    "TablesInconsistent",
    "Value",
    "Workspace",
    "WorkspaceError",
    "WorkspaceLocked",
    "WriteRefused",
    "connect",
    "content_hash",
    "diff",
    "export_neo4j_admin",
    "find_credentials",
    "open_snapshot",
    "open_store",
    "parameters_used",
    "publish",
    "rehearse",
    "serve",
    "to_networkx",
    "to_polars",
    "two_mode",
    "verified_hash",
    "write_snapshot",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
