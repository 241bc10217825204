"""Matrices: each row a thing, each column a thing of another kind, and a mark where the two are tied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_model.names import normal_text
from loaders.plan import NO_MARKS, Each, TablePlan
from loaders.plans.comparing import comparable
from loaders.plans.heading_rows import HeadingRows, headings_at, letters_of, name_of
from loaders.plans.headings import Heading, is_ignored, is_known, match_headings
from loaders.plans.layouts.asking import asked_of_table, unread_headings
from loaders.plans.layouts.legends import Marks, marks_of
from loaders.plans.layouts.matrix_ties import (
    KINDS,
    Tie,
    is_of_event,
    may_be_tied,
    tie_between,
)
from loaders.plans.layouts.names_of_things import kind_of_heading, kind_of_name, kind_of_names
from loaders.plans.layouts.seen import WholeTable
from loaders.plans.layouts.titles import TextAround, place_around, texts_around
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.written_dates import read_written_date

_SEARCHED_ROWS: Final = 15
_FEWEST: Final = 2
_NOTES: Final = 3
_LONGEST_NAME: Final = 40
_PLACES: Final = frozenset({"community", "committee", "subdistrict", "residents_committee"})
_TOTAL: Final = re.compile(r"(?:合|小|总|共)计.*|注|备注|说明|(?:注|备注|说明|图例|填表人|审核|制表)[:： ].*|注.*")
_PERSONS: Final = re.compile(r"姓名|人员|同志|党员|干部|网格[长员]|成员$")
_UNITS: Final = re.compile(r"单位|企业|机关|部门")
_SERVICE: Final = re.compile(r"服务|保洁|保安|绿化|全委|物业|管理|维修|维保|秩序|工程|电梯|安保")
_NO_SERVICE: Final = re.compile(r"[拟原退撤待未不曾]|投标|中标|解[除约]|到期|终止|洽谈|意向|期满|前期")


@dataclass(frozen=True)
class _Matrix:
    """Where a matrix lies, and what its rows and columns are."""

    sheet: Sheet
    rows: HeadingRows
    name: Heading
    across: tuple[Heading, ...]
    row_kind: str
    column_kind: str
    below: Sequence[Sequence[Cell]]

    def cells(self) -> Iterator[Cell]:
        """Go through the cells that may be marks."""
        for row in self.below:
            for heading in self.across:
                if not is_missing(row[heading.column]):
                    yield row[heading.column]


def matrix(sheet: Sheet) -> WholeTable | None:
    """Understand a matrix: what ties its rows to its columns is what the title says.

    Args:
        sheet: a sheet, or a part of one with a single table.

    Returns:
        Its plan; a question, where rows and columns may be tied and nothing says how; None: it is no matrix.
    """
    found = _find(sheet) if sheet.kind != "objects" and sheet.record is None else None
    if found is None:
        return None
    around = texts_around(sheet, found.rows)
    texts = [a.text for a in around] + [found.name.shown, *_notes(found)]
    said = {comparable(cell) for cell in found.cells()} - NO_MARKS
    if not said or is_of_event(texts) or found.column_kind in {kind_of_heading(cell) for cell in said}:
        return None  # where cells name things as the columns do, the row taken for headings was a record
    tie = tie_between(found.row_kind, found.column_kind, texts)
    each = _each(found, tie[0], said, texts) if tie else None
    if tie is None or each is None:
        return _asked(found) if may_be_tied(found.row_kind, found.column_kind) and _are_marks(said, texts) else None
    plan = _plan(found, *tie, each, around)
    read = {h.column for h in (found.name, *found.across)} | _columns_read(found, plan)
    others = HeadingRows(found.rows.rows, tuple(h for h in found.rows.headings if not _TOTAL.fullmatch(h.shown)))
    return WholeTable((plan,), tuple(unread_headings(sheet, others, read)))


def _are_marks(said: set[str], texts: Sequence[str]) -> bool:
    marks = marks_of(said, texts)
    return bool(marks.yes) and not any(len(cell) > _FEWEST or cell.isdigit() for cell in marks.unclear)


def _asked(found: _Matrix) -> WholeTable:
    shown = {"rows": found.name.shown, "columns": "、".join(h.shown for h in found.across)[:_LONGEST_NAME]}
    return WholeTable((), (asked_of_table("unclear_tie", found.sheet, found.rows.rows[-1], shown),))


def _find(sheet: Sheet) -> _Matrix | None:
    for row in range(sheet.first_row, sheet.first_row + min(len(sheet.rows) - 1, _SEARCHED_ROWS)):
        rows = headings_at(sheet, (row,))
        across, kind = _longest_run(rows.headings)
        before = _before(rows, across)
        if kind and not before and row > sheet.first_row:  # the corner stands in the upper of two rows
            rows = headings_at(sheet, (row - 1, row))
            across, kind = _longest_run(rows.headings)
            before = _before(rows, across)
        if kind and before and not _is_below_headings(sheet, row, across):
            below = [r for r in sheet.rows[row + 1 - sheet.first_row :] if _is_record(r, before[0].column)]
            names = [cell_text(r[before[0].column]) for r in below]
            row_kind = _row_kind(before[0].shown, names)
            return _Matrix(sheet, rows, before[0], across, row_kind, kind, below) if row_kind and below else None
    return None


def _is_below_headings(sheet: Sheet, row: int, across: Sequence[Heading]) -> bool:
    """Whether known headings stand above the names: 原物业企业 and 现物业企业 above two firms make them a record."""
    above = sheet.rows[row - 1 - sheet.first_row] if row > sheet.first_row else ()
    cells = {normal_text(cell_text(above[h.column])) for h in across if above and not is_missing(above[h.column])}
    return sum(map(is_known, cells)) >= _FEWEST


def _before(rows: HeadingRows, across: Sequence[Heading]) -> list[Heading]:
    return [h for h in rows.headings if across and h.column < across[0].column and not is_ignored(h.shown)]


def _upper(found: _Matrix, record: str) -> str | None:
    """The field of the upper of two heading rows, where that names the subdistricts of communities."""
    uppers = [h.writings[0].removesuffix(h.writings[1]) for h in found.across if len(h.writings) > 1]
    named = uppers and len(found.rows.rows) > 1 and all(kind_of_name(text) == "subdistrict" for text in uppers)
    return "subdistrict" if named and "subdistrict" in columns(RECORD_TYPES[record]) else None


def _longest_run(headings: Sequence[Heading]) -> tuple[tuple[Heading, ...], str | None]:
    """The longest run of columns next to each other that are named after things of one kind."""
    best: tuple[Heading, ...] = ()
    run: list[Heading] = []
    for heading in headings:
        kind = kind_of_heading(heading.shown)
        goes_on = bool(run) and kind == kind_of_heading(run[-1].shown) and heading.column == run[-1].column + 1
        run = [] if kind is None else [*run, heading] if goes_on else [heading]
        best = tuple(run) if len(run) > len(best) else best
    alike = len({normal_text(h.shown) for h in best}) == len(best) >= _FEWEST
    return (best, kind_of_heading(best[0].shown)) if alike else ((), None)


def _is_record(row: Sequence[Cell], column: int) -> bool:
    cell = row[column]
    return isinstance(cell, str) and not is_missing(cell) and not _TOTAL.fullmatch(normal_text(cell))


def _row_kind(heading: str, names: Sequence[str]) -> str | None:
    if _PERSONS.search(heading):
        return None
    kind = kind_of_names(names)
    if kind in {None, "estate", "unit"} and _UNITS.search(heading):
        return "unit" if "物业" not in heading else "firm"
    return kind


def _notes(found: _Matrix) -> Iterator[str]:
    """Lines below a matrix that may be a legend."""
    for row in found.sheet.rows[-_NOTES:]:
        said = [cell for cell in row if not is_missing(cell)]
        if len(said) == 1 and isinstance(said[0], str) and _TOTAL.fullmatch(normal_text(said[0])):
            yield said[0]


def _each(found: _Matrix, tie: Tie, said: set[str], texts: Sequence[str]) -> Each | None:
    """How the cells of a matrix make records; None: that can't be told."""
    heading = tie.other if kind_fits(tie.others, found.column_kind) else tie.one
    across = (f"{letters_of(found.sheet, found.across[0])}:{letters_of(found.sheet, found.across[-1])}",)
    marks = marks_of(said, texts)
    days = {comparable(cell) for cell in found.cells() if _is_day(cell)}
    if days and days | marks.no >= said:
        return Each(across, heading=heading, cell="valid_from", no=marks.no)
    if tie.record == "branch_coverage" and all(cell.endswith("覆盖") for cell in said - marks.no):
        return Each(across, heading=heading, cell="mode", no=marks.no)
    if tie.by_words:
        marks = _by_words(marks)
    if not marks.yes or days or any(cell.isdigit() for cell in marks.unclear):
        return None
    return Each(across, heading=heading, marks=marks.yes, no=marks.no, upper=_upper(found, tie.record))


def kind_fits(kinds: frozenset[str], kind: str) -> bool:
    """Tell whether a kind is one of some."""
    return kind in kinds


def _by_words(marks: Marks) -> Marks:
    services = {c for c in marks.unclear if _SERVICE.search(c) and not _NO_SERVICE.search(c)}
    return Marks(marks.yes | services, marks.no, marks.unclear - services)


def _is_day(cell: Cell) -> bool:
    if isinstance(cell, bool | int | float):
        return False
    reading = read_written_date(cell, number_like_text=False, strptime_format=None, epoch_1904=False)
    return reading.value is not None and reading.fault is None


def _plan(found: _Matrix, tie: Tie, turned: bool, each: Each, around: Sequence[TextAround]) -> TablePlan:
    rows_field = tie.other if turned else tie.one
    named = {rows_field: name_of(found.sheet, found.rows, found.name)}
    match = match_headings(found.rows.headings, tie.record)
    given = {rows_field, *each.fields}
    plain = {
        f: name_of(found.sheet, found.rows, h)
        for f, h in match.fields.items()
        if f not in given and h is not found.name and h not in found.across and f not in {tie.one, tie.other}
    }
    fields = columns(RECORD_TYPES[tie.record])
    of_places = _PLACES.isdisjoint({found.row_kind, found.column_kind})
    places = place_around(around) if of_places else ()
    beside = {f: t for f, t in places if f in fields and f not in plain}
    kind = KINDS.get(found.column_kind if turned else found.row_kind)
    return TablePlan(
        0,
        file=found.sheet.file,
        record=tie.record,
        sheet=found.sheet.name,
        header=found.rows.rows,
        columns={**named, **plain},
        values={tie.kind_field: kind} if tie.kind_field and kind else {},
        taken=beside,
        each=each,
        repeats="fault",
    )


def _columns_read(found: _Matrix, plan: TablePlan) -> set[int]:
    return {h.column for h in found.rows.headings if name_of(found.sheet, found.rows, h) in plan.columns.values()}
