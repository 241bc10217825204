"""A branch that several firms founded together is one organisation, whichever file or load names which firm."""

from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from tests.loaders.office import Rows, checked, codes, district, load_into, snapshot_of, ties, uids, write_csv

FIRMS: Rows = (("物业企业名称",), ("甲物业公司",), ("乙物业公司",), ("丙物业公司",))
HEADINGS = ("企业党组织名称", "物业企业", "党组织形式")
JOINT = "甲乙物业联合党支部"
NAMED_FIRST = "firm_party_organisation:990206000000/乙物业公司/甲乙物业联合党支部"


def firms(folder: Path) -> list[Path]:
    """The district, and three firms."""
    return [*district(folder), write_csv(folder / "物业企业（20240101）.csv", FIRMS)]


def branches(folder: Path, day: str, *rows: tuple[str, str, str]) -> Path:
    """A file of firms' Party organisations as of a day."""
    return write_csv(folder / f"企业党组织（{day}）.csv", [HEADINGS, *rows])


@pytest.mark.parametrize("at_once", [True, False])
def test_a_firm_that_joins_later_leaves_the_branch_the_same_one(
    at_once: bool, tmp_path: Path, workspace: Workspace
) -> None:
    first = branches(tmp_path, "20240301", (JOINT, "乙物业公司", "联合党支部"))
    later = branches(tmp_path, "20240601", (JOINT, "甲物业公司、丙物业公司", "联合党支部"))
    if at_once:
        snapshot = snapshot_of(workspace, [*firms(tmp_path), later, first])
    else:
        load_into(workspace, [*firms(tmp_path), first])
        snapshot = snapshot_of(workspace, [later])
    assert uids(snapshot, "FirmPartyOrganisation") == [NAMED_FIRST]
    assert {end for _, end in ties(snapshot, "ORGANISED_IN")} == {
        f"property_firm:990206000000/{firm}物业公司" for firm in "甲乙丙"
    }


def test_what_an_earlier_load_left_open_is_asked_at_the_new_row(tmp_path: Path, workspace: Workspace) -> None:
    load_into(workspace, [*firms(tmp_path), branches(tmp_path, "20240301", ("联合党支部", "甲物业公司", "联合党支部"))])
    report = load_into(workspace, [branches(tmp_path, "20240601", ("联合党支部", "乙物业公司", "联合党支部"))])
    assert codes(report) == ["one_branch_or_several"]
    assert "甲物业公司" in report.faults[0].reason("zh")
    assert report.rejected == 0


def test_a_rejected_row_does_not_say_which_branch_it_is(tmp_path: Path, workspace: Workspace) -> None:
    rows = (JOINT, "甲物业公司", "联合党支部", "2024-13-45"), (JOINT, "乙物业公司", "联合党支部", "2024-01-05")
    path = write_csv(tmp_path / "企业党组织（20240301）.csv", [(*HEADINGS, "成立日期"), *rows])
    snapshot = snapshot_of(workspace, [*firms(tmp_path), path], keep_going=True)
    assert uids(snapshot, "FirmPartyOrganisation") == [NAMED_FIRST]


@pytest.mark.parametrize("name", ["第一党支部", "党支部", "物业党支部", "第2党支部", "党委", "项目党支部"])
def test_a_common_name_in_each_firm_is_a_branch_in_each(name: str, tmp_path: Path) -> None:
    rows = [(name, f"{firm}物业公司", "") for firm in "甲乙丙"]
    assert checked([*firms(tmp_path), branches(tmp_path, "20240301", *rows)]).faults == ()
