"""What calamine does not tell of the sheets of an xls file, from one pass over its records (BIFF8, Excel 97 on)."""

import struct
from collections.abc import Iterator

from loaders.readers.compound import workbook_entry
from loaders.readers.compound_streams import stream_at
from loaders.readers.marks import Marks
from loaders.readers.sheet import Position

BEGIN, END, SHEET, FONT, FORMAT, ROW = 0x0809, 0x000A, 0x0085, 0x0031, 0x00E0, 0x0208
BOOLEAN_OR_ERROR, FORMULA, MANY_NUMBERS = 0x0205, 0x0006, 0x00BD
ONE_CELL = (0x0203, 0x00FD, 0x0204, 0x027E, 0x00D6, BOOLEAN_OR_ERROR, FORMULA)
VERSION_8 = 0x0600
STRUCK, HEIGHT_ZERO, WIDE_NAME = 0x0008, 0x0020, 1
NO_FONT = 4  # this number is given to no font
IS_ERROR, NO_NUMBER, ERROR_RESULT = 1, 0xFFFF, 2
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
CELL = struct.Struct("<HHH")  # row, column, format
Record = tuple[int, bytes]


def xls_marks(data: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name.

    Args:
        data: the whole file.

    Returns:
        Hidden and struck rows and cells in error. Formulas without result cannot be told: the format always has one.
        A workbook of Excel 95 or older gives none.

    Raises:
        struct.error: if the file is cut off.
    """
    stream = stream_at(data, *workbook_entry(data))
    if struct.unpack_from("<HHH", stream)[::2] != (BEGIN, VERSION_8):
        return {}
    fonts: list[bool] = []
    formats: list[int] = []
    starts: dict[str, int] = {}
    for kind, body in _substream(stream, 0):
        if kind == FONT:
            fonts.append(bool(struct.unpack_from("<H", body, 2)[0] & STRUCK))
        elif kind == FORMAT:
            formats.append(struct.unpack_from("<H", body)[0])
        elif kind == SHEET:
            starts[_sheet_name(body)] = struct.unpack_from("<I", body)[0]
    struck_fonts = {number + (number >= NO_FONT) for number, struck in enumerate(fonts) if struck}
    struck = {number for number, font in enumerate(formats) if font in struck_fonts}
    return {name: _sheet_marks(stream, start, struck) for name, start in starts.items()}


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


def _sheet_name(body: bytes) -> str:
    length, flags = body[6], body[7]
    return body[8 : 8 + 2 * length].decode("utf-16-le") if flags & WIDE_NAME else body[8 : 8 + length].decode("latin-1")


def _sheet_marks(stream: bytes, start: int, struck: set[int]) -> Marks:
    hidden: set[int] = set()
    errors: dict[Position, str] = {}
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
        elif kind == MANY_NUMBERS:
            row = struct.unpack_from("<H", body)[0]
            for (style,) in struct.iter_unpack("<H4x", body[4:-2]):
                rows[style in struck].add(row + 1)
    return Marks(hidden_rows=frozenset(hidden), struck_rows=frozenset(rows[True] - rows[False]), error_cells=errors)


def _error(kind: int, body: bytes) -> str | None:
    if kind == BOOLEAN_OR_ERROR and body[7] == IS_ERROR:
        return ERRORS.get(body[6], "#N/A")
    if kind == FORMULA and struct.unpack_from("<H", body, 12)[0] == NO_NUMBER and body[6] == ERROR_RESULT:
        return ERRORS.get(body[8], "#N/A")
    return None
