"""What came of a case, in the order of harm."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import UsageError
from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from loaders.faults import Fault
from loaders.load import LoadReport, load
from loaders.preparing.options import LoadOptions
from tests.silence.cases_as_data import Case, column_and_row

RIGHT, TOO_MUCH, ASKED, MISLED, REFUSED = "right", "asked too much", "asked", "misled", "refused"
WRONG, LOST, CRASH = "WRONG IN SILENCE", "A WHOLE FILE LOST", "CRASH"
FAILURES = frozenset({WRONG, LOST, CRASH})

TELLS_NOTHING = frozenset({"undefined_organisation", "as_of_assumed"})
"""Warnings that many a right row bears, so that they ask nobody about the wrong one."""

_RENAMED = {"start": "start_uid", "end": "end_uid"}


@dataclass(frozen=True)
class Verdict:
    """What came of a case.

    Args:
        outcome: one of the words above.
        detail: what was found, for the message of a failing test.
    """

    outcome: str
    detail: str


def judge(case: Case, folder: Path) -> Verdict:
    """Load the files of a case, and say whether the facts are right, asked about, refused, or wrong in silence."""
    files = case.write(folder / "files")
    mapping = folder / "mapping.toml"
    if case.mapping:
        mapping.write_text(case.mapping, encoding="utf-8")
    options = LoadOptions(mapping=mapping if case.mapping else None, as_of=case.as_of, keep_going=True)
    try:
        report = load(files, Workspace(folder / "home"), options)
    except UsageError as error:
        return Verdict(REFUSED, str(error))
    except Exception as error:  # whatever it is, a table has ended the load
        return Verdict(CRASH, f"{type(error).__name__}: {error}")
    return _verdict(case, report)


def _verdict(case: Case, report: LoadReport) -> Verdict:
    assert report.accepted + report.rejected == report.read
    misses = list(_misses(case, report.snapshot))
    said = [fault for fault in report.faults if fault.code not in TELLS_NOTHING]
    detail = "\n".join([case.why, *misses, *(_shown(fault) for fault in report.faults)])
    if case.must_load and (misses or any(fault.severity == "error" and fault.row is None for fault in said)):
        return Verdict(LOST, detail)
    if not misses:
        asked = bool(said) if case.plain else any(_asks(case, fault) for fault in said)
        return Verdict((TOO_MUCH if case.plain else ASKED) if asked else RIGHT, detail)
    if any(_asks(case, fault) for fault in said):
        return Verdict(ASKED, detail)
    if any(fault.severity == "error" and fault.row is None and _in_file(case, fault) for fault in said):
        return Verdict(REFUSED, detail)
    if any(fault.severity == "error" and _in_file(case, fault) for fault in said):
        return Verdict(MISLED, detail)
    return Verdict(WRONG, detail)


def _shown(fault: Fault) -> str:
    place = f"{fault.file} › {fault.sheet} › {fault.column or ''}{fault.row or ''}"
    return f"  {fault.severity} {fault.code} {place} {fault.value or ''}"


def _asks(case: Case, fault: Fault) -> bool:
    if case.codes and fault.code not in case.codes and fault.severity != "error":
        return False
    return any(_stands_at(place, fault) for place in case.at)


def _in_file(case: Case, fault: Fault) -> bool:
    return any(_same_file(place.partition("!")[0], fault.file) for place in case.at)


def _same_file(expected: str, name: str) -> bool:
    return name == expected or name.endswith("/" + expected) or Path(expected).name == name


def _stands_at(place: str, fault: Fault) -> bool:
    file, _, cell = place.partition("!")
    if not _same_file(file, fault.file):
        return False
    column, row = column_and_row(cell)
    if column == "*":
        return True
    if not column and not row:
        return fault.row is None or fault.code in {"unmatched_heading", "unrecognised_sheet", "missing_column"}
    if row and fault.row != int(row):
        return False
    return not column or fault.column == column or (bool(row) and fault.column is None)


def _misses(case: Case, snapshot: Snapshot | None) -> Iterator[str]:
    tables = tables_of(snapshot)
    for fact in case.facts:
        rows = [["" if cell is None else cell for cell in row] for row in tables.execute(fact["sql"])]
        if rows != fact["rows"]:
            yield f"{fact['sql']}\n  expected {fact['rows']}\n  found    {rows}"
    for question in case.never:
        rows = [list(row) for row in tables.execute(question)]
        if rows:
            yield f"{question}\n  expected nothing\n  found    {rows}"


def tables_of(snapshot: Snapshot | None) -> sqlite3.Connection:
    tables = sqlite3.connect(":memory:")
    for kind in (*NODE_TYPES, *RELATIONSHIP_TYPES):
        columns, rows = _rows(snapshot, kind)
        names = ", ".join(f'"{_RENAMED.get(column, column)}"' for column in columns)
        tables.execute(f'CREATE TABLE "{kind}" ({names})')
        marks = ", ".join("?" * len(columns))
        tables.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', rows)
    tables.execute("CREATE TABLE snapshot (as_of)")
    if snapshot:
        tables.execute("INSERT INTO snapshot VALUES (?)", [snapshot.manifest.as_of.isoformat()])
    nodes = " UNION ALL ".join(f"SELECT '{kind}' AS label, uid, name, defined FROM {kind}" for kind in NODE_TYPES)
    tables.execute(f"CREATE TABLE nodes AS {nodes}")
    bounds = "valid_from, valid_from_latest, valid_to_earliest, valid_to"
    ties = " UNION ALL ".join(
        f"SELECT '{kind}' AS type, start_uid, end_uid, {bounds} FROM {kind}" for kind in RELATIONSHIP_TYPES
    )
    tables.execute(
        f"CREATE TABLE ties AS SELECT t.*, s.name AS from_name, s.label AS from_label, e.name AS to_name, "
        f"e.label AS to_label FROM ({ties}) t JOIN nodes s ON s.uid = start_uid JOIN nodes e ON e.uid = end_uid"
    )
    return tables


def _rows(snapshot: Snapshot | None, kind: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    counted = {**snapshot.manifest.counts.nodes, **snapshot.manifest.counts.relationships} if snapshot else {}
    if snapshot is None or not counted[kind]:
        return tuple(polars_schema(kind)), []
    frame = snapshot.nodes(kind) if kind in NODE_TYPES else snapshot.relationships(kind)
    return tuple(frame.columns), [tuple(map(_cell, row)) for row in frame.rows()]


def _cell(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, (int, float, str)) else str(value)
