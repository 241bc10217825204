"""Rows that name the same holder of the same post once more, as a branch does that stands in a row for each estate."""

from collections import Counter
from collections.abc import Sequence

from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.records.column_reading import ColumnReader
from loaders.regions.row_sorting import SortedRows
from loaders.values.cell_reading import cell_text, is_missing


def first_rows(table: RawTable, rows: SortedRows, reader: ColumnReader) -> Sequence[int]:
    """Return for each record the number of the row that says first what it says.

    Only where a column is of one role and the plan has repeated rows count once: in a roster with a row a person, two
    rows alike may be two persons of one name. Two alike within one cell are two persons, too.

    Args:
        table: the table.
        rows: its records.
        reader: reads its columns.
    """
    role, name = table.columns.get("role"), table.columns.get("person_name")
    of_one_role = role is not None and not role.has_cells and name is not None and name.column is not None
    if table.record != "tenure" or not of_one_role or not table.options.repeats or table.options.spells:
        return rows.numbers
    said = [reader.cells(field) for field, origin in table.columns.items() if origin.has_cells]
    if not said:
        return rows.numbers
    first: dict[tuple[str, ...], int] = {}
    within: Counter[tuple[str, ...]] = Counter()
    found = []
    for number, *cells in zip(rows.numbers, *said, strict=True):
        statement = tuple(map(_text, cells))
        within[(str(number), *statement)] += 1
        nth = (str(within[(str(number), *statement)]), *statement)
        found.append(first.setdefault(nth, number))
    return found


def _text(cell: Cell) -> str:
    return "" if is_missing(cell) else cell_text(cell)
