"""What a name in a cell means: by code with its day, by name within its place, by the body of a place; else a stub."""

from pathlib import Path

import polars as pl
import pytest

from graph_store.workspace.home import Workspace
from tests.loaders.office import (
    COMMITTEES,
    Rows,
    checked,
    codes,
    district,
    load_into,
    places,
    snapshot_of,
    ties,
    uids,
    write_csv,
)

DISTRICT_COMMITTEE = "party_committee:990206000000/示例区委员会"
SUBDISTRICT_COMMITTEE = "party_committee:990206003000/鹭湾街道大党工委"
COMMUNITY_COMMITTEE = "party_committee:990206003022/和盛里社区大党委"


@pytest.mark.parametrize(
    ("written", "committee"),
    [
        ("和盛里社区大党委", COMMUNITY_COMMITTEE),
        ("中共和盛里社区委员会", COMMUNITY_COMMITTEE),
        ("和盛里社区党委", COMMUNITY_COMMITTEE),
        ("和盛里社区", COMMUNITY_COMMITTEE),
        ("社区大党委", COMMUNITY_COMMITTEE),
        ("社区党委", COMMUNITY_COMMITTEE),
        ("鹭湾街道党工委", SUBDISTRICT_COMMITTEE),
        ("街道党工委", SUBDISTRICT_COMMITTEE),
        ("区委", DISTRICT_COMMITTEE),
        ("区委员会", DISTRICT_COMMITTEE),
        ("示例区委", DISTRICT_COMMITTEE),
        ("中共示例区委员会", DISTRICT_COMMITTEE),
        ("中国共产党示例区委员会", DISTRICT_COMMITTEE),
        ("示例区住建行业党委", "party_committee:990206000000/示例区住建行业党委"),
    ],
)
def test_a_committee_is_found_by_the_place_that_it_leads(
    written: str, committee: str, tmp_path: Path, workspace: Workspace
) -> None:
    rows = [["共建单位", "所属社区", "共建党组织"], ["示例小学", "和盛里社区", written]]
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)]
    assert ties(snapshot_of(workspace, files), "CO_BUILDS_WITH") == {
        ("co_building_unit:990206000000/示例小学", committee)
    }


def test_a_residents_committee_is_not_the_committee_of_the_party(tmp_path: Path, workspace: Workspace) -> None:
    rows = [["共建单位", "共建党组织"], ["和盛里社区居委会", "榕岸社区大党委"]]
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)]
    snapshot = snapshot_of(workspace, files)
    assert {unit for unit, _ in ties(snapshot, "CO_BUILDS_WITH")} == {
        "residents_committee:990206003022/和盛里社区居委会"
    }


SERVICE = ["物业企业", "服务小区", "所属街道", "所属社区"]


@pytest.mark.parametrize(
    ("row", "estate"),
    [
        (["甲物业", "示例花园", None, "榕岸社区"], "estate:990206003023/示例花园"),
        (["甲物业", "示例花园", None, "990206003022"], "estate:990206003022/示例花园"),
        (["甲物业", "XQ-3", None, None], "estate:990206003023/示例花园"),
        (["甲物业", "示例新村", "鹭湾街道", None], "estate:990206003022/示例新村"),
    ],
)
def test_a_name_is_found_within_its_place(
    row: list[str | None], estate: str, tmp_path: Path, workspace: Workspace
) -> None:
    files = [*district(tmp_path), write_csv(tmp_path / "物业服务（20240903）.csv", [SERVICE, row])]
    assert {end for _, end in ties(snapshot_of(workspace, files), "SERVES")} == {estate}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["甲物业", "示例花园", "鹭湾街道", None], "ambiguous_reference"),
        (["甲物业", "示例新村", None, "榕岸社区"], "dangling_reference"),
        (["甲物业", "示例新存", None, None], "dangling_reference"),
        (["甲物业", "示例新村", None, "榕岸北社区"], "dangling_reference"),
        (["甲物业", "示例新村", None, "990206009999"], "unknown_code"),
    ],
)
def test_likeness_suggests_and_never_joins(row: list[str | None], code: str, tmp_path: Path) -> None:
    report = checked([*district(tmp_path), write_csv(tmp_path / "物业服务（20240903）.csv", [SERVICE, row])])
    assert code in codes(report)
    assert report.rejected == 1


def test_the_nearest_name_is_suggested_and_so_are_the_candidates(tmp_path: Path) -> None:
    rows: Rows = [SERVICE, ["甲物业", "示例新存", None, None], ["甲物业", "示例花园", None, None]]
    report = checked([*district(tmp_path), write_csv(tmp_path / "物业服务（20240903）.csv", rows)])
    near, several = (f for f in report.faults if f.severity == "error")
    assert "示例新村" in near.suggestion("zh")
    assert "示例新村" in near.suggestion("en")
    assert several.reason("zh") == "“示例花园”可能指：示例花园（和盛里社区）、示例花园（榕岸社区）"


def test_a_subdistrict_and_a_community_of_one_name_are_told_apart_by_level(
    tmp_path: Path, workspace: Workspace
) -> None:
    rows = [["小区名称", "所属街道", "所属社区"], ["示例苑", "和汀街道", "鹭湾"], ["示例园", "鹭湾", "和盛里"]]
    files = [*district(tmp_path), write_csv(tmp_path / "新增小区（20240903）.csv", rows)]
    found = uids(snapshot_of(workspace, files), "Estate")
    assert {"estate:990206004002/示例苑", "estate:990206003022/示例园"} <= set(found)


def test_a_list_in_a_column_for_one_name_is_taken_apart_in_the_suggestion(tmp_path: Path) -> None:
    rows = [["物业公司", "小区"], ["甲物业有限公司、乙物业有限公司", "示例新村"]]
    report = checked([*district(tmp_path), write_csv(tmp_path / "物业服务（20240903）.csv", rows)])
    assert places(report) == [("several_values", 2, "A")]
    assert "甲物业有限公司、乙物业有限公司；" in report.faults[0].suggestion("zh")
    assert "Write a row for each of: 甲物业有限公司, 乙物业有限公司" in report.faults[0].suggestion("en")


CO_BUILDING = [["共建单位", "共建党组织"], ["示例中学", "和盛里社区大党委"], ["示例中学", "榕岸社区大党委"]]
STUB = "co_building_unit:990206000000/示例中学"


def test_what_no_row_defines_is_a_stub_until_a_later_row_defines_it(tmp_path: Path, workspace: Workspace) -> None:
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", CO_BUILDING)]
    report = load_into(workspace, files)
    assert codes(report) == ["undefined_organisation"] * 2
    assert report.snapshot is not None
    stub = report.snapshot.nodes("CoBuildingUnit").row(by_predicate=pl.col("uid") == STUB, named=True)
    assert (stub["defined"], stub["name"], len(stub["sources"])) == (False, "示例中学", 2)
    assert (stub["valid_from"], stub["valid_from_latest"], stub["valid_to_earliest"]) == (None, None, None)

    rows = [["共建单位名称", "单位类型"], ["示例中学", "学校"]]
    later = snapshot_of(workspace, [write_csv(tmp_path / "补报（20240910）.csv", rows)])
    filled = later.nodes("CoBuildingUnit").row(by_predicate=pl.col("uid") == STUB, named=True)
    assert (filled["defined"], filled["kind"]) == (True, "school")
    assert len(ties(later, "CO_BUILDS_WITH")) == 2


def test_strict_rejects_what_names_a_stub(tmp_path: Path, workspace: Workspace) -> None:
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", CO_BUILDING)]
    report = load_into(workspace, files, strict=True)
    assert (report.snapshot, report.rejected) == (None, 2)
    assert {f.severity for f in report.faults} == {"error"}


def test_a_kind_that_is_unknown_rejects_the_row_and_one_that_is_stated_makes_a_stub(
    tmp_path: Path, workspace: Workspace
) -> None:
    heading = ["姓名", "任职机构", "机构类别", "职务"]
    rows: Rows = [heading, ["某甲", "示例合唱队", "自治队伍", "召集人"], ["某乙", "示例协会", None, "召集人"]]
    files = [*district(tmp_path), write_csv(tmp_path / "任职名册（20240903）.csv", rows)]
    report = load_into(workspace, files, keep_going=True)
    assert places(report) == [("undefined_organisation", 2, "B"), ("unknown_organisation_kind", 3, "B")]
    assert report.snapshot is not None
    assert uids(report.snapshot, "SelfGovernanceGroup") == ["self_governance_group:990206000000/示例合唱队"]


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("defined", [False, True])
def test_a_row_with_a_code_joins_one_without_and_the_code_wins(
    tmp_path: Path, workspace: Workspace, reverse: bool, defined: bool
) -> None:
    code = "12990206MB0000001K"
    coded = [["共建单位", "统一社会信用代码", "共建党组织"], ["示例中学", code, "和盛里社区大党委"]]
    plain = [["共建单位", "共建党组织"], ["示例中学", "榕岸社区大党委"]]
    names = ("甲（20240903）.csv", "乙（20240903）.csv")
    files = [
        write_csv(tmp_path / n, rows) for n, rows in zip(names[:: -1 if reverse else 1], (coded, plain), strict=True)
    ]
    if defined:
        files.append(write_csv(tmp_path / "名录（20240903）.csv", [["共建单位名称", "单位类型"], ["示例中学", "学校"]]))
    snapshot = snapshot_of(workspace, [*district(tmp_path), *files])
    units = {unit for unit, _ in ties(snapshot, "CO_BUILDS_WITH")}
    assert units == {f"co_building_unit:{code}"}
    joined = snapshot.resolution().select("kept_uid", "other_uid").unique().rows()
    assert joined == [(f"co_building_unit:{code}", STUB)]


def test_two_codes_under_one_name_are_two_units(tmp_path: Path, workspace: Workspace) -> None:
    first, second = "12990206MB0000001K", "91990206MA00000009"
    rows = [
        ["共建单位", "统一社会信用代码", "共建党组织"],
        ["示例中学", first, "和盛里社区"],
        ["示例中学", second, "榕岸社区"],
    ]
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)]
    units = {unit for unit, _ in ties(snapshot_of(workspace, files), "CO_BUILDS_WITH")}
    assert units == {f"co_building_unit:{first}", f"co_building_unit:{second}"}


def test_a_firm_known_by_its_own_label_keeps_it_as_a_unit(tmp_path: Path, workspace: Workspace) -> None:
    firms = write_csv(tmp_path / "物业企业（20240903）.csv", [["物业企业名称"], ["示例物业有限责任公司"]])
    units = write_csv(tmp_path / "名录二（20240903）.csv", [["共建单位名称", "单位类型"], ["示例物业有限公司", "企业"]])
    snapshot = snapshot_of(workspace, [*district(tmp_path), firms, units])
    assert uids(snapshot, "PropertyFirm") == ["property_firm:990206000000/示例物业有限公司"]
    assert "co_building_unit:990206000000/示例物业有限公司" not in uids(snapshot, "CoBuildingUnit")


def test_a_decision_of_a_person_is_obeyed(tmp_path: Path, workspace: Workspace) -> None:
    workspace.prepare()
    heading = ["label", "name", "decision", "uid", "who", "when"]
    decision = ["CoBuildingUnit", "示例一院", "same", "co_building_unit:990206000000/示例第一医院", "某", "2024-09-01"]
    write_csv(workspace.home / "decisions.csv", [heading, decision])
    rows = [["共建单位", "共建党组织"], ["示例一院", "和盛里社区大党委"]]
    snapshot = snapshot_of(workspace, [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)])
    assert {u for u, _ in ties(snapshot, "CO_BUILDS_WITH")} == {"co_building_unit:990206000000/示例第一医院"}
    assert snapshot.resolution()["rule"].to_list() == ["decision"]


def test_what_a_rejected_row_defines_is_no_fault_of_the_rows_that_name_it(tmp_path: Path, workspace: Workspace) -> None:
    """One bad cell is one fault: its row is rejected, and those that lean on it are loaded."""
    estates = [["小区名称", "所属社区", "户数"], ["示例苑", "和盛里社区", "很多"]]
    service: Rows = [SERVICE, ["甲物业", "示例苑", None, "和盛里社区"]]
    firms = write_csv(tmp_path / "物业企业（20240903）.csv", [["物业企业名称"], ["甲物业"]])
    files = [
        *district(tmp_path),
        firms,
        write_csv(tmp_path / "新增小区（20240903）.csv", estates),
        write_csv(tmp_path / "物业服务（20240903）.csv", service),
    ]
    report = load_into(workspace, files, keep_going=True)
    assert codes(report) == ["invalid_number"]
    assert report.snapshot is not None
    stub = report.snapshot.nodes("Estate").row(by_predicate=pl.col("uid") == "estate:990206003022/示例苑", named=True)
    assert stub["defined"] is False

    later = snapshot_of(
        workspace, [write_csv(tmp_path / "补报（20240910）.csv", [["共建单位名称", "备注"], ["示例大学", "新"]])]
    )
    assert ties(later, "SERVES") == ties(report.snapshot, "SERVES"), "what was accepted stays accepted"


def test_a_thousand_unknown_names_do_not_take_minutes(tmp_path: Path) -> None:
    """Each is compared with all names only while suggestions are still worth their time."""
    rows = [["共建单位", "共建党组织"], *([f"单位{n}号", "和盛里社区大党委"] for n in range(3_000))]
    report = checked([*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)])
    assert codes(report) == ["undefined_organisation"] * 3_000


def test_committees_that_have_no_place_are_not_those_of_the_district() -> None:
    """The fixture has an industry committee without a place, so that 区委 could be taken for it."""
    assert [row for row in COMMITTEES if row[2] is None]


def test_a_row_of_an_earlier_load_that_becomes_ambiguous_is_named_and_kept(
    tmp_path: Path, workspace: Workspace
) -> None:
    """It was accepted once: it leaves the graph with a warning, and comes back as soon as its name is clear again."""
    firms = write_csv(tmp_path / "物业企业（20240903）.csv", [["物业企业名称"], ["甲物业"]])
    service = write_csv(tmp_path / "物业服务（20240903）.csv", [SERVICE, ["甲物业", "示例新村", None, None]])
    first = snapshot_of(workspace, [*district(tmp_path), firms, service])
    twin = write_csv(tmp_path / "小区二（20240910）.csv", [["小区名称", "所属社区"], ["示例新村", "榕岸社区"]])
    report = load_into(workspace, [twin])
    assert [(f.code, f.severity, f.file, f.row) for f in report.faults] == [
        ("ambiguous_reference", "warning", service.name, 2)
    ]
    assert (report.read, report.rejected) == (1, 0)
    assert report.snapshot is not None
    assert (len(ties(first, "SERVES")), len(ties(report.snapshot, "SERVES"))) == (1, 0)
    assert report.snapshot.records("property_service").height == 1
