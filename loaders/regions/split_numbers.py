"""Numbers that their own comma has split in a file of plain text: 1,860 becomes a 1, and 860 in the next column."""

import re

from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults

_THOUSANDS = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_REST = re.compile(r"\d{3}(?:户|人|名|个|家|套)?", re.ASCII)


def note_split_numbers(table: RawTable, rows: SortedRows, faults: TableFaults) -> None:
    """Note each count of a CSV behind which three digits stand where words belong; the row is rejected.

    Where the row is longer than its headings that tells it already; where its last cells are blank, only this does.

    Args:
        table: the table.
        rows: its records.
        faults: is told.
    """
    if not table.sheet.untyped or table.options.further:
        return
    kinds = {f: c.kind for f, c in columns(RECORD_TYPES[table.record]).items()}
    places = {s.column: f for f, s in table.columns.items() if s.column is not None and s.row is None}
    for column, field in places.items():
        if kinds[field] != "integer" or kinds.get(places.get(column + 1, "")) != "text":
            continue
        for number, row in zip(rows.numbers, rows.rows, strict=True):
            count, rest = (str(table.cell(row, c) or "").strip() for c in (column, column + 1))
            if _REST.fullmatch(rest) and _THOUSANDS.fullmatch(count) and number not in faults.rejected:
                faults.at_cell("split_number", number, field, value=count, blanks={"rest": rest})
