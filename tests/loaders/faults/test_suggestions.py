"""What a fault says to whoever has to mend it: something to do, in the words that the rest of the program uses."""

from pathlib import Path
from typing import Any

import pytest

from loaders.faults import Fault, fault_kinds
from tests.loaders.office import checked, district, write_csv, write_xlsx

KINDS = fault_kinds()
ACTIONS_ZH = ("改", "补", "填", "写", "删", "留空", "载入", "取消", "去掉", "移到", "指明", "使用", "重算")
ACTIONS_EN = (
    *("write", "add", "fill", "delete", "correct", "leave", "load", "unhide", "remove", "move", "say", "name"),
    *("mend", "rename", "change", "use", "open"),
)


@pytest.mark.parametrize("code", KINDS)
def test_each_suggestion_says_what_to_do_and_not_only_what_to_look_at(code: str) -> None:
    suggestion = KINDS[code].suggestion
    assert any(action in suggestion["zh"] for action in ACTIONS_ZH), suggestion["zh"]
    assert any(action in suggestion["en"].lower() for action in ACTIONS_EN), suggestion["en"]


@pytest.mark.parametrize("code", KINDS)
def test_a_mapping_file_has_one_name(code: str) -> None:
    assert "映射文件" not in KINDS[code].suggestion["zh"] + KINDS[code].reason["zh"]


HEADINGS: dict[str, tuple[list[str], list[object], str, str]] = {
    "an alias": (["小区名称", "所属社区", "总户数"], ["示例新苑", "和盛里社区", "十二"], "invalid_number", "总户数"),
    "spaces and a unit": (
        ["小区名称", "所属社区", " 户  数（户）"],
        ["示例新苑", "和盛里社区", "十二"],
        "invalid_number",
        "户 数（户）",
    ),
    "a required field": (["小区", "所在社区", "户数"], [None, "和盛里社区", 1], "missing_value", "小区"),
    "a reference": (["小区名称", "社区", "户数"], ["示例新苑", "南社区", 1], "dangling_reference", "社区"),
    "a date": (["小区名称", "所属社区", "开始日期"], ["示例新苑", "和盛里社区", "昨天"], "invalid_date", "开始日期"),
}
"""Headings and a row of estates; the code, and the heading that the fault shows."""


@pytest.mark.parametrize("case", HEADINGS)
def test_a_fault_shows_the_heading_as_it_is_written(tmp_path: Path, case: str) -> None:
    headings, row, code, shown = HEADINGS[case]
    report = checked([*district(tmp_path), write_xlsx(tmp_path / "小区来件（20240903）.xlsx", 小区=[headings, row])])
    faults = {f.code: f for f in report.faults}
    assert code in faults, list(faults)
    assert " ".join(str(faults[code].heading).split()) == shown
    if code == "missing_value":
        assert shown in faults[code].reason("zh")
        assert shown in faults[code].reason("en")


def test_values_that_conflict_are_told_by_the_heading_of_their_own_file(tmp_path: Path) -> None:
    files = [
        write_csv(
            tmp_path / f"{n}（20240903）.csv",
            [["小区名称", "所属社区", "总户数", f"列{n}"], ["示例新苑", "和盛里社区", n, None]],
        )
        for n in (860, 861)
    ]
    report = checked([*district(tmp_path), *files])
    (fault,) = (f for f in report.faults if f.code != "unmatched_heading")
    assert (fault.code, fault.heading) == ("conflicting_values", "总户数")
    assert "总户数" in fault.reason("zh")


SECOND = {
    "in the same sheet": ("小区", 3, "第 2 行"),
    "in another sheet": ("小区二期", 2, "小区"),
}


@pytest.mark.parametrize("case", SECOND)
def test_a_second_row_names_the_sheet_of_the_first_where_it_is_another(tmp_path: Path, case: str) -> None:
    sheet, row, said = SECOND[case]
    head, estate = ["小区名称", "所属社区", "户数"], ["示例新苑", "和盛里社区", 1]
    sheets: dict[str, list[Any]] = {"小区": [head, estate], "小区二期": [head]}
    sheets[sheet].append(estate)
    report = checked([*district(tmp_path), write_xlsx(tmp_path / "小区来件（20240903）.xlsx", **sheets)])
    found: list[Fault] = [f for f in report.faults if f.code == "duplicate_key"]
    assert [(f.sheet, f.row) for f in found] == [(sheet, row)]
    assert said in found[0].reason("zh")
    assert ("小区" in found[0].reason("zh").split("：")[0]) == (case == "in another sheet")
