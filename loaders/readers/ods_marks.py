"""What calamine does not tell of the sheets of an ods file, from one pass over its content."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final
from xml.parsers import expat

from loaders.readers.marks import Marks, Used
from loaders.readers.sheet import Box, Position

CELLS = ("table-cell", "covered-table-cell")
NOT_SHOWN = ("collapse", "filter")
MEASURE = re.compile(r"\d[.,]\d|[%％]|\d[Ee][+-]")  # decimals, thousands, percents: a number and no code
NO_LINE: Final = (None, "", "none")


def ods_marks(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name.

    Args:
        content: the part `content.xml`.

    Returns:
        Merged ranges and the used range among them; rows and cells that are repeated count as often as they are.

    Raises:
        ExpatError: if the XML is not well-formed.
        ValueError: if a number of repetitions is none.
    """
    scan = _ContentScan()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    parser.Parse(content, True)
    return {name: replace(table.marks(), epoch_1904=scan.from_1904) for name, table in scan.tables.items()}


@dataclass
class _Cell:
    attributes: dict[str, str]
    text: str = ""

    @property
    def is_formula(self) -> bool:
        return "table:formula" in self.attributes

    @property
    def has_value(self) -> bool:
        return bool(self.text) or "office:value-type" in self.attributes


def _code_shown(cell: _Cell) -> str | None:
    """The text of a number that holds more than the number: its digits end with it, and nothing measures."""
    value, text = cell.attributes.get("office:value", ""), cell.text.strip()
    digits = "".join(character for character in text if character.isdigit())
    is_code = value.isdigit() and text != value and digits.endswith(value) and not MEASURE.search(text)
    return text if is_code and cell.attributes.get("office:value-type") == "float" else None


@dataclass
class _Table:
    used: Used = field(default_factory=Used)
    row: int = 0
    column: int = 0
    repeated: int = 1
    hidden: list[tuple[int, int]] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    plain: set[int] = field(default_factory=set)
    no_value: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    shown: dict[Position, str] = field(default_factory=dict)
    characters: int = 0

    def start_row(self, attributes: dict[str, str]) -> None:
        self.row += self.repeated
        self.repeated = int(attributes.get("table:number-rows-repeated", 1))
        self.column = 1
        if attributes.get("table:visibility") in NOT_SHOWN:
            self.hidden.append((self.row, self.row + self.repeated - 1))

    def add(self, cell: _Cell, is_struck: bool) -> None:
        columns = int(cell.attributes.get("table:number-columns-repeated", 1))
        here = (self.row, self.column)
        self.column += columns
        self._note_merge(here, cell.attributes)
        self.characters += len(cell.text) * columns * self.repeated
        if cell.is_formula and not cell.has_value:
            self.no_value.add(here)
        elif not cell.has_value:
            return
        elif cell.attributes.get("calcext:value-type") == "error":
            self.errors[here] = cell.text
        elif text := _code_shown(cell):
            self.shown[here] = text
        self.used.add(*here, self.row + self.repeated - 1, self.column - 1)
        (self.struck if is_struck else self.plain).add(self.row)

    def _note_merge(self, here: Position, attributes: dict[str, str]) -> None:
        down = int(attributes.get("table:number-rows-spanned", 1))
        across = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or across > 1:
            self.merged.append((*here, here[0] + down - 1, here[1] + across - 1))

    def marks(self) -> Marks:
        last = self.used.box[2] if self.used.box else 0  # the rows below the table, often hidden by the million
        hidden = (row for start, end in self.hidden for row in range(start, min(end, last) + 1))
        return Marks(
            hidden_rows=frozenset(hidden),
            struck_rows=frozenset(self.struck - self.plain),
            no_value=frozenset(self.no_value),
            error_cells=self.errors,
            merged=tuple(self.merged),
            shown=self.shown,
            characters=self.characters,
            used=self.used.box,
        )


class _ContentScan:
    def __init__(self) -> None:
        self.tables: dict[str, _Table] = {}
        self._table = _Table()
        self._style = ""
        self._struck_styles: set[str] = set()
        self._cell: _Cell | None = None
        self._in_paragraph = 0
        self.from_1904 = False
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "style:style": self._start_style,
            "style:text-properties": self._text_properties,
            "table:table": self._start_table,
            "table:table-row": self._start_row,
            "table:null-date": self._null_date,
        }

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.startswith("table:") and tag[6:] in CELLS:
            self._cell = _Cell(attributes)
        elif tag == "text:p":
            self._in_paragraph += 1
        elif begin := self._starts.get(tag):
            begin(attributes)

    def end(self, tag: str) -> None:
        if tag.startswith("table:") and tag[6:] in CELLS and self._cell:
            self._table.add(self._cell, self._cell.attributes.get("table:style-name", "") in self._struck_styles)
            self._cell = None
        elif tag == "text:p":
            self._in_paragraph -= 1

    def text(self, text: str) -> None:
        if self._cell and self._in_paragraph:
            self._cell.text += text

    def _start_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("style:name", "")

    def _text_properties(self, attributes: dict[str, str]) -> None:
        lines = (attributes.get(f"style:text-line-through-{part}") for part in ("style", "type"))
        if any(line not in NO_LINE for line in lines):
            self._struck_styles.add(self._style)

    def _start_table(self, attributes: dict[str, str]) -> None:
        self._table = self.tables.setdefault(attributes.get("table:name", ""), _Table())

    def _null_date(self, attributes: dict[str, str]) -> None:
        self.from_1904 = attributes.get("table:date-value", "").startswith("1904")

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._table.start_row(attributes)
