"""What a load does: adds, supersedes, refuses, publishes; whatever the order of the files."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from graph_model.errors import UsageError
from graph_store.workspace.home import Workspace
from tests.loaders.office import (
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
    write_xlsx,
)

HEADING = ["小区名称", "所属社区", "户数", "备注"]
NEW_ESTATE = pl.col("uid") == "estate:990206003022/示例苑"


def estate(folder: Path, name: str, households: Any, note: str = "") -> Path:
    return write_csv(folder / name, [HEADING, ["示例苑", "和盛里社区", households, note]])


def key_file(folder: Path) -> Path:
    path = folder / "fixed.key"
    path.write_text("ab" * 32, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_a_newer_day_goes_before_and_is_no_conflict(tmp_path: Path, workspace: Workspace) -> None:
    first = snapshot_of(workspace, [*district(tmp_path), estate(tmp_path, "小区一（20240903）.csv", 860)])
    report = load_into(workspace, [estate(tmp_path, "小区二（20240910）.csv", 900)])
    assert codes(report) == []
    assert report.snapshot is not None
    households = [s.nodes("Estate").filter(NEW_ESTATE)["households"].to_list() for s in (first, report.snapshot)]
    assert households == [[860], [900]]
    assert report.snapshot.manifest.as_of == date(2024, 9, 10)


def test_an_older_day_changes_nothing_that_is_known(tmp_path: Path, workspace: Workspace) -> None:
    snapshot_of(workspace, [*district(tmp_path), estate(tmp_path, "小区一（20240903）.csv", 860)])
    later = snapshot_of(workspace, [estate(tmp_path, "小区二（20240801）.csv", 100)])
    assert later.nodes("Estate").filter(NEW_ESTATE)["households"].to_list() == [860]


def test_files_of_one_day_that_disagree_are_reported_at_the_cell_that_is_not_kept(
    tmp_path: Path, workspace: Workspace
) -> None:
    one, other = estate(tmp_path, "小区一（20240903）.csv", 860), estate(tmp_path, "小区二（20240903）.csv", 900, "另")
    report = load_into(workspace, [*district(tmp_path), one, other])
    assert places(report) == [("conflicting_values", 2, "C")]
    fault = report.faults[0]
    assert report.snapshot is not None
    kept = report.snapshot.nodes("Estate").filter(NEW_ESTATE)["households"].to_list()
    assert {fault.value, fault.blanks["kept"]} == {"860", "900"}
    assert [int(fault.blanks["kept"])] == kept
    sources = {s["name"]: s["sha256"] for s in report.snapshot.manifest.sources}
    assert sources[fault.file] == max(sources[one.name], sources[other.name])
    evidence = report.snapshot.evidence().filter(NEW_ESTATE & (pl.col("property") == "households"))
    winner = min((one, other), key=lambda file: sources[file.name])
    assert evidence["source"].to_list() == [f"{sources[winner.name][:12]}#{winner.stem}!2"]


def test_ties_of_one_day_that_disagree_are_reported_too(tmp_path: Path, workspace: Workspace) -> None:
    heading = ["共建单位", "共建党组织", "签约日期", "到期日期"]
    rows = [["示例小学", "和盛里社区大党委", "2023-05-01", end] for end in ("2024-01-01", "2024-06-01")]
    files = [write_csv(tmp_path / f"共建关系{n}（20240903）.csv", [heading, row]) for n, row in enumerate(rows)]
    report = load_into(workspace, [*district(tmp_path), *files])
    assert places(report) == [("conflicting_values", 2, "D")]
    assert report.snapshot is not None
    tie = report.snapshot.relationships("CO_BUILDS_WITH")
    assert [d.isoformat() for d in tie["valid_to"]] == [report.faults[0].blanks["kept"]]
    assert tie["sources"].list.len().to_list() == [2]


def test_what_one_row_leaves_blank_is_taken_from_another_with_its_own_evidence(
    tmp_path: Path, workspace: Workspace
) -> None:
    one = estate(tmp_path, "小区一（20240903）.csv", 860)
    other = write_csv(
        tmp_path / "小区二（20240910）.csv", [["小区名称", "所属社区", "地址"], ["示例苑", "和盛里社区", "甲路"]]
    )
    snapshot = snapshot_of(workspace, [*district(tmp_path), one, other])
    node = snapshot.nodes("Estate").filter(NEW_ESTATE)
    assert node.select("address", "households").row(0) == ("甲路", 860)
    evidence = snapshot.evidence().filter(NEW_ESTATE & pl.col("property").is_in(["address", "households"]))
    sources = {s["name"]: s["sha256"][:12] for s in snapshot.manifest.sources}
    assert dict(evidence.select("property", "source").iter_rows()) == {
        "address": f"{sources[other.name]}#{other.stem}!2",
        "households": f"{sources[one.name]}#{one.stem}!2",
    }


def test_a_newer_table_without_a_column_takes_no_tie_away(tmp_path: Path, workspace: Workspace) -> None:
    first = snapshot_of(workspace, district(tmp_path))
    rows: Rows = [["支部名称", "所属社区", "党员数"], ["示例花园联合党支部", "和盛里社区", 9]]
    later = snapshot_of(workspace, [write_csv(tmp_path / "支部二（20240910）.csv", rows)])
    assert ties(later, "COVERS") == ties(first, "COVERS")
    assert later.nodes("PartyBranch")["members"].to_list() == [9]


def test_a_newer_table_with_other_estates_replaces_the_ties(tmp_path: Path, workspace: Workspace) -> None:
    snapshot_of(workspace, district(tmp_path))
    rows = [["支部名称", "所属社区", "覆盖小区"], ["示例花园联合党支部", "和盛里社区", "示例新村"]]
    later = snapshot_of(workspace, [write_csv(tmp_path / "支部二（20240910）.csv", rows)])
    assert {end for _, end in ties(later, "COVERS")} == {"estate:990206003022/示例新村"}


def test_the_same_file_again_changes_nothing(tmp_path: Path, workspace: Workspace) -> None:
    files = [*district(tmp_path), estate(tmp_path, "小区一（20240903）.csv", 860)]
    first = snapshot_of(workspace, files)
    again = snapshot_of(workspace, files[-1:])
    assert first.manifest.content_hash == again.manifest.content_hash


def test_one_file_given_twice_under_two_names_is_read_once(tmp_path: Path) -> None:
    one, copy = estate(tmp_path, "小区一（20240903）.csv", 860), estate(tmp_path, "小区二（20240903）.csv", 860)
    assert checked([*district(tmp_path), one, copy]).read == 20


def test_the_same_row_twice_in_a_file_is_an_error_of_the_second(tmp_path: Path) -> None:
    rows: Rows = [HEADING, ["示例苑", "和盛里社区", 860, ""], ["示例苑", "和盛里", 861, ""]]
    report = checked([*district(tmp_path), write_csv(tmp_path / "小区一（20240903）.csv", rows)])
    assert places(report) == [("duplicate_key", 3, "A")]
    assert report.faults[0].blanks["other_zh"] == "第 2 行"


def messy(folder: Path) -> list[Path]:
    """Files that disagree, name stubs, share persons and split codes from names."""
    heading = ["姓名", "身份证号", "联系电话", "任职机构", "职务", "任职起始日期"]
    persons = [
        [["某甲", "990206199001010016", "19900000001", "示例花园联合党支部", "书记", "2023-05"]],
        [
            ["某甲", "", "19900000001", "示例花园业委会", "主任", "2023"],
            ["某乙", "", "", "示例花园业委会", "委员", "待定"],
        ],
        [["某甲", "990206199001010016", "", "和盛里社区大党委", "兼职委员", "2023.1"]],
    ]
    files = [write_csv(folder / f"任职名册{n}（20240903）.csv", [heading, *rows]) for n, rows in enumerate(persons)]
    unit = ["共建单位", "统一社会信用代码", "共建党组织"]
    files += [
        write_csv(folder / "共建甲（20240903）.csv", [unit, ["示例中学", "12990206MB0000001K", "和盛里社区"]]),
        write_csv(
            folder / "共建乙（20240902）.csv", [unit, ["示例中学", "", "榕岸社区大党委"], ["示例大学", "", "区委"]]
        ),
        estate(folder, "小区一（20240903）.csv", 860),
        estate(folder, "小区二（20240903）.csv", 900, "另"),
    ]
    return [*district(folder), *files]


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    files = messy(tmp_path)
    key = key_file(tmp_path)
    orders = [files, files[::-1], files[5:] + files[:5]]
    hashes = {
        snapshot_of(Workspace(tmp_path / f"w{n}"), o, key=key).manifest.content_hash for n, o in enumerate(orders)
    }
    assert len(hashes) == 1


def test_files_loaded_one_after_the_other_come_to_the_same_as_all_at_once(tmp_path: Path, workspace: Workspace) -> None:
    """Nodes and relationships are a function of all records, not of the way in which they came."""
    key, files = key_file(tmp_path), messy(tmp_path)
    whole = snapshot_of(workspace, files, key=key)
    other = Workspace(tmp_path / "other")
    snapshot_of(other, files[:6], key=key)
    for file in files[:5:-1]:
        last = snapshot_of(other, [file], key=key)
    assert last.manifest.content_hash == whole.manifest.content_hash


def bad(folder: Path) -> list[Path]:
    rows: Rows = [HEADING, ["示例苑", "和盛里社区", "很多", ""], ["示例园", "和盛里社区", 12, ""]]
    return [*district(folder), write_csv(folder / "小区一（20240903）.csv", rows)]


def test_rejects_over_the_tolerance_publish_nothing_and_leave_the_last_snapshot(
    tmp_path: Path, workspace: Workspace
) -> None:
    first = snapshot_of(workspace, district(tmp_path))
    report = load_into(workspace, bad(tmp_path))
    assert (report.snapshot, report.read, report.accepted, report.rejected) == (None, 21, 20, 1)
    current = workspace.current()
    assert current is not None
    assert current.id == first.id


@pytest.mark.parametrize("options", [{"tolerance": 1}, {"keep_going": True}])
def test_what_is_let_pass_is_left_out(options: dict[str, Any], tmp_path: Path, workspace: Workspace) -> None:
    snapshot = snapshot_of(workspace, bad(tmp_path), **options)
    assert "estate:990206003022/示例园" in uids(snapshot, "Estate")
    assert "estate:990206003022/示例苑" not in uids(snapshot, "Estate")
    assert snapshot.records("estate").height == 4
    assert snapshot.faults()["code"].to_list() == ["invalid_number"]


@pytest.mark.parametrize("broken", ["坏.xlsx", "没有.csv"])
def test_a_file_that_cannot_be_read_counts_as_an_error(broken: str, tmp_path: Path, workspace: Workspace) -> None:
    if broken.startswith("坏"):
        (tmp_path / broken).write_bytes(b"PK\x03\x04 not a workbook")
    files = [*district(tmp_path), tmp_path / broken]
    assert load_into(workspace, files).snapshot is None
    assert load_into(workspace, files, tolerance=1).snapshot is not None


def test_headings_that_must_be_asked_about_publish_nothing(tmp_path: Path, workspace: Workspace) -> None:
    rows = [["小区名称", "小区", "所属社区"], ["示例苑", "示例园", "和盛里社区"]]
    files = [*district(tmp_path), write_csv(tmp_path / "新小区（20240903）.csv", rows)]
    report = load_into(workspace, files)
    assert codes(report) == ["duplicate_column"]
    assert report.snapshot is None


def test_a_missing_column_is_one_fault_and_rejects_every_row(tmp_path: Path) -> None:
    rows: Rows = [["小区名称", "户数"], *([f"示例{n}村", n] for n in range(5))]
    report = checked([*district(tmp_path), write_csv(tmp_path / "新小区（20240903）.csv", rows)])
    assert codes(report) == ["missing_column"]
    assert (report.read, report.rejected) == (24, 5)


def test_another_key_is_refused(tmp_path: Path, workspace: Workspace) -> None:
    snapshot_of(workspace, district(tmp_path))
    with pytest.raises(UsageError, match="another person key"):
        load_into(workspace, district(tmp_path), key=key_file(tmp_path))


def test_no_file_is_wrong_usage(workspace: Workspace) -> None:
    with pytest.raises(UsageError):
        load_into(workspace, [])


def test_a_dissolved_organisation_closes_its_tenures_and_says_that_it_was_inferred(
    tmp_path: Path, workspace: Workspace
) -> None:
    branches = [["支部名称", "所属社区", "撤销日期"], ["示例旧支部", "和盛里社区", "2024-03"]]
    heading = ["姓名", "任职机构", "职务", "任职起始日期", "任职终止日期"]
    tenures: Rows = [
        ["某甲", "示例旧支部", "书记", "2022-01-01", None],
        ["某乙", "示例旧支部", "委员", "2022-01-01", "2023-01-01"],
        ["某丙", "示例花园联合党支部", "书记", "2022-01-01", None],
    ]
    files = [
        *district(tmp_path),
        write_csv(tmp_path / "支部二（20240903）.csv", [branches[0], branches[1]]),
        write_csv(tmp_path / "任职名册（20240903）.csv", [heading, *tenures]),
    ]
    holds = snapshot_of(workspace, files).relationships("HOLDS")
    found = set(holds.select("valid_to_earliest", "valid_to", "inferred").iter_rows())
    assert found == {
        (date(2024, 3, 1), date(2024, 3, 31), True),
        (date(2023, 1, 1), date(2023, 1, 1), None),
        (date(2024, 9, 4), None, None),
    }


def test_the_day_of_a_source_is_the_first_that_is_said(tmp_path: Path, workspace: Workspace) -> None:
    rows: Rows = [["小区台账（截至2024年9月1日）", None], ["小区名称", "所属社区"], ["示例苑", "和盛里社区"]]
    path = write_xlsx(tmp_path / "来件20240101.xlsx", 小区=rows)
    titled = snapshot_of(workspace, [*district(tmp_path), path])
    told = snapshot_of(workspace, [path], as_of=date(2024, 8, 1))
    days = [{s["name"]: s["day"] for s in snapshot.manifest.sources}[path.name] for snapshot in (titled, told)]
    assert [str(day) for day in days] == ["2024-09-01", "2024-08-01"]


def test_persons_are_joined_by_keys_and_never_by_a_name(tmp_path: Path, workspace: Workspace) -> None:
    heading = ["人员编号", "姓名", "身份证号", "联系电话", "任职机构", "职务"]
    branch, owners = "示例花园联合党支部", "示例花园业委会"
    rows = [
        ["", "某甲", "990206199001010016", "19900000001", branch, "书记"],
        ["", "某甲", "", "19900000001", owners, "主任"],
        ["", "某甲", "", "", owners, "副主任"],
        ["", "某甲", "", "19900000002", owners, "委员"],
        ["7", "某乙", "", "", branch, "副书记"],
        ["7", "", "", "", owners, "委员"],
    ]
    files = [*district(tmp_path), write_csv(tmp_path / "任职名册（20240903）.csv", [heading, *rows])]
    snapshot = snapshot_of(workspace, files)
    assert snapshot.nodes("Person").height == 4
    identity = snapshot.relationships("HOLDS")["identity"].to_list()
    assert sorted(identity) == ["alone", "medium", "medium", "strong", "strong", "strong"]
    posts = snapshot.relationships("HOLDS").group_by("start").agg(pl.col("end").sort())
    assert sorted(len(e) for e in posts["end"]) == [1, 1, 2, 2]
    assert all(name.startswith("人员 ") for name in snapshot.nodes("Person")["name"])


def test_two_files_number_17_are_two_persons_unless_they_share_a_namespace(
    tmp_path: Path, workspace: Workspace
) -> None:
    heading = ["人员编号", "任职机构", "职务"]
    files = [
        write_csv(tmp_path / "甲（20240903）.csv", [heading, ["17", "示例花园联合党支部", "书记"]]),
        write_csv(tmp_path / "乙（20240903）.csv", [heading, ["17", "示例花园业委会", "主任"]]),
    ]
    assert snapshot_of(workspace, [*district(tmp_path), *files]).nodes("Person").height == 2


def test_a_post_is_one_node_with_its_seats_whoever_holds_it(tmp_path: Path, workspace: Workspace) -> None:
    posts: Rows = [["任职机构", "职务", "席位数"], ["和盛里社区大党委", "兼职委员", 5]]
    tenures = [["姓名", "任职机构", "职务", "派出单位"], ["某甲", "和盛里社区大党委", "兼职委员", "示例第一医院"]]
    files = [
        *district(tmp_path),
        write_csv(tmp_path / "职务席位（20240903）.csv", posts),
        write_csv(tmp_path / "任职名册（20240903）.csv", tenures),
    ]
    snapshot = snapshot_of(workspace, files)
    post = "post:990206003022/和盛里社区大党委/part_time_member"
    assert snapshot.nodes("Post").select("uid", "seats").rows() == [(post, 5)]
    assert ties(snapshot, "DELEGATED_BY") == {(post, "co_building_unit:990206000000/示例第一医院")}
