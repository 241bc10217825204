"""What a publication remembers of its rows: the same from a table and from a server's rows, packed and unpacked."""

import pytest

from graph_store.publishing import index
from graph_store.publishing.index import digest, indexed, marks_of, marks_text, packed, unpacked
from graph_store.publishing.plan import TableChange, change_of
from graph_store.snapshot.content_hash import row_text
from tests.graph_store import small_graph


@pytest.mark.parametrize("name", [*small_graph.NODES, *small_graph.RELATIONSHIPS])
def test_a_table_and_the_same_rows_elsewhere_have_one_index(name: str) -> None:
    rows = {**small_graph.NODES, **small_graph.RELATIONSHIPS}[name]
    table = small_graph.frame(name, rows)
    assert indexed(table).index == {row["uid"]: digest(row_text(row)) for row in table.to_dicts()}


def test_an_index_of_several_parts_comes_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_PART", 7)
    table = small_graph.crowd(40, 0).nodes["Estate"]
    made = indexed(table)
    parts = packed(made.index)
    assert len(parts) == made.mark.parts == 3
    assert unpacked(parts) == made.index
    assert marks_of(marks_text({"Estate": made.mark})) == {"Estate": made.mark}


def test_an_index_is_small_beside_the_rows() -> None:
    table = small_graph.crowd(20_000, 0).nodes["Estate"]
    assert sum(map(len, packed(indexed(table).index))) < 20 * len(table)


def test_a_change_names_what_comes_what_changes_and_what_goes() -> None:
    held = {"a": b"1", "b": b"2", "c": b"3"}
    assert change_of(held, {"b": b"2", "c": b"4", "d": b"5"}) == TableChange(["d"], ["c"], ["a"])
