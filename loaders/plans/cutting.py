"""A part of a sheet as a sheet of its own, with Excel's own numbers of rows and columns."""

from collections.abc import Iterator
from dataclasses import replace

from loaders.plan import Region
from loaders.readers.sheet import Box, Sheet


def cut(sheet: Sheet, region: Region) -> Sheet:
    """Return the part of a sheet that lies in a region.

    Args:
        sheet: the sheet.
        region: the part; what of it lies outside the sheet is left out.

    Returns:
        The part; of merged ranges those whose first cell lies in it.
    """
    top, left = region.first_row - sheet.first_row, region.first_column - sheet.first_column
    bottom = len(sheet.rows) if region.last_row is None else region.last_row + 1 - sheet.first_row
    right = region.last_column + 1 - sheet.first_column
    top, left, bottom, right = max(top, 0), max(left, 0), max(bottom, 0), max(right, 0)
    rows = [row[left:right] for row in sheet.rows[top:bottom]]
    part = replace(sheet, rows=rows, first_row=sheet.first_row + top, first_column=sheet.first_column + left)
    return replace(part, merged=tuple(_merged_in(sheet, part)))


def _merged_in(sheet: Sheet, part: Sheet) -> Iterator[Box]:
    last_row, last_column = part.first_row + len(part.rows) - 1, part.first_column + part.width - 1
    for top, left, bottom, right in sheet.merged:
        if part.first_row <= top <= last_row and part.first_column <= left <= last_column:
            yield top, left, min(bottom, last_row), min(right, last_column)


def whole(sheet: Sheet) -> Region:
    """Return the region that is all of a sheet."""
    return Region(sheet.first_row, sheet.first_column, sheet.first_column + max(sheet.width, 1) - 1)
