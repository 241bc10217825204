"""What a plant does to an open file, and where it is then to be reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from sample_data.example.offices.styles import Written
from sample_data.example.planting.books import Book
from sample_data.example.planting.plants import Plant
from sample_data.example.planting.tables import Table
from sample_data.example.planting.xlsx_editing import XlsxBook

_SCRATCH = (("待办", "谁去"), ("买茶叶", "老规矩"), ("借投影仪", "再说"))
_COPIED_ROWS = 3
_MORE = 7


@dataclass(frozen=True)
class Spot:
    """Where a plant is to be reported.

    Args:
        sheet: name of the sheet.
        row: the row; None: the sheet as a whole.
        column: the column, counted from 1; None: the row as a whole.
        before: what stood in the cell.
        after: what stands there now.
    """

    sheet: str
    row: int | None = None
    column: int | None = None
    before: Written = None
    after: Written = None


@dataclass(frozen=True)
class Change:
    """A change that is to be made to an open file.

    Args:
        book: the file.
        sheet: name of the sheet.
        plant: the plant.
        table: the table of the sheet, as it was before anything was planted.
        row: the row that was chosen; 0 if the plant spoils none.
    """

    book: Book
    sheet: str
    plant: Plant
    table: Table
    row: int

    @property
    def column(self) -> int:
        """The column in which the plant is reported."""
        return self.table.columns[self.plant.heading or ""]


def perform(book: Book, plant: Plant, table: Table | None, row: int | None, words: Mapping[str, str]) -> Spot:
    """Change an open file as a plant says.

    Args:
        book: the file.
        plant: the plant.
        table: the table of its sheet, as it was before anything was planted.
        row: the row that was chosen for it.
        words: what stands for {words} in braces.

    Returns:
        Where it is to be reported.
    """
    sheet = plant.sheet or book.sheets()[0]
    if plant.action == "scratch":
        _xlsx(book).add_sheet(sheet, _SCRATCH, hidden=False)
        return Spot(sheet, 1)
    assert table is not None  # only scratch paper has no table
    changed = Change(book, sheet, plant, table, row or 0)
    match plant.action:
        case "heading" | "lost_heading":
            spot = _rename(changed)
        case "add" | "copy":
            spot = _append(changed)
        case "total":
            spot = _total(changed)
        case "edit" | "error":
            spot = _edit(changed, words)
        case _:
            spot = _of_xlsx(changed)
    return spot


def _of_xlsx(changed: Change) -> Spot:
    book, sheet, table, row = _xlsx(changed.book), changed.sheet, changed.table, changed.row
    match changed.plant.action:
        case "hidden_copy":
            name = f"{sheet}旧"
            book.add_sheet(name, table.cells[: table.heading_row + _COPIED_ROWS], hidden=True)
            return Spot(name)
        case "strike":
            book.strike(sheet, row)
            return Spot(sheet, row)
        case "hide":
            book.hide_row(sheet, row)
            return Spot(sheet, row)
        case _:
            book.unmerge(sheet, row, changed.column)
            return Spot(sheet, row, changed.column)


def _xlsx(book: Book) -> XlsxBook:
    if not isinstance(book, XlsxBook):
        msg = "only a workbook in .xlsx can do that"
        raise TypeError(msg)
    return book


def _edit(changed: Change, words: Mapping[str, str]) -> Spot:
    book, sheet, plant, table, row = changed.book, changed.sheet, changed.plant, changed.table, changed.row
    column = changed.column
    before = table.cells[row - 1][column - 1]
    edits = dict(plant.edits)
    if plant.replace:
        edits[plant.heading or ""] = str(before).replace(*plant.replace)
    written: dict[str, Written] = {}
    for heading, value in edits.items():
        new = value.format(old=table.text(row, heading), **words) if isinstance(value, str) else value
        written[heading] = None if new == "" else new
        at = table.columns[heading]
        if plant.action == "error":
            _xlsx(book).write_error(sheet, row, at, new)
        else:
            book.write(sheet, row, at, written[heading])
    return Spot(sheet, row, column, before, written.get(plant.heading or "", before))


def _rename(changed: Change) -> Spot:
    book, sheet, plant, table = changed.book, changed.sheet, changed.plant, changed.table
    ((old, new),) = plant.edits.items()
    column = table.columns[old]
    book.write(sheet, table.heading_row, column, new or None)
    # a heading that is lost cannot be pointed at: its sheet is told of it
    return Spot(sheet, table.heading_row, None if plant.action == "lost_heading" else column, old, new or None)


def _append(changed: Change) -> Spot:
    book, sheet, plant, table = changed.book, changed.sheet, changed.plant, changed.table
    at = table.rows[-1] + 1
    below = [list(cells) for cells in table.cells[at - 1 :]]
    if plant.action == "copy":
        new = _copied(table, changed.row)
    else:
        new = [None] * len(table.cells[at - 2])
        for heading, value in plant.edits.items():
            new[table.columns[heading] - 1] = value
    serial = table.columns.get("序号")
    if serial:
        new[serial - 1] = len(table.rows) + 1
    for number, cells in enumerate([new, *below], start=at):
        for column, value in enumerate(cells, start=1):
            book.write(sheet, number, column, value)
    return Spot(sheet, at, changed.column, None, new[changed.column - 1])


def _copied(table: Table, row: int) -> list[Written]:
    copied = list(table.cells[row - 1])
    for heading, column in table.columns.items():
        if copied[column - 1] is None and ("街道" in heading or "社区" in heading):
            above = (table.cells[r - 1][column - 1] for r in range(row, table.heading_row, -1))
            copied[column - 1] = next((value for value in above if value is not None), None)  # out of a merged range
    return copied


def _total(changed: Change) -> Spot:
    book, sheet, table, column = changed.book, changed.sheet, changed.table, changed.column
    row = table.total_row or 0
    before = table.cells[row - 1][column - 1]
    digits = "".join(str(int(c)) for c in str(before) if c.isdigit())
    after = str(before).replace(str(before).rstrip("户名"), str(int(digits) + _MORE))
    new = int(after) if isinstance(before, int) else after
    book.write(sheet, row, column, new)
    return Spot(sheet, row, column, before, new)
