"""Files made to hurt, and files that were hurt: each ends as one failure, whatever it holds."""

import random
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from loaders.readers import Limits, read_file, read_files
from tests.loaders.readers.asking import ReadText, Rewrite, WithCells, failure_of

FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize("quote", ['"', "'"])
def test_one_cell_in_the_last_corner_is_refused_before_calamine_sees_it(with_cells: WithCells, quote: str) -> None:
    failure = failure_of(read_file(with_cells("角.xlsx", FAR.replace('"', quote))))
    assert failure.code == "too_many_cells"
    assert "XFD1048576" in failure.reason_zh


def test_one_cell_in_the_last_corner_written_oddly_costs_no_more_than_its_own_file(with_cells: WithCells) -> None:
    """Where the look ahead does not see it calamine aborts its process, and that is all."""
    odd = with_cells("角.xlsx", FAR.replace('r="', 'r = "'))
    good = with_cells("好.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    first, second = read_files([odd, good])
    assert failure_of(first).code == "reader_crashed"
    assert len(first.source) == 64
    assert second.sheets[0].rows == [[1]]


def test_many_cells_are_refused_by_their_sum_over_the_sheets(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for sheet in (workbook.active, workbook.create_sheet("二")):
        for _ in range(30):
            sheet.append([1] * 20)
    workbook.save(tmp_path / "a.xlsx")
    assert read_file(tmp_path / "a.xlsx", limits=Limits(cells=1200)).failure is None
    failure = failure_of(read_file(tmp_path / "a.xlsx", limits=Limits(cells=1199)))
    assert (failure.code, failure.sheet) == ("too_many_cells", "二")


def test_repetitions_in_ods_are_counted_before_they_are_made(tmp_path: Path) -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    assert failure_of(read_file(path)).code == "too_many_cells"


def test_a_bomb_of_zeros_is_refused_unopened(with_cells: WithCells) -> None:
    bomb = with_cells("炸弹.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 11_000_000)
    failure = failure_of(read_file(bomb))
    assert failure.code == "compression_ratio"


def test_a_workbook_over_the_expanded_limit_is_refused_however_it_is_packed(with_cells: WithCells) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 2000))
    failure = failure_of(read_file(with_cells("大.xlsx", rows), limits=Limits(expanded_bytes=50_000)))
    assert failure.code == "compression_ratio"


def test_an_honest_sheet_of_equal_rows_compresses_well_and_is_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("a")
    for _ in range(3000):
        sheet.append(["示例街道"] * 20)
    workbook.save(tmp_path / "a.xlsx")
    assert len(read_file(tmp_path / "a.xlsx").sheets[0].rows) == 3000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_multiply_are_refused_by_their_declaration(rewrite: Rewrite, encoding: str) -> None:
    laughs = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>'
    )
    failure = failure_of(read_file(rewrite("a.xlsx", {"xl/sharedStrings.xml": laughs.encode(encoding)})))
    assert failure.code == "forbidden_xml"
    assert "xl/sharedStrings.xml" in failure.reason_zh


def test_an_external_entity_is_refused_and_its_file_is_not_read(rewrite: Rewrite, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    part = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><sst><si><t>&b;</t></si></sst>'
    result = read_file(rewrite("a.xlsx", {"xl/sharedStrings.xml": part.encode()}))
    assert failure_of(result).code == "forbidden_xml"
    assert "geheim" not in repr(result)


def test_an_encrypted_workbook_of_office_asks_for_the_password_to_be_removed(read_text: ReadText) -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    data = header + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480
    failure = failure_of(read_text(data, "密.xlsx"))
    assert failure.code == "password_protected"
    assert "密码" in failure.suggestion_zh


@pytest.mark.parametrize("kind", [0, 1])
def test_an_encrypted_xls_is_said_to_have_a_password(tmp_path: Path, kind: int) -> None:
    workbook = xlwt.Workbook()
    workbook.add_sheet("a").write(0, 0, 1)
    path = tmp_path / "密.xls"
    workbook.save(path)
    data = bytearray(path.read_bytes())
    after_start = 512 + 4 + int.from_bytes(data[514:516], "little")
    data[after_start : after_start + 2] = (0x002F).to_bytes(2, "little")  # the record that says: encrypted from here
    data[after_start + 4] = kind  # 0: the weak kind of 1995; 1: the usual one
    path.write_bytes(data)
    assert failure_of(read_file(path)).code == "password_protected"


def test_an_encrypted_ods_is_said_to_have_a_password(tmp_path: Path) -> None:
    path = tmp_path / "密.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b"\x93\x11\x05")
        archive.writestr("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
    assert failure_of(read_file(path)).code == "password_protected"


@pytest.mark.parametrize("kept", [30, 2000, 4000])
def test_a_workbook_cut_off_is_called_damaged(plain_workbook: Path, kept: int) -> None:
    data = plain_workbook.read_bytes()
    plain_workbook.write_bytes(data[:kept])
    failure = failure_of(read_file(plain_workbook))
    assert failure.code == "unreadable_workbook"
    assert len(failure.reason_en) < 200


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"},
        {"xl/worksheets/sheet1.xml": b""},
        {"xl/workbook.xml": b"<workbook"},
        {"xl/styles.xml": b"<styleSheet><strike"},
        {"xl/styles.xml": b'<?xml version="1.0" encoding="none"?><styleSheet><strike/></styleSheet>'},
    ],
)
def test_a_workbook_with_broken_xml_is_called_damaged(rewrite: Rewrite, parts: dict[str, bytes]) -> None:
    assert failure_of(read_file(rewrite("a.xlsx", parts))).code == "unreadable_workbook"


def test_an_old_word_document_is_no_workbook(read_text: ReadText) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")
    assert failure_of(read_text(data, "a.xls")).code == "unknown_file_type"


def test_a_merged_range_over_the_whole_sheet_is_cut_to_what_is_used(with_cells: WithCells) -> None:
    rest = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    assert read_file(with_cells("a.xlsx", rows, rest)).sheets[0].merged == ((1, 1, 1, 2),)


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_damage_anywhere_ends_as_sheets_or_one_failure(tmp_path: Path, plain_workbook: Path, ending: str) -> None:
    if ending == "xls":
        workbook = xlwt.Workbook()
        workbook.add_sheet("a").write(0, 0, "甲")
        workbook.save(plain_workbook)
    whole = plain_workbook.read_bytes()
    paths = []
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        paths.append(tmp_path / f"{seed}.{ending}")
        paths[-1].write_bytes(data)
    results = list(read_files(paths, processes=2, limits=Limits(seconds=20)))
    assert [result.path for result in results] == paths
    assert all(bool(result.sheets) != bool(result.failure) for result in results)
