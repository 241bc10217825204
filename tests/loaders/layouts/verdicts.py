"""What came of a table: understood, asked, refused or wrong, tie by tie."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_model.errors import UsageError
from graph_store.workspace.home import Workspace
from loaders.faults import Fault
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.loaders.layouts.bench_cases import given_rows
from tests.loaders.layouts.views import TYPES, about, said_tables
from tests.silence.cases_as_data import Case
from tests.silence.judging import TELLS_NOTHING

UNDERSTOOD, ASKED, REFUSED, WRONG = "understood", "asked", "refused", "wrong"

_OF_ITSELF = frozenset({"SEAT_OF", "PART_OF"})
"""A post has its seat and a division its parent, whatever a table says."""

_OF_HEADINGS = frozenset({"unmatched_heading", "unrecognised_sheet", "missing_column", "duplicate_column"})
"""Faults that stand at a heading or at the top of a table, and speak of all below it."""

_OF_TABLES = frozenset({"unrecognised_sheet", "missing_column"})
"""Faults with which a table is refused as a whole."""

Row = tuple[str, ...]


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


@dataclass
class _Comparison:
    expected: int = 0
    understood: int = 0
    invented: list[str] = field(default_factory=list)
    missing: list[tuple[str, Sequence[str]]] = field(default_factory=list)


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
        return Verdict(WRONG, len(_expected_rows(case)), 0, f"CRASH {type(error).__name__}: {error}")
    found = _compare(case, said_tables(snapshot))
    return _verdict(case, found, faults, refusal)


def _verdict(case: Case, found: _Comparison, faults: Sequence[Fault], refusal: str) -> Verdict:
    said = [fault for fault in faults if fault.code not in TELLS_NOTHING]
    silent = [row for row, places in found.missing if not refusal and not _asked(places or case.at, said)]
    lines = [
        case.why,
        *(f"INVENTED {row}" for row in found.invented),
        *(f"DROPPED IN SILENCE {row}" for row in silent),
        *(f"missing {row}" for row, _ in found.missing if row not in silent),
        *(f"  {f.severity} {f.code} {f.file}›{f.sheet}!{f.column or ''}{f.row or ''} {f.heading or ''}" for f in faults),
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
    column, row = re.fullmatch(r"([A-Z]*)(\d*)", cell).groups()  # type: ignore[union-attr]  # places are written right
    if fault.row is None or fault.code in _OF_HEADINGS:
        return not column or fault.column in {column, None} or fault.severity == "error"
    if row and fault.row != int(row):
        return False
    return not column or fault.column in {column, None} or fault.severity == "error"


def _compare(case: Case, tables: sqlite3.Connection) -> _Comparison:
    found = _Comparison()
    given = {tuple(map(about, pair)) for row in given_rows(case) for pair in zip(row, row[1:], strict=False)}
    for fact in case.facts:
        if not fact.get("whole"):
            _compare_fact(fact, tables, given, found)
    if not found.missing and not found.invented:
        found.invented += [
            f"{fact['sql']} expected {fact['rows']} found {rows}"
            for fact in case.facts
            if fact.get("whole") and (rows := [list(row) for row in tables.execute(fact["sql"])]) != fact["rows"]
        ]
    found.invented += [str(row) for question in case.never for row in tables.execute(question)]
    found.invented += _beyond(case, tables)
    return found


def _compare_fact(
    fact: Mapping[str, Any], tables: sqlite3.Connection, given: set[Row], found: _Comparison
) -> None:
    view = fact["sql"]
    rows = Counter(_row(row) for row in tables.execute(view))
    if fact.get("any"):
        return
    expected = Counter(map(_row, fact["rows"]))
    may = set(map(_row, fact.get("may", [])))
    found.expected += expected.total()
    found.understood += (expected & rows).total()
    for row in (rows - expected).elements():
        if row not in may and row[:2] not in given:
            found.invented.append(f"{view}: {row}")
    lacking = expected - rows
    cells = fact.get("cells", [])
    for place, row in enumerate(map(_row, fact["rows"])):
        if lacking[row]:
            lacking[row] -= 1
            found.missing.append((f"{view}: {row}", [cells[place]] if cells else fact.get("at", [])))


def _row(cells: Sequence[Any]) -> Row:
    return tuple("" if cell is None else about(str(cell)) for cell in cells)


def _expected_rows(case: Case) -> list[Row]:
    return [_row(row) for fact in case.facts if not fact.get("whole") for row in fact.get("rows", [])]


def _beyond(case: Case, tables: sqlite3.Connection) -> Iterator[str]:
    """Yield the ties and things of which no fact speaks."""
    spoken = {kind for fact in case.facts for view, kinds in TYPES.items() if view in fact["sql"] for kind in kinds}
    for kind, start, end in tables.execute("SELECT type, from_name, to_name FROM ties"):
        by_name = kind == "LEADS" and about(start) == about(end)
        of_given = any(about(start) == about(row[0]) for row in given_rows(case))
        if kind not in spoken | _OF_ITSELF and not by_name and not of_given:
            yield f"{kind}: {start} → {end}"
    named = {about(cell) for row in given_rows(case) for cell in row}
    for fact in case.facts:
        named |= {cell for row in [*fact.get("rows", []), *fact.get("may", [])] for cell in _row(row)}
        if fact.get("any"):
            named |= {cell for row in tables.execute(fact["sql"]) for cell in _row(row)}
    for label, name in tables.execute("SELECT label, name FROM things"):
        if about(name) not in named:
            yield f"{label}: {name}"
