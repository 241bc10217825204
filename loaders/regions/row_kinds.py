"""Rows under a heading that are no records: blank ones, totals, notes, headings again, samples, struck and hidden."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from graph_model.names import normal_text
from loaders.plans.headings import is_known
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.regions.total_rows import total_kind
from loaders.values.cell_reading import cell_text, is_missing

RowKind = Literal["record", "blank", "total", "note", "repeated_heading", "struck", "hidden", "sample"]

_NOTE = re.compile(
    r"^(?:注|备注|说明|填表|制表|填报|审核|联系人|单位负责人|数据来源|资料来源|示例数据|note|source|remark)\d*[:：、.,，(（]?"
)
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\(?以下(?:空白|无正文)|此页无正文)"
)
_FOOT = re.compile(
    r"^(?:填表|制表|审核|审批|复核|填报|编制|经办|联系|负责|统计|校对|录入|报送|上报|主管|分管|单位|部门|社区|街道)?"
    r"(?:人|者|员|单位|部门|单位负责人|负责人|领导|主要领导|日期|时间|电话|联系电话|签字|签名|签章)?"
    r"(?:\((?:签字|签名|签章|盖章|公章|章|手机)\)|签字|盖章|签章)?[:：]"
)
_SIGNS = re.compile(
    r"^(?:填表|制表|审核|审批|复核|填报|编制|经办|单位负责|主要领导|分管领导|联系人|负责人|单位\(|报送|上报|统计人)"
)
_SEALED = re.compile(r".{0,30}\((?:盖章|公章|签章|签字|章)\)[:：]?|20\d\d年\d{1,2}月(?:\d{1,2}日)?")
_HINT_OF_FOOT = re.compile("[:：]")
_SAMPLE = re.compile(
    r"[(（\[【〔](?:填写|填表)?(?:示例|样例|范例|举例|例)[)）\]】〕]|(?:填写)?(?:示例|样例|范例|例如?)[:：]|(?:填写)?(?:样例|范例|示例)\s*$|例\s*$"
)
"""What an office writes before the row that shows how to fill in its form; 示例 alone may begin a name."""
_NOBODY = re.compile(
    r"(?:.{1,6}[区县市镇街道社])?(?:某某|[xX×]{2,})(?:街道|社区|小区|花园|物业|公司|有限公司|医院|学校|小学|党|单位|网格|业委会|居委会)"
)
"""A name that names nobody: 某某医院, ××社区."""
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
        return _kind_by_texts(filled, len(row)) or ("repeated_heading" if self._repeats_heading(row) else "record")

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


def _kind_by_texts(filled: Sequence[Cell], width: int) -> RowKind | None:
    """What the texts of a row alone say that it is, if they do."""
    if total_kind(filled):
        return "total"
    if _is_sample(filled):
        return "sample"
    return "note" if _is_note(filled, width) or _is_foot(filled) else None


def _speaks(filled: Sequence[Cell]) -> bool:
    return any(isinstance(c, str) and not is_missing(c) for c in filled)


def _is_sample(filled: Sequence[Cell]) -> bool:
    """Whether a row shows how others are to be filled in: it says so at its start, or names nobody there."""
    texts = [c.strip() for c in filled[:_NARROW] if isinstance(c, str)]
    return len(filled) >= _NARROW and any(_SAMPLE.match(t) or _NOBODY.match(t) for t in texts)


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


def _is_foot(filled: Sequence[Cell]) -> bool:
    """Tell whether a row is signed: 填表人：… 审核人：…, each with its value in its cell or the next one."""
    first = filled[0]
    if isinstance(first, str) and len(set(filled)) == 1 and _SEALED.fullmatch(normal_text(first)):
        return True
    if not isinstance(first, str) or not _HINT_OF_FOOT.search(first):
        return False
    labels = [bool(_FOOT.match(normal_text(cell_text(cell)))) for cell in filled]
    signed = bool(_SIGNS.match(normal_text(cell_text(first))))
    beside = any(not one and not other for one, other in pairwise(labels))
    return signed and labels[0] and not beside


def begins_section(row: Sequence[Cell]) -> bool:
    """Tell whether a row is the numbered heading of a section, such as 二、榕岸社区, and nothing else."""
    distinct = {c for c in row if not is_missing(c)}
    return len(distinct) == 1 and bool(_SECTION.match(normal_text(cell_text(distinct.pop()))))
