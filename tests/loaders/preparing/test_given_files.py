"""What offices' folders hold beside tables: passed over and named, never a fault, never silence."""

import os
from pathlib import Path

import pytest

from loaders.preparing.given_files import given_files
from tests.loaders.office import UNITS, checked, codes, district, write_csv, write_xlsx

NO_TABLES = {
    "~$小区台账.xlsx": "lock_file",
    "~$区台账.xls": "lock_file",
    ".~lock.小区台账.xlsx#": "lock_file",
    ".~小区台账.xlsx": "lock_file",
    ".DS_Store": "system_file",
    "Thumbs.db": "system_file",
    "desktop.ini": "system_file",
    "Desktop.ini": "system_file",
    "._小区台账.xlsx": "system_file",
    ".gitkeep": "system_file",
    "A1B2C3D4.tmp": "temporary_file",
    "~WRD0001.tmp": "temporary_file",
    "~wps8F2A.tmp": "temporary_file",
    "小区台账.xlsx~RF4a1b.TMP": "temporary_file",
    "README.txt": "own_file",
    "planted_faults.json": "own_file",
}
"""Name of a file -> why it is no registry."""


@pytest.mark.parametrize("name", NO_TABLES)
def test_a_file_of_the_system_is_passed_over_and_named(tmp_path: Path, name: str) -> None:
    """As it is found in a folder that Excel, WPS, LibreOffice, Windows or macOS wrote into."""
    (tmp_path / name).write_bytes(b"\x05office" + bytes(158))
    report = checked([*district(tmp_path), tmp_path / name])
    assert codes(report) == []
    assert [(p.path.name, p.reason) for p in report.passed_over] == [(name, NO_TABLES[name])]


TABLES = ("~小区.csv", "小区~.csv", "tmp.csv", ".小区.csv", "小区$.csv", "desktop.csv", "README.csv")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_whose_name_only_looks_so_is_read(tmp_path: Path, name: str) -> None:
    report = checked([write_csv(tmp_path / name, UNITS)], as_of=None)
    assert (report.read, report.passed_over) == (2, ())


def test_a_folder_stands_for_the_tables_in_it_and_below_but_not_for_hidden_ones(tmp_path: Path) -> None:
    folder = tmp_path / "来件"
    write_csv(folder / "小区.csv", UNITS)
    write_csv(folder / "甲街道" / "单位.csv", UNITS)
    write_csv(folder / ".git" / "单位.csv", UNITS)
    write_csv(folder / "__MACOSX" / "单位.csv", UNITS)
    (folder / "通知.docx").write_bytes(b"PK\x03\x04")
    (folder / "照片.JPG").write_bytes(b"\xff\xd8\xff")
    given = given_files([folder])
    assert [p.relative_to(folder).as_posix() for p in given.files] == ["甲街道/单位.csv", "小区.csv"]
    assert {(p.path.name, p.reason) for p in given.passed_over} == {
        (".git", "hidden_folder"),
        ("__MACOSX", "hidden_folder"),
        ("通知.docx", "no_table"),
        ("照片.JPG", "no_table"),
    }


@pytest.mark.skipif(os.name != "posix", reason="links need a permission of their own on Windows")
def test_a_folder_that_is_a_link_is_named_and_not_followed(tmp_path: Path) -> None:
    """It may lead back to where it lies, and the same files would be read for ever."""
    write_csv(tmp_path / "来件" / "小区.csv", UNITS)
    (tmp_path / "来件" / "又是").symlink_to(tmp_path / "来件")
    given = given_files([tmp_path / "来件"])
    assert [p.name for p in given.files] == ["小区.csv"]
    assert [(p.path.name, p.reason) for p in given.passed_over] == [("又是", "linked_folder")]


def test_what_is_named_outright_is_read_whatever_its_ending(tmp_path: Path) -> None:
    """Only a folder's content is sorted by endings: who names a file means it, and hears why it cannot be read."""
    path = tmp_path / "通知.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    report = checked([path])
    assert [f.file for f in report.faults] == ["通知.docx"]
    assert report.passed_over == ()


def test_a_folder_without_tables_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert codes(checked([tmp_path / "空"])) == ["is_a_folder"]


@pytest.mark.parametrize("again", ["小区.csv", "./小区.csv", "乙/../小区.csv", "."])
def test_a_file_given_twice_is_one_file(tmp_path: Path, again: str) -> None:
    (tmp_path / "乙").mkdir()
    path = write_csv(tmp_path / "小区.csv", UNITS)
    report = checked([path, tmp_path / again])
    assert (report.read, report.passed_over) == (2, ())


@pytest.mark.parametrize("second", ["甲/小区 (1).csv", "甲/小区 - 副本.csv", "乙/小区.csv", "乙/别的.txt"])
def test_a_copy_under_another_name_is_named_with_the_file_that_was_read(tmp_path: Path, second: str) -> None:
    first, copy = write_csv(tmp_path / "甲" / "小区.csv", UNITS), write_csv(tmp_path / second, UNITS)
    report = checked([copy, first])
    assert report.read == 2
    (passed,) = report.passed_over
    assert passed.reason == "copy"
    assert {passed.path, passed.same_as} == {first, copy}


def test_two_broken_copies_are_two_faults(tmp_path: Path) -> None:
    """Each is somebody's file that was not read."""
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    report = checked([tmp_path / "甲" / "坏.xlsx", tmp_path / "乙" / "坏.xlsx"])
    assert len(report.faults) == 2
    assert {f.path for f in report.faults} == {tmp_path / "甲" / "坏.xlsx", tmp_path / "乙" / "坏.xlsx"}


def test_two_offices_files_with_one_name_keep_their_faults_apart_and_in_order(tmp_path: Path) -> None:
    """The faults of one file stand together, by its own order of sheets."""
    bad, good = [("共建单位名称", "单位类型"), (None, "医院")], [("甲", "乙", "丙"), (1, 2, 3)]
    files = [
        write_xlsx(tmp_path / "甲" / "台账.xlsx", 单位=bad, 外来=good),
        write_xlsx(tmp_path / "乙" / "台账.xlsx", 外来=good, 单位=[*bad, (None, "学校")]),
    ]
    report = checked(files)
    by_file: dict[str | None, list[str | None]] = {}
    for fault in report.faults:
        by_file.setdefault(fault.source, []).append(fault.sheet)
    assert [f.source for f in report.faults] == [s for s, sheets in by_file.items() for _ in sheets]
    sheets = {report.paths[str(source)].parent.name: list(dict.fromkeys(s)) for source, s in by_file.items()}
    assert sheets == {"甲": ["单位", "外来"], "乙": ["外来", "单位"]}
