"""The rows of a table: merged cells filled down, records told from totals, notes and what was struck or hidden."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph_model.names import normal_text
from loaders.plan import NO_MARKS, Condition
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.regions.captions import CaptionReader, Captions
from loaders.regions.row_kinds import RowSorter, begins_section
from loaders.regions.table_faults import TableFaults
from loaders.regions.totals import TotalRow
from loaders.values.cell_reading import as_written, cell_text, is_missing


@dataclass
class SortedRows:
    """The rows under a heading.

    Args:
        numbers: numbers of the records, as Excel counts.
        rows: cells of the records.
        totals: the rows of totals.
        aside: (number, cells) of rows that were struck through or hidden.
        skipped: reason -> number of rows that are no records.
        captions: for each record the captions of its sections; empty if no field asks for it.
        members: field -> for each record its own member of a list in the cell.
        expanded: whether a row became several records.
        positions: for each record its position among those of its row; empty if each row is one.
    """

    numbers: list[int] = field(default_factory=list)
    rows: list[Sequence[Cell]] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    aside: list[tuple[int, Sequence[Cell]]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    captions: list[Captions] = field(default_factory=list)
    members: Mapping[str, list[Cell]] = field(default_factory=dict)
    expanded: bool = False
    positions: list[int] = field(default_factory=list)


def sort_rows(table: RawTable, faults: TableFaults) -> SortedRows:
    """Sort the rows under a heading.

    Args:
        table: the table.
        faults: is told of rows that were struck through or hidden.
    """
    sorter, found = RowSorter(table), SortedRows()
    first_column, captions = table.sheet.first_column, CaptionReader(table)
    each = dict([table.options.each]) if table.options.each else {}
    merged, down = _merged_fill(table), _FillDown(table)
    for number, row in table.numbered_rows():
        cells = _filled(row, merged.get(number), first_column)
        kind: str = "record" if table.form else sorter.kind(number, cells)
        kind = "caption" if captions.takes(cells, kind) else kind
        cells = down.filled(cells, kind)
        if kind == "record" and not _selected(cells, table, table.options.where):
            kind = "not_selected"
        elif kind == "record" and each and not _selected(cells, table, each):
            kind = "not_of_this_column"
            _note_unclear_mark(table, number, cells, faults)
        if kind == "record":
            found.numbers.append(number)
            found.rows.append(cells)
            captions.note(found.captions)
        elif kind != "not_of_this_column" and not table.options.further:
            _set_aside(found, kind, number, cells, faults)
    return found


def _set_aside(found: SortedRows, kind: str, number: int, cells: Sequence[Cell], faults: TableFaults) -> None:
    found.skipped[kind] += 1
    if kind in {"struck", "hidden", "sample"}:
        faults.at_row(f"{kind}_row", number)
    if kind in {"struck", "hidden"}:
        found.aside.append((number, cells))
    if kind == "total":
        found.totals.append(TotalRow(number, len(found.rows), cells))


def _note_unclear_mark(table: RawTable, number: int, cells: Sequence[Cell], faults: TableFaults) -> None:
    """A cell of a matrix that is neither a mark nor a no is told: whoever wrote it may have meant yes."""
    if table.options.mark is None or table.options.each is None:
        return
    column, _ = table.options.each
    cell = table.cell(cells, column)
    if not is_missing(cell) and normal_text(cell_text(cell)) not in NO_MARKS | table.options.no:
        faults.unclear_mark(number, column, table.options.mark, as_written(cell))


class _FillDown:
    """Repeats in blank cells what stands above, in the columns of which the plan says so.

    What stands above is the row above in the sheet, whether or not it is read: one that is hidden or not selected
    names its group all the same. Below the heading of a section nothing is repeated from the one before.
    """

    def __init__(self, table: RawTable) -> None:
        origins = (table.columns.get(f) for f in table.options.fill_down)
        columns = (o.column for o in origins if o is not None and o.column is not None)
        self._indexes = [column - table.sheet.first_column for column in columns]
        self._above: Sequence[Cell] = ()

    def filled(self, cells: Sequence[Cell], kind: str) -> Sequence[Cell]:
        """Return a row with its blank cells filled."""
        if not self._indexes:
            return cells
        if kind == "caption" or (kind == "note" and begins_section(cells)):
            self._above = ()
        if kind not in {"record", "struck", "hidden"}:
            return cells
        blank = [i for i in self._indexes if i < min(len(cells), len(self._above)) and _is_empty(cells[i])]
        if blank:
            cells = list(cells)
            for i in blank:
                cells[i] = self._above[i]
        self._above = cells
        return cells


def _is_empty(cell: Cell) -> bool:
    """Whether nothing is written in a cell: 无 and a dash say that there is none, which nothing above contradicts."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _selected(row: Sequence[Cell], table: RawTable, conditions: Mapping[int, Condition]) -> bool:
    def text(column: int) -> str:
        cell = table.cell(row, column)
        return "" if is_missing(cell) else normal_text(cell_text(cell))

    return all(condition.passes(text(column)) for column, condition in conditions.items())


def _merged_fill(table: RawTable) -> Mapping[int, dict[int, Cell]]:
    """Return, for rows that a merged range covers, the cells that its first cell fills: row -> column -> cell."""
    sheet = table.sheet
    fill: dict[int, dict[int, Cell]] = {}
    for first_row, first_column, last_row, last_column in sheet.merged:
        index = first_row - sheet.first_row
        if last_row < table.first_row or not 0 <= index < len(sheet.rows) or first_row == last_row:
            continue
        offset = first_column - sheet.first_column
        value = sheet.rows[index][offset] if 0 <= offset < len(sheet.rows[index]) else None
        for row in range(max(first_row + 1, table.first_row), last_row + 1):
            for column in range(first_column, last_column + 1):
                fill.setdefault(row, {})[column] = value
    return fill


def _filled(row: Sequence[Cell], fill: Mapping[int, Cell] | None, first_column: int) -> Sequence[Cell]:
    if not fill:
        return row
    filled = list(row)
    for column, value in fill.items():
        index = column - first_column
        if 0 <= index < len(filled) and filled[index] is None:
            filled[index] = value
    return filled
