"""Web pages that are called workbooks: many registers export a table of HTML as `.xls`."""

import re
from html.parser import HTMLParser

from loaders.readers.cells import written_text
from loaders.readers.encodings import decode, marked_encoding
from loaders.readers.failures import unreadable
from loaders.readers.limits import Limits
from loaders.readers.pasted_columns import split_pasted
from loaders.readers.placed_cells import PlacedCells, placed_sheets
from loaders.readers.sheet import Sheet

NAMED_ENCODING = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312")  # all of them parts of GB18030
SHEET_NAME = re.compile(r"<x:Name>([^<]{1,200})</x:Name>", re.IGNORECASE)
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
LINE_THROUGH = re.compile(r"line-through", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
STRUCK = frozenset({"s", "strike", "del"})
CELLS = frozenset({"td", "th"})
WIDEST, TALLEST = 1000, 65_534  # what browsers take of a colspan and a rowspan
HEAD = 4096


def web_page_sheets(
    file: tuple[str, str], data: bytes, encoding: str | None, limits: Limits
) -> tuple[tuple[Sheet, ...], str]:
    """The tables of a web page, each as a sheet.

    Args:
        file: the file's name and its SHA-256.
        data: its content.
        encoding: the encoding that the user names; else the page's own goes, then that of any text.
        limits: what it must keep.

    Returns:
        The sheets, cells as text as the page shows it, and the encoding that was used.

    Raises:
        Unreadable: `unknown_file_type` for a page without tables, or whatever is wrong with it.
    """
    text, used = decode(data, encoding or _own_encoding(data))
    page = _Page()
    page.feed(text)
    page.close()
    tables = [table for table in page.tables if table.cells]
    if not tables:
        zh, en = "这其实是网页（HTML），里面没有表格", "this is a web page (HTML) without a table"
        raise unreadable("unknown_file_type", detail_zh=zh, detail_en=en)
    names = SHEET_NAME.findall(text)
    for number, table in enumerate(tables):
        table.name = names[number] if len(names) == len(tables) else _numbered(number, len(tables))
    return tuple(map(split_pasted, placed_sheets(file, tables, limits, untyped=True))), used


def _own_encoding(data: bytes) -> str | None:
    named = NAMED_ENCODING.search(data[:HEAD])
    if marked_encoding(data) or not named:
        return None
    name = named[1].decode("ascii").lower()
    return "gb18030" if name in CHINESE else name


def _numbered(number: int, of: int) -> str:
    return "表格" if of == 1 else f"表格{number + 1}"


class _Table:
    """One table while its rows come in."""

    def __init__(self) -> None:
        self.found = PlacedCells("")
        self._row = self._column = 0
        self._below: dict[int, int] = {}  # column -> last row that a cell above reaches down to
        self._cell: tuple[int, int] | None = None
        self._text: list[str] = []
        self._struck = self._said = 0
        self.strike = 0

    def start_row(self, attributes: dict[str, str]) -> None:
        self.end_cell()
        self._row, self._column = self._row + 1, 0
        if NOT_SHOWN.search(attributes.get("style", "")) or "hidden" in attributes:
            self.found.hidden_rows.add(self._row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        self.end_cell()
        if not self._row:
            self._row = 1
        self._column += 1
        while self._below.get(self._column, 0) >= self._row:
            self._column += 1
        across, down = _span(attributes, "colspan", WIDEST), _span(attributes, "rowspan", TALLEST)
        self._cell = (self._row, self._column)
        last_row, last_column = self._row + down - 1, self._column + across - 1
        if across > 1 or down > 1:
            self.found.merged.append((*self._cell, last_row, last_column))
            self._below |= dict.fromkeys(range(self._column, last_column + 1), last_row)
        self._column = last_column
        self.strike = int(LINE_THROUGH.search(attributes.get("style", "")) is not None)

    def add(self, text: str) -> None:
        if self._cell is not None:
            self._text.append(text)
            if text.strip():
                self._said += 1
                self._struck += self.strike > 0

    def end_cell(self) -> None:
        if self._cell is not None:
            lines = (BLANKS.sub(" ", line).strip(" \xa0") for line in "".join(self._text).split("\0"))
            self.found.put(self._cell, written_text("\n".join(lines).strip("\n")), self._struck == self._said)
        self._cell, self._text, self._struck, self._said = None, [], 0, 0


def _span(attributes: dict[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "").strip()
    return max(1, min(int(text[:9]), most)) if text.isdecimal() else 1


class _Page(HTMLParser):
    """Tables of a page; one within another is a table of its own, and its text is no text of the outer one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[PlacedCells] = []
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1].found)
        if not self._open:
            return
        table = self._open[-1]
        if tag == "tr":
            table.start_row(attributes)
        elif tag in CELLS:
            table.start_cell(attributes)
        elif tag in ("br", "p", "div"):
            table.add("\0")
        elif tag in STRUCK:
            table.strike += 1

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        table = self._open[-1]
        if tag in CELLS or tag == "tr":
            table.end_cell()
        elif tag == "table":
            table.end_cell()
            self._open.pop()
        elif tag in STRUCK:
            table.strike = max(0, table.strike - 1)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].add(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._open.pop().end_cell()
