"""A change of the schema is made knowingly: what offices loaded with earlier releases must stay of use."""

import json
import tomllib
from pathlib import Path

import pytest

from graph_model.schema import SCHEMA_VERSION
from graph_store.snapshot import earlier_tables
from graph_store.snapshot.earlier_tables import RENAMED, SUPPORTING
from graph_store.workspace.home import Workspace
from tests.gridgov.command import Command
from tests.gridgov.older_workspaces import ARCHIVES, rewrite, unpack
from tests.gridgov.schema_listing import Listing, fingerprint, listing

FOLDER = Path(__file__).parent / "old_workspaces"
HISTORY = FOLDER / "schema_history.toml"

WHAT_TO_DO = """
The tables of a snapshot differ from those of the last entry of {history}. Since the release that is kept:
{changes}
Snapshots of earlier releases must stay readable. So:
  1. A column or table that was added needs nothing more: older snapshots have null in it.
     Whatever reads it takes null for "not stated".
  2. A column that was renamed gets an entry in RENAMED of graph_store/snapshot/earlier_tables.py.
  3. A column that was removed, or whose type or meaning changed, raises SCHEMA_VERSION in graph_model/schema.py
     (which changes every content hash; the closing note says so).
  4. Then append to {history}:

[[schema]]
version = {version}
fingerprint = "{fingerprint}"
change = "what changed, for whoever has older snapshots"
"""


def released(archive: str) -> Listing:
    """Return the listing of the release that made an archive."""
    tables: Listing = json.loads((FOLDER / f"{archive}.json").read_bytes())
    return tables


def differences(old: Listing, new: Listing) -> dict[str, list[tuple[str, str]]]:
    """Return the columns that were added, removed and given another type."""
    before = {(table, column): dtype for table, columns in old.items() for column, dtype in columns.items()}
    after = {(table, column): dtype for table, columns in new.items() for column, dtype in columns.items()}
    return {
        "added": sorted(after.keys() - before.keys()),
        "removed": sorted(before.keys() - after.keys()),
        "of another type": sorted(key for key in before.keys() & after.keys() if before[key] != after[key]),
    }


def unexplained(old: Listing, new: Listing) -> list[tuple[str, str]]:
    """Return what was removed or given another type, and neither renamed nor brought by a new version."""
    found = differences(old, new)
    gone = [(t, c) for t, c in found["removed"] if RENAMED.get(t, {}).get(c) not in new.get(t, {})]
    return [*gone, *found["of another type"]]


def test_the_schema_is_the_last_of_its_history() -> None:
    history = tomllib.loads(HISTORY.read_text("utf-8"))["schema"]
    today = listing()
    since = differences(released(ARCHIVES[-1]), today)
    changes = "\n".join(f"  {kind}: {', '.join('.'.join(key) for key in keys)}" for kind, keys in since.items() if keys)
    last = (history[-1]["version"], history[-1]["fingerprint"])
    assert last == (SCHEMA_VERSION, fingerprint(today)), WHAT_TO_DO.format(
        history=HISTORY.name,
        changes=changes or "  (see git diff)",
        version=SCHEMA_VERSION,
        fingerprint=fingerprint(today),
    )
    assert all(entry["change"].strip() for entry in history)
    assert len({entry["fingerprint"] for entry in history}) == len(history)
    assert [entry["version"] for entry in history] == sorted(entry["version"] for entry in history)


@pytest.mark.parametrize("archive", ARCHIVES)
def test_nothing_of_a_release_is_lost_without_a_migration(archive: str) -> None:
    version = int(archive.split("_")[1])
    assert version < SCHEMA_VERSION or unexplained(released(archive), listing()) == []


def test_a_removed_or_retyped_column_is_seen_and_an_added_one_let_pass() -> None:
    old = {"nodes/Estate": {"uid": "String", "households": "Int64"}}
    assert unexplained(old, {"nodes/Estate": {"uid": "String", "households": "Float64"}}) == [
        ("nodes/Estate", "households")
    ]
    assert unexplained(old, {"nodes/Estate": {"uid": "String"}}) == [("nodes/Estate", "households")]
    assert unexplained(old, {}) == [("nodes/Estate", "households"), ("nodes/Estate", "uid")]
    assert unexplained(old, {"nodes/Estate": {**old["nodes/Estate"], "floors": "Int64"}, "nodes/New": {}}) == []


def test_a_renamed_column_keeps_its_values(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an older release had called `households` otherwise."""
    workspace = Workspace(unpack(ARCHIVES[0], home))
    snapshot = workspace.current()
    assert snapshot is not None
    before = snapshot.nodes("Estate")["households"].to_list()
    rewrite(home, lambda table, frame: frame.rename({"households": "homes"}) if table == "nodes/Estate" else frame)
    monkeypatch.setattr(earlier_tables, "RENAMED", {"nodes/Estate": {"homes": "households"}})
    again = workspace.current()
    assert again is not None
    assert again.nodes("Estate")["households"].to_list() == before
    again.verify()


def test_the_tables_beside_the_graph_are_declared_as_a_load_writes_them(loaded: Command, home: Path) -> None:
    snapshot = Workspace(home).current()
    assert snapshot is not None
    for name, schema in SUPPORTING.items():
        written = snapshot._read(f"{name}.parquet")
        assert dict(written.schema) == dict(schema)
