"""The partition board's places, on numbers."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualisations.layouts.partition import BlockSpec, BoardLayout, Box, Group, Measures, PaneSpec, partition

WIDTH, HEIGHT = 1034.0, 846.0
counts = st.lists(st.integers(0, 30), min_size=6, max_size=6)
districts = st.lists(st.lists(counts, max_size=9), min_size=1, max_size=7)


def spec(district: list[list[list[int]]]) -> list[BlockSpec]:
    return [
        BlockSpec(
            f"b{b}",
            tuple(
                PaneSpec(f"b{b}p{p}", tuple(Group(n, i == 5) for i, n in enumerate(row)), 90.0)
                for p, row in enumerate(block)
            ),
        )
        for b, block in enumerate(district)
    ]


def ordinary(sizes: tuple[int, ...] = (19, 10, 13, 12, 10), times: int = 1) -> list[list[list[int]]]:
    return [
        [[times * (4 + (7 * b + 3 * p + g * 5) % (11 - g)) for g in range(6)] for p in range(size)]
        for b, size in enumerate(sizes)
    ]


def overlap(a: Box, b: Box) -> bool:
    apart = a.x + a.width <= b.x + 1e-6 or b.x + b.width <= a.x + 1e-6
    return not (apart or a.y + a.height <= b.y + 1e-6 or b.y + b.height <= a.y + 1e-6)


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x - 1e-6 <= inner.x
        and inner.x + inner.width <= outer.x + outer.width + 1e-6
        and outer.y - 1e-6 <= inner.y
        and inner.y + inner.height <= outer.y + outer.height + 1e-6
    )


def check(board: BoardLayout) -> None:
    whole = Box(0, 0, board.width, board.height)
    for one, other in combinations(board.blocks, 2):
        assert not overlap(one.box, other.box)
    for block in board.blocks:
        assert inside(block.box, whole)
        for first, second in combinations(block.panes, 2):
            assert not overlap(first.box, second.box)
        for pane in block.panes:
            assert inside(pane.box, block.box)
            slots = [slot for group in pane.slots for slot in group]
            assert len(slots) == len(set(slots))
            half = board.cell / 2
            assert all(inside(Box(x - half, y - half, board.cell, board.cell), pane.box) for x, y in slots)


@settings(max_examples=40, deadline=None)
@given(districts)
def test_nothing_overlaps_and_everything_is_inside(district: list[list[list[int]]]) -> None:
    check(partition(spec(district), WIDTH, HEIGHT))


@pytest.mark.parametrize("sizes", [(3,), (1, 1, 1), (19, 10, 13, 12, 10), (15,) * 20, (1,) * 40, (150, 150)])
def test_districts_of_all_sizes_fit(sizes: tuple[int, ...]) -> None:
    check(partition(spec(ordinary(sizes)), WIDTH, HEIGHT))


def test_blocks_and_panes_are_read_in_their_order() -> None:
    board = partition(spec(ordinary()), WIDTH, HEIGHT)
    assert [b.key for b in board.blocks] == [f"b{i}" for i in range(5)]
    for one, other in pairwise(board.blocks):
        assert (one.box.x, one.box.y) < (other.box.x, other.box.y)
    for block in board.blocks:
        for first, second in pairwise(block.panes):
            assert (first.box.y, first.box.x) < (second.box.y, second.box.x)


def test_a_row_of_panes_has_one_height() -> None:
    for block in partition(spec(ordinary()), WIDTH, HEIGHT).blocks:
        rows: dict[float, set[float]] = {}
        for pane in block.panes:
            rows.setdefault(pane.box.y, set()).add(pane.box.height)
        assert all(len(heights) == 1 for heights in rows.values())


def test_the_same_district_has_the_same_places() -> None:
    assert partition(spec(ordinary()), WIDTH, HEIGHT) == partition(spec(ordinary()), WIDTH, HEIGHT)


def test_an_ordinary_district_fills_its_room_and_does_not_pass_it() -> None:
    board = partition(spec(ordinary()), WIDTH, HEIGHT)
    assert HEIGHT * 0.93 < board.height <= HEIGHT
    assert board.width == WIDTH


def test_ten_times_the_things_scroll_at_a_readable_size() -> None:
    board = partition(spec(ordinary(times=10)), WIDTH, HEIGHT)
    assert board.cell == Measures().cell_least
    assert board.height > HEIGHT


def test_a_small_district_does_not_get_coarse() -> None:
    assert partition(spec(ordinary((3,))), WIDTH, HEIGHT).cell == Measures().cell_most


def test_one_more_estate_moves_little() -> None:
    """Place is memory: adding one thing anywhere moves the ordinary pane by less than a pane's height."""
    before = partition(spec(ordinary()), WIDTH, HEIGHT)
    shifts = []
    for b, p in ((0, 0), (0, 9), (1, 3), (2, 12), (3, 5), (4, 9)):
        district = ordinary()
        district[b][p][0] += 1
        shifts += moves(before, partition(spec(district), WIDTH, HEIGHT))
    shifts.sort()
    assert shifts[len(shifts) // 2] < 6
    assert shifts[int(len(shifts) * 0.9)] < 110


def moves(before: BoardLayout, after: BoardLayout) -> list[float]:
    old = {p.key: p.box for b in before.blocks for p in b.panes}
    return [
        abs(old[p.key].x - p.box.x) + abs(old[p.key].y - p.box.y) for block in after.blocks for p in block.panes
    ]  # fmt: skip
