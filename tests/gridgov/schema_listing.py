"""The columns of all that a snapshot keeps, as they are today: what older and newer releases have to agree on."""

import hashlib
import json

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.snapshot.earlier_tables import SUPPORTING
from graph_store.snapshot.manifest import Counts, Manifest
from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import record_schema

Listing = dict[str, dict[str, str]]
"""Table, as `nodes/Estate`, `records/tenure`, `evidence`, `manifest` -> column -> its type."""


def listing() -> Listing:
    """Return the columns of every table, and the parts of the manifest."""
    tables = {
        **{f"nodes/{label}": polars_schema(label) for label in NODE_TYPES},
        **{f"relationships/{kind}": polars_schema(kind) for kind in RELATIONSHIP_TYPES},
        **{f"records/{name}": record_schema(cls) for name, cls in RECORD_TYPES.items()},
        **SUPPORTING,
    }
    found = {name: {column: str(dtype) for column, dtype in schema.items()} for name, schema in tables.items()}
    for model in (Manifest, Counts):
        found[f"manifest/{model.__name__}"] = {name: str(part.annotation) for name, part in model.model_fields.items()}
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


def fingerprint(tables: Listing) -> str:
    """Return the first 16 digits of the hash of a listing."""
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()[:16]
