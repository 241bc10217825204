"""What stands between the cells of a text file: found where one reading fits best, asked about where two fit alike."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DELIMITERS = (",", "\t", ";", "|", "，", "^")
SINGULAR = "|，^"  # seldom meant: a line with one in a file of one column is a text, and no row of two cells
SENTENCE = re.compile(r'["。：:；！？]|^\s*[(（]?(?:备?注|说明)')  # a note beside the table, and no row of it
NARROW = 2  # columns; so few may come about by chance

NAMES = {
    ",": ("半角逗号", "commas"),
    "\t": ("制表符", "tabs"),
    ";": ("半角分号", "semicolons"),
    "|": ("竖线", "vertical bars"),
    "，": ("全角逗号", "full-width commas"),
    "^": ("尖号", "carets"),
}


@dataclass(frozen=True)
class Fit:
    """How a delimiter cuts the first records of a file.

    Attributes:
        delimiter: the delimiter.
        clean: every quote that opens a cell closes it before the next delimiter.
        records: how many records it cuts into the most usual number of cells.
        width: that number; 0 if it cuts none.
        rows: the records, cut.
    """

    delimiter: str
    clean: bool
    records: int
    width: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def rank(self) -> tuple[bool, int]:
        """Better fits are larger."""
        return (self.clean, self.records)


@dataclass(frozen=True)
class Finding:
    """The delimiter of a text, or why it cannot be told.

    Attributes:
        delimiter: the delimiter; None if that has to be asked.
        records: how many records it fits.
        width: into how many cells it cuts them; 0 for a text of one column.
        rivals: delimiters that fit alike, or of which different lines hold one each.
        row: the line at which it shows, or None.
    """

    delimiter: str | None
    records: int = 0
    width: int = 0
    rivals: tuple[str, ...] = ()
    row: int | None = None


def find_delimiter(lines: Sequence[str]) -> Finding:
    """The one that cuts the first records into equally many cells, and most of them.

    Args:
        lines: the first lines of a file, or cells that hold one record each; blank ones do not count.

    Returns:
        The delimiter; a comma for a text of one column; none where two fit equally, or lines hold different ones.
    """
    said = [line for line in lines if line.strip()]
    fits = [fit for fit in (_fit(said, delimiter) for delimiter in DELIMITERS) if _is_likely(fit, len(said))]
    if not fits:
        return Finding(",")
    best = max(fit.rank for fit in fits)
    equal = _not_within_others([fit for fit in fits if fit.rank == best])
    if len(equal) > 1:
        return Finding(None, rivals=tuple(fit.delimiter for fit in equal), row=_first_row(lines, equal))
    (chosen,) = equal
    mixed = _other_in_its_place(chosen, lines)
    if mixed:
        return Finding(None, rivals=(chosen.delimiter, mixed[0]), row=mixed[1])
    return Finding(chosen.delimiter, chosen.records, chosen.width)


def _fit(lines: Sequence[str], delimiter: str) -> Fit:
    rows, clean = _cut(lines, delimiter, strict=True)
    if not clean:
        rows, _ = _cut(lines, delimiter, strict=False)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    records, width = max(((count, width) for width, count in widths.items()), default=(0, 0))
    return Fit(delimiter, clean, records, width, rows)


def _cut(lines: Sequence[str], delimiter: str, *, strict: bool) -> tuple[tuple[tuple[str, ...], ...], bool]:
    rows = []
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=strict):
            rows.append(tuple(row))
    except csv.Error as error:
        # the first lines may end within a quoted cell, which goes on below
        return tuple(rows), "unexpected end" in str(error)
    return tuple(rows), True


def _is_likely(fit: Fit, lines: int) -> bool:
    return fit.records > 0 and (fit.delimiter not in SINGULAR or 2 * fit.records > lines)


def _not_within_others(fits: list[Fit]) -> list[Fit]:
    """Those that do not stand within one and the same column of another that cuts on both their sides."""
    inside = {
        inner.delimiter
        for inner in fits
        for outer in fits
        if inner is not outer and len(_columns_with(outer, inner)) == 1 and len(_columns_with(inner, outer)) > 1
    }
    return [fit for fit in fits if fit.delimiter not in inside] or fits


def _columns_with(fit: Fit, other: Fit) -> set[int]:
    full = (row for row in fit.rows if len(row) == fit.width)
    return {column for row in full for column, cell in enumerate(row) if other.delimiter in cell}


def _first_row(lines: Sequence[str], fits: Iterable[Fit]) -> int:
    marks = [fit.delimiter for fit in fits]
    return next(number for number, line in enumerate(lines, start=1) if any(mark in line for mark in marks))


def _other_in_its_place(chosen: Fit, lines: Sequence[str]) -> tuple[str, int] | None:
    """Another delimiter by which a line has as many cells as the others have by the chosen one."""
    if chosen.width <= NARROW:
        return None
    for number, line in enumerate(lines, start=1):
        if chosen.delimiter not in line and not SENTENCE.search(line):
            for other in DELIMITERS:
                if line.count(other) == chosen.width - 1:
                    return other, number
    return None
