"""A slip in one date never moves the day of a snapshot, nor is it taken for a fact."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph_model.errors import UsageError
from graph_store.workspace.home import Workspace
from tests.loaders.office import checked, district, load_into, write_csv, write_xlsx

HEADINGS = ["小区名称", "所属社区", "起始日期", "终止日期"]
FEW = ("2021-03-01", "2022-05-01", "2023-05-01", "2023-06-01")


def estates(folder: Path, name: str, starts: tuple[str, ...], ends: tuple[str, ...] = ()) -> Path:
    ends = ends or ("",) * len(starts)
    rows = [[f"示例{i}园", "和盛里社区", s, e] for i, (s, e) in enumerate(zip(starts, ends, strict=True), 1)]
    return write_csv(folder / name, [HEADINGS, *rows])


@pytest.mark.parametrize(
    ("starts", "day", "wrong"),
    [
        (FEW, "2023-06-01", []),
        ((*FEW, "2203-05-01"), "2023-06-01", [6]),
        ((*FEW, "2099-12-31"), "2023-06-01", [6]),
        ((*FEW, "1023-05-01"), "2023-06-01", [6]),
        ((*FEW, "9999-12-31"), "2023-06-01", [6]),
        ((*FEW, "2032-05-01"), "2023-06-01", [6]),
        ((*FEW, "2032年5月"), "2023-06-01", [6]),
        (("2203-05-01", *FEW), "2023-06-01", [2]),
        ((*FEW, "2024-05-01"), "2024-05-01", []),
        ((*FEW, "2027-05-01"), "2027-05-01", []),
        (("2012-01-01", "2024-01-05"), "2024-01-05", []),
        (("2012-01-01", "2012-02-01", "2024-01-05", "2024-01-06"), "2024-01-06", []),
    ],
)
def test_the_day_taken_from_rows_is_no_slip(
    tmp_path: Path, starts: tuple[str, ...], day: str, wrong: list[int]
) -> None:
    report = checked([estates(tmp_path, "小区来件.csv", starts)])
    assert [f.blanks["day"] for f in report.faults if f.code == "as_of_assumed"] == [day]
    assert [f.row for f in report.faults if f.code == "implausible_date"] == wrong


def test_the_day_that_other_files_state_bounds_the_day_taken_from_rows(tmp_path: Path) -> None:
    report = checked([*district(tmp_path), estates(tmp_path, "来件.csv", ("2024-01-05", "2029-05-01"))])
    assert [f.blanks["day"] for f in report.faults if f.code == "as_of_assumed"] == ["2024-01-05"]
    assert [(f.row, f.column, f.value) for f in report.faults if f.code == "implausible_date"] == [
        (3, "C", "2029-05-01")
    ]


@pytest.mark.parametrize(
    ("start", "end", "columns"),
    [
        ("2023-05-01", "2033-05-01", []),
        ("2024-10-01", "2034-10-01", []),
        ("2026-05-01", "", ["C"]),
        ("2042-05-01", "", ["C"]),
        ("2023-05-01", "2042-05-01", ["D"]),
        ("2023-05-01", "2099-12-31", ["D"]),
        ("2023-05-01", "9999-12-31", ["D"]),
        ("2023-05-01", "至今", []),
        ("2023-05-01", "长期", []),
    ],
)
def test_a_date_too_far_after_the_stated_day_is_asked_about(
    tmp_path: Path, workspace: Workspace, start: str, end: str, columns: list[str]
) -> None:
    files = [*district(tmp_path), estates(tmp_path, "来件（20240903）.csv", (start,), (end,))]
    report = load_into(workspace, files)
    assert [f.column for f in report.faults if f.code == "implausible_date"] == columns
    assert report.rejected == 0
    assert report.snapshot is not None
    assert report.snapshot.manifest.as_of.isoformat() == "2024-09-03"
    estate = report.snapshot.nodes("Estate").filter(name="示例1园").to_dicts()[0]
    bounds = [str(estate[b]) for b in ("valid_from", "valid_from_latest", "valid_to_earliest", "valid_to")]
    assert not {b[:4] for b in bounds} & {"2026", "2042", "2099", "9999"}


TENURES = ["姓名", "所在组织", "职务", "任职日期", "离任日期"]


@pytest.mark.parametrize(
    ("end", "faults"), [("2029-05-01", 0), ("2030-01-01", 0), ("2034-05-01", 1), ("2062-05-01", 1)]
)
def test_a_tenure_ends_within_a_term(tmp_path: Path, end: str, faults: int) -> None:
    row = ["某甲", "示例花园联合党支部", "书记", "2024-05-01", end]
    path = write_csv(tmp_path / "任职（20240903）.csv", [TENURES, row])
    report = checked([*district(tmp_path), path])
    assert [f.code for f in report.faults] == ["implausible_date"] * faults


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1900-12-31", "2080-01-01"])
def test_a_day_of_which_no_source_speaks_is_refused(tmp_path: Path, workspace: Workspace, day: str) -> None:
    options: dict[str, Any] = {"as_of": date.fromisoformat(day)}
    with pytest.raises(UsageError, match=day):
        load_into(workspace, district(tmp_path), **options)


def test_the_day_of_a_workbook_is_asked_once_and_is_that_of_all_its_sheets(tmp_path: Path) -> None:
    sheets = {
        "小区": [HEADINGS, ["示例花园", "和盛里社区", "2023-05-01", ""]],
        "业委会": [["业委会名称", "所属小区", "成立日期"], ["示例花园业委会", "示例花园", "2024-01-05"]],
    }
    report = checked([*district(tmp_path), write_xlsx(tmp_path / "来件.xlsx", **sheets)])
    asked = [(f.sheet, f.blanks["day"]) for f in report.faults if f.code == "as_of_assumed"]
    assert asked == [(None, "2024-01-05")]
