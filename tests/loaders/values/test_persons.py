"""What the private cells of rows come to: who is one person, who nobody, and what is asked. Cases: persons.toml."""

import tomllib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders.building.person_joining import join_persons, separated
from loaders.values.persons import PersonKeys, Place, person_keys

CASES = tomllib.loads((Path(__file__).parent / "persons.toml").read_text(encoding="utf-8"))["case"]
FIELDS = {"n": "person_name", "p": "person", "i": "identity_number", "t": "telephone"}
KEY = b"a key of this test"


def keys_of(rows: list[dict[str, Any]], *, cell: str = "B") -> PersonKeys:
    columns = {field: [row.get(short) for row in rows] for short, field in FIELDS.items()}
    places, number = [], 1
    for row in rows:
        number += 2 if row.get("gap") else 1
        places.append(Place("source", "sheet", number, cell))
    return person_keys(columns, places, namespace="space", key=KEY)


def letters(rows: list[list[str]]) -> str:
    """A letter a person, in order of appearance; - for nobody."""
    persons = join_persons(pl.Series(rows, dtype=pl.List(pl.String)))
    seen: dict[str, str] = {}
    found = ""
    for keys in rows:
        uid = persons.uid(keys[0])
        found += "-" if uid is None else seen.setdefault(uid, chr(ord("a") + len(seen)))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_rows_are_the_persons_that_they_mean(case: dict[str, Any]) -> None:
    found = keys_of(case["rows"])
    apart, doubtful = separated(found.keys)
    assert letters([list(keys or ()) for keys in apart]) == case["persons"]
    assert [f"{index} {field} {code}" for index, field, code in found.faults] == case.get("faults", [])
    assert sorted(doubtful) == case.get("under_two_names", [])


def test_two_cells_of_one_row_are_two_persons() -> None:
    first, second = (keys_of([{"n": name}], cell=cell) for name, cell in (("林木森", "B"), ("水淼淼", "D")))
    assert letters([*first.keys, *second.keys]) == "ab"


def test_one_cell_that_two_tables_read_is_one_person() -> None:
    first, second = (keys_of([{"n": "林木森"}], cell="B") for _ in range(2))
    assert letters([*first.keys, *second.keys]) == "aa"


def test_no_plain_value_stands_in_any_key() -> None:
    found = keys_of([{"n": "林木森", "p": "RY-007", "i": "990206199001010016", "t": "19900000001"}])
    for value in ("林木森", "RY-007", "990206199001010016", "19900000001"):
        assert value not in repr(found.keys)
