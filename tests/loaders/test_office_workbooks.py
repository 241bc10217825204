"""Workbooks as offices write them, with their own headings, several tables in a sheet, and lists named by the sheet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph_store.workspace.home import Workspace
from loaders.plans.recognising import recognise
from loaders.readers import read_file
from tests.loaders.office import DIVISIONS, checked, codes, district, places, snapshot_of, write_csv, write_xlsx

Row = Sequence[Any]

HEADINGS: Row = ("小区名称", "所属社区", "户数")


def one_sheet(folder: Path, *rows: Row, sheet: str = "Sheet1") -> Path:
    return write_xlsx(folder / "来件（20240903）.xlsx", **{sheet: rows})


def divisions(folder: Path) -> Path:
    return write_csv(folder / "行政区划（20240903）.csv", DIVISIONS)


def test_another_table_below_is_read_as_a_table_of_its_own(tmp_path: Path) -> None:
    below = ("支部名称", "所属社区", "覆盖小区")
    rows = (HEADINGS, ("甲花园", "和盛里社区", 1), (), below, ("甲支部", "和盛里社区", "甲花园"))
    snapshot = snapshot_of(Workspace(tmp_path / "home"), [divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert list(snapshot.nodes("Estate")["name"]) == ["甲花园"]
    assert list(snapshot.nodes("PartyBranch")["name"]) == ["甲支部"]
    assert snapshot.relationships("COVERS").height == 1


def test_the_same_columns_below_in_another_order_are_read_by_their_own_headings(tmp_path: Path) -> None:
    rows = (HEADINGS, ("甲花园", "和盛里社区", 1), ("小区名称", "户数", "所属社区"), ("乙花园", 8, "榕岸社区"))
    snapshot = snapshot_of(Workspace(tmp_path / "home"), [divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert dict(snapshot.nodes("Estate").select("name", "households").iter_rows()) == {"甲花园": 1, "乙花园": 8}


def test_a_table_below_under_its_own_title_keeps_its_rows_and_their_numbers(tmp_path: Path) -> None:
    first = (("鹭湾街道小区表",), HEADINGS, ("甲花园", "和盛里社区", 1), ("合计", None, 1))
    second = (("和汀街道小区表",), HEADINGS, ("乙花园", "榕岸南社区", "约八"))
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *first, *second)])
    assert places(report) == [("invalid_number", 7, "C")]
    assert report.skipped == {"total": 1}


def test_a_heading_repeated_on_the_next_page_begins_no_other_table(tmp_path: Path) -> None:
    rows = (HEADINGS, ("甲花园", "和盛里社区", 1), (), HEADINGS, ("乙花园", "榕岸社区", 8))
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert not codes(report)
    assert report.skipped == {"blank": 1, "repeated_heading": 1}


def test_a_table_below_one_with_a_heading_two_rows_high_is_found(tmp_path: Path) -> None:
    upper, lower = ("小区名称", "所属社区", "规模"), (None, None, "户数")
    above = (upper, lower, *((f"{n}花园", "和盛里社区", 1) for n in "甲乙丙"))
    below = (("党支部",), ("支部名称", "所属社区"), ("甲支部", "和盛里社区"))
    path = one_sheet(tmp_path, *above, *below)
    plans = recognise(read_file(path).sheets[0]).plans
    assert [(plan.record, plan.header) for plan in plans] == [("estate", (1, 2)), ("party_branch", (7,))]


def test_two_tables_side_by_side_are_both_read(tmp_path: Path) -> None:
    rows = ((*HEADINGS, None, *HEADINGS), ("甲花园", "和盛里社区", 1, None, "乙花园", "没有社区", 8))
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert (report.read, report.rejected) == (len(DIVISIONS) - 1 + 2, 1)
    assert places(report) == [("dangling_reference", 2, "F")]


def test_a_table_beside_lends_no_community_to_its_neighbour(tmp_path: Path) -> None:
    rows = (("小区名称", "所属社区", None, "支部名称", "覆盖小区"), ("甲花园", "和盛里社区", None, "乙支部", "乙花园"))
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert ("dangling_reference", 2, "E") in places(report)


def test_a_blank_column_inside_a_table_parts_nothing(tmp_path: Path) -> None:
    rows = (("小区名称", "所属社区", None, "户数", "地址"), ("甲花园", "和盛里社区", None, 8, "甲路1号"))
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert not codes(report)


def test_an_audit_that_names_its_estates_is_no_register_of_estates(tmp_path: Path) -> None:
    headings = ("批次", "所属社区", "小区名称", "被审计单位", "审计机构", "进场时间")
    row = ("第一批", "和盛里社区", "示例花园", "示例花园业委会", "示例区审计局", "2024.5.6")
    files = [*district(tmp_path), one_sheet(tmp_path, headings, row)]
    snapshot = snapshot_of(Workspace(tmp_path / "home"), files)
    assert snapshot.nodes("Audit").height == 1
    assert snapshot.nodes("Estate").height == 3


def test_a_table_that_lacks_a_column_is_asked_about_and_not_taken_for_a_poorer_one(tmp_path: Path) -> None:
    headings = ("所属社区", "批次", "被审计单位", "审计机构", "审计内容")
    row = ("和盛里社区", "第一批", "甲", "乙", "公共收益")
    report = checked([divisions(tmp_path), one_sheet(tmp_path, headings, row)])
    assert "missing_column" in codes(report)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("任期（起）", "2024.5.6"), ("任期起始时间", "2024年5月6日 9:30"), ("start date", "2024-5-6 00:00:00")],
)
def test_a_term_begins_on_the_day_written(heading: str, cell: str, tmp_path: Path) -> None:
    rows = (("小区名称", "所属社区", "业委会名称", heading), ("示例新村", "和盛里社区", "示例新村业委会", cell))
    files = [*district(tmp_path), one_sheet(tmp_path, *rows)]
    ties = snapshot_of(Workspace(tmp_path / "home"), files).relationships("REPRESENTS")
    assert "2024-05-06" in [str(day) for day in ties["valid_from"]]


def test_the_name_of_a_sheet_says_which_of_the_three_lists_it_is(tmp_path: Path) -> None:
    needs = (("编号", "所属社区", "需求内容", "提出单位"), ("XQ01", "和盛里社区", "独居老人义诊", "示例小学"))
    resources = (("编号", "所属社区", "资源内容", "对应需求编号"), ("ZY01", "和盛里社区", "专家义诊", "XQ01"))
    projects = (("编号", "项目名称", "责任单位", "完成情况"), ("XM01", "加装电梯", "示例第一医院", "进行中"))
    path = write_xlsx(tmp_path / "来件（20240903）.xlsx", 需求清单=needs, 资源清单=resources, 项目清单=projects)
    pledges = snapshot_of(Workspace(tmp_path / "home"), [*district(tmp_path), path]).nodes("Pledge")
    assert dict(pledges.select("number", "list").iter_rows()) == {
        "XQ01": "needs",
        "ZY01": "resources",
        "XM01": "projects",
    }
    assert pledges["answers"].drop_nulls().to_list() == ["pledge:990206003022/独居老人义诊/XQ01"]


def test_a_placeholder_bears_the_label_that_its_name_leaves_no_doubt_of(tmp_path: Path) -> None:
    headings = ("活动主题", "活动时间", "参加单位")
    units = "和盛里社区居委会、鹭湾街道办事处、某业主委员会、某学校、某公安局"
    activity = one_sheet(tmp_path, headings, ("联席会议", "2024.5.6", units))
    lead = write_csv(tmp_path / "联盟（20240903）.csv", (("联盟名称", "牵头单位"), ("某联盟", "示例区住建局")))
    snapshot = snapshot_of(Workspace(tmp_path / "home"), [*district(tmp_path), activity, lead])
    stubs = {
        label: [n for n, defined in snapshot.nodes(label).select("name", "defined").iter_rows() if not defined]
        for label in ("ResidentsCommittee", "Authority", "OwnersCommittee", "PartyCommittee")
    }
    assert stubs == {
        "ResidentsCommittee": ["和盛里社区居委会"],
        "Authority": ["示例区住建局", "鹭湾街道办事处"],
        "OwnersCommittee": ["某业主委员会"],
        "PartyCommittee": [],
    }
    assert {"某学校", "某公安局"} <= set(snapshot.nodes("CoBuildingUnit")["name"])


def test_candidates_with_one_name_are_told_apart(tmp_path: Path) -> None:
    divisions = (*DIVISIONS, ("990206004003", "榕岸社区居委会", "社区"))
    estates = (("小区名称", "所属街道", "所属社区"), ("甲苑", "鹭湾街道", "榕岸社区"), ("甲苑", "和汀街道", "榕岸社区"))
    service = (("小区名称", "物业公司"), ("甲苑", "某物业"))
    files = [
        write_csv(tmp_path / f"{name}（20240903）.csv", rows)
        for name, rows in (("区划", divisions), ("小区", estates), ("物业服务", service))
    ]
    (fault,) = (f for f in checked(files).faults if f.code == "ambiguous_reference")
    assert "鹭湾街道" in fault.reason("zh")
    assert "和汀街道" in fault.reason("zh")


@pytest.mark.parametrize("nobody", ["空缺", "（空缺）", "无", "—"])
def test_a_vacant_post_is_held_by_nobody(nobody: str, tmp_path: Path) -> None:
    rows = [
        ("姓名", "任职机构", "职务"),
        *[(nobody, "和盛里社区大党委", "委员")] * 2,
        ("甲某", "榕岸社区大党委", "委员"),
    ]
    files = [*district(tmp_path), one_sheet(tmp_path, *rows)]
    snapshot = snapshot_of(Workspace(tmp_path / "home"), files)
    counts = snapshot.nodes("Post").height, snapshot.nodes("Person").height, snapshot.relationships("HOLDS").height
    assert counts == (2, 1, 1)


def test_a_name_left_blank_is_somebody_unnamed(tmp_path: Path) -> None:
    rows = (("姓名", "任职机构", "职务"), (None, "和盛里社区大党委", "书记"))
    files = [*district(tmp_path), one_sheet(tmp_path, *rows)]
    assert snapshot_of(Workspace(tmp_path / "home"), files).relationships("HOLDS")["identity"].to_list() == ["alone"]


def test_headings_of_sections_and_closing_lines_are_no_records(tmp_path: Path) -> None:
    rows = (
        HEADINGS,
        ("一、鹭湾街道",),
        ("甲花园", "和盛里社区", 1),
        ("（二）和汀街道",),
        ("乙花园", "榕岸南社区", 2),
        ("合计（2个小区）", None, 4),
        ("（以下空白）",),
    )
    report = checked([divisions(tmp_path), one_sheet(tmp_path, *rows)])
    assert places(report) == [("total_mismatch", 6, "C")]
    assert report.skipped == {"note": 3, "total": 1}


@pytest.mark.parametrize(
    "estates", ["示例新村、榕岸社区示例花园", "1、示例新村\n2、示例花园（榕岸社区）", "①示例新村；②榕岸社区示例花园"]
)
def test_a_joint_branch_covers_an_estate_of_another_community_that_is_named(estates: str, tmp_path: Path) -> None:
    rows = (("支部名称", "所属社区", "覆盖小区"), ("甲联合党支部", "和盛里社区", estates))
    files = [*district(tmp_path, without=["党支部"]), one_sheet(tmp_path, *rows)]
    covered = snapshot_of(Workspace(tmp_path / "home"), files).relationships("COVERS")["end"].to_list()
    assert sorted(covered) == ["estate:990206003022/示例新村", "estate:990206003023/示例花园"]


def test_a_namesake_elsewhere_is_suggested_with_its_place(tmp_path: Path) -> None:
    rows = (("支部名称", "所属社区", "覆盖小区"), ("甲党支部", "榕岸社区", "示例新村"))
    (fault,) = checked([*district(tmp_path), one_sheet(tmp_path, *rows)]).faults
    assert fault.code == "dangling_reference"
    assert "示例新村（和盛里社区）" in fault.suggestion("zh")


OFFICE_TABLES = {
    "firm_party_organisation": "企业名称 党组织名称 党组织形式 党员人数 成立时间 上级党组织",
    "branch_coverage": "小区名称 所属社区 街道 覆盖方式 覆盖支部",
    "party_branch": "党支部名称 所属社区 小区名称 党员数（人） 书记姓名",
    "tenure": "党组织名称 姓名 现任职务 任职时间 联系电话",
    "party_committee": "党组织名称 类型 上级党组织 成立时间 联系电话",
    "owners_committee": "小区名称 所属社区 业委会名称 届次 任期（起） 任期（止） 主任姓名",
    "audit": "批次 所属社区 小区名称 被审计单位 审计机构 审计内容 进场时间",
    "estate": "小区名称 所属社区 户数 建成年份 物业公司",
    "property_service": "小区名称 所属社区 物业公司 合同到期时间",
    "matter": "编号 受理日期 小区 纠纷类型 纠纷简要情况 调解结果 办结日期",
    "supervisory_committee": "小区名称 社区 监督委员会名称 对应业委会 成立日期",
}


@pytest.mark.parametrize("record", OFFICE_TABLES)
def test_a_table_of_an_office_is_told_by_its_headings_alone(record: str, tmp_path: Path) -> None:
    headings = OFFICE_TABLES[record].split()
    path = one_sheet(tmp_path, headings, ["甲"] * len(headings))
    assert recognise(read_file(path).sheets[0]).plans[0].record == record
