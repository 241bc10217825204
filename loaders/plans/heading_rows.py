"""The heading rows of a sheet that a mapping file speaks of, and the columns under the headings it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph_model.names import normal_text
from loaders.plan import Header
from loaders.plans.heading_paths import joined_headings
from loaders.plans.headings import Heading, heading_key
from loaders.readers.sheet import Sheet, column_letters, column_number
from loaders.values.cell_reading import cell_text, is_missing

SEARCHED_ROWS: Final = 50
_LETTERS_TO: Final = re.compile(r"([A-Za-z]{1,3}):([A-Za-z]{1,3})")
_STEP: Final = " > "
_STEPS: Final = re.compile("[>＞›]")
_LETTERS: Final = re.compile(r"[A-Za-z]{1,3}")


@dataclass(frozen=True)
class HeadingRows:
    """The headings of a table and where they stand.

    Args:
        rows: heading rows as Excel counts, one to four, with those that number columns; none where the sheet has no
            heading.
        headings: the headings, their columns counted from 0 in the sheet's rows.
    """

    rows: tuple[int, ...]
    headings: tuple[Heading, ...]

    def columns_of(self, wanted: str) -> list[Heading]:
        """Return the headings that a name means: one, several that are alike, or none.

        A heading as it is written goes before one that differs in marks or numbering, the joined heading of several
        rows before its lower part. A path names the headings above a column, too, or some of them: 业委会 > 任期 > 起.
        """
        names = [normal_text(name) for name in _STEPS.split(wanted)]
        by_path = [h for h in self.headings if _is_of_path(h, names)] if len(names) > 1 and all(names) else []
        if by_path:
            return by_path
        plain, key = normal_text(wanted), heading_key(wanted)
        joined = [h for h in self.headings if normal_text(h.writings[0]) == plain]
        written = joined or [h for h in self.headings if plain in map(normal_text, h.writings)]
        return written or [h for h in self.headings if key and key in map(heading_key, h.writings)]


def _is_of_path(heading: Heading, names: Sequence[str]) -> bool:
    """Whether some names are those of headings of a column's path in their order, its own the last."""
    path = [normal_text(name) for name in heading.path]
    if not path or names[-1] != path[-1]:
        return False
    rest = iter(path)
    return all(name in rest for name in names)


def choose_heading_rows(
    sheet: Sheet, header: Header, wanted: Iterable[str], *, two_rows: bool = False
) -> HeadingRows | None:
    """Return the headings of a sheet, where the mapping says they are or where most of the named ones are.

    Args:
        sheet: the sheet; in one of JSON objects the first row is the heading, whatever the mapping says.
        header: rows, "auto", or "none".
        wanted: headings that the mapping names.
        two_rows: whether the mapping wants something of an upper row, so that there must be two.

    Returns:
        The headings; None if the rows are not there, or none of the first rows holds any heading named.
    """
    if sheet.kind == "objects":
        return headings_at(sheet, (sheet.first_row,)) if sheet.rows else None
    if header == "none":
        return HeadingRows((), ())
    if header != "auto":
        return headings_at(sheet, header) if _has_rows(sheet, header) else None
    return _most_headings(sheet, tuple(wanted), two_rows=two_rows)


def _has_rows(sheet: Sheet, rows: Sequence[int]) -> bool:
    return rows[0] >= sheet.first_row and rows[-1] < sheet.first_row + len(sheet.rows)


def _most_headings(sheet: Sheet, wanted: Sequence[str], *, two_rows: bool) -> HeadingRows | None:
    numbers = range(sheet.first_row, sheet.first_row + min(len(sheet.rows), SEARCHED_ROWS))
    single = [headings_at(sheet, (n,)) for n in numbers if not two_rows]
    double = [headings_at(sheet, (n, n + 1)) for n in numbers[:-1]]
    # max keeps the first of equals: one row goes before two, an upper row before a lower one
    best = max([*single, *double], key=lambda rows: _found(rows, wanted), default=None)
    return best if best and _found(best, wanted) else None


def _found(rows: HeadingRows, wanted: Sequence[str]) -> int:
    return sum(bool(rows.columns_of(heading)) for heading in wanted)


def headings_at(sheet: Sheet, rows: Sequence[int]) -> HeadingRows:
    """Return the headings in one row, or in several of which the upper ones stand over groups of columns."""
    texts = [_texts(sheet, row) for row in rows]
    if len(texts) == 1:
        found = tuple(Heading(i, text, (text,)) for i, text in enumerate(texts[0]) if text)
    else:
        across = any(rows[0] <= top <= rows[-1] and right > left for top, left, _, right in sheet.merged)
        found = joined_headings(texts, fill=not across)
    return HeadingRows(tuple(rows), found)


def _texts(sheet: Sheet, row: int) -> list[str]:
    """Texts of a row, a merged cell's in each column that it covers, also from the row above."""
    cells = list(sheet.rows[row - sheet.first_row])
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and top >= sheet.first_row and left >= sheet.first_column:
            value = sheet.rows[top - sheet.first_row][left - sheet.first_column]
            cells[left - sheet.first_column : right - sheet.first_column + 1] = [value] * (right - left + 1)
    return [
        "" if is_missing(cell) else " ".join(cell.split()) if isinstance(cell, str) else cell_text(cell)
        for cell in cells
    ]


def titles_above(sheet: Sheet, rows: HeadingRows) -> tuple[str, ...]:
    """Return the texts above the headings, each once."""
    above = sheet.rows[: rows.rows[0] - sheet.first_row] if rows.rows else []
    return tuple(dict.fromkeys(cell_text(cell) for row in above for cell in row if not is_missing(cell)))


def column_by_letters(sheet: Sheet, wanted: str) -> int | None:
    """Return the number of the column that letters such as `B` stand for; None if they do not, or it is not there.

    `B:B` stands for it, too, as Excel has it, and is never a heading.
    """
    first, _, last = wanted.partition(":")
    wanted = first if first == last else wanted
    if not _LETTERS.fullmatch(wanted):
        return None
    number = column_number(wanted)
    return number if sheet.first_column <= number < sheet.first_column + sheet.width else None


def columns_between(sheet: Sheet, wanted: str) -> list[int] | None:
    """Return the numbers of the columns from one to another, such as `C:H`; None if that is not what is written."""
    match = _LETTERS_TO.fullmatch(wanted)
    if not match:
        return None
    first, last = column_number(match[1]), column_number(match[2])
    return [n for n in range(first, last + 1) if sheet.first_column <= n < sheet.first_column + sheet.width]


def name_of(sheet: Sheet, rows: HeadingRows, heading: Heading) -> str:
    """Return what names a column in a plan: its heading, its path, or its letters where those words stand twice."""
    for name in (heading.shown, _STEP.join(heading.path)):
        if [h.column for h in rows.columns_of(name)] == [heading.column]:
            return name
    letters = letters_of(sheet, heading)
    return f"{letters}:{letters}" if rows.columns_of(letters) else letters


def letters_of(sheet: Sheet, heading: Heading) -> str:
    """Return the letters of a heading's column."""
    return column_letters(heading.column + sheet.first_column)
