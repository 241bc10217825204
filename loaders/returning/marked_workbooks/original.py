"""The workbook that marks are put into: the original where it is xlsx and keeps its cells, else one built from them."""

import hashlib
import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import Limits, Sheet, column_number
from loaders.readers.failures import Unreadable
from loaders.readers.package import Package, open_package
from loaders.readers.xlsx_parts import sheet_parts
from loaders.returning.marked_workbooks.dropped import dropped
from loaders.returning.marked_workbooks.external_links import values_in_place_of_links
from loaders.returning.marked_workbooks.kept_cells import LostCells, lost_cells
from loaders.returning.marked_workbooks.notes import Note
from loaders.returning.marked_workbooks.rebuilding import rebuilt
from loaders.returning.marked_workbooks.strict_format import in_usual_form, is_strict

MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
PLAIN_TEXT = (".json", ".csv", ".tsv", ".tab", ".txt")
"""Endings of files that have nothing beside their cells, so that nothing is missing where those are there."""


@dataclass(frozen=True)
class Returned:
    """A workbook ready to be marked.

    Args:
        workbook: the workbook.
        tables: its worksheets by the names that the readers gave them.
        notes: what it lacks of the file.
    """

    workbook: Workbook
    tables: dict[str, Worksheet]
    notes: list[Note] = field(default_factory=list)


def workbook_to_mark(path: Path, sheets: Sequence[Sheet]) -> Returned:
    """A workbook with the content of a file, ready to be marked.

    Args:
        path: the file.
        sheets: what was read from it; only a file that gave sheets is opened a second time.
    """
    if not sheets:
        workbook, tables, _ = rebuilt([])
        return Returned(workbook, tables, [Note("not_read")])
    data = _unchanged(path, sheets[0].source)
    original = None if data is None else _original(data, sheets)
    if original is not None:
        return original
    workbook, tables, notes = rebuilt(sheets)
    if data is None:
        notes.insert(0, Note("changed"))
    elif PurePath(path).suffix.lower() not in PLAIN_TEXT:
        notes.insert(0, Note("rebuilt"))
    return Returned(workbook, tables, notes)


def _unchanged(path: Path, source: str) -> bytes | None:
    """What the file holds; None if it is gone, or holds something else than when it was checked."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == source else None


def _original(data: bytes, sheets: Sequence[Sheet]) -> Returned | None:
    try:
        package = open_package(data, Limits())
    except Unreadable:
        return None
    if package.kind != "xlsx" or _merged_cells(package) > Limits().cells:
        return None
    try:
        workbook = _opened(data, package)
    except Exception:  # openpyxl refuses, in many ways, workbooks that Excel opens; then one is built from the cells
        return None
    lost = lost_cells(workbook, sheets)
    if lost.anywhere:
        return None
    tables = {sheet.name: workbook[sheet.name] for sheet in sheets}
    return Returned(workbook, tables, _notes(data, package, workbook, sheets, lost))


def _opened(data: bytes, package: Package) -> Workbook:
    usual = in_usual_form(data, package) if is_strict(package) else data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it does not carry over is said in the result sheet
        workbook = load_workbook(io.BytesIO(usual), keep_links=False, rich_text=True)
    workbook.template = False  # an .xlsx that calls itself a template is one that Excel does not open
    return workbook


def _notes(data: bytes, package: Package, workbook: Workbook, sheets: Sequence[Sheet], lost: LostCells) -> list[Note]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    notes = [Note("merged_values", lost.under_merged)] if lost.under_merged else []
    notes += dropped(names, package, workbook)
    if any(name.lower().startswith("xl/externallinks/externallink") for name in names):
        notes.append(Note("links", values_in_place_of_links(workbook, sheets)))
    return notes


def _merged_cells(package: Package) -> int:
    """Cells in merged ranges: openpyxl makes an object of each, and one range may claim a whole sheet."""
    areas = (MERGED.findall(part) for part in sheet_parts(package).values())
    return sum(_area(*match) for found in areas for match in found)


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    across = column_number(right.decode("ascii")) - column_number(left.decode("ascii")) + 1
    return across * (int(bottom) - int(top) + 1)
