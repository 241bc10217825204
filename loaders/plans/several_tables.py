"""Several tables in one sheet, one under the other or side by side: each becomes a sheet of its own to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.plan import Region
from loaders.plans.cutting import cut, whole
from loaders.plans.headings import Heading, HeadingMatch, best_matches, heading_key, is_ignored, is_known
from loaders.plans.layouts.places_around import around_given, outer_title
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import cell_text, is_missing

_FEWEST = 2
_WIDE_ROWS = 3
_SEARCHED_ROWS = 40

Rows = Sequence[Sequence[Cell]]


def single_tables(sheet: Sheet) -> Iterator[Sheet]:
    """Split a sheet where a second heading row begins another table, or a blank column parts two.

    Long tables repeat their heading on each printed page: the same heading again begins another table only under a
    title of its own.

    Args:
        sheet: a sheet.

    Returns:
        The parts, each with Excel's own numbers of rows and columns; mostly the sheet itself.
    """
    if sheet.kind == "objects" or sheet.record is not None:
        yield sheet
        return
    starts = _starts(sheet)
    for first, last in zip([0, *starts], [*starts, len(sheet.rows)], strict=True):
        lines = replace(whole(sheet), first_row=sheet.first_row + first, last_row=sheet.first_row + last - 1)
        part = cut(sheet, lines) if starts else sheet
        yield from _apart(part)


def _starts(sheet: Sheet) -> list[int]:
    """Return where further tables begin: at their heading, or at the title above it."""
    rows, wide = sheet.rows, [_width(row) for row in sheet.rows]
    headings: list[int] = []
    for index, row in enumerate(rows):
        if not (_is_heading(sheet, wide, index) or _begins_anew(rows, wide, index)) or (
            headings and index == headings[-1] + 1
        ):
            continue
        again = headings and _texts(row) == _texts(rows[headings[-1]])
        if not again or any(wide[_title_of(wide, index) : index]):
            headings.append(index)
    if headings and sum(width >= _WIDE_ROWS for width in wide[: headings[0]]) < _WIDE_ROWS:
        headings = headings[1:]  # nothing but titles stands above the first; a heading two rows high is not met here
    return [_title_of(wide, index) for index in headings]


def _begins_anew(rows: Rows, wide: Sequence[int], index: int) -> bool:
    """Tell whether a row under a blank row and a title holds headings: of another table, whatever it lacks."""
    start = _title_of(wide, index)
    above = wide[start:index]
    if start == 0 or 0 not in above or not any(above[above.index(0) :]):
        return False
    cells = [cell for cell in rows[index] if not is_missing(cell)]
    known = sum(_may_be_heading(cell) for cell in cells)
    return known >= max(_FEWEST, len(cells) / 2) and all(isinstance(c, str) for c in cells) and _all_differ(cells)


def _all_differ(cells: Sequence[Cell]) -> bool:
    return len(set(cells)) == len(cells)


def _title_of(wide: Sequence[int], heading: int) -> int:
    while heading and wide[heading - 1] < _FEWEST:
        heading -= 1
    return heading


def _width(row: Sequence[Cell]) -> int:
    """How many different cells a row has, up to those that make it a wide one."""
    said: set[Cell] = set()
    for cell in row:
        if cell not in said and not is_missing(cell):
            said.add(cell)
            if len(said) == _WIDE_ROWS:
                break
    return len(said)


def _texts(row: Sequence[Cell]) -> list[str]:
    return [heading_key(c) if isinstance(c, str) else "" for c in row]


def _is_heading(sheet: Sheet, wide: Sequence[int], index: int) -> bool:
    """Tell whether every cell with something in it is a known heading, and some table has all that it needs."""
    row = sheet.rows[index]
    for cell in reversed(row):  # the last cells of records are the soonest to be none
        if cell is not None and not _may_be_heading(cell):
            return False
    match = _best(row)
    if match is None or not match.missing:
        return match is not None
    title = tuple(cell_text(c) for above in sheet.rows[_title_of(wide, index) : index] for c in above if c)
    given = around_given(sheet, title, outer_title(sheet))
    match = _best(row, given) if given else match
    return match is not None and not match.missing


@lru_cache(maxsize=20_000)
def _may_be_heading(cell: Cell) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and (is_known(cell) or is_ignored(cell)))


def _best(row: Sequence[Cell], given: frozenset[str] = frozenset()) -> HeadingMatch | None:
    cells = ((i, " ".join(c.split())) for i, c in enumerate(row) if isinstance(c, str) and not is_missing(c))
    headings = [Heading(i, text, (text,)) for i, text in cells]
    matches = best_matches(headings, "", given=given) if len(headings) >= _FEWEST else []
    return matches[0] if matches and len(matches[0].fields) >= _FEWEST else None


def _apart(sheet: Sheet) -> Iterator[Sheet]:
    """Split a sheet at the first blank column that has a table on each side, which together are no one table."""
    gaps = [c for c in range(1, sheet.width - 1) if all(is_missing(row[c]) for row in sheet.rows)]
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS] if gaps else ()):
        together = _best(row)
        too_much = together is not None and _is_too_much(together)
        title = tuple(cell_text(c) for above in sheet.rows[:index] for c in above if c) if too_much else ()
        given = around_given(sheet, title) if too_much else frozenset()
        for gap in gaps if too_much else ():
            left, right = _best(row[:gap], given), _best(row[gap:], given)
            if left and right and not left.missing:
                yield _columns(sheet, 0, gap)
                yield from _apart(_columns(sheet, gap + 1, sheet.width))
                return
    yield sheet


def _is_too_much(match: HeadingMatch) -> bool:
    return bool(match.doubled) or any(is_known(h.shown) and not is_ignored(h.shown) for h in match.unknown)


def _columns(sheet: Sheet, first: int, last: int) -> Sheet:
    return cut(sheet, Region(sheet.first_row, sheet.first_column + first, sheet.first_column + last - 1))
