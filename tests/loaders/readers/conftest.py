"""Workbooks as offices save them, and workbooks as nobody should."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from loaders.readers import Cell, ReadResult, read_file
from tests.loaders.readers.asking import ReadText, Rewrite, RowsOf, WithCells

SHEET = "xl/worksheets/sheet1.xml"
OPENING = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.fixture
def plain_workbook(tmp_path: Path) -> Path:
    """An xlsx file with one cell."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "名册"
    workbook.active["A1"] = "单位名称"
    path = tmp_path / "plain.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def rewrite(plain_workbook: Path) -> Rewrite:
    """The workbook with one cell, some of its parts replaced."""

    def rewritten(name: str, parts: dict[str, bytes]) -> Path:
        path = plain_workbook.with_name(name)
        with (
            zipfile.ZipFile(plain_workbook) as old,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for part in old.namelist():
                new.writestr(part, parts.get(part, old.read(part)))
            for part in parts.keys() - set(old.namelist()):
                new.writestr(part, parts[part])
        return path

    return rewritten


@pytest.fixture
def with_cells(rewrite: Rewrite) -> WithCells:
    """The workbook with other XML in its sheet."""

    def written(name: str, rows: str, rest: str = "") -> Path:
        return rewrite(name, {SHEET: f"{OPENING}{rows}</sheetData>{rest}</worksheet>".encode()})

    return written


@pytest.fixture
def read_text(tmp_path: Path) -> ReadText:
    """Read bytes as a file of a name."""

    def read(data: bytes | str, name: str = "表.csv", encoding: str | None = None) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_file(path, encoding=encoding)

    return read


@pytest.fixture
def rows_of(read_text: ReadText) -> RowsOf:
    """The rows that bytes come to, which must be readable."""

    def rows(data: bytes | str, name: str = "表.csv", encoding: str | None = None) -> list[list[Cell]]:
        result = read_text(data, name, encoding)
        assert result.failure is None, result.failure
        return result.sheets[0].rows

    return rows
