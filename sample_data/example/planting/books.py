"""A finished file, opened again to change cells: what every format can do."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sample_data.example.offices.styles import Written
from sample_data.example.planting.ods_editing import OdsBook
from sample_data.example.planting.text_editing import CsvBook, JsonBook


class Book(Protocol):
    """A file whose cells can be read and changed; rows and columns count from 1, as Excel counts."""

    def sheets(self) -> Sequence[str]:
        """Return the names of its sheets."""

    def grid(self, sheet: str) -> list[list[Written]]:
        """Return the cells of a sheet."""

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:
        """Change a cell."""

    def save(self) -> None:
        """Write the file anew."""


def open_book(path: Path) -> Book:
    """Open a file by its ending.

    Args:
        path: a file that this package wrote.
    """
    from sample_data.example.planting.xls_editing import XlsBook  # noqa: PLC0415 - only a file of that format needs xlwt
    from sample_data.example.planting.xlsx_editing import XlsxBook  # noqa: PLC0415 - and only this one openpyxl

    kinds: Mapping[str, Callable[[Path], Book]] = {
        ".xlsx": XlsxBook,
        ".xls": XlsBook,
        ".ods": OdsBook,
        ".csv": CsvBook,
        ".json": JsonBook,
    }
    return kinds[path.suffix](path)
