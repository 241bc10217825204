"""The published record: all that is public, each row with where it is said, and no more."""

import csv
import re

import pytest

from sample_data.published import write_published


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    folder = tmp_path_factory.mktemp("published")
    found = {}
    for path in write_published(folder):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem.partition("（")[0]] = list(csv.DictReader(file))
    assert (folder / "README.md").exists()
    return found


def test_the_division_is_that_of_june_2023_without_the_two_zones(records: dict[str, list[dict[str, str]]]) -> None:
    rows = records["湖里区行政区划"]
    levels = [r["级别"] for r in rows]
    assert (levels.count("区"), levels.count("街道"), levels.count("社区")) == (1, 5, 59)
    assert {r["截止日期"] for r in rows} == {"2023-06-30"}
    assert not [r for r in rows if r["区划代码"][6:9] in {"405", "406"}]


def test_each_unit_of_the_division_has_its_committee(records: dict[str, list[dict[str, str]]]) -> None:
    committees = records["湖里区党组织"]
    assert {r["所领导区划"] for r in committees} == {r["区划代码"] for r in records["湖里区行政区划"]}
    assert len(committees) == 1 + 5 + 59


def test_each_row_says_where_it_is_said(records: dict[str, list[dict[str, str]]]) -> None:
    for name, rows in records.items():
        for row in rows:
            source = row["备注"]
            assert re.match(r"出处：\d\.\d\.\d 节|国家统计局", source), (name, row)


def test_what_is_named_is_there(records: dict[str, list[dict[str, str]]]) -> None:
    assert {r["小区名称"] for r in records["湖里区小区"]} == {"大洋雅苑", "禹洲香槟城"}
    assert [r["片区名称"] for r in records["湖里区片区"]] == ["东渡片区"]
    assert len(records["禾盛社区事项办理"]) == 2
    assert sum(r["机制类别"] == "制度" for r in records["湖里区机制"]) == 3
    assert {r["阵地层级"] for r in records["湖里区培训阵地"]} == {"区级", "街道级", "社区级"}


def test_no_table_has_a_column_for_persons(records: dict[str, list[dict[str, str]]]) -> None:
    headings = {h for rows in records.values() for row in rows for h in row}
    assert not headings & {"姓名", "身份证号", "联系电话", "人员编号", "职务"}
