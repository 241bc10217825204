"""Panels of monthly snapshots through a mapping file: spells, their days, what is rejected, and the counts."""

from datetime import date
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from loaders.faults import Fault
from tests.loaders.office import checked, district, load_into, snapshot_of, write_csv

MAPPING = """version = 1
[[table]]
file = "成员*.csv"
record = "tenure"
columns = { person = "编号", identity_number = "证件", organisation = "机构", valid_from = "月份" }
values = { role = "member", organisation_kind = "owners_committee" }
namespace = "no"
spells = { key = ["person", "organisation", "role"], on = "valid_from", step = "month" }
"""
HEADING = ["编号", "证件", "机构", "月份"]
BRANCH = "示例花园业委会"
IDENTITY = "990206199001010016"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "对照.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def panel(folder: Path, name: str, *rows: list[object]) -> Path:
    return write_csv(folder / name, [HEADING, *rows])


def test_months_in_several_files_become_one_tenure(tmp_path: Path, mapping: Path, workspace: Workspace) -> None:
    """The month that lacks the person's number is joined by the identity number; the last month stays open."""
    files = [
        panel(tmp_path, "成员甲.csv", [17, IDENTITY, BRANCH, "2024-01"], [18, "", BRANCH, "2024-01"]),
        panel(tmp_path, "成员乙.csv", ["", IDENTITY, BRANCH, "2024-02"], [18, "", BRANCH, "2024-02"]),
        panel(tmp_path, "成员丙.csv", [17, "", BRANCH, "2024-03"]),
    ]
    report = load_into(workspace, [*district(tmp_path), *files], mapping=mapping)
    assert (report.faults, report.read, report.rejected) == ((), 24, 0)
    assert report.snapshot is not None
    holds = report.snapshot.relationships("HOLDS")
    bounds = {row[1:] for row in holds.select("start", "valid_from", "valid_to_earliest", "valid_to").iter_rows()}
    assert bounds == {
        (date(2024, 1, 1), date(2024, 3, 2), None),
        (date(2024, 1, 1), date(2024, 3, 1), date(2024, 3, 1)),
    }


def test_an_open_spell_holds_as_of_the_panel_not_of_the_file_in_which_it_began(
    tmp_path: Path, mapping: Path, workspace: Workspace
) -> None:
    files = [
        panel(tmp_path, "成员202401.csv", [17, "", BRANCH, "2024-01"]),
        panel(tmp_path, "成员202402.csv", [17, "", BRANCH, "2024-02"]),
    ]
    snapshot = snapshot_of(workspace, [*district(tmp_path), *files], mapping=mapping)
    assert snapshot.relationships("HOLDS")["valid_to_earliest"].to_list() == [date(2024, 3, 1)]
    days = {s["name"]: str(s["day"]) for s in snapshot.manifest.sources}
    assert days["成员202402.csv"] == "2024-02-29"


@pytest.mark.parametrize(
    ("month", "code"),
    [
        ("", "missing_value"),
        ("至今", "invalid_date"),
        ("待定", "invalid_date"),
        ("2024.1", "ambiguous_month"),
        ("五月", "invalid_date"),
    ],
)
def test_a_row_without_a_step_is_rejected_at_its_own_cell(month: str, code: str, tmp_path: Path, mapping: Path) -> None:
    files = [
        panel(tmp_path, "成员甲.csv", [17, "", BRANCH, "2024-02"]),
        panel(tmp_path, "成员乙.csv", [17, "", BRANCH, "2024-03"], [18, "", BRANCH, month]),
    ]
    report = checked([*district(tmp_path), *files], mapping=mapping)
    found: list[Fault] = list(report.faults)
    assert [(f.code, f.severity, f.file, f.row, f.column) for f in found] == [(code, "error", "成员乙.csv", 3, "D")]
    assert (report.read, report.accepted, report.rejected) == (22, 21, 1)
    assert found[0].reason("zh")


def test_a_rejected_spell_rejects_every_row_that_went_into_it(tmp_path: Path, mapping: Path) -> None:
    rows: list[list[object]] = [[17, "", "不存在的小区业委会", f"2024-0{m}"] for m in (1, 2, 3)]
    files = [panel(tmp_path, "成员甲.csv", *rows, [18, "", BRANCH, "2024-01"])]
    report = checked([*district(tmp_path), *files], mapping=mapping)
    assert {f.code for f in report.faults} == {"undefined_organisation"}
    strict = checked([*district(tmp_path), *files], mapping=mapping, strict=True)
    assert (strict.read, strict.accepted, strict.rejected) == (23, 20, 3)


def test_the_order_of_the_files_of_a_panel_changes_nothing(tmp_path: Path, mapping: Path) -> None:
    files = [
        panel(tmp_path, f"成员{m}.csv", [17, "", BRANCH, f"2024-0{m}"], [m, "", BRANCH, "2024-01"]) for m in (1, 2, 3)
    ]
    key = tmp_path / "fixed.key"
    key.write_text("ab" * 32, encoding="utf-8")
    key.chmod(0o600)
    hashes = {
        snapshot_of(
            Workspace(tmp_path / str(n)), [*district(tmp_path), *order], mapping=mapping, key=key
        ).manifest.content_hash
        for n, order in enumerate((files, files[::-1], files[1:] + files[:1]))
    }
    assert len(hashes) == 1
