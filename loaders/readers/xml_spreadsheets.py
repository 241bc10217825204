"""XML Spreadsheet 2003, which registers of that age export as `.xls`."""

import datetime
from dataclasses import dataclass, field
from xml.parsers import expat

from loaders.readers.cells import plain_cell
from loaders.readers.failures import brief, unreadable
from loaders.readers.limits import Limits
from loaders.readers.number_formats import may_hold_text
from loaders.readers.pasted_columns import split_pasted
from loaders.readers.placed_cells import PlacedCells, placed_sheets
from loaders.readers.sheet import Cell, Sheet

NOT_VISIBLE = ("SheetHidden", "SheetVeryHidden")
MIDNIGHT = datetime.time()


def xml_sheets(file: tuple[str, str], data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets of an XML Spreadsheet.

    Args:
        file: the file's name and its SHA-256.
        data: its content.
        limits: what it must keep.

    Returns:
        One sheet for each worksheet.

    Raises:
        Unreadable: `forbidden_xml` for a DTD, `unreadable_workbook` for XML that is none.
    """
    scan = _Scan()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
        return tuple(
            map(split_pasted, placed_sheets(file, scan.sheets, limits, epoch_1904=scan.from_1904, untyped=False))
        )
    except (expat.ExpatError, ValueError, LookupError, OverflowError) as error:
        raise unreadable("unreadable_workbook", detail=brief(error)) from error


def _refuse(*_: object) -> None:
    raise unreadable("forbidden_xml", part="XML")


@dataclass
class _Scan:
    sheets: list[PlacedCells] = field(default_factory=list)
    from_1904: bool = False
    row: int = 0
    column: int = 0
    next_row: int = 1
    style: str = ""
    formats: dict[str, str] = field(default_factory=dict)
    struck: set[str] = field(default_factory=set)
    cell: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    said: str = ""
    row_style: str = ""
    has_data: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        begin = getattr(self, f"start_{name.lower()}", None)
        if begin is not None:
            begin(own)
        elif name in ("Visible", "Date1904"):
            self.said = ""

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "Data":
            self.end_data()
        elif name == "Cell":
            self.end_cell()
        elif name == "Visible" and self.sheets and self.said.strip() in NOT_VISIBLE:
            self.sheets[-1].hidden = True
        elif name == "Date1904":
            self.from_1904 = True

    def text(self, text: str) -> None:
        self.said += text

    def start_style(self, own: dict[str, str]) -> None:
        self.style = own.get("ID", "")

    def start_numberformat(self, own: dict[str, str]) -> None:
        if may_hold_text(own.get("Format", "")):
            self.formats[self.style] = own["Format"]

    def start_font(self, own: dict[str, str]) -> None:
        if own.get("StrikeThrough") == "1":
            self.struck.add(self.style)

    def start_worksheet(self, own: dict[str, str]) -> None:
        self.sheets.append(PlacedCells(own.get("Name", "")))
        self.next_row = 1

    def start_row(self, own: dict[str, str]) -> None:
        self.row, self.column = _place(own, self.next_row), 0
        self.next_row = self.row + 1 + int(own.get("Span", 0))
        self.row_style = own.get("StyleID", "")
        if own.get("Hidden") == "1":
            self.sheets[-1].hidden_rows.add(self.row)

    def start_cell(self, own: dict[str, str]) -> None:
        self.column = _place(own, self.column + 1)
        self.cell, self.has_data = own, False

    def start_data(self, own: dict[str, str]) -> None:
        self.kind, self.said = own.get("Type", "String"), ""

    def end_data(self) -> None:
        self.has_data = True
        sheet, place = self.sheets[-1], (self.row, self.column)
        style = self.cell.get("StyleID", self.row_style)
        if self.kind == "Error":
            sheet.errors[place] = self.said
            return
        sheet.put(place, _value(self.kind, self.said), style in self.struck)
        if style in self.formats:
            sheet.formats[place] = self.formats[style]

    def end_cell(self) -> None:
        sheet = self.sheets[-1]
        across, down = int(self.cell.get("MergeAcross", 0)), int(self.cell.get("MergeDown", 0))
        if "Formula" in self.cell and not self.has_data:
            sheet.no_value.add((self.row, self.column))
        if across or down:
            sheet.merged.append((self.row, self.column, self.row + down, self.column + across))
        self.column += across


def _place(own: dict[str, str], following: int) -> int:
    place = int(own.get("Index", following))
    if place < 1:
        msg = f"Index {place}"
        raise ValueError(msg)
    return place


def _value(kind: str, text: str) -> Cell:
    if kind == "Number":
        return plain_cell(float(text))
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        moment = datetime.datetime.fromisoformat(text.strip())
        return moment.date() if moment.time() == MIDNIGHT else moment
    return plain_cell(text)
