"""Workbooks in .ods, opened again to change cells."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from sample_data.example.offices.ods_files import save_ods
from sample_data.example.offices.styles import Written

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class OdsBook:
    """A workbook in .ods, with an element for each cell.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with zipfile.ZipFile(path) as package:
            self._root = ElementTree.fromstring(package.read("content.xml"))
        for prefix, uri in (("table", _TABLE), ("office", _OFFICE), ("text", _TEXT)):
            ElementTree.register_namespace(prefix, uri.strip("{}"))
        self._tables = {str(t.get(f"{_TABLE}name")): t for t in self._root.iter(f"{_TABLE}table")}

    def sheets(self) -> Sequence[str]:
        """Return the names of its sheets."""
        return list(self._tables)

    def grid(self, sheet: str) -> list[list[Written]]:
        """Return the cells of a sheet."""
        return [[_value(cell) for cell in row] for row in self._tables[sheet].iter(f"{_TABLE}table-row")]

    def write(self, sheet: str, row: int, column: int, value: Written) -> None:
        """Change a cell; a row below the last one is added."""
        table = self._tables[sheet]
        rows = list(table.iter(f"{_TABLE}table-row"))
        while len(rows) < row:
            added = ElementTree.SubElement(table, f"{_TABLE}table-row")
            for _ in range(len(rows[0])):
                ElementTree.SubElement(added, f"{_TABLE}table-cell")
            rows.append(added)
        cell = rows[row - 1][column - 1]
        for child in list(cell):
            cell.remove(child)
        for name in ("value-type", "value", "date-value"):
            cell.attrib.pop(f"{_OFFICE}{name}", None)
        _fill(cell, value)

    def save(self) -> None:
        """Write the file anew."""
        text = ElementTree.tostring(self._root, encoding="unicode", xml_declaration=True)
        save_ods(self._path, text)


def _value(cell: ElementTree.Element) -> Written:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "float":
        number = float(cell.get(f"{_OFFICE}value", "0"))
        return int(number) if number.is_integer() else number
    if kind == "date":
        return date.fromisoformat(cell.get(f"{_OFFICE}date-value", ""))
    return "".join(cell.itertext()) or None


def _fill(cell: ElementTree.Element, value: Written) -> None:
    if value is None:
        return
    if isinstance(value, date):
        cell.set(f"{_OFFICE}value-type", "date")
        cell.set(f"{_OFFICE}date-value", value.isoformat())
    elif isinstance(value, (int, float)):
        cell.set(f"{_OFFICE}value-type", "float")
        cell.set(f"{_OFFICE}value", str(value))
    else:
        cell.set(f"{_OFFICE}value-type", "string")
    ElementTree.SubElement(cell, f"{_TEXT}p").text = str(value)
