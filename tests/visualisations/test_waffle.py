"""Cells in rows: a row begun for each kind."""

from hypothesis import given
from hypothesis import strategies as st

from visualisations.layouts.waffle import Group, cells, columns_by_rows, rows_needed

groups = st.lists(st.builds(Group, st.integers(0, 40), st.booleans()), max_size=8).map(tuple)


def test_each_kind_begins_a_row_of_its_own() -> None:
    assert cells((Group(3), Group(2)), 5) == (((0, 0), (1, 0), (2, 0)), ((0, 1), (1, 1)))


def test_a_kind_that_may_join_goes_on_in_the_row_after_a_gap_of_one_cell() -> None:
    assert cells((Group(2), Group(2, joins=True)), 5) == (((0, 0), (1, 0)), ((3, 0), (4, 0)))


def test_it_begins_a_row_where_it_does_not_fit() -> None:
    assert cells((Group(2), Group(3, joins=True)), 5)[1] == ((0, 1), (1, 1), (2, 1))


def test_an_empty_kind_takes_no_row() -> None:
    assert rows_needed((Group(0), Group(4), Group(0), Group(1)), 4) == 2


@given(groups, st.integers(1, 30))
def test_no_cell_is_used_twice_and_none_lies_outside(some: tuple[Group, ...], columns: int) -> None:
    used = [cell for group in cells(some, columns) for cell in group]
    assert len(used) == len(set(used)) == sum(g.count for g in some)
    assert all(0 <= column < columns and 0 <= row < rows_needed(some, columns) for column, row in used)


@given(groups)
def test_columns_by_rows_are_enough_and_never_rise(some: tuple[Group, ...]) -> None:
    table = [c for c in columns_by_rows(some) if c is not None]
    assert table == sorted(table, reverse=True)
    for rows, columns in enumerate(columns_by_rows(some), start=1):
        if columns is not None:
            assert rows_needed(some, columns) <= rows
