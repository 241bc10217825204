"""Each fault code on a bad example and on its good twin: the code, the cell, and what the remedy says."""

import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from loaders.check import CheckReport
from loaders.faults import Fault, fault_kinds
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from tests.loaders.office import checked, district, write_csv, write_xlsx

KINDS = fault_kinds()

ROWS: dict[str, dict[str, Any]] = {
    "estate": {
        "name": "示例新苑",
        "community": "和盛里社区",
        "households": 12,
        "valid_from": "2020-01",
        "old": "否",
        "note": "甲",
    },
    "property_service": {"firm": "示例物业公司", "estate": "示例新村", "valid_from": "2023-01-01", "valid_to": None},
    "property_firm": {"name": "示例物业公司", "code": None, "note": None},
    "division": {"name": "鹭湾街道", "code": "990206003000"},
    "tenure": {
        "person_name": "某甲",
        "identity_number": None,
        "telephone": None,
        "organisation": "示例花园联合党支部",
        "role": "书记",
        "valid_from": "2023-05-01",
    },
    "owners_committee": {"name": "示例新村业委会", "estate": "示例新村", "term": "第一届"},
    "grid": {"name": "第一网格", "community": "和盛里社区", "kind": "小区型"},
    "branch_coverage": {"branch": "示例花园联合党支部", "estate": "示例花园", "mode": "组织覆盖"},
    "co_building": {"unit": "示例小学", "committee": "和盛里社区大党委"},
}
"""A row of each record type in which nothing is wrong."""

ALSO = {"property_service": "property_firm"}
"""Record types whose rows name a thing that the district lacks: a row of the other type defines it."""


NEEDS_TYPES = frozenset(
    {"ambiguous_month", "serial_in_text", "error_value", "formula_without_value", "date_in_text", "boolean_in_text"}
)
"""Codes of faults that only a workbook can have, whose cells keep their types."""


def sheet(folder: Path, record: str, *rows: dict[str, Any], typed: bool = False) -> Path:
    """A file with one table: the headings of a row's fields, and rows."""
    fields = columns(RECORD_TYPES[record])
    title = RECORD_TYPES[record].zh.replace("（", "").replace("）", "")
    table = [[fields[name].heading for name in rows[0]], *(list(row.values()) for row in rows)]
    if typed:
        return write_xlsx(folder / "来件（20240903）.xlsx", **{title: table})
    return write_csv(folder / f"{title}来件（20240903）.csv", table)


def one_cell(folder: Path, code: str, cell: Any) -> tuple[list[Path], tuple[int | None, str | None]]:
    """Files in which one cell of one row holds the example."""
    record, field = str(KINDS[code].example["record"]), str(KINDS[code].example["field"])
    row = ROWS[record] | {field: cell}
    files = [*district(folder), sheet(folder, record, row, typed=code in NEEDS_TYPES)]
    if record in ALSO:
        other = columns(RECORD_TYPES[ALSO[record]])
        named = {other[name].heading: value for name, value in ROWS[ALSO[record]].items() if value}
        files.append(write_csv(folder / "另表（20240903）.csv", [list(named), list(named.values())]))
    return files, (2, chr(ord("A") + list(row).index(field)))


Built = tuple[list[Path], tuple[int | None, str | None], dict[str, Any]]
Builder = Callable[[Path, Any], Built]


def estate_sheet(folder: Path, change: Callable[[Any, Any], object]) -> list[Path]:
    path = sheet(folder, "estate", ROWS["estate"], typed=True)
    book = openpyxl.load_workbook(path)
    book.create_sheet("网格")
    for cells in ROWS_BESIDE:
        book["网格"].append(cells)
    change(book.worksheets[0], book)
    book.save(path)
    return [*district(folder), path]


def mapping_of(folder: Path, tables: str) -> Path:
    """A mapping file with these tables."""
    path = folder / "对照.toml"
    path.write_text(f"version = 1\n{tables}", encoding="utf-8")
    return path


ROWS_BESIDE = (("网格名称", "所属社区", "网格类型"), ("第一网格", "和盛里社区", "小区型"))
"""A table that stands beside, so that not all of the file is unread."""


def hidden_row(folder: Path, name: Any) -> Built:
    def change(sheet: Any, _book: Any) -> None:
        sheet["A2"] = name
        sheet.row_dimensions[2].hidden = "隐藏" in name

    return estate_sheet(folder, change), (2, None), {}


def struck_row(folder: Path, name: Any) -> Built:
    def change(sheet: Any, _book: Any) -> None:
        sheet["A2"] = name
        for cell in sheet[2]:
            cell.font = Font(strike="删除线" in name)

    return estate_sheet(folder, change), (2, None), {}


def sample_row(folder: Path, name: Any) -> Built:
    def change(sheet: Any, _book: Any) -> None:
        sheet["A2"] = name

    return estate_sheet(folder, change), (2, None), {}


def hidden_sheet(folder: Path, name: Any) -> Built:
    def change(sheet: Any, book: Any) -> None:
        sheet["A2"] = name
        book.active = 1
        sheet.sheet_state = "hidden" if "隐藏" in name else "visible"

    return estate_sheet(folder, change), (None, None), {}


CELLS = {
    "小区名称": "示例新苑",
    "小区": "示例雅苑",
    "所属社区": "和盛里社区",
    "户数": 12,
    "居委会名称": "和盛里社区居委会",
    "届次": "第一届",
    "楼盘": "示例新苑",
    "街坊": "甲",
    "楼盘大名": "示例新苑",
    "备注": "甲",
    "绿化率": "三成",
}
"""What stands under the headings of examples."""


def headings(name: str, place: tuple[int | None, str | None], *also: str) -> Builder:
    """Files whose headings are the example."""

    def build(folder: Path, written: Any) -> Built:
        names = [*also, *written.split("、")]
        path = write_csv(folder / f"{name}（20240903）.csv", [names, [CELLS[n] for n in names]])
        return [*district(folder), path], place, {}

    return build


def counts_by_place(folder: Path, written: Any) -> Built:
    """Two rows under the headings: of places and counts, or of estates."""
    names = written.split("、")
    counts = [["和盛里社区", 4, 3], ["榕岸社区", 6, 2]]
    rows = counts if len(names) > 2 else [["示例新苑", "和盛里社区"]]
    return [*district(folder), write_csv(folder / "来件（20240903）.csv", [names, *rows])], (1, None), {}


def duplicate_key(folder: Path, name: Any) -> Built:
    path = sheet(folder, "estate", ROWS["estate"], ROWS["estate"] | {"name": name})
    return [*district(folder), path], (3, "A"), {}


def number_under_two_names(folder: Path, number: Any) -> Built:
    """The number stands in the row above beside another name."""
    first = ROWS["tenure"] | {"person_name": "林木森", "identity_number": "990206199001010016"}
    second = first | {"person_name": "水淼淼", "identity_number": number, "role": "副书记"}
    return [*district(folder), sheet(folder, "tenure", first, second)], (3, "B"), {}


def one_branch_or_several(folder: Path, name: Any) -> Built:
    """Two firms' rows write one name, which is a common one or one of its own."""
    firms = [["物业企业名称"], ["示例物业公司"], ["示例第二物业公司"]]
    rows = [{"name": name, "firm": firm, "kind": "联合党支部"} for (firm,) in firms[1:]]
    named = write_csv(folder / "另表（20240903）.csv", firms)
    return [*district(folder), named, sheet(folder, "firm_party_organisation", *rows)], (3, "A"), {}


def heading_of_other_rows(folder: Path, written: Any) -> Built:
    rows = [["清单事项", "清单类别", "提供单位"], ["上门义诊", written, "示例小学"]]
    return [*district(folder), write_csv(folder / "清单（20240903）.csv", rows)], (1, "C"), {}


def total_mismatch(folder: Path, total: Any) -> Built:
    rows = [ROWS["estate"] | {"households": 800}, ROWS["estate"] | {"name": "示例雅苑", "households": 60}]
    last = dict.fromkeys(ROWS["estate"]) | {"name": "合计", "households": total}
    return [*district(folder), sheet(folder, "estate", *rows, last)], (4, "C"), {}


def conflicting_values(folder: Path, households: Any) -> Built:
    """Of two files of one day the one with the smaller hash goes before; the other's cell is named."""
    first = write_csv(
        folder / "甲（20240903）.csv", [["小区名称", "所属社区", "户数"], ["示例新苑", "和盛里社区", 860]]
    )
    second = write_csv(
        folder / "乙（20240903）.csv",
        [["小区名称", "所属社区", "户数", "备注"], ["示例新苑", "和盛里社区", households, "后报"]],
    )
    return [*district(folder), first, second], (2, "C"), {}


def as_of(folder: Path, title: Any, valid_from: str) -> Built:
    headings_ = ["小区名称", "所属社区", "起始日期" if valid_from else "户数"]
    rows = [[title, None, None], headings_, ["示例新苑", "和盛里社区", valid_from or 12]]
    return [*district(folder), write_xlsx(folder / "来件.xlsx", 小区=rows)], (None, None), {}


def missing_step(folder: Path, months: Any) -> Built:
    earlier, later = months.split("、")
    rows = [
        ["编号", "机构", "职务", "月份"],
        [1, "示例花园联合党支部", "书记", earlier],
        [1, "示例花园联合党支部", "书记", later],
    ]
    mapping = mapping_of(
        folder,
        '[[table]]\nfile = "成员*.csv"\nrecord = "tenure"\n'
        'columns = { person = "编号", organisation = "机构", role = "职务", valid_from = "月份" }\n'
        'spells = { key = ["person", "organisation", "role"], on = "valid_from", step = "month" }\n',
    )
    return [*district(folder), write_csv(folder / "成员.csv", rows)], (None, None), {"mapping": mapping}


def cell_without_heading(folder: Path, where: Any) -> Built:
    beside = "右边" in where
    cells = ["示例新苑", "和盛里社区", None, "已核实"] if beside else ["示例新苑", "和盛里社区", "已核实"]
    rows = [["小区名称", "所属社区", "备注"], cells]
    return [*district(folder), write_xlsx(folder / "来件（20240903）.xlsx", 小区=rows)], (2, "D"), {}


def split_number(folder: Path, households: Any) -> Built:
    row = ["示例新苑", "和盛里社区", *households.split(","), None]
    rows = [["小区名称", "所属社区", "户数", "备注"], row[:4]]
    return [*district(folder), write_csv(folder / "小区来件（20240903）.csv", rows)], (2, "C"), {}


def unclear_mark(folder: Path, mark: Any) -> Built:
    rows = [["单位", "和盛里社区大党委"], ["示例小学", mark]]
    mapping = mapping_of(
        folder,
        '[[table]]\nfile = "矩阵*.csv"\nrecord = "co_building"\ncolumns = { unit = "单位" }\n'
        'each = { columns = ["B"], heading = "committee", marks = ["√"] }\n',
    )
    return [*district(folder), write_csv(folder / "矩阵（20240903）.csv", rows)], (2, "B"), {"mapping": mapping}


def unclear_tie(folder: Path, title: Any) -> Built:
    rows = [[title, None, None], ["单位", "和盛里社区大党委", "榕岸社区大党委"], ["示例小学", "√", None]]
    return [*district(folder), write_csv(folder / "来件（20240903）.csv", rows)], (2, None), {}


def nothing_taken(folder: Path, title: Any) -> Built:
    rows = [[title, None], ["小区", "社区"], ["示例新苑", "和盛里社区"]]
    mapping = mapping_of(
        folder,
        '[[table]]\nfile = "一览*.csv"\nrecord = "estate"\ncolumns = { name = "小区", community = "社区" }\n'
        'taken = { address = { from = "title", pattern = "位于(.*)的" } }\n',
    )
    return [*district(folder), write_csv(folder / "一览（20240903）.csv", rows)], (None, None), {"mapping": mapping}


def uneven_lists(folder: Path, written: Any) -> Built:
    names = "某甲、某乙" if "两个姓名" in written else "某甲"
    roles = "书记、副书记、委员" if "三个职务" in written else "书记、副书记"
    rows = [["姓名", "任职机构", "职务"], [names, "示例花园联合党支部", roles]]
    mapping = mapping_of(
        folder,
        '[[table]]\nfile = "成员*.csv"\nrecord = "tenure"\n'
        'columns = { person_name = "姓名", organisation = "任职机构", role = "职务" }\n'
        'split = { person_name = "、", role = "、" }\n',
    )
    return [*district(folder), write_csv(folder / "成员（20240903）.csv", rows)], (2, "A"), {"mapping": mapping}


def several_persons(folder: Path, names: Any) -> Built:
    """A mapping that does not split the names; tables that are recognised are split by themselves."""
    rows = [["姓名", "任职机构", "职务"], [names, "示例花园联合党支部", "书记"]]
    mapping = mapping_of(
        folder,
        '[[table]]\nfile = "成员*.csv"\nrecord = "tenure"\n'
        'columns = { person_name = "姓名", organisation = "任职机构", role = "职务" }\n',
    )
    return [*district(folder), write_csv(folder / "成员（20240903）.csv", rows)], (2, "A"), {"mapping": mapping}


def nothing_read(folder: Path, written: Any) -> Built:
    rows = [["小区名称", "所属社区"], *([] if "表头" in written else [[written, "和盛里社区"]])]
    return [*district(folder), write_csv(folder / "小区来件（20240903）.csv", rows)], (None, None), {}


def unused_mapping(folder: Path, file: Any) -> Built:
    used = write_csv(folder / "来件甲（20240903）.csv", [["名", "社区"], ["示例新苑", "和盛里社区"]])
    there = write_csv(folder / "小区来件（20240903）.csv", [["名", "社区"], ["示例雅苑", "和盛里社区"]])
    table = '[[table]]\nfile = "{}"\nrecord = "estate"\ncolumns = {{ name = "名", community = "社区" }}\n'
    mapping = mapping_of(folder, table.format(used.name) + table.format(file))
    return [*district(folder), used, *([there] if there.name == file else [])], (None, None), {"mapping": mapping}


def nothing_defined(folder: Path, community: Any) -> Built:
    rows = [["小区名称", "所属社区"], ["示例新苑", community], ["示例雅苑", community]]
    return [*district(folder), write_csv(folder / "小区来件（20240903）.csv", rows)], (None, "B"), {}


def places_contradict(folder: Path, title: Any) -> Built:
    rows = [[title.partition("（")[0], None], ["业委会名称", "小区名称"], ["示例新村业委会", "示例新村"]]
    return [*district(folder), write_xlsx(folder / "来件（20240903）.xlsx", 和盛里社区=rows)], (2, None), {}


def filled_down(folder: Path, community: Any) -> Built:
    rows = [["所属社区", "小区名称"], ["和盛里社区", "示例新苑"], [community or None, "示例雅苑"]]
    return [*district(folder), write_csv(folder / "小区来件（20240903）.csv", rows)], (3, "A"), {}


def merged_cells_missing(folder: Path, community: Any) -> Built:
    """A community that is named on two rows, so that a blank below may be of it or of another."""
    named = ["和盛里社区", "和盛里社区", community or None, community or None]
    names = ["示例新苑", "示例雅苑", "示例小筑", "示例公馆"]
    rows = [["所属社区", "小区名称"], *([one, name] for one, name in zip(named, names, strict=True))]
    return [*district(folder), write_csv(folder / "小区来件（20240903）.csv", rows)], (1, "A"), {}


SPECIAL: dict[str, Builder] = {
    "nothing_defined": nothing_defined,
    "filled_down": filled_down,
    "merged_cells_missing": merged_cells_missing,
    "places_contradict": places_contradict,
    "cell_without_heading": cell_without_heading,
    "uneven_lists": uneven_lists,
    "several_persons": several_persons,
    "split_number": split_number,
    "unclear_mark": unclear_mark,
    "unclear_tie": unclear_tie,
    "nothing_taken": nothing_taken,
    "nothing_read": nothing_read,
    "unused_mapping": unused_mapping,
    "hidden_row": hidden_row,
    "struck_row": struck_row,
    "sample_row": sample_row,
    "hidden_sheet": hidden_sheet,
    "headings_aside": headings("来件", (1, None), "小区名称", "所属社区"),
    "unmatched_heading": headings("来件", (1, "C"), "小区名称", "所属社区"),
    "missing_column": headings("小区来件", (1, None)),
    "ambiguous_table": headings("来件", (1, None)),
    "duplicate_column": headings("小区来件", (1, "B")),
    "duplicate_key": duplicate_key,
    "total_mismatch": total_mismatch,
    "heading_of_other_rows": heading_of_other_rows,
    "one_branch_or_several": one_branch_or_several,
    "number_under_two_names": number_under_two_names,
    "conflicting_values": conflicting_values,
    "as_of_assumed": lambda folder, title: as_of(folder, title, "2024-01-05"),
    "as_of_missing": lambda folder, title: as_of(folder, title, ""),
    "missing_step": missing_step,
    "unrecognised_sheet": headings("来件", (1, None)),
    "statistical_table": counts_by_place,
}


OF_FILES = {"nothing_read", "unused_mapping"}
"""Codes that speak of a file as a whole."""


def report_of(folder: Path, code: str, which: str) -> tuple[CheckReport, tuple[int | None, str | None]]:
    cell = KINDS[code].example[which]
    if code in SPECIAL:
        files, place, options = SPECIAL[code](folder, cell)
    else:
        files, place = one_cell(folder, code, cell)
        options = {}
    return checked(files, **options), place


def blanks(text: str) -> set[str]:
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return {name.removesuffix("_zh").removesuffix("_en") for name in names}


@pytest.mark.parametrize("code", KINDS)
def test_the_bad_example_has_this_fault_at_this_cell_and_no_other(code: str, tmp_path: Path) -> None:
    report, place = report_of(tmp_path, code, "bad")
    found = report.faults
    assert [(f.code, (f.row, f.column)) for f in found] == [(code, place)]
    fault = found[0]
    assert fault.severity == KINDS[code].severity
    assert report.accepted + report.rejected == report.read
    assert fault.sheet or code in OF_FILES
    for language in ("zh", "en"):
        assert_complete(fault, language)


def assert_complete(fault: Fault, language: str) -> None:
    """Every blank of both texts is filled."""
    kind = KINDS[fault.code]
    for template, text in ((kind.reason, fault.reason(language)), (kind.suggestion, fault.suggestion(language))):
        assert text
        given = {"value": fault.value, "heading": fault.heading, **fault.blanks}
        wanted = {name for _, name, _, _ in string.Formatter().parse(template[language]) if name}
        assert {name for name in wanted if not given.get(name)} <= {f"nearest_{language}"}
        assert "{" not in text


@pytest.mark.parametrize("code", KINDS)
def test_the_good_twin_has_no_fault(code: str, tmp_path: Path) -> None:
    report, _ = report_of(tmp_path, code, "good")
    assert [(f.code, f.file, f.row, f.column, f.reason("en")) for f in report.faults] == []
    assert report.rejected == 0


@pytest.mark.parametrize("code", KINDS)
def test_both_languages_leave_the_same_blanks(code: str) -> None:
    kind = KINDS[code]
    assert blanks(kind.reason["zh"]) == blanks(kind.reason["en"])
    assert blanks(kind.suggestion["zh"]) == blanks(kind.suggestion["en"])


def test_an_error_rejects_its_row_and_a_warning_does_not(tmp_path: Path) -> None:
    bad, _ = report_of(tmp_path / "error", "invalid_date", "bad")
    doubtful, _ = report_of(tmp_path / "warning", "ambiguous_month", "bad")
    assert (bad.rejected, doubtful.rejected) == (1, 0)


def test_the_day_that_is_taken_is_named(tmp_path: Path) -> None:
    report, _ = report_of(tmp_path, "as_of_assumed", "bad")
    assert report.faults[0].blanks["day"] == date(2024, 1, 5).isoformat()
