"""A load: files into a new snapshot, whole or not at all."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph_model.errors import UsageError
from graph_store.snapshot.reading import Snapshot
from graph_store.snapshot.writing import write_snapshot
from graph_store.workspace.home import Workspace
from loaders.building.faults_table import faults_frame
from loaders.check import CheckReport
from loaders.faults import is_beyond_rows
from loaders.preparing.options import LoadOptions, Progress, no_progress
from loaders.preparing.prepare import PreparedLoad, prepare
from loaders.resolution.decisions import FILE_NAME
from loaders.resolution.resolved_records import Joined


@dataclass(frozen=True)
class LoadReport(CheckReport):
    """What was found in files, and what was published.

    Args:
        snapshot: the snapshot that was published; None: nothing was, and the last one stays.
        private_values_dropped: how many plain personal values were read and dropped.
    """

    snapshot: Snapshot | None
    private_values_dropped: int


def load(
    files: Sequence[Path], workspace: Workspace, options: LoadOptions, progress: Progress = no_progress
) -> LoadReport:
    """Load files: add them to the current snapshot's records and publish the graph that all records say.

    Args:
        files: the files; one that was loaded before changes nothing.
        workspace: where the snapshots are.
        options: what the user says.
        progress: is told how far the load is.

    Returns:
        What was accepted and rejected; the snapshot, if there were no more errors than are let pass.

    Raises:
        UsageError: no file is given, the mapping file is wrong, or the current snapshot was made under another key.
        WorkspaceLocked: another process is writing.
    """
    workspace.prepare()
    with workspace.lock(), _without_collecting():
        current = None if options.fresh else workspace.current()
        key = workspace.person_key(options.key)
        if current is not None and current.manifest.key_fingerprint != key.fingerprint:
            raise _another_key()
        prepared = prepare(
            files, current, options, key=key.secret, ledger=workspace.home / FILE_NAME, progress=progress
        )
        snapshot = None
        if _may_publish(prepared, options):
            progress("writing", 0, 1)
            snapshot = _publish(workspace, prepared, key.fingerprint)
            progress("writing", 1, 1)
    return LoadReport(
        prepared.read,
        prepared.accepted,
        prepared.rejected,
        prepared.skipped,
        prepared.faults,
        prepared.readings,
        prepared.paths,
        prepared.passed_over,
        snapshot,
        prepared.private_values_dropped,
    )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave the cells alone: millions of them live to the end and make no cycles, so that looking for any is waste."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _another_key() -> UsageError:
    return UsageError(
        "当前快照是用另一把人员密钥做的，两者的代号对不上。请用原来的密钥，或用 --fresh 从空白开始",
        "The current snapshot was made under another person key; their pseudonyms do not fit together. "
        "Use that key, or start empty with --fresh",
    )


def _may_publish(prepared: PreparedLoad, options: LoadOptions) -> bool:
    """Whether there is something to publish, and no more is wrong than is let pass."""
    wrong = prepared.rejected + sum(is_beyond_rows(fault) for fault in prepared.faults)
    return prepared.accepted > 0 and (options.keep_going or wrong <= options.tolerance)


def _publish(workspace: Workspace, prepared: PreparedLoad, fingerprint: str) -> Snapshot:
    return write_snapshot(
        workspace,
        prepared.graph.tables,
        as_of=max(source.day for source in prepared.sources),
        key_fingerprint=fingerprint,
        sources=[{"sha256": s.sha256, "name": s.name, "day": s.day.isoformat()} for s in prepared.sources],
        records=prepared.records,
        evidence=prepared.graph.evidence,
        faults=faults_frame(prepared.faults),
        resolution=_resolution_frame(prepared.joined),
    )


def _resolution_frame(joined: Sequence[Joined]) -> pl.DataFrame:
    columns = {
        "written": [j.written for j in joined],
        "label": [j.label for j in joined],
        "kept_uid": [j.uid for j in joined],
        "other_uid": [j.other_uid for j in joined],
        "rule": [j.rule for j in joined],
    }
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))
