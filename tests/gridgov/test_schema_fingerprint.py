"""A change of the schema is made knowingly: what offices loaded with earlier releases must stay of use."""

import json
import tomllib
from pathlib import Path

import polars as pl
import pytest

from graph_model.schema import SCHEMA_VERSION
from graph_store.snapshot import earlier_tables
from graph_store.snapshot.earlier_tables import LISTS, RENAMED, SUPPORTING, as_today
from graph_store.workspace.home import Workspace
from loaders.record_types import RECORD_TYPES
from loaders.records.typed_tables import record_schema
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
  3. A column of texts whose cells became lists of texts gets an entry in LISTS there.
  4. A column that was removed, or whose type or meaning changed, raises SCHEMA_VERSION in graph_model/schema.py
     (which changes every content hash; the closing note says so).
  5. Then append to {history}:

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
    """Return what was removed or given another type, and neither renamed, made a list nor brought by a new version."""
    found = differences(old, new)
    gone = [(t, c) for t, c in found["removed"] if RENAMED.get(t, {}).get(c) not in new.get(t, {})]
    retyped = [
        (t, c) for t, c in found["of another type"] if not _became_a_list(old[t][c], new[t][c], c in LISTS.get(t, ()))
    ]
    return [*gone, *retyped]


def _became_a_list(before: str, after: str, declared: bool) -> bool:
    return declared and (before, after) == ("String", "List(String)")


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


@pytest.mark.parametrize("archive", ARCHIVES)
def test_one_firm_of_an_older_record_is_a_list_of_one(archive: str, home: Path) -> None:
    snapshot = Workspace(unpack(archive, home)).current()
    assert snapshot is not None
    record = "firm_party_organisation"
    before = snapshot.records(record)
    today = as_today(f"records/{record}", before, record_schema(RECORD_TYPES[record]))
    assert today["firm"].to_list() == [firm if isinstance(firm, list) else [firm] for firm in before["firm"]]


def test_a_text_that_became_a_list_is_explained_by_its_entry_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = {"records/estate": {"name": "String"}}, {"records/estate": {"name": "List(String)"}}
    assert unexplained(old, new) == [("records/estate", "name")]
    monkeypatch.setitem(unexplained.__globals__, "LISTS", {"records/estate": {"name"}})
    assert unexplained(old, new) == []
    assert unexplained({"records/estate": {"name": "Int64"}}, new) == [("records/estate", "name")]


def test_nothing_in_an_older_record_is_an_empty_list() -> None:
    frame = pl.DataFrame({"firm": ["甲物业", None]})
    today = as_today("records/firm_party_organisation", frame, {"firm": pl.List(pl.String())})
    assert today["firm"].to_list() == [["甲物业"], []]


def test_the_tables_beside_the_graph_are_declared_as_a_load_writes_them(loaded: Command, home: Path) -> None:
    snapshot = Workspace(home).current()
    assert snapshot is not None
    for name, schema in SUPPORTING.items():
        written = snapshot._read(f"{name}.parquet")
        assert dict(written.schema) == dict(schema)
