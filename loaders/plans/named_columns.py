"""The columns of a sheet that a mapping file names by their headings, or by their letters."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.plan import MappingTable
from loaders.plans.heading_rows import HeadingRows, column_by_letters, letters_of
from loaders.plans.headings import Heading
from loaders.plans.problems import ProblemList
from loaders.plans.sections import meant
from loaders.plans.tables import ColumnSource
from loaders.readers.sheet import Sheet
from loaders.values.nearest import nearest


@dataclass(frozen=True)
class NamedColumns:
    """The columns of one sheet, by the headings that a table of the mapping names.

    Args:
        table: the table of the mapping.
        sheet: the sheet.
        rows: the sheet's headings.
        problems: where headings that mean no column, or several, are noted.
    """

    table: MappingTable
    sheet: Sheet
    rows: HeadingRows
    problems: ProblemList

    def sources(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the fields that have a column, with where it is."""
        for field, wanted in self.table.columns.items():
            number = self._number("columns", field, wanted)
            if number is not None:
                yield field, ColumnSource(number, wanted)

    def filters(self) -> Iterator[tuple[int, frozenset[str]]]:
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
