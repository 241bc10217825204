"""Files that are not what their names say, or nothing at all."""

import os
import zipfile
from pathlib import Path

import pytest

from loaders.readers import Limits, read_file
from tests.loaders.readers.asking import ReadText, RowsOf, failure_of

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_web_page_without_a_table_is_named_as_one(read_text: ReadText) -> None:
    failure = failure_of(read_text("<html><p>请先登录</p></html>", "名册.xls"))
    assert failure.code == "unknown_file_type"
    assert "HTML" in failure.reason_zh
    assert ".xlsx" in failure.suggestion_zh


def test_tab_separated_text_called_xls_is_read(rows_of: RowsOf) -> None:
    assert rows_of("名称\t类型\n甲\t学校\n".encode("gb18030"), "名册.xls") == [["名称", "类型"], ["甲", "学校"]]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "a.pdf"),
        (b"%PDF-1.7 ...", "a.xlsx"),
        (b"\x89PNG\r\n", "a.csv"),
        (b"no workbook", "a.xlsx"),
        (b"a,b\n", "a.docx"),
        (b"a\0\1\2\3b", "a.csv"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xls"),
    ],
)
def test_other_kinds_of_file_are_refused_with_a_remedy(read_text: ReadText, data: bytes, name: str) -> None:
    result = read_text(data, name)
    assert failure_of(result).code == "unknown_file_type"
    assert result.sheets == ()


@pytest.mark.parametrize(("part", "kind"), [("word/document.xml", "Word"), ("readme.txt", "zip")])
def test_a_zip_that_is_no_workbook_is_told_from_one(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    failure = failure_of(read_file(path))
    assert failure.code == "unknown_file_type"
    assert kind in failure.reason_zh


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.csv"), (b" \n\t\n", "a.csv"), (b"", "a.xlsx"), (b"\xef\xbb\xbf", "a.csv")]
)
def test_an_empty_file_is_said_to_be_empty(read_text: ReadText, data: bytes, name: str) -> None:
    assert failure_of(read_text(data, name)).code == "empty_file"


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert failure_of(read_file(tmp_path / "无.xlsx")).code == "file_not_found"
    folder = tmp_path / "夹.xlsx"
    folder.mkdir()
    result = read_file(folder)
    assert failure_of(result).code == "is_a_folder"
    assert "夹.xlsx" in failure_of(result).reason_zh


def test_a_name_with_a_zero_byte_is_no_crash() -> None:
    assert failure_of(read_file("a\0b.csv")).code == "unreadable_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert failure_of(read_file(tmp_path / "a.csv")).code == "not_a_file"


@pytest.mark.elsewhere
@pytest.mark.skipif(os.name != "posix" or IS_ROOT, reason="root reads everything; Windows has no such bits")
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_file_without_permission_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a,b\n", encoding="utf-8")
    path.chmod(0)
    assert failure_of(read_file(path)).code == "permission_denied"


def test_a_file_over_the_size_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 100, encoding="utf-8")
    failure = failure_of(read_file(path, limits=Limits(file_bytes=100)))
    assert failure.code == "file_too_large"
    assert "400" in failure.reason_en
