"""Panels of snapshots become intervals: the right ones, whatever the order of files and rows."""

import random
from datetime import date
from typing import Literal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.plan import Spells
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.spells import SpellsResult, first_day, fold

MONTHLY = Spells(("member", "body"), "valid_from", "month")

Spell = tuple[str, str, str, str | None]
Step = Literal["month", "quarter", "year"]


def panel(*rows: tuple[str, str, str | None]) -> pl.DataFrame:
    schema = {"member": pl.String, "body": pl.String, "valid_from": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return frame.with_columns(source=pl.lit("a"), sheet=pl.lit("s"), row=pl.int_range(pl.len()) + 2)


def spells_of(frame: pl.DataFrame) -> set[Spell]:
    return set(frame.select("member", "body", "valid_from", "valid_to").iter_rows())


def test_consecutive_months_join_a_gap_starts_anew_and_the_last_month_stays_open() -> None:
    result = fold(
        panel(
            *[("m1", "A", month) for month in ("2023-11", "2023-12", "2024-01", "2024-03")],
            *[("m2", "A", month) for month in ("2023-11", "2023-12", "2024-01", "2024-02")],
        ),
        MONTHLY,
    )
    assert spells_of(result.frame) == {
        ("m1", "A", "2023-11-01", "2024-02-01"),
        ("m1", "A", "2024-03-01", None),
        ("m2", "A", "2023-11-01", "2024-03-01"),
    }
    assert result.last_step == date(2024, 3, 1)
    assert result.missing_steps == ()


def test_a_month_missing_for_everybody_is_a_gap_or_bridged() -> None:
    rows = panel(("m1", "A", "2023-01"), ("m1", "A", "2023-03"), ("m2", "A", "2023-01"))
    by_calendar = fold(rows, MONTHLY)
    assert by_calendar.missing_steps == (date(2023, 2, 1),)
    assert spells_of(by_calendar.frame) == {
        ("m1", "A", "2023-01-01", "2023-02-01"),
        ("m1", "A", "2023-03-01", None),
        ("m2", "A", "2023-01-01", "2023-02-01"),
    }
    observed = fold(rows, Spells(MONTHLY.key, MONTHLY.on, "month", "observed"))
    assert observed.missing_steps == ()
    assert spells_of(observed.frame) == {("m1", "A", "2023-01-01", None), ("m2", "A", "2023-01-01", "2023-03-01")}


@pytest.mark.parametrize(
    ("step", "written", "starts", "ends"),
    [
        ("month", ("2023-05-17", "2023-06"), "2023-05-01", "2023-07-01"),
        ("quarter", ("2023-02", "2023-05-31"), "2023-01-01", "2023-07-01"),
        ("year", ("2023", "2024-06-30"), "2023-01-01", "2025-01-01"),
    ],
)
def test_a_date_falls_into_its_step(step: Step, written: tuple[str, ...], starts: str, ends: str) -> None:
    later = "2023-07" if step != "year" else "2025"
    rows = panel(*[("m1", "A", day) for day in written], ("m2", "A", later))
    result = fold(rows, Spells(MONTHLY.key, "valid_from", step))
    assert ("m1", "A", starts, ends) in spells_of(result.frame)


def test_rows_without_a_step_are_handed_back() -> None:
    rows = panel(("m1", "A", "2023-01"), ("m2", "A", "open"), ("m3", "A", "2023-01/2023-10"), ("m4", "A", None))
    result = fold(rows, MONTHLY)
    assert result.frame["member"].to_list() == ["m1"]
    assert result.unplaced["member"].to_list() == ["m2", "m3", "m4"]
    assert result.unplaced.columns == rows.columns


def test_a_panel_without_rows_has_no_spells() -> None:
    result = fold(panel(), MONTHLY)
    assert result.frame.height == 0
    assert result.last_step is None
    assert result.frame.schema["valid_to"] == pl.String


def test_other_columns_are_those_of_the_first_row_whichever_file_comes_first() -> None:
    january = panel(("m1", "A", "2023-01")).with_columns(source=pl.lit("x"), role=pl.lit("chair"))
    february = panel(("m1", "A", "2023-02"), ("m1", "A", "2023-02")).with_columns(
        source=pl.lit("b"), role=pl.lit("member")
    )
    one = fold(pl.concat([january, february]), MONTHLY).frame
    other = fold(pl.concat([february, january]), MONTHLY).frame
    assert one.equals(other)
    assert one.select("role", "source", "row", "valid_from", "valid_to").rows() == [
        ("chair", "x", 2, "2023-01-01", None)
    ]


def followed(*rows: tuple[list[str], str]) -> SpellsResult:
    frame = pl.DataFrame(
        {"person_keys": [k for k, _ in rows], "organisation": ["A"] * len(rows), "valid_from": [m for _, m in rows]},
        schema={"person_keys": pl.List(pl.String), "organisation": pl.String, "valid_from": pl.String},
    )
    by_person = Spells(("person", "organisation"), "valid_from", "month")
    return fold(frame, by_person, columns(RECORD_TYPES["tenure"]))


def test_a_row_without_a_person_key_stands_alone() -> None:
    result = followed((["i:1", "t:9"], "2023-01"), (["i:1"], "2023-02"), ([], "2023-01"), ([], "2023-02"))
    assert sorted(result.frame["person_keys"].to_list()) == [[], [], ["i:1", "t:9"]]
    assert sorted(result.sizes) == [1, 1, 2]


def test_a_month_without_the_identity_number_does_not_split_a_spell() -> None:
    result = followed((["i:1", "t:9"], "2023-01"), (["t:9"], "2023-02"), (["i:1", "t:9"], "2023-03"))
    assert result.frame.select("person_keys", "valid_from", "valid_to").rows() == [(["i:1", "t:9"], "2023-01-01", None)]
    assert result.sizes == (3,)


def test_keys_that_only_a_third_row_joins_are_one_person() -> None:
    result = followed((["i:1"], "2023-01"), (["t:9"], "2023-02"), (["i:1", "t:9"], "2023-03"))
    assert result.frame["person_keys"].to_list() == [["i:1", "t:9"]]


def test_a_list_may_be_part_of_the_key_in_any_order() -> None:
    frame = pl.DataFrame({"estates": [["a", "b"], ["b", "a"], ["a"]], "valid_from": ["2023-01", "2023-02", "2023-02"]})
    result = fold(frame, Spells(("estates",), "valid_from", "month"), columns(RECORD_TYPES["party_branch"])).frame
    assert {(tuple(e), f) for e, f in result.select("estates", "valid_from").iter_rows()} == {
        (("a", "b"), "2023-01-01"),
        (("a",), "2023-02-01"),
    }


def naive(rows: list[tuple[str, str, int]], bridged: bool) -> set[Spell]:
    """Walk through the steps of the panel, one by one, for each key."""
    seen = sorted({step for *_, step in rows})
    steps = seen if bridged else list(range(seen[0], seen[-1] + 1))
    spells: set[Spell] = set()
    for member, body in {(m, b) for m, b, _ in rows}:
        start = None
        for step in steps:
            present = (member, body, step) in rows
            if present and start is None:
                start = step
            if not present and start is not None:
                spells.add((member, body, month_day(start), month_day(step)))
                start = None
        if start is not None:
            spells.add((member, body, month_day(start), None))
    return spells


def month_day(step: int) -> str:
    return f"{step // 12}-{step % 12 + 1:02d}-01"


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("XY"), st.integers(2022 * 12 + 7, 2024 * 12)),
        min_size=1,
        max_size=60,
    ),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_folding_equals_a_walk_through_the_steps(
    rows: list[tuple[str, str, int]], bridged: bool, order: random.Random
) -> None:
    order.shuffle(rows)
    spells = Spells(MONTHLY.key, MONTHLY.on, "month", "observed" if bridged else "calendar")
    result = fold(panel(*[(m, b, month_day(step)[:7]) for m, b, step in rows]), spells)
    assert spells_of(result.frame) == naive(rows, bridged)
    assert result.frame.height == len(naive(rows, bridged))


def test_a_panel_of_a_hundred_thousand_rows_comes_out_right() -> None:
    dice = random.Random(7)
    rows = [
        (f"m{member}", f"b{member % 17}", 2020 * 12 + step)
        for member in range(3_400)
        for step in range(36)
        if dice.random() < 0.82
    ]
    dice.shuffle(rows)
    assert len(rows) > 100_000
    result = fold(panel(*[(m, b, month_day(step)[:7]) for m, b, step in rows]), MONTHLY)
    held: dict[tuple[str, str], set[int]] = {}
    for member, body, step in rows:
        held.setdefault((member, body), set()).add(step)
    last = max(step for *_, step in rows)
    expected: set[Spell] = set()
    for key, steps in held.items():
        for start in (step for step in steps if step - 1 not in steps):
            end = next(step for step in range(start, last + 2) if step not in steps)
            expected.add((*key, month_day(start), None if end > last else month_day(end)))
    assert spells_of(result.frame) == expected


def test_the_first_day_of_a_step() -> None:
    assert first_day(2023 * 4 + 3, "quarter") == date(2023, 10, 1)
