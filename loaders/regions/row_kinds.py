"""Rows under a heading that are no records: blank ones, totals, notes, repeated headings, struck and hidden ones."""

import re
from collections.abc import Sequence
from typing import Literal

from graph_model.names import normal_text
from loaders.plans.headings import is_known
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.regions.total_rows import total_kind
from loaders.values.cell_reading import cell_text, is_missing

RowKind = Literal["record", "blank", "total", "note", "repeated_heading", "struck", "hidden"]

_NOTE = re.compile(
    r"^(?:注|备注|说明|填表|制表|填报|审核|联系人|单位负责人|数据来源|资料来源|示例数据|note|source|remark)\d*[:：、.,，(（]?"
)
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\(?以下(?:空白|无正文)|此页无正文)"
)
_NARROW = 2
_LONG_NOTE = 20
_FEW_HEADINGS = 2


class RowSorter:
    """Tells records from the other rows of one table.

    Args:
        table: the table.
    """

    def __init__(self, table: RawTable) -> None:
        sheet = table.sheet
        self._struck, self._hidden = sheet.struck_rows, sheet.hidden_rows
        offset = sheet.first_column
        own = [s for s in table.columns.values() if s.column is not None and s.row is None]
        self._used = [s.column - offset for s in own if s.column is not None]
        headings = {s.column - offset: normal_text(s.heading) for s in own if s.column is not None}
        self._headings = [(index, heading) for index, heading in headings.items() if heading]

    def kind(self, number: int, row: Sequence[Cell]) -> RowKind:
        """Return what a row is.

        Args:
            number: the row as Excel counts.
            row: its cells.
        """
        filled = [c for c in row if c is not None and c != ""]
        if not filled or (self._says_nothing(row) and not _speaks(filled)):
            return "blank"
        if number in self._struck:
            return "struck"
        if number in self._hidden:
            return "hidden"
        if total_kind(filled):
            return "total"
        if _is_note(filled, len(row)):
            return "note"
        return "repeated_heading" if self._repeats_heading(row) else "record"

    def _says_nothing(self, row: Sequence[Cell]) -> bool:
        width = len(row)
        return all(index >= width or is_missing(row[index]) for index in self._used)

    def _repeats_heading(self, row: Sequence[Cell]) -> bool:
        hits = misses = 0
        width, enough = len(row), len(self._headings)
        for index, heading in self._headings:
            cell = row[index] if index < width else None
            if type(cell) is not str or not cell:
                continue
            first = cell[0]  # begins a cell as the heading does not, with what no other writing hides, it is none
            if first != heading[0] and ("\u4e00" <= first <= "\u9fa5" or first in "0123456789"):
                misses += 1
            elif normal_text(cell) == heading:
                hits += 1
            else:
                misses += 1
            if misses * 2 >= enough:
                return False  # most rows end here, half-way
        return hits >= _FEW_HEADINGS and hits * 2 > enough


def _speaks(filled: Sequence[Cell]) -> bool:
    return any(isinstance(c, str) and not is_missing(c) for c in filled)


def _is_note(filled: Sequence[Cell], width: int) -> bool:
    distinct = list(dict.fromkeys(filled)) if len(set(filled)) <= _NARROW else None
    if distinct is None or (width <= _NARROW and len(distinct) > 1):
        return False
    shown = cell_text(distinct[0])
    first = normal_text(shown)
    if is_known(shown) and len(distinct) > 1:
        return False
    if _NOTE.match(first) or (len(distinct) == 1 and _SECTION.match(first)):
        return True
    return len(distinct) == 1 and width > _NARROW and len(first) > _LONG_NOTE


def begins_section(row: Sequence[Cell]) -> bool:
    """Tell whether a row is the numbered heading of a section, such as 二、榕岸社区, and nothing else."""
    distinct = {c for c in row if not is_missing(c)}
    return len(distinct) == 1 and bool(_SECTION.match(normal_text(cell_text(distinct.pop()))))
