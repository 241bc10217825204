"""A second look at the XML of an xlsx sheet, thorough only where the bytes give a reason for it."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from loaders.readers.marks import Marks, Used
from loaders.readers.sheet import Position, column_number

COLUMN = re.compile(rb'r="([A-Z]{1,7})[0-9]')  # a fixed beginning makes these three times as fast as a pattern without
ROW = re.compile(rb'r="[A-Z]{0,7}([0-9]{1,10})"')
STYLE = re.compile(rb's="([0-9]{1,6})"')
FORMULA = (b"<f", b":f")
SINGLE_QUOTED = b" r='"
REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,10})")
NO_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
ERROR = (b't="e"', b"t='e'")


@dataclass(frozen=True)
class XlsxStyles:
    """What the whole workbook says of how cells are shown.

    Attributes:
        struck_styles: numbers of the cell styles that are struck through.
        struck_strings: numbers of the shared texts that are struck through.
        formats: number formats that may hold part of a code, by the number of the cell style.
    """

    struck_styles: frozenset[str] = frozenset()
    struck_strings: frozenset[str] = frozenset()
    formats: Mapping[str, str] = field(default_factory=dict)

    def matter(self, data: bytes) -> bool:
        """Whether the XML of a sheet has to be looked through because of them."""
        if self.struck_styles or self.struck_strings:
            return True
        if "0" in self.formats:  # the style of cells that name none
            return True
        return bool(self.formats) and any(style.decode("ascii") in self.formats for style in set(STYLE.findall(data)))


def xlsx_marks(data: bytes, styles: XlsxStyles, cells: int) -> Marks:
    """What the XML of a sheet says beyond its values.

    Args:
        data: the XML of one sheet.
        styles: what the workbook says of how cells are shown.
        cells: so many cells may be spanned before the used range is measured exactly.

    Returns:
        The marks; `used` is None where a cheap look showed that it is small enough.

    Raises:
        ExpatError: if the XML is not well-formed.
    """
    crowded = _roughly_spanned(data) > cells
    if crowded or styles.matter(data) or _has_something_to_tell(data):
        marks = _SheetScan(styles).scan(data)
        return marks if crowded else replace(marks, used=None)
    return Marks()


def _roughly_spanned(data: bytes) -> float:
    if SINGLE_QUOTED in data:  # nobody is known to write so; the thorough pass understands it
        return math.inf
    columns = set(COLUMN.findall(data))
    if not columns:
        return 0
    widest = max(column_number(letters.decode("ascii")) for letters in columns)
    return widest * max(map(int, set(ROW.findall(data))), default=1)


def _has_something_to_tell(data: bytes) -> bool:
    return b"hidden=" in data or any(mark in data for mark in ERROR) or _lacks_a_result(data)


def _lacks_a_result(data: bytes) -> bool:
    return any(mark in data for mark in FORMULA) and NO_RESULT.search(data) is not None


class _SheetScan:
    """One pass over a sheet's XML, cell by cell."""

    def __init__(self, styles: XlsxStyles) -> None:
        self._styles = styles
        self._formats: dict[Position, str] = {}
        self._used = Used()
        self._hidden: set[int] = set()
        self._struck: set[int] = set()
        self._plain: set[int] = set()
        self._no_value: set[Position] = set()
        self._errors: dict[Position, str] = {}
        self._row = self._column = 0
        self._cell: dict[str, str] = {}
        self._inside = ""
        self._value = ""
        self._is_formula = False

    def scan(self, data: bytes) -> Marks:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        return Marks(
            hidden_rows=frozenset(self._hidden),
            struck_rows=frozenset(self._struck - self._plain),
            no_value=frozenset(self._no_value),
            error_cells=self._errors,
            formats=self._formats,
            used=self._used.box,
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self._hidden.add(self._row)
        elif name == "f":
            self._is_formula = True
        elif name in ("v", "t"):
            self._inside = name

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._value, self._is_formula = attributes, "", False
        reference = REFERENCE.fullmatch(attributes.get("r", ""))
        if reference:
            self._column, self._row = column_number(reference[1]), int(reference[2])
        else:
            self._column += 1

    def _text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._end_cell()
        elif name == self._inside:
            self._inside = ""

    def _end_cell(self) -> None:
        here = (self._row, self._column)
        if self._is_formula and not self._value:
            if self._cell.get("t") != "str":  # a formula that gives an empty text has its result
                self._no_value.add(here)
        elif not self._value:
            return
        elif self._cell.get("t") == "e":
            self._errors[here] = self._value
        elif code := self._styles.formats.get(self._cell.get("s", "0")):
            self._formats[here] = code
        self._used.add(*here, *here)
        (self._struck if self._is_struck() else self._plain).add(self._row)

    def _is_struck(self) -> bool:
        shared = self._cell.get("t") == "s" and self._value in self._styles.struck_strings
        return shared or self._cell.get("s") in self._styles.struck_styles
