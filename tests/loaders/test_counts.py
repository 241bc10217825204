"""Whatever stands in a table: accepted and rejected rows add up, and every rejected row has its reason."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.check import CheckReport
from loaders.faults import is_beyond_rows
from tests.loaders.office import checked, district, write_csv

HEADINGS = ("小区名称", "所属社区", "户数", "是否老旧小区", "建成日期", "备注")
DAMAGE: tuple[Any, ...] = (
    None,
    "",
    "无",
    "—",
    "2023.1",
    "45046",
    "五月",
    "1023-05-01",
    "-5",
    "约八百",
    "可能",
    "不存在社区",
    "990206009999",
    "示例花园、示例新村",
    "合计",
    "注：以登记为准",
    "小区名称",
    "19900000001",
    "990206199001010016",
    "=1+1",
    '"',
    "a\nb",
    "示例苑" * 40,
    "\u200b",
    "𠮷",
)
GOOD = st.tuples(
    st.sampled_from([f"示例{n}村" for n in range(6)]),
    st.sampled_from(["和盛里社区", "榕岸", "990206004001"]),
    st.integers(0, 900).map(str),
    st.sampled_from(["是", "否", ""]),
    st.sampled_from(["2020", "2021-05", "2022年6月1日", ""]),
    st.just(""),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[Any]]:
    """A table of estates with random damage: cells, headings, rows, columns."""
    rows = [list(HEADINGS), *(list(row) for row in draw(st.lists(GOOD, max_size=12)))]
    for _ in range(draw(st.integers(0, 6))):
        row = draw(st.integers(0, len(rows) - 1))
        column = draw(st.integers(0, len(HEADINGS) - 1))
        rows[row][column] = draw(st.sampled_from(DAMAGE) | st.text(max_size=12).map(lambda t: t.replace("\x00", "")))
    if draw(st.booleans()):
        rows.insert(0, [draw(st.sampled_from(["小区台账（截至2024年9月3日）", "小区台账"]))])
    if draw(st.integers(0, 9)) == 0:
        rows = [row[1:] for row in rows]
    return rows


def assert_adds_up(report: CheckReport) -> None:
    assert report.accepted + report.rejected == report.read
    assert min(report.accepted, report.rejected) >= 0
    errors = {(f.file, f.sheet, f.row) for f in report.faults if f.severity == "error" and not is_beyond_rows(f)}
    of_sheets = any(f.code in {"missing_column", "as_of_missing"} for f in report.faults)
    assert report.rejected == len(errors) or of_sheets


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables(), more=tables())
def test_accepted_and_rejected_rows_add_up(rows: list[list[Any]], more: list[list[Any]], tmp_path: Path) -> None:
    names = ("小区二（20240903）.csv", "小区三（20240903）.csv")
    files = [write_csv(tmp_path / name, table) for name, table in zip(names, (rows, more), strict=True)]
    report = checked([*district(tmp_path), *files])
    assert_adds_up(report)
    under_heading = sum(len(table) - 1 for table in (rows, more))
    assert report.read + sum(report.skipped.values()) <= 19 + under_heading + 12
    assert report.read >= 19


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables())
def test_a_check_says_the_same_twice(rows: list[list[Any]], tmp_path: Path) -> None:
    files = [*district(tmp_path), write_csv(tmp_path / "小区二（20240903）.csv", rows)]
    once, again = checked(files), checked(files[::-1])
    assert once.faults == again.faults
    assert (once.read, once.rejected, once.skipped) == (again.read, again.rejected, again.skipped)
