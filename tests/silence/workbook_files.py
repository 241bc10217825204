"""Workbooks as data: sheets with cells, number formats, merged ranges and what is hidden.

[case.workbooks."小区.xlsx"]
epoch = 1904                                     # 1900 by default
strict = true                                    # ISO/IEC 29500 Strict; the namespaces alone differ
saved_by_excel = true                            # with the extension that Excel writes since 2013
[[case.workbooks."小区.xlsx".sheets]]
name = "小区"
rows = [["小区名称", "户数"], ["示例花园", 860]]     # a text that begins with = is a formula without a result
texts = ["A2"]                                   # these are texts, whatever they begin with
formats = { B2 = "0000" }
merged = ["A2:A3"]
hidden_rows = [3]
hidden_columns = ["B"]
state = "hidden"
raw = { B2 = '<c r="B2" t="e"><v>#SPILL!</v></c>' }  # the cell's own XML
"""

import re
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.silence.numbers_made_up import with_numbers

_STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}

_EXTENSION = (
    '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/'
    'spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>'
)


def write_workbook(path: Path, workbook: Mapping[str, Any]) -> None:
    """Write a workbook; its name says of which format."""
    if path.suffix == ".xls":
        _write_xls(path, workbook)
        return
    book = openpyxl.Workbook()
    book.remove(book.active)
    if workbook.get("epoch") == 1904:
        book.epoch = CALENDAR_MAC_1904
    for sheet in workbook["sheets"]:
        _fill(book.create_sheet(sheet["name"]), sheet)
    book.save(path)
    _rewrite(path, workbook)


def _fill(sheet: Worksheet, written: Mapping[str, Any]) -> None:
    for row in written["rows"]:
        sheet.append([_value(value) for value in row])
    for cell in written.get("texts", []):
        sheet[cell].data_type = "s"
    for cell, number_format in written.get("formats", {}).items():
        sheet[cell].number_format = number_format
    for merged in written.get("merged", []):
        sheet.merge_cells(merged)
    for row in written.get("hidden_rows", []):
        sheet.row_dimensions[row].hidden = True
    for column in written.get("hidden_columns", []):
        sheet.column_dimensions[column].hidden = True
    sheet.sheet_state = written.get("state", "visible")


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return with_numbers(value) or None
    return value


def _rewrite(path: Path, workbook: Mapping[str, Any]) -> None:
    raw = {number: sheet.get("raw", {}) for number, sheet in enumerate(workbook["sheets"], start=1)}
    if not any(raw.values()) and not workbook.get("strict") and not workbook.get("saved_by_excel"):
        return
    before = path.with_suffix(".before")
    shutil.move(path, before)
    with zipfile.ZipFile(before) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as rewritten:
        for name in parts.namelist():
            text = parts.read(name).decode()
            found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            for cell, xml in raw[int(found[1])].items() if found else ():
                text = _with_cell(text, cell, xml)
            if name == "xl/workbook.xml" and workbook.get("saved_by_excel"):
                text = text.replace("</workbook>", _EXTENSION)
            for transitional, strict in _STRICT.items() if workbook.get("strict") else ():
                text = text.replace(transitional, strict)
            rewritten.writestr(name, text)
    before.unlink()


def _with_cell(sheet: str, cell: str, xml: str) -> str:
    parts = re.split(rf'<c r="{cell}"[^>]*?(?:/>|>.*?</c>)', sheet)
    assert len(parts) == 2, f"no cell {cell}"
    return xml.join(parts)


def _write_xls(path: Path, workbook: Mapping[str, Any]) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = workbook.get("epoch") == 1904
    for written in workbook["sheets"]:
        sheet = book.add_sheet(written["name"])
        formats = {coordinate_to_tuple(cell): pattern for cell, pattern in written.get("formats", {}).items()}
        for number, row in enumerate(written["rows"]):
            for place, value in enumerate(row):
                style = xlwt.XFStyle()
                style.num_format_str = formats.get((number + 1, place + 1), _default_format(value))
                if value != "":
                    sheet.write(number, place, _value(value), style)
    book.save(str(path))


def _default_format(value: Any) -> str:
    return "yyyy-mm-dd" if isinstance(value, (date, datetime)) else "General"
