"""The workbook that marks are put into: the original where it is xlsx, else one built from what was read."""

import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import Limits, Sheet, column_number
from loaders.readers.failures import Unreadable
from loaders.readers.package import Package, open_package
from loaders.readers.xlsx_parts import sheet_parts
from loaders.returning.marked_workbooks.safe_text import write_value

Tables: TypeAlias = dict[str, Worksheet]

FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_NAME = 31
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
MEASURED_ROWS = 200
NARROWEST, WIDEST = 8, 48
FIRST_WIDE = "\u1100"  # from here on characters take the room of two digits


def workbook_to_mark(path: Path, sheets: Sequence[Sheet]) -> tuple[Workbook, Tables]:
    """A workbook with the content of a file, ready to be marked.

    Args:
        path: the file.
        sheets: what was read from it; only a file that gave sheets is opened a second time.

    Returns:
        The workbook, and its worksheets by the names of `sheets`.
    """
    workbook = _original(path, sheets[0].source) if sheets else None
    if workbook is None:
        return _rebuilt(sheets)
    tables = {sheet.name: workbook[sheet.name] for sheet in sheets if sheet.name in workbook.sheetnames}
    return workbook, tables


def _original(path: Path, source: str) -> Workbook | None:
    try:
        data = path.read_bytes()
        package = open_package(data, Limits())
    except (OSError, Unreadable):
        return None
    changed = hashlib.sha256(data).hexdigest() != source  # since it was checked
    if changed or package.kind != "xlsx" or _merged_cells(package) > Limits().cells:
        return None
    try:
        return load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:  # openpyxl refuses, in many ways, workbooks that Excel opens; then one is built from the cells
        return None


def _merged_cells(package: Package) -> int:
    """Cells in merged ranges: openpyxl makes an object of each, and one range may claim a whole sheet."""
    areas = (MERGED.findall(part) for part in sheet_parts(package).values())
    return sum(_area(*match) for found in areas for match in found)


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    across = column_number(right.decode("ascii")) - column_number(left.decode("ascii")) + 1
    return across * (int(bottom) - int(top) + 1)


def _rebuilt(sheets: Sequence[Sheet]) -> tuple[Workbook, Tables]:
    workbook = Workbook()
    workbook.remove(workbook.active)
    tables: Tables = {}
    for sheet in sheets:
        table = tables[sheet.name] = workbook.create_sheet(free_name(workbook, sheet.name))
        _fill(table, sheet)
    return workbook, tables


def free_name(workbook: Workbook, wanted: str) -> str:
    """A sheet name that Excel accepts and the workbook does not have yet, as close to the wanted one as can be.

    Args:
        workbook: the workbook.
        wanted: the name; characters that Excel forbids become `_`.

    Returns:
        The name, or the name with ` 2`, ` 3` and so on.
    """
    base = FORBIDDEN_IN_NAMES.sub("_", wanted).strip().strip("'") or "Sheet"
    taken = {name.casefold() for name in workbook.sheetnames}
    name, number = base[:LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = base[: LONGEST_NAME - len(ending)] + ending
    return name


def _fill(table: Worksheet, sheet: Sheet) -> None:
    for row, values in enumerate(sheet.rows, start=sheet.first_row):
        for column, value in enumerate(values, start=sheet.first_column):
            if value is not None:
                write_value(table.cell(row, column), value)
    for position, shown in sheet.error_cells.items():
        write_value(table.cell(*position), shown)
    for top, left, bottom, right in sheet.merged:
        table.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for row in sheet.hidden_rows:
        table.row_dimensions[row].hidden = True
    if sheet.hidden:
        table.sheet_state = "hidden"
    _set_widths(table, sheet)


def _set_widths(table: Worksheet, sheet: Sheet) -> None:
    for offset in range(sheet.width):
        longest = max(_room(row[offset]) for row in sheet.rows[:MEASURED_ROWS])
        width = min(max(longest + 2, NARROWEST), WIDEST)
        table.column_dimensions[get_column_letter(sheet.first_column + offset)].width = width


def _room(value: object) -> int:
    if value is None:
        return 0
    return max((sum(1 + (character >= FIRST_WIDE) for character in line) for line in str(value).split("\n")), default=0)
