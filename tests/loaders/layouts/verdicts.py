"""What came of a table: understood, asked, refused or wrong, tie by tie."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import UsageError
from graph_store.workspace.home import Workspace
from loaders.faults import Fault
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.loaders.layouts.comparing import Comparison, compare, expected_rows
from tests.loaders.layouts.views import said_tables
from tests.silence.cases_as_data import Case, column_and_row
from tests.silence.judging import TELLS_NOTHING

UNDERSTOOD, ASKED, REFUSED, WRONG = "understood", "asked", "refused", "wrong"


_OF_TABLES = frozenset({"unrecognised_sheet", "ambiguous_table", "missing_column", "duplicate_column"})
"""Faults with which a table is refused as a whole; they stand at its heading or at its top."""

_OF_HEADINGS = _OF_TABLES | {"unmatched_heading"}
"""Faults that stand at a heading and speak of all below it."""


@dataclass
class Verdict:
    """What came of a case.

    Args:
        outcome: one of the four words above.
        ties: how many things and ties a person reads.
        understood: how many of them the graph has.
        detail: what was found otherwise, for the message of a failing test.
    """

    outcome: str
    ties: int
    understood: int
    detail: str


def judge(case: Case, folder: Path) -> Verdict:
    """Load the files of a case, and hold the graph against what a person reads in them."""
    files = case.write(folder / "files")
    faults: Sequence[Fault] = ()
    refusal, snapshot = "", None
    try:
        report = load(files, Workspace(folder / "home"), LoadOptions(as_of=case.as_of, keep_going=True))
        faults, snapshot = report.faults, report.snapshot
    except UsageError as error:
        refusal = str(error)
    except Exception as error:  # whatever it is, a table has ended the load
        return Verdict(WRONG, len(expected_rows(case)), 0, f"CRASH {type(error).__name__}: {error}")
    found = compare(case, said_tables(snapshot))
    return _verdict(case, found, faults, refusal)


def _verdict(case: Case, found: Comparison, faults: Sequence[Fault], refusal: str) -> Verdict:
    said = [fault for fault in faults if fault.code not in TELLS_NOTHING]
    silent = [row for row, places in found.missing if not refusal and not _asked(places or case.at, said)]
    lines = [
        case.why,
        *(f"INVENTED {row}" for row in found.invented),
        *(f"DROPPED IN SILENCE {row}" for row in silent),
        *(f"missing {row}" for row, _ in found.missing if row not in silent),
        *(
            f"  {f.severity} {f.code} {f.file}›{f.sheet}!{f.column or ''}{f.row or ''} {f.heading or ''}"
            for f in faults
        ),
        *([refusal] if refusal else []),
    ]
    outcome = UNDERSTOOD
    if found.invented or silent:
        outcome = WRONG
    elif found.missing:
        whole = refusal or (not found.understood and any(_refuses(fault) for fault in said))
        outcome = REFUSED if whole else ASKED
    return Verdict(outcome, found.expected, found.understood, "\n".join(lines))


def _refuses(fault: Fault) -> bool:
    return fault.severity == "error" and (fault.row is None or fault.code in _OF_TABLES)


def _asked(places: Sequence[str], faults: Sequence[Fault]) -> bool:
    return any(_stands_at(place, fault) for place in places for fault in faults)


def _stands_at(place: str, fault: Fault) -> bool:
    """Whether a fault asks about a cell: at it, its row, its heading, its sheet or its file as a whole."""
    file, _, cell = place.partition("!")
    file, _, sheet = file.partition("›")
    if Path(file).name != Path(fault.file).name or (sheet and fault.sheet and sheet != fault.sheet):
        return False
    column, row = column_and_row(cell)
    if fault.row is None or fault.code in _OF_HEADINGS:
        return not column or fault.column in {column, None} or fault.severity == "error"
    if row and fault.row != int(row):
        return False
    return not column or fault.column in {column, None} or fault.severity == "error"
