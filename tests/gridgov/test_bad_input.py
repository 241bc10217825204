"""Bad input at the command line: each ends as one clear fault or error, and the last snapshot stays."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from graph_store.workspace.home import Workspace
from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY

SHEET = "xl/worksheets/sheet1.xml"
OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CORNER = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")

Files = Callable[[Path], list[Path]]


def text(name: str, content: str | bytes) -> Files:
    """Return what writes a file with a text, or with bytes."""

    def write(folder: Path) -> list[Path]:
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return [path]

    return write


def workbook(name: str, rows: str, padding: int = 0) -> Files:
    """Return what writes a workbook with other XML in its sheet."""

    def write(folder: Path) -> list[Path]:
        plain = folder / "plain.xlsx"
        openpyxl.Workbook().save(plain)
        body = f"{OPENING}{rows}</sheetData></worksheet>".encode() + b" " * padding
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(part, body if part == SHEET else old.read(part))
        plain.unlink()
        return [folder / name]

    return write


def a_folder(folder: Path) -> list[Path]:
    (folder / "名册.csv").mkdir()
    return [folder / "名册.csv"]


def encrypted(folder: Path) -> list[Path]:
    """A workbook as Excel encrypts it: a compound file with a stream EncryptedPackage."""
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + (len(name) * 2 + 2).to_bytes(2, "little")
        + bytes([kind, 1])
        + b"\xff" * 12
        + bytes(48)
        for name, kind in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2))
    ).ljust(512, b"\0")
    header = COMPOUND + bytes(16) + bytes.fromhex("3e000300feff0900") + b"\x06\0" + bytes(10)
    header += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(4) + (4096).to_bytes(4, "little")
    header += b"\xfe\xff\xff\xff" + bytes(4) + b"\xfe\xff\xff\xff" + bytes(4) + (0).to_bytes(4, "little")
    table = (0xFFFFFFFD).to_bytes(4, "little") + (0xFFFFFFFE).to_bytes(4, "little")
    path = folder / "加密.xlsx"
    path.write_bytes(header.ljust(512, b"\xff") + table.ljust(512, b"\xff") + directory)
    return [path]


ESTATES = "小区名称,所属街道,所属社区,户数\n"
TERMS = "业委会名称,小区名称,所属社区,任期起始日期,任期届满日期\n"
CASES: dict[str, tuple[Files, str]] = {
    "an unknown file type": (text("照片.png", b"\x89PNG\r\n\x1a\n" + bytes(range(200))), "unknown_file_type"),
    "a workbook with a password": (encrypted, "password_protected"),
    "an empty file": (text("空.xlsx", ""), "empty_file"),
    "a file that is not there": (lambda folder: [folder / "没有.xlsx"], "file_not_found"),
    "a folder": (a_folder, "is_a_folder"),
    "a wrong encoding": (text("乱码.csv", "小区名称,户数\n".encode() + b"\xff\xfe\x81\n"), "wrong_encoding"),
    "a cell in the last corner": (workbook("角.xlsx", CORNER), "too_many_cells"),
    "a zip bomb": (workbook("炸弹.xlsx", "", padding=64 * 2**20), "compression_ratio"),
    "a sheet of nothing known": (text("外来.csv", "甲,乙\n1,2\n3,4\n"), "unrecognised_sheet"),
    "a missing column": (text("小区.csv", "小区名称,户数,是否老旧小区\n花园,1,是\n"), "missing_column"),
    "an unknown code": (text("小区.csv", ESTATES + "新村,甲街道,990207001099,12\n"), "unknown_code"),
    "a reference to nothing": (text("小区.csv", ESTATES + "新村,甲街道,南社区,12\n"), "dangling_reference"),
    "a key twice": (text("小区.csv", ESTATES + "新村,甲街道,东社区,12\n新村,甲街道,东社区,13\n"), "duplicate_key"),
    "an end before the start": (
        text("业委会.csv", TERMS + "花园业委会,花园,东社区,2024-05-01,2021-05-01\n"),
        "end_before_start",
    ),
    "a date that is none": (text("业委会.csv", TERMS + "花园业委会,花园,东社区,2024-13-45,\n"), "invalid_date"),
    "no day": (text("小区.csv", ESTATES + "新村,甲街道,东社区,12\n"), "as_of_missing"),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[list[str | Path], str]:
    """What follows the verb on the command line, and the code that is expected."""
    write, code = CASES[request.param]
    folder = tmp_path / "bad"
    folder.mkdir()
    day = [] if code == "as_of_missing" else ["--as-of", DAY]
    return [*write(folder), *day], code


def test_check_says_what_is_wrong(loaded: Command, case: tuple[list[str | Path], str]) -> None:
    arguments, code = case
    outcome = loaded("check", *arguments, "--format", "json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    assert document["read"] == document["accepted"] + document["rejected"]
    errors = [f for f in document["faults"] if f["severity"] == "error"]
    assert {f["code"] for f in errors} == {code}
    assert all(f["reason"] and f["suggestion"] for f in errors)


def test_load_says_so_too_and_the_last_snapshot_stays(
    loaded: Command, home: Path, case: tuple[list[str | Path], str]
) -> None:
    arguments, code = case
    before = Workspace(home).current()
    outcome = loaded("load", *arguments, "--format", "json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    assert (document["snapshot"], document["content_hash"]) == (None, None)
    assert code in {f["code"] for f in document["faults"]}
    after = Workspace(home).current()
    assert after is not None
    assert after == before
    after.verify()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_person_reads_file_code_and_remedy_and_no_traceback(
    loaded: Command, case: tuple[list[str | Path], str], language: str
) -> None:
    arguments, code = case
    outcome = loaded("check", *arguments, "--lang", language)
    assert outcome.code == 1
    assert code in outcome.out
    assert Path(arguments[0]).name in outcome.out
    assert "Traceback" not in outcome.out + outcome.err


MAPPINGS = {
    "a column that is not there": ('columns = { name = "小区名", community = "社区" }', "小区名称"),
    "a sheet that is not there": ('sheet = "第二张"\ncolumns = { name = "小区名称", community = "社区" }', "第二张"),
    "a field that is not there": ('columns = { nam = "小区名称" }', "name"),
    "a key that is not there": ('colums = { name = "小区名称" }', "columns"),
}


@pytest.mark.parametrize("name", MAPPINGS)
@pytest.mark.parametrize("verb", ["check", "load"])
def test_a_mapping_that_does_not_fit_is_told_with_its_line_and_what_is_near(
    loaded: Command, home: Path, tmp_path: Path, name: str, verb: str
) -> None:
    said, near = MAPPINGS[name]
    table = tmp_path / "小区.csv"
    table.write_text("小区名称,社区\n新村,东社区\n", encoding="utf-8")
    mapping = tmp_path / "对照.toml"
    mapping.write_text(f'version = 1\n\n[[table]]\nfile = "小区.csv"\nrecord = "estate"\n{said}\n', encoding="utf-8")
    before = Workspace(home).current_id()
    outcome = loaded(verb, table, "--mapping", mapping, "--as-of", DAY)
    assert (outcome.code, outcome.out) == (2, "")
    assert "对照.toml" in outcome.err
    assert near in outcome.err
    assert Workspace(home).current_id() == before


def test_a_good_file_beside_bad_ones_is_still_checked(loaded: Command, tmp_path: Path) -> None:
    bad = [
        file for number, (write, _) in enumerate(list(CASES.values())[:8]) for file in write(_made(tmp_path, number))
    ]
    good = text("小区.csv", ESTATES + "新村,甲街道,东社区,12\n")(tmp_path)
    outcome = loaded("load", *bad, *good, "--as-of", DAY, "--format", "json")
    document = json.loads(outcome.out)
    assert (outcome.code, document["snapshot"], document["accepted"]) == (1, None, 1)
    assert len(document["faults"]) == len(bad)


def _made(folder: Path, number: int) -> Path:
    made = folder / str(number)
    made.mkdir()
    return made
