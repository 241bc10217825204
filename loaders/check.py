"""A check: files read and resolved as a load would, with everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_store.workspace.home import Workspace
from loaders.faults import Fault
from loaders.plans.readings import SheetReading
from loaders.preparing.given_files import PassedOver
from loaders.preparing.options import LoadOptions, Progress, no_progress
from loaders.preparing.prepare import prepare
from loaders.readers import Sheet
from loaders.resolution.decisions import FILE_NAME

_CHECKING_KEY = b"a check publishes no pseudonym"


@dataclass(frozen=True)
class CheckReport:
    """What was found in files.

    Args:
        read: rows under headings that are no totals, notes or blank; once for each table of a mapping file.
        accepted: rows without an error.
        rejected: rows with an error; accepted + rejected = read.
        skipped: reason -> number of rows that are no records.
        faults: what is wrong, file by file.
        readings: as what each sheet was read.
        paths: hash of each file that was read -> the file as it was given.
        passed_over: files that were not read, and why.
    """

    read: int
    accepted: int
    rejected: int
    skipped: Mapping[str, int]
    faults: tuple[Fault, ...]
    readings: tuple[SheetReading, ...]
    paths: Mapping[str, Path]
    passed_over: tuple[PassedOver, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of all files, for marked workbooks."""
        return tuple(reading.sheet for reading in self.readings)


def check(
    files: Sequence[Path],
    workspace: Workspace | None,
    options: LoadOptions,
    progress: Progress = no_progress,
) -> CheckReport:
    """Check files without loading them.

    Args:
        files: the files.
        workspace: where a current snapshot may be, whose records are known too; None: the files stand alone.
        options: what the user says.
        progress: is told how far the check is.

    Returns:
        What a load would accept and reject, and every fault.

    Raises:
        UsageError: no file is given, or the mapping file is wrong.
    """
    current = workspace.current() if workspace and not options.fresh else None
    ledger = workspace.home / FILE_NAME if workspace else None
    found = prepare(files, current, options, key=_CHECKING_KEY, ledger=ledger, progress=progress)
    return CheckReport(
        found.read,
        found.accepted,
        found.rejected,
        found.skipped,
        found.faults,
        found.readings,
        found.paths,
        found.passed_over,
    )
