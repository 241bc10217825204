"""The content hash: the same rows, whoever holds them and in whatever order, have the same."""

import json
import unicodedata
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_store.snapshot.content_hash import ContentHash, content_hash, frame_hash, frame_texts, row_text
from graph_store.snapshot.graph_tables import normal_tables
from tests.graph_store import small_graph

KEY = small_graph.FINGERPRINT
TEXTS = st.none() | st.text(st.characters(codec="utf-8"), max_size=6)
ROWS = st.fixed_dictionaries(
    {
        "name": TEXTS,
        "count": st.none() | st.integers(-(2**63), 2**63 - 1),
        "share": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "old": st.none() | st.booleans(),
        "day": st.none() | st.dates(),
        "sources": st.none() | st.lists(st.text(st.characters(codec="utf-8"), max_size=4), max_size=3),
    }
)
SCHEMA: dict[str, pl.DataType] = {
    "uid": pl.String(),
    "name": pl.String(),
    "count": pl.Int64(),
    "share": pl.Float64(),
    "old": pl.Boolean(),
    "day": pl.Date(),
    "sources": pl.List(pl.String()),
}


def test_a_row_is_its_properties_as_json() -> None:
    row = {"uid": "x:1", "b": 1, "a": "e\u0301", "d": date(2024, 1, 31), "n": None, "l": [], "f": 0.1, "s": ["“", "\n"]}
    assert row_text(row) == '{"a":"é","b":1,"d":"2024-01-31","f":0.1,"s":["“","\\n"],"uid":"x:1"}'


@given(st.lists(ROWS, max_size=5))
def test_a_table_gives_the_texts_of_its_rows(rows: list[dict[str, object]]) -> None:
    numbered = [{"uid": f"x:{number}", **row} for number, row in enumerate(rows)]
    assert frame_texts(pl.DataFrame(numbered, schema=SCHEMA)) == [row_text(row) for row in numbered]


@given(ROWS)
def test_a_rows_text_is_json_and_loses_nothing_but_absence(row: dict[str, object]) -> None:
    read = json.loads(row_text(row))
    for key, value in row.items():
        if value is None or value == []:
            assert key not in read
        elif isinstance(value, str):
            assert read[key] == unicodedata.normalize("NFC", value)
        elif isinstance(value, date):
            assert read[key] == value.isoformat()
        elif isinstance(value, int | float):
            assert read[key] == value


def test_three_shuffles_have_the_same_hash() -> None:
    graph = small_graph.crowd(200, 600)
    first = frame_hash(normal_tables(graph).in_order(), KEY)
    for seed in (1, 2, 3):
        other = small_graph.shuffled(graph, seed)
        assert other.relationships["COVERS"]["uid"].to_list() != graph.relationships["COVERS"]["uid"].to_list()
        assert frame_hash(normal_tables(other).in_order(), KEY) == first


def test_rows_and_tables_have_the_same_hash() -> None:
    graph = normal_tables(small_graph.tables())
    rows = ((name, table.to_dicts()) for name, table in graph.in_order())
    assert content_hash(rows, KEY) == frame_hash(graph.in_order(), KEY)


def test_a_value_a_row_a_table_or_the_key_changes_it() -> None:
    graph = small_graph.tables()
    estates = small_graph.NODES["Estate"]
    variants = [
        small_graph.tables({**small_graph.NODES, "Estate": [estates[0], {**estates[1], "households": 1}]}),
        small_graph.tables({**small_graph.NODES, "Grid": [{"uid": "grid:1", "name": "一"}]}),
        small_graph.tables(relationships={**small_graph.RELATIONSHIPS, "HOLDS": []}),
    ]
    hashes = [frame_hash(normal_tables(tables).in_order(), KEY) for tables in (graph, *variants)]
    hashes.append(frame_hash(normal_tables(graph).in_order(), KEY[::-1]))
    assert len(set(hashes)) == len(hashes)


def test_tables_enter_in_one_order() -> None:
    total = ContentHash(KEY)
    total.add_texts("HOLDS", [])
    with pytest.raises(ValueError, match="Estate comes too late"):
        total.add_texts("Estate", [])
