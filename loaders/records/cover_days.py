"""The day as of which a workbook speaks, as its cover or guide says it: 数据截至日期 | 2024-09-03."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from loaders.readers.sheet import Cell, Sheet
from loaders.records.stated_days import stated_day
from loaders.values.cell_reading import cell_text, is_missing

_ASKS: Final = re.compile(r"截至|截止|数据日期|数据时间|统计日期|统计时间|时点|as of", re.IGNORECASE)
_LONGEST: Final = 40
"""Longer texts explain something; the day in them may be that of anything."""


def day_on_cover(sheet: Sheet) -> date | None:
    """Return the day that a cover or guide states of its workbook, in the cell that asks for it or in the next."""
    return next((day for row in sheet.rows for day in _days(row) if day is not None), None)


def _days(row: Sequence[Cell]) -> Sequence[date | None]:
    said = [cell for cell in row if not is_missing(cell)]
    asked = [i for i, cell in enumerate(said) if isinstance(cell, str) and len(cell) <= _LONGEST and _ASKS.search(cell)]
    return [_day(said[i]) or (_day(said[i + 1]) if i + 1 < len(said) else None) for i in asked]


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else stated_day(cell_text(cell))
