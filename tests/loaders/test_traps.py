"""The traps of real spreadsheets, each in two record types: what comes of it, and that nothing else does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from graph_store.workspace.home import Workspace
from loaders.values.private_numbers import REMOVED
from tests.loaders.office import checked, codes, district, load_into, places, write_csv


@dataclass(frozen=True)
class Trap:
    """A cell as offices write it.

    Args:
        record: record type of the sheet.
        heading: headings of the sheet.
        row: its one row.
        field: the field looked at.
        value: what the record holds.
        faults: codes of the faults.
    """

    record: str
    heading: Sequence[str]
    row: Sequence[Any]
    field: str
    value: Any
    faults: Sequence[str] = ()


ESTATE = ("小区名称", "所属社区", "户数", "是否老旧小区", "建成日期", "备注")
BRANCH = ("支部名称", "所属社区", "覆盖小区", "支部类型", "党员数", "成立日期", "备注")


def estate(field: str, value: Any, *faults: str, **cells: Any) -> Trap:
    row = dict(zip(ESTATE, ("示例苑", "和盛里社区", 12, "否", None, None), strict=True)) | cells
    return Trap("estate", ESTATE, list(row.values()), field, value, faults)


def branch(field: str, value: Any, *faults: str, **cells: Any) -> Trap:
    row = dict(zip(BRANCH, ("示例支部", "和盛里社区", "示例新村", "小区党支部", 9, None, None), strict=True)) | cells
    return Trap("party_branch", BRANCH, list(row.values()), field, value, faults)


TRAPS = {
    "2023.10 as a number": estate("valid_from", "2023-01/2023-10", "ambiguous_month", 建成日期=2023.1),
    "2023.10 as a number, branch": branch("valid_from", "2023-01/2023-10", "ambiguous_month", 成立日期=2023.1),
    "serial in a date column": estate("valid_from", "2023-04-30", 建成日期=45046),
    "serial in a date column, branch": branch("valid_from", "2023-04-30", 成立日期=45046),
    "serial in a text column": estate("note", "45046", "serial_in_text", 备注=45046),
    "serial in a text column, branch": branch("note", "45046", "serial_in_text", 备注=45046),
    "Chinese month": estate("valid_from", "2023-05", 建成日期="二〇二三年五月"),
    "short month": branch("valid_from", "2023-05", 成立日期="23.5"),
    "full width": estate("households", 860, 户数="８６０户"),
    "full width, branch": branch("members", 12, 党员数="１２ 人"),
    "invisible characters": estate("name", "示例苑", 小区名称="示\u200b例苑"),
    "ideographic space": branch("name", "示例 支部", 支部名称="　示例　支部　"),
    "nothing": estate("households", None, 户数="—"),
    "nothing, branch": branch("members", None, 党员数="暂无"),
    "list": branch("estates", ["示例新村", "示例花园"], 覆盖小区="示例新村、示例花园"),
    "list with semicolons": branch("estates", ["示例新村", "示例花园"], 覆盖小区="示例新村;示例花园"),
    "outside the vocabulary": branch("kind", "楼道党支部", "value_outside_vocabulary", 支部类型="楼道党支部"),
    "private number": estate("note", f"联系{REMOVED}", "private_number", 备注="联系19900000001"),
    "private number, branch": branch("note", f"联系{REMOVED}", "private_number", 备注="联系19900000001"),
    "traditional characters": estate("community", "和盛里社區", 所属社区="和盛里社區"),
    "traditional characters, branch": branch("estates", ["示例新邨"], "dangling_reference", 覆盖小区="示例新邨"),
    "formula without a value": estate("households", None, "formula_without_value", 户数="=1+1"),
    "formula without a value, branch": branch("members", None, "formula_without_value", 党员数="=1+1"),
    "error value": estate("households", None, "error_value", 户数="#REF!"),
    "error value, branch": branch("members", None, "error_value", 党员数="#DIV/0!"),
}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], dict[str, Any]]]:
    """Each trap in a sheet of its own, all in one load per trap kept apart by names: faults and record by trap."""
    folder = tmp_path_factory.mktemp("traps")
    base, files = district(folder), []
    for number, (name, trap) in enumerate(TRAPS.items()):
        book = openpyxl.Workbook()
        book.active.title = f"表{number}"
        row = [f"{cell}{number}" if i == 0 and trap.field != "name" else cell for i, cell in enumerate(trap.row)]
        book.active.append(list(trap.heading))
        book.active.append(row)
        book.save(folder / f"{number:02}（20240903）.xlsx")
        files.append((name, folder / f"{number:02}（20240903）.xlsx"))
    report = load_into(Workspace(folder / "home"), [*base, *(f for _, f in files)], keep_going=True)
    assert report.snapshot is not None
    found = {}
    for number, (name, file) in enumerate(files):
        rows = report.snapshot.records(TRAPS[name].record).filter(pl.col("sheet") == f"表{number}")
        faults = [f.code for f in report.faults if f.file == file.name]
        found[name] = (faults, rows.row(0, named=True) if rows.height else {})
    return found


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_read_as_it_was_meant(name: str, records: dict[str, tuple[list[str], dict[str, Any]]]) -> None:
    trap, (faults, record) = TRAPS[name], records[name]
    assert faults == list(trap.faults)
    if "dangling_reference" not in trap.faults:
        assert record[trap.field] == trap.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_of_any_office_is_read(encoding: str, tmp_path: Path, workspace: Workspace) -> None:
    path = write_csv(tmp_path / "小区二（20240903）.csv", [ESTATE, ["示例𠮷苑", "和盛里社区"]], encoding=encoding)
    report = load_into(workspace, [*district(tmp_path), path])
    assert (codes(report), report.read) == ([], 20)
    assert report.snapshot is not None
    assert "estate:990206003022/示例𠮷苑" in set(report.snapshot.nodes("Estate")["uid"])


def test_a_csv_column_without_any_two_digit_month_may_have_lost_its_zeros(tmp_path: Path) -> None:
    doubtful = [
        ["小区名称", "所属社区", "建成日期"],
        ["示例苑", "和盛里社区", "2023.1"],
        ["示例园", "和盛里社区", "2023.5"],
    ]
    plain = [*doubtful, ["示例里", "和盛里社区", "2023.10"]]
    for rows, expected in ((doubtful, [("ambiguous_month", 2, "C")]), (plain, [])):
        report = checked([*district(tmp_path), write_csv(tmp_path / "小区二（20240903）.csv", rows)])
        assert places(report) == expected
