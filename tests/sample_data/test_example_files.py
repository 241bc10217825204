"""The files of the example: as offices hold them, the same from the same seed, and each says that it is synthetic."""

import csv
import hashlib
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from graph_model.names import normal_text
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from sample_data.example import write_example
from sample_data.example.offices.layouts import LAYOUTS
from sample_data.example.offices.sheets import SYNTHETIC
from sample_data.example.offices.terms import vocabulary_of

WORKBOOKS = {".xlsx", ".xls", ".ods"}


def data_files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.name not in {"README.txt", "planted_faults.json"})


def texts(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each sheet with the texts of its cells."""
    if path.suffix in WORKBOOKS:
        book = python_calamine.load_workbook(path)
        for name in book.sheet_names:
            yield name, [str(c) for row in book.get_sheet_by_name(name).to_python() for c in row if c != ""]
    elif path.suffix == ".json":
        registry = json.loads(path.read_text(encoding="utf-8"))
        values = [str(v) for entry in registry["rows"] for v in entry.values()]
        yield path.stem, [registry["说明"], *values]
    else:
        yield path.stem, [c for row in csv_rows(path) for c in row]


def csv_rows(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_offices_send_what_their_machines_make(clean: Path) -> None:
    endings = Counter(p.suffix for p in data_files(clean))
    assert set(endings) == {".xlsx", ".xls", ".ods", ".csv", ".json"}
    assert 25 <= endings.total() <= 40
    for path in clean.glob("和汀街道*.csv"):
        path.read_bytes().decode("gb18030")
        with pytest.raises(UnicodeDecodeError):
            path.read_bytes().decode("utf-8")


def test_every_sheet_says_that_it_is_synthetic_and_of_which_day(clean: Path) -> None:
    for path in data_files(clean):
        for sheet, cells in texts(path):
            assert any(SYNTHETIC in c for c in cells), (path.name, sheet)
            assert any("2024年9月3日" in c for c in cells), (path.name, sheet)
    readme = (clean / "README.txt").read_text(encoding="utf-8")
    assert "合成" in readme
    assert "synthetic" in readme


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(clean: Path, tmp_path: Path) -> None:
    write_example(tmp_path / "again")
    write_example(tmp_path / "other", seed=7)
    hashes = {
        name: {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in data_files(folder)}
        for name, folder in (("first", clean), ("again", tmp_path / "again"), ("other", tmp_path / "other"))
    }
    assert hashes["first"] == hashes["again"]
    assert hashes["first"].keys() == hashes["other"].keys()
    assert hashes["first"]["鹭湾街道任职名册.xlsx"] != hashes["other"]["鹭湾街道任职名册.xlsx"]


def test_workbooks_do_not_tell_when_they_were_written(clean: Path) -> None:
    for path in (*clean.glob("*.xlsx"), *clean.glob("*.ods")):
        with zipfile.ZipFile(path) as package:
            assert {entry.date_time for entry in package.infolist()} == {(2024, 9, 3, 0, 0, 0)}


def test_headings_are_among_those_that_record_types_know(clean: Path) -> None:
    for record, layout in LAYOUTS.items():
        declared = columns(RECORD_TYPES[record])
        for field, headings in layout.columns.items():
            known = {normal_text(h) for h in (declared[field].heading, *declared[field].variants)}
            assert {normal_text(h) for h in headings} <= known, (record, field)


def test_terms_are_taken_from_the_vocabulary_of_their_field() -> None:
    for record, layout in LAYOUTS.items():
        declared = columns(RECORD_TYPES[record])
        for field in layout.columns:
            expected = None if declared[field].kind == "boolean" else declared[field].vocabulary
            assert vocabulary_of(record, field) == expected, (record, field)


def test_the_styles_of_offices_are_there(clean: Path) -> None:
    sheet = openpyxl.load_workbook(clean / "鹭湾街道业委会工作台账.xlsx")["业委会"]
    heading = [[c.value for c in row] for row in sheet.iter_rows(min_row=3, max_row=4)]
    assert "任期" in heading[0]
    assert {"起", "止"} <= set(heading[1])
    assert heading[0][0] == "序号"
    assert any(box.min_row > 4 and box.max_row > box.min_row for box in sheet.merged_cells.ranges)
    assert "freezePane" in str(sheet.sheet_view) or sheet.freeze_panes
    xls = [c for _, cells in texts(clean / "云岬街道小区网格台账.xls") for c in cells]
    assert "总计" in xls
    assert any("１" in c for c in xls)
    assert "无" in xls
    ods = [c for _, cells in texts(clean / "汐桥街道党建工作台账.ods") for c in cells]
    assert any(c.startswith("二〇二") for c in ods)
    assert any(c.endswith("名") and c[:-1].isdigit() for c in ods)
    csv_cells = [c for row in csv_rows(clean / "和汀街道党支部台账（20240903）.csv") for c in row]
    assert "合计" in csv_cells
    assert "—" in csv_cells
    assert any(c.startswith("注：") for c in csv_cells)


def test_no_real_place_of_the_district_that_published_is_named(clean: Path) -> None:
    published = Path(__file__).parents[2] / "sample_data" / "published" / "records" / "湖里区行政区划（2023-06-30）.csv"
    with published.open(encoding="utf-8-sig", newline="") as file:
        names = [row["区划名称"].removesuffix("居委会") for row in csv.DictReader(file)]
    real = [*names, *(n.removesuffix("社区").removesuffix("街道") for n in names if len(n) > 4)]
    for path in data_files(clean):
        everything = "\n".join((path.name, *(c for _, cells in texts(path) for c in cells)))
        assert not [n for n in real if n in everything], path.name


def test_many_districts_have_codes_and_names_of_their_own(tmp_path: Path) -> None:
    paths = write_example(tmp_path / "many", districts=11)
    assert {p.suffix for p in paths} == {".csv"}
    divisions = [p for p in paths if "division" in p.name]
    districts = [csv_rows(p)[2][0][:6] for p in divisions]
    assert len(set(districts)) == len(divisions) == 11
    assert all(code.startswith("99") for code in districts)
    firms = [row[0] for p in paths if "property_firm" in p.name for row in csv_rows(p)[2:]]
    assert len(set(firms) - {firms[-1]}) >= 11 * 24
    assert {p.suffix for p in write_example(tmp_path / "two", districts=2)} == {
        ".xlsx",
        ".xls",
        ".ods",
        ".csv",
        ".json",
    }


@pytest.mark.parametrize("wrong", [{"scale": "huge"}, {"districts": 0}, {"scale": "small", "faults": True}])
def test_an_example_that_cannot_be_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no such example|the whole example"):
        write_example(tmp_path, **wrong)  # type: ignore[arg-type] # wrong on purpose
