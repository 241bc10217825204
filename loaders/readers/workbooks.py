"""The doorway to calamine: xlsx, xls, xlsb and ods become sheets. Runs in the reading process alone."""

import io
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from loaders.readers.cells import plain_cell
from loaders.readers.compound import check_compound
from loaders.readers.failures import brief, unreadable
from loaders.readers.limits import Limits
from loaders.readers.marks import Marks, cells_in
from loaders.readers.ods_marks import ods_marks
from loaders.readers.package import Package, open_package
from loaders.readers.sheet import Box, Sheet, column_letters
from loaders.readers.unknown_errors import with_known_errors
from loaders.readers.xls_marks import xls_marks
from loaders.readers.xlsx_marks import xlsx_marks
from loaders.readers.xlsx_parts import sheet_parts
from loaders.readers.xlsx_styles import struck_strings, struck_styles

NO_MARKS = Marks()


@dataclass(frozen=True)
class _File:
    name: str
    source: str
    limits: Limits


def package_sheets(name: str, source: str, data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets of an xlsx, xlsb or ods file.

    Args:
        name: the file's name.
        source: its SHA-256.
        data: its content.
        limits: what it must keep.

    Returns:
        One sheet for each worksheet, in the workbook's order; charts and macro sheets are none.

    Raises:
        Unreadable: whatever is wrong with the file.
    """
    package = open_package(data, limits)
    try:
        marks = _marks(package, limits)
    except (expat.ExpatError, ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise unreadable("unreadable_workbook", detail=brief(error)) from error
    _check_used(((sheet, entry.used) for sheet, entry in marks.items()), limits)
    return _sheets(_File(name, source, limits), with_known_errors(data, package), marks)


def compound_sheets(name: str, source: str, data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets of an xls file.

    Args:
        name: the file's name.
        source: its SHA-256.
        data: its content.
        limits: what it must keep.

    Returns:
        One sheet for each worksheet.

    Raises:
        Unreadable: whatever is wrong with the file.
    """
    check_compound(data)
    try:
        marks = xls_marks(data)
    except (struct.error, ValueError, LookupError) as error:
        raise unreadable("unreadable_workbook", detail=brief(error)) from error
    return _sheets(_File(name, source, limits), data, marks)


def _marks(package: Package, limits: Limits) -> Mapping[str, Marks]:
    if package.kind == "xlsx":
        styles, strings = struck_styles(package), struck_strings(package)
        parts = sheet_parts(package)
        return {name: xlsx_marks(part, styles, strings, limits.cells) for name, part in parts.items()}
    return ods_marks(package.part("content.xml")) if package.kind == "ods" else {}


def _sheets(file: _File, data: bytes, marks: Mapping[str, Marks]) -> tuple[Sheet, ...]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            tables = [entry for entry in workbook.sheets_metadata if entry.typ == SheetTypeEnum.WorkSheet]
            sheets = {entry.name: workbook.get_sheet_by_name(entry.name) for entry in tables}
            _check_used(((name, _box(sheet)) for name, sheet in sheets.items()), file.limits)
            return tuple(_sheet(file, entry, sheets[entry.name], marks.get(entry.name, NO_MARKS)) for entry in tables)
    except PasswordError as error:
        raise unreadable("password_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise unreadable("unreadable_workbook", detail=brief(error)) from error


def _box(sheet: CalamineSheet) -> Box | None:
    if sheet.start is None or sheet.end is None:
        return None
    return (sheet.start[0] + 1, sheet.start[1] + 1, sheet.end[0] + 1, sheet.end[1] + 1)


def _check_used(boxes: Iterator[tuple[str, Box | None]], limits: Limits) -> None:
    total = 0
    for name, box in boxes:
        total += cells_in(box)
        if box is not None and total > limits.cells:
            corner = f"{name}!{column_letters(box[3])}{box[2]}"
            raise unreadable("too_many_cells", sheet=name, cells=total, corner=corner, limit=limits.cells)


def _sheet(file: _File, entry: SheetMetadata, table: CalamineSheet, marks: Marks) -> Sheet:
    top, left = (place + 1 for place in table.start or (0, 0))
    return Sheet(
        file=file.name,
        source=file.source,
        name=entry.name,
        rows=[[plain_cell(value) for value in row] for row in table.to_python()] if table.start else [],
        first_row=top,
        first_column=left,
        merged=tuple(_within(_merged(table) or marks.merged, _box(table))),
        hidden=entry.visible != SheetVisibleEnum.Visible,
        hidden_rows=marks.hidden_rows,
        struck_rows=marks.struck_rows,
        no_value=marks.no_value,
        error_cells=marks.error_cells,
    )


def _within(merged: tuple[Box, ...], used: Box | None) -> Iterator[Box]:
    """The ranges cut to the used range, since one may claim a whole sheet."""
    if used is None:
        return
    for top, left, bottom, right in merged:
        box = (max(top, used[0]), max(left, used[1]), min(bottom, used[2]), min(right, used[3]))
        if box[0] <= box[2] and box[1] <= box[3] and box[:2] != box[2:]:
            yield box


def _merged(table: CalamineSheet) -> tuple[Box, ...]:
    ranges = table.merged_cell_ranges or []
    return tuple((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
