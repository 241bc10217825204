"""A panel "member, body, month" of 100,000 rows becomes the intervals that a naive computation finds."""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl
import pytest

from graph_store.workspace.home import Workspace
from loaders.load import LoadReport, load
from loaders.preparing.options import LoadOptions

FIRST, MONTHS, SKIPPED = 2015 * 12, 120, 2018 * 12 + 6
ROWS = 100_000
MAPPING = """\
version = 1

[[table]]
file = "panel_*.csv"
record = "tenure"
columns = { person = "member", organisation = "body", valid_from = "month" }
values = { role = "委员", organisation_kind = "业委会" }
dates = { valid_from = "%Y%m" }
spells = { key = ["person", "organisation", "role"], on = "valid_from", step = "month" }
namespace = "register"
"""

Row = tuple[str, str, int]
Interval = tuple[str, date, date, date, date | None]


def first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def panel() -> list[Row]:
    """Members come, go and return; one month is missing for everybody; no row is there twice."""
    chance, rows = random.Random(3), list[Row]()
    while len(rows) < ROWS * 1.02:  # a month of them goes
        member = f"M{len(rows)}"
        for body in chance.sample(range(300), chance.randrange(1, 4)):
            month = FIRST + chance.randrange(MONTHS)
            while month < FIRST + MONTHS:
                until = month + chance.randrange(1, 30)
                rows += [(member, f"第{body}业委会", m) for m in range(month, min(until, FIRST + MONTHS))]
                month = until + chance.randrange(1, 60)
    rows = [row for row in rows if row[2] != SKIPPED][:ROWS]
    chance.shuffle(rows)
    return rows


def naive(rows: Iterable[Row]) -> Counter[frozenset[Interval]]:
    """For each member the intervals, month by month; how often each set of intervals occurs."""
    held: dict[tuple[str, str], set[int]] = defaultdict(set)
    for member, body, month in rows:
        held[member, body].add(month)
    last = max(month for months in held.values() for month in months)
    found: dict[str, set[Interval]] = defaultdict(set)
    for (member, body), months in held.items():
        for month in months:
            if month - 1 in months:
                continue
            end = month
            while end in months:
                end += 1
            start = first_day(month)
            if end > last:
                found[member].add((body, start, start, first_day(last) + timedelta(days=1), None))
            else:
                found[member].add((body, start, start, first_day(end), first_day(end)))
    return Counter(frozenset(intervals) for intervals in found.values())


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return panel()


@pytest.fixture(scope="module")
def report(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> LoadReport:
    folder = tmp_path_factory.mktemp("panel")
    halves = (folder / "panel_1.csv", folder / "panel_2.csv")
    for number, path in enumerate(halves):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("member", "body", "month"))
            writer.writerows((m, b, f"{month // 12}{month % 12 + 1:02}") for m, b, month in rows[number::2])
    (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    return load(halves, Workspace(folder / "home"), LoadOptions(mapping=folder / "mapping.toml"))


def test_every_row_is_read_and_accepted(report: LoadReport) -> None:
    assert (report.read, report.accepted, report.rejected) == (ROWS, ROWS, 0)


def test_the_intervals_are_those_that_a_naive_computation_finds(report: LoadReport, rows: list[Row]) -> None:
    snapshot = report.snapshot
    assert snapshot is not None
    posts = snapshot.relationships("SEAT_OF").select(post="start", body="end")
    bodies = snapshot.nodes("OwnersCommittee").select(body="uid", name="name")
    bounds = ["valid_from", "valid_from_latest", "valid_to_earliest", "valid_to"]
    held = (
        snapshot.relationships("HOLDS")
        .select("start", *bounds, post="end")
        .join(posts, on="post")
        .join(bodies, on="body")
        .select("start", pl.struct("name", *bounds).alias("interval"))
    )
    found: dict[str, set[Interval]] = defaultdict(set)
    for person, interval in held.iter_rows():
        found[person].add(tuple(interval.values()))
    expected = naive(rows)
    assert Counter(frozenset(intervals) for intervals in found.values()) == expected
    assert len(held) == sum(len(intervals) * times for intervals, times in expected.items())


def test_the_month_that_nobody_shows_is_told(report: LoadReport) -> None:
    missing = {f.value for f in report.faults if f.code == "missing_step"}
    assert missing == {"2018-07"}
    assert {f.severity for f in report.faults} == {"warning"}
    assert report.snapshot is not None
    assert report.snapshot.manifest.as_of == first_day(FIRST + MONTHS - 1)
