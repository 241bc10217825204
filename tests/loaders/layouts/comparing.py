"""What a person reads in a table, held against what the graph says of it."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tests.loaders.layouts.bench_cases import given_rows
from tests.loaders.layouts.views import TYPES, about
from tests.silence.cases_as_data import Case

_OF_ITSELF = frozenset({"SEAT_OF", "PART_OF"})
"""A post has its seat and a division its parent, whatever a table says."""

_GIVEN = frozenset({"Estate", "Grid"})
"""What the registers that are given along define."""

Row = tuple[str, ...]


@dataclass
class Comparison:
    """What of a table the graph has, has not, and has beyond it.

    Args:
        expected: how many things and ties a person reads.
        understood: how many of them the graph has.
        invented: what the graph has beyond them.
        missing: what it has not, each with the places of which one must bear a fault.
    """

    expected: int = 0
    understood: int = 0
    invented: list[str] = field(default_factory=list)
    missing: list[tuple[str, Sequence[str]]] = field(default_factory=list)


def compare(case: Case, tables: sqlite3.Connection) -> Comparison:
    """Hold a case's facts against the tables of a snapshot; of what no fact speaks, nothing may be there."""
    found = Comparison()
    given = {tuple(map(about, pair)) for row in given_rows(case) for pair in pairwise(row)}
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
    found.invented += _beyond(case, tables, given)
    return found


def _compare_fact(fact: Mapping[str, Any], tables: sqlite3.Connection, given: set[Row], found: Comparison) -> None:
    view = fact["sql"]
    rows = Counter(_row(row) for row in tables.execute(view))
    if fact.get("any"):
        return
    expected = Counter(map(_row, fact["rows"]))
    may = set(map(_row, fact.get("may", [])))
    found.expected += expected.total()
    found.understood += (expected & rows).total()
    for row in (rows - expected).elements():
        if row not in may and not ("located" in view and row in given):
            found.invented.append(f"{view}: {row}")
    lacking = expected - rows
    cells = fact.get("cells", [])
    for place, row in enumerate(map(_row, fact["rows"])):
        if lacking[row]:
            lacking[row] -= 1
            found.missing.append((f"{view}: {row}", [cells[place]] if cells else fact.get("at", [])))


def _row(cells: Sequence[Any]) -> Row:
    return tuple("" if cell is None else about(str(cell)) for cell in cells)


def expected_rows(case: Case) -> list[Row]:
    """Return the things and ties that a person reads."""
    return [_row(row) for fact in case.facts if not fact.get("whole") for row in fact.get("rows", [])]


def _beyond(case: Case, tables: sqlite3.Connection, given: set[Row]) -> Iterator[str]:
    """Yield the ties and things of which no fact speaks."""
    given_names = {cell for pair in given for cell in pair}
    spoken = {kind for fact in case.facts for view, kinds in TYPES.items() if view in fact["sql"] for kind in kinds}
    for kind, start, end in tables.execute("SELECT type, from_name, to_name FROM ties"):
        by_name = kind == "LEADS" and about(start) == about(end)
        of_given = kind == "LOCATED_IN" and (about(start), about(end)) in given
        if kind not in spoken | _OF_ITSELF and not by_name and not of_given:
            yield f"{kind}: {start} → {end}"
    named: set[str] = set()
    for fact in case.facts:
        named |= {cell for row in [*fact.get("rows", []), *fact.get("may", [])] for cell in _row(row)}
        if fact.get("any"):
            named |= {cell for row in tables.execute(fact["sql"]) for cell in _row(row)}
    for label, name in tables.execute("SELECT label, name FROM things"):
        if about(name) not in named and (label not in _GIVEN or about(name) not in given_names):
            yield f"{label}: {name}"
