"""The blank workbook: what it shows to whoever fills it in, and that the loaders know every sheet of it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph_model.errors import UsageError
from graph_model.vocabularies import vocabulary
from loaders.check import check
from loaders.plans.table_finding import FoundTable, find_table
from loaders.preparing.options import LoadOptions
from loaders.readers import read_file
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.returning.template import chosen_records, write_template
from loaders.returning.template.heading_comment import Language
from loaders.returning.template.record_sheet import sheet_name


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return "en" if request.param == "en" else "zh"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    return write_template(tmp_path_factory.mktemp("template") / "空白表.xlsx", language)


@pytest.fixture(scope="module")
def workbook(path: Path) -> Workbook:
    return load_workbook(path)


@pytest.fixture(scope="module")
def found(path: Path) -> Mapping[str, FoundTable]:
    result = read_file(path)
    assert result.failure is None
    return {sheet.name: find_table(sheet) for sheet in result.sheets}


def test_every_record_type_has_its_sheet_after_the_guide(workbook: Workbook, language: Language) -> None:
    names = [sheet_name(record, language) for record in RECORD_TYPES]
    assert workbook.sheetnames == ["填写说明", *names, "填写示例"]
    assert all(sheet.sheet_state == "visible" for sheet in workbook.worksheets)


@pytest.mark.parametrize("record", RECORD_TYPES)
def test_each_sheet_is_recognised_as_its_own_record_type(
    found: Mapping[str, FoundTable], record: str, language: Language
) -> None:
    this = found[sheet_name(record, language)]
    assert this.faults == ()
    assert this.plan is not None
    assert this.plan.record == record
    assert list(this.plan.columns) == list(columns(RECORD_TYPES[record]))


def test_the_guide_loads_as_nothing(found: Mapping[str, FoundTable]) -> None:
    assert (found["填写说明"].plan, found["填写说明"].faults) == (None, ())


def test_required_headings_differ_in_colour_alone(workbook: Workbook, language: Language) -> None:
    for record, cls in RECORD_TYPES.items():
        cells = workbook[sheet_name(record, language)][1]
        fills = {field: cell.fill.fgColor.rgb for field, cell in zip(columns(cls), cells, strict=True)}
        required = {fills[field] for field in required_fields(cls)}
        assert len(required) == 1
        assert not required & {fill for field, fill in fills.items() if field not in required_fields(cls)}


def test_a_comment_tells_what_to_write(workbook: Workbook, language: Language) -> None:
    sheet = workbook[sheet_name("tenure", language)]
    texts = {field: cell.comment.text for field, cell in zip(columns(RECORD_TYPES["tenure"]), sheet[1], strict=True)}
    assert all(texts.values())
    says = {
        "zh": {
            "role": ("必填", "书记"),
            "routes": ("可不填", "顿号"),
            "person": ("不保存",),
            "organisation": ("网格",),
        },
        "en": {"role": ("required", "secretary"), "routes": ("optional", "、"), "person": ("not kept",)},
    }[language]
    for field, words in says.items():
        assert all(word in texts[field] for word in words), texts[field]


def test_one_of_two_fields_is_asked_for_in_the_comment(workbook: Workbook, language: Language) -> None:
    sheet = workbook[sheet_name("branch_coverage", language)]
    comments = [cell.comment.text for cell in sheet[1]]
    assert sum(("至少填一项" if language == "zh" else "at least one") in text for text in comments) == 2


def terms_offered(workbook: Workbook, sheet: Worksheet, letters: str) -> tuple[list[str], bool]:
    validation = next(v for v in sheet.data_validations.dataValidation if f"{letters}2" in v.sqref)
    name, _, cells = validation.formula1.lstrip("=").partition("!")
    rows = workbook[name.strip("'")][cells.replace("$", "")]
    return [cell.value for (cell,) in rows], validation.showErrorMessage


def test_each_column_of_terms_has_its_drop_down(workbook: Workbook, language: Language) -> None:
    for record, cls in RECORD_TYPES.items():
        sheet = workbook[sheet_name(record, language)]
        for cell, column in zip(sheet[1], columns(cls).values(), strict=True):
            if column.vocabulary:
                terms = vocabulary(column.vocabulary)
                offered, strict = terms_offered(workbook, sheet, cell.column_letter)
                assert offered == [term.name(language) for term in terms.terms]
                assert strict == (terms.closed and not column.many)


def test_dates_and_codes_are_text_so_that_excel_leaves_them_alone(workbook: Workbook, language: Language) -> None:
    sheet = workbook[sheet_name("estate", language)]
    formats = {
        field: sheet.column_dimensions[cell.column_letter].number_format
        for field, cell in zip(columns(RECORD_TYPES["estate"]), sheet[1], strict=True)
    }
    assert (formats["valid_from"], formats["code"], formats["households"]) == ("@", "@", "0")
    assert sheet.freeze_panes == "A2"


def test_the_workbook_has_no_macro_and_no_link(path: Path) -> None:
    names = zipfile.ZipFile(path).namelist()
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]


def test_a_name_or_place_that_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.xlsx"):
        write_template(tmp_path / "blank.xls")
    with pytest.raises(UsageError, match="cannot be written"):
        write_template(tmp_path / "none" / "blank.xlsx")


def test_only_the_sheets_that_are_named_are_there(tmp_path: Path, language: Language) -> None:
    records = chosen_records("小区，业委会,任职 estate")
    few = load_workbook(write_template(tmp_path / "三张表.xlsx", language, records))
    names = [sheet_name(record, language) for record in ("estate", "owners_committee", "tenure")]
    assert few.sheetnames == ["填写说明", *names, "填写示例"]


@pytest.mark.parametrize(
    ("text", "nearest"), [("小区,业委员会", "业主委员会"), ("任职名侧", "任职名册"), ("", "estate")]
)
def test_a_sheet_that_is_none_is_told_with_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(UsageError) as raised:
        chosen_records(text)
    assert nearest in str(raised.value)


def test_the_examples_load_as_nothing_and_the_day_on_the_guide_is_that_of_the_workbook(tmp_path: Path) -> None:
    path = write_template(tmp_path / "小区.xlsx", "zh", ["division", "estate"])
    workbook = load_workbook(path)
    workbook["填写说明"]["B1"] = "2024-09-03"
    for column, text in enumerate(("990206000000", "示例区", "区"), start=1):
        workbook["行政区划"].cell(2, column, text)
    workbook.save(path)
    report = check([path], None, LoadOptions())
    assert (report.read, report.faults) == (1, ())
    assert [r.state for r in report.readings if r.sheet.name == "填写示例"] == ["passed_over"]
