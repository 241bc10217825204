"""What calamine does not tell of the sheets of an xls file, from one pass over its records (BIFF8, Excel 97 on)."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from loaders.readers.compound import check_whole, workbook_entry
from loaders.readers.compound_streams import stream_at
from loaders.readers.marks import Marks
from loaders.readers.number_formats import may_hold_text
from loaders.readers.sheet import Position

BEGIN, END, SHEET, FONT, STYLE, ROW = 0x0809, 0x000A, 0x0085, 0x0031, 0x00E0, 0x0208
NUMBER_FORMAT, DATE_MODE = 0x041E, 0x0022
BOOLEAN_OR_ERROR, FORMULA, MANY_NUMBERS = 0x0205, 0x0006, 0x00BD
ONE_CELL = (0x0203, 0x00FD, 0x0204, 0x027E, 0x00D6, BOOLEAN_OR_ERROR, FORMULA)
VERSION_8 = 0x0600
STRUCK, HEIGHT_ZERO, WIDE, FROM_1904 = 0x0008, 0x0020, 1, b"\x01"
NO_FONT = 4  # this number is given to no font
IS_ERROR, NO_NUMBER, ERROR_RESULT = 1, 0xFFFF, 2
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
FONT_AND_FORMAT = struct.Struct("<HH")
CELL = struct.Struct("<HHH")  # row, column, format
Record = tuple[int, bytes]


def xls_marks(data: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name.

    Args:
        data: the whole file.

    Returns:
        Hidden and struck rows, cells in error, number formats that may hold part of a code, and from when days are
        counted. Formulas without result cannot be told: the format always has one.
        A workbook of Excel 95 or older gives none.

    Raises:
        struct.error: if the file is cut off.
    """
    stream = stream_at(data, *workbook_entry(data))
    check_whole(data, stream)
    if struct.unpack_from("<HHH", stream)[::2] != (BEGIN, VERSION_8):
        return {}
    book = _Globals()
    for kind, body in _substream(stream, 0):
        book.add(kind, body)
    struck, formats = book.struck_styles(), book.code_formats()
    return {
        name: replace(_sheet_marks(stream, start, struck, formats), epoch_1904=book.from_1904)
        for name, start in book.starts.items()
    }


@dataclass
class _Globals:
    """What the workbook says for all sheets."""

    fonts: list[bool] = field(default_factory=list)
    styles: list[tuple[int, int]] = field(default_factory=list)  # font and number format
    codes: dict[int, str] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    from_1904: bool = False

    def add(self, kind: int, body: bytes) -> None:
        if kind == FONT:
            self.fonts.append(bool(struct.unpack_from("<H", body, 2)[0] & STRUCK))
        elif kind == STYLE:
            self.styles.append(FONT_AND_FORMAT.unpack_from(body))
        elif kind == SHEET:
            self.starts[_text(body[6:7], body[7:])] = struct.unpack_from("<I", body)[0]
        elif kind == NUMBER_FORMAT:
            self.codes[struct.unpack_from("<H", body)[0]] = _text(body[2:4], body[4:])
        elif kind == DATE_MODE:
            self.from_1904 = body[:1] == FROM_1904

    def struck_styles(self) -> set[int]:
        struck_fonts = {number + (number >= NO_FONT) for number, struck in enumerate(self.fonts) if struck}
        return {number for number, (font, _) in enumerate(self.styles) if font in struck_fonts}

    def code_formats(self) -> dict[int, str]:
        codes = ((number, self.codes.get(number_format, "")) for number, (_, number_format) in enumerate(self.styles))
        return {number: code for number, code in codes if code and may_hold_text(code)}


def _substream(stream: bytes, place: int) -> Iterator[Record]:
    """The records from a beginning to its end, without those of charts in between."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == BEGIN) - (kind == END)
        if depth == 0:
            return
        if depth == 1:
            yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _text(counted: bytes, body: bytes) -> str:
    length, text = int.from_bytes(counted, "little"), body[1:]
    return text[: 2 * length].decode("utf-16-le") if body[0] & WIDE else text[:length].decode("latin-1")


def _sheet_marks(stream: bytes, start: int, struck: set[int], codes: Mapping[int, str]) -> Marks:
    hidden: set[int] = set()
    errors: dict[Position, str] = {}
    formats: dict[Position, str] = {}
    rows: tuple[set[int], set[int]] = (set(), set())  # with a cell that is not struck, with one that is
    for kind, body in _substream(stream, start):
        if kind == ROW:
            if struct.unpack_from("<H", body, 12)[0] & HEIGHT_ZERO:
                hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in ONE_CELL:
            row, column, style = CELL.unpack_from(body)
            rows[style in struck].add(row + 1)
            if error := _error(kind, body):
                errors[row + 1, column + 1] = error
            elif style in codes:
                formats[row + 1, column + 1] = codes[style]
        elif kind == MANY_NUMBERS:
            row, first = struct.unpack_from("<HH", body)
            for column, (style,) in enumerate(struct.iter_unpack("<H4x", body[4:-2]), start=first):
                rows[style in struck].add(row + 1)
                if style in codes:
                    formats[row + 1, column + 1] = codes[style]
    return Marks(
        hidden_rows=frozenset(hidden),
        struck_rows=frozenset(rows[True] - rows[False]),
        error_cells=errors,
        formats=formats,
    )


def _error(kind: int, body: bytes) -> str | None:
    if kind == BOOLEAN_OR_ERROR and body[7] == IS_ERROR:
        return ERRORS.get(body[6], "#N/A")
    if kind == FORMULA and struct.unpack_from("<H", body, 12)[0] == NO_NUMBER and body[6] == ERROR_RESULT:
        return ERRORS.get(body[8], "#N/A")
    return None
