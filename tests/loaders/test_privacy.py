"""Planted names, identity numbers and telephone numbers are searched for in all that a load writes and says."""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from graph_store.workspace.home import Workspace
from gridgov import json_shapes
from loaders.load import LoadReport
from tests.loaders.office import Rows, district, load_into, write_csv, write_xlsx

NAMES = ("欧阳拓扑", "司马测绘")
NUMBERS = ("990206199001010016", "990206900101001", "19900000001", "0592-0000000", "19900000002")
OLD = "350206900101001"
PLANTED = (*NAMES, *NUMBERS, OLD, "990206 19900101 0016", "199-0000-0001")


def files(folder: Path) -> list[Path]:
    """Rosters with personal data where it belongs, and numbers where they do not: in notes, terms, dates, titles."""
    heading = ["姓名", "身份证号", "联系电话", "任职机构", "职务", "任职起始日期", "备注", "爱好"]
    roster = [
        heading,
        [NAMES[0], NUMBERS[0], NUMBERS[2], "示例花园联合党支部", "书记", "2023-05", f"电话{NUMBERS[4]}", NAMES[1]],
        [NAMES[1], OLD, NUMBERS[3], "示例花园业委会", "主任", f"2023-05-01 12:30 {NUMBERS[2]}", "", NUMBERS[0]],
        [
            NAMES[0],
            "99020619900101001X",
            "123",
            "示例花园业委会",
            NUMBERS[2],
            f"五月{NUMBERS[0]}",
            "身份证 990206 19900101 0016",
            "",
        ],
        [NAMES[1], "", "", f"示例协会{NUMBERS[2]}", "委员", "2023", "联系 199-0000-0001", ""],
    ]
    estates: Rows = [
        ["小区编号", "小区名称", "所属社区", "户数", "是否老旧小区", "地址"],
        [NUMBERS[2], f"示例苑{NUMBERS[2]}", "和盛里社区", int(NUMBERS[4]), f"否{NUMBERS[2]}", f"甲路 {NUMBERS[3]}"],
        ["", "示例园", "和盛里社区", f"12户{NUMBERS[2]}", "否", OLD],
        ["", "示例邨", f"和盛里社区{NUMBERS[2]}", 12, "否", ""],
    ]
    titled: Rows = [[f"填报人电话{NUMBERS[2]}"], *estates]
    units = [["共建单位名称", "统一社会信用代码"], ["示例中学", NUMBERS[0]], [f"示例{NUMBERS[2]}大学", NUMBERS[0]]]
    return [
        *district(folder),
        write_csv(folder / f"任职名册{NUMBERS[2]}（20240903）.csv", roster),
        write_xlsx(folder / "小区二（20240903）.xlsx", **{f"小区{NUMBERS[4]}": titled}),
        write_csv(folder / "名录二（20240903）.csv", units),
    ]


@pytest.fixture
def report(tmp_path: Path, workspace: Workspace) -> LoadReport:
    return load_into(workspace, files(tmp_path), keep_going=True)


def leaks(text: str) -> set[str]:
    return {planted for planted in PLANTED if planted in text}


def cells(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every cell of every Parquet file, as text: compressed, its bytes would hide it."""
    for path in folder.rglob("*.parquet"):
        for row in pl.read_parquet(path).iter_rows():
            yield path, repr(row)


def test_nothing_planted_stands_in_any_file_of_the_workspace(report: LoadReport, workspace: Workspace) -> None:
    assert report.snapshot is not None
    written = [p for p in workspace.home.rglob("*") if p.is_file()]
    assert len(list(cells(workspace.home))) > 50
    for path in written:
        assert not leaks(str(path.relative_to(workspace.home)))
        assert not leaks(path.read_bytes().decode("utf-8", errors="replace")), path
        assert not leaks(path.read_bytes().decode("utf-16-le", errors="replace")), path
    for path, row in cells(workspace.home):
        assert not leaks(row), (path, row)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_planted_stands_in_what_a_fault_says(report: LoadReport, language: str) -> None:
    assert len(report.faults) > 10
    for fault in report.faults:
        said = [fault.value or "", fault.reason(language), fault.suggestion(language), *fault.blanks.values()]
        assert not leaks(" ".join(said)), fault


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_planted_stands_in_the_report_for_machines(report: LoadReport, language: str) -> None:
    assert not leaks(json.dumps(json_shapes.load(report, language), ensure_ascii=False, default=str))


def test_nothing_planted_is_printed(report: LoadReport, capfd: pytest.CaptureFixture[str]) -> None:
    printed = capfd.readouterr()
    assert not leaks(printed.out + printed.err)


def test_private_columns_have_faults_without_values_and_their_values_are_counted(report: LoadReport) -> None:
    private = [f for f in report.faults if f.code in {"invalid_identity_number", "invalid_telephone", "private_number"}]
    assert {f.code for f in private} == {"invalid_identity_number", "invalid_telephone", "private_number"}
    assert {f.value for f in private} == {None}
    assert report.private_values_dropped == 10


def test_a_rejected_row_leaves_no_person_behind(report: LoadReport) -> None:
    assert report.snapshot is not None
    assert report.snapshot.records("tenure").height == report.snapshot.relationships("HOLDS").height
