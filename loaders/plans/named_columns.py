"""The columns of a sheet that a mapping file names by their headings, or by their letters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.plan import IN_BRACES, Condition, Each, TablePlan
from loaders.plans.forms import FormCells
from loaders.plans.heading_rows import HeadingRows, column_by_letters, columns_between, letters_of
from loaders.plans.headings import Heading
from loaders.plans.problems import ProblemList
from loaders.plans.sections import meant
from loaders.plans.tables import ColumnSource
from loaders.readers.json_lists import AROUND
from loaders.readers.sheet import Sheet, column_letters
from loaders.values.cell_reading import is_missing
from loaders.values.nearest import nearest


@dataclass(frozen=True)
class EachColumn:
    """A column that makes a record.

    Args:
        number: its number, as Excel counts.
        heading: its heading; of two rows the lower one.
        upper: the upper one of two rows of headings.
    """

    number: int
    heading: str
    upper: str


@dataclass(frozen=True)
class NamedColumns:
    """The columns of one sheet, by the headings that a table of the mapping names.

    Args:
        table: the table of the mapping.
        sheet: the sheet.
        rows: the sheet's headings.
        problems: where headings that mean no column, or several, are noted.
    """

    table: TablePlan
    sheet: Sheet
    rows: HeadingRows
    problems: ProblemList

    def sources(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the fields that have a column, with where it is."""
        for field, wanted in self.table.columns.items():
            around = self._around(("columns", field), wanted)
            if around is not None:
                yield field, around
                continue
            number = self._number("columns", field, wanted)
            if number is not None:
                yield field, ColumnSource(number, self._heading(number) or wanted)

    def composed(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the fields that are put together from several columns."""
        for field, text in self.table.composed.items():
            parts: list[str | int | ColumnSource] = []
            for position, piece in enumerate(IN_BRACES.split(text)):
                around = self._around(("composed", field), piece) if position % 2 else None
                if around is not None:
                    parts.append(around)
                    continue
                number = self._number("composed", field, piece) if position % 2 else None
                parts += [number] if number is not None else [piece] if piece and not position % 2 else []
            yield field, ColumnSource(None, text, template=tuple(parts))

    def period(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the two fields that one column of periods gives."""
        period = self.table.period
        around = self._around(("period", "column"), period.column) if period else None
        if period and around:
            yield period.start, replace(around, end_of="start")
            yield period.end, replace(around, end_of="end")
            return
        number = self._number("period", "column", period.column) if period else None
        if period and number is not None:
            heading = self._heading(number) or period.column
            yield period.start, ColumnSource(number, heading, end_of="start")
            yield period.end, ColumnSource(number, heading, end_of="end")

    def _around(self, key: tuple[str, str], wanted: str) -> ColumnSource | None:
        """The value of a label of the form around the table, which holds for each of its rows; None: it names none."""
        if not wanted.startswith(AROUND) or self.rows.columns_of(wanted) or self.sheet.kind == "objects":
            return None
        first = self.rows.rows[0] if self.rows.rows else self.sheet.first_row
        last = self.table.last_row or self.sheet.first_row + len(self.sheet.rows) - 1
        form = FormCells(self.table, self.sheet, self.problems, "right", (first, last))
        return form.source(key, wanted.removeprefix(AROUND)) or ColumnSource(None)

    def each(self) -> Iterator[EachColumn]:
        """Go through the columns that make a record each; a column without a heading that is wanted makes none."""
        each = self.table.each
        if each is None or not self._has_heading_rows(each):
            return
        for number in self._numbers_of_each():
            heading, upper = self._heading(number, own=True), self._upper(number) if each.upper else ""
            if heading and each.upper and not upper:
                zh, en = f"“{heading}”的上一行没有表头", f'no upper heading stands over "{heading}"'
                self.problems.add(("table", self.table.number, "each", "upper"), zh, en)
            elif heading or each.heading is None:
                yield EachColumn(number, heading, upper)

    def _has_heading_rows(self, each: Each) -> bool:
        """Note that headings are wanted of a table that has none, or upper ones where there is one row of them."""
        wanted = 2 if each.upper else 1 if each.heading else 0
        if len(self.rows.rows) >= wanted:
            return True
        key = "upper" if each.upper else "heading"
        zh = "表头有两行才有上一行：header 写两行，如 [3, 4]" if each.upper else "没有表头行，取不到列的表头"
        en = "an upper heading needs a header of two rows, such as [3, 4]" if each.upper else "there is no heading row"
        self.problems.add(("table", self.table.number, "each", key), zh, en)
        return False

    def _numbers_of_each(self) -> Iterator[int]:
        for wanted in self.table.each.columns if self.table.each else ():
            numbers = columns_between(self.sheet, wanted)
            if numbers is None:
                number = self._number("each", "columns", wanted)
                numbers = [] if number is None else [number]
            elif not numbers:
                self._note_no_columns(wanted)
            yield from numbers

    def _note_no_columns(self, wanted: str) -> None:
        first, last = self.sheet.first_column, self.sheet.first_column + max(self.sheet.width, 1) - 1
        there = f"{column_letters(first)}:{column_letters(last)}"
        zh, en = f"“{wanted}”里没有列；这里的列是 {there}", f'"{wanted}" holds no column; those here are {there}'
        self.problems.add(("table", self.table.number, "each", "columns"), zh, en)

    def _heading(self, number: int, *, own: bool = False) -> str:
        """The heading of a column; of two rows the lower one alone, where that is asked for."""
        found = self._heading_of(number)
        if found is None:
            return ""
        return found.path[-1] if own and found.path else found.shown

    def _upper(self, number: int) -> str:
        """The upper heading of a column, which may be written over the first of its columns alone."""
        above = self.sheet.rows[self.rows.rows[0] - self.sheet.first_row]
        for column in range(number, self.sheet.first_column - 1, -1):
            found = self._heading_of(column)
            if found is not None and len(found.path) > 1:
                return found.path[-2]
            if found is not None and not is_missing(above[found.column]):  # one heading, as high as both rows
                return found.shown if column == number else ""
        return ""

    def _heading_of(self, number: int) -> Heading | None:
        index = number - self.sheet.first_column
        return next((h for h in self.rows.headings if h.column == index), None)

    def filters(self) -> Iterator[tuple[int, Condition]]:
        """Go through the columns by which rows are filtered, with the cells that pass."""
        for wanted, cells in self.table.where.items():
            number = self._number("where", wanted, wanted)
            if number is not None:
                yield number, cells

    def _number(self, key: str, entry: str, wanted: str) -> int | None:
        """The column that a heading names, or else its letters; None, with a problem, if that is not one column."""
        found = self.rows.columns_of(wanted)
        if len(found) == 1:
            return found[0].column + self.sheet.first_column
        by_letters = None if found else column_by_letters(self.sheet, wanted)
        if by_letters is None:
            self._note((key, entry), wanted, found)
        return by_letters

    def _note(self, key: tuple[str, str], wanted: str, found: list[Heading]) -> None:
        path = ("table", self.table.number, *key)
        if found:
            listed = ", ".join(f"{letters_of(self.sheet, h)} {h.shown}" for h in found)
            zh = f"“{wanted}”有几列（{listed}），请写列的字母或完整的两行表头"
            en = f'"{wanted}" fits several columns ({listed}): write the letters of one, or both rows of its heading'
        else:
            near_zh, near_en = meant(nearest(wanted, [h.shown for h in self.rows.headings]))
            row = f"{self.rows.rows[-1]}" if self.rows.rows else "–"
            zh = f"第 {row} 行的表头里没有“{wanted}”{near_zh}"
            en = f'the headings in row {row} have no "{wanted}"{near_en}'
        self.problems.add(path, zh, en)
