"""Writes .xlsx workbooks that are the same, byte for byte, whenever they are written."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from sample_data.example.offices.sheets import Sheet

_FIXED = (2024, 9, 3, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_TITLE = Font(bold=True, size=14)
_BOLD = Font(bold=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write sheets as a workbook.

    Args:
        path: the file.
        sheets: its sheets, in order.
    """
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    save_workbook(book, path)


def save_workbook(book: openpyxl.Workbook, path: Path) -> None:
    """Save a workbook without the moment at which that was done.

    Args:
        book: the workbook.
        path: the file.
    """
    written = io.BytesIO()
    book.save(written)
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(rb"\g<1>2024-09-03T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)


def _write(book: openpyxl.Workbook, sheet: Sheet) -> None:
    target = book.create_sheet(sheet.name)
    target.freeze_panes = f"A{sheet.heading_rows[-1] + 1}"
    for column in range(1, sheet.width + 1):
        target.column_dimensions[get_column_letter(column)].width = 16
    for box in sheet.merged:
        target.merged_cells.ranges.add(CellRange(min_row=box[0], min_col=box[1], max_row=box[2], max_col=box[3]))
    for number, row in enumerate(sheet.rows, start=1):
        if number <= sheet.heading_rows[-1]:
            font = _BOLD if number in sheet.heading_rows else _TITLE
            target.append([_styled(target, value, font) for value in row])
        else:
            target.append([_dated(target, value) if isinstance(value, date) else value for value in row])


def _styled(target: object, value: object, font: Font) -> object:
    cell = WriteOnlyCell(target, value)
    cell.font, cell.alignment = font, _MIDDLE
    return cell


def _dated(target: object, value: date) -> object:
    cell = WriteOnlyCell(target, value)
    cell.number_format = "yyyy-mm-dd"
    return cell
