"""Where in which file a row of the records stands, for faults that come to light after the rows were read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from loaders.cell_reading import as_written
from loaders.faults import Fault, kind_of_fault
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.row_reading import SOURCE_LENGTH, TypedTable
from loaders.tables import RawTable


class RowPlace(NamedTuple):
    """Where a row stands.

    Args:
        source: first digits of the file's hash.
        sheet: the sheet's name.
        row: the row as Excel counts.
    """

    source: str
    sheet: str
    row: int


class FaultPlaces:
    """Finds file, sheet, row and column of a row's field.

    Args:
        tables: the tables that were read.
        frames: record type -> all rows, those of earlier loads too.
        earlier: first digits of a file's hash -> its name, for files of earlier loads.
    """

    def __init__(
        self, tables: Sequence[TypedTable], frames: Mapping[str, pl.DataFrame], earlier: Mapping[str, str]
    ) -> None:
        self._tables: dict[tuple[str, str, str], RawTable] = {}
        for typed in tables:
            sheet = typed.table.sheet
            self._tables.setdefault((typed.table.record, sheet.source[:SOURCE_LENGTH], sheet.name), typed.table)
        self._frames = frames
        self._earlier = earlier

    def place(self, record: str, index: int) -> RowPlace:
        """Return where a row stands."""
        return RowPlace(*self._frames[record].select("source", "sheet", "row").row(index))

    def is_new(self, record: str, index: int) -> bool:
        """Tell whether a row was read just now, and not taken over from the current snapshot."""
        place = self.place(record, index)
        return (record, place.source, place.sheet) in self._tables

    def fault(  # noqa: PLR0917 - one line where it is called says the whole fault
        self, code: str, record: str, index: int, field: str | None, value: str | None, blanks: Mapping[str, str]
    ) -> Fault:
        """Return a fault at a row's field.

        Args:
            code: code of the fault.
            record: record type.
            index: position of the row.
            field: the field; None: the row as a whole.
            value: the value concerned; None: as the cell is written.
            blanks: what fills the blanks of the texts.
        """
        place = self.place(record, index)
        severity = kind_of_fault(code).severity
        table = self._tables.get((record, place.source, place.sheet))
        if table is None:
            name = self._earlier.get(place.source, place.source)
            return Fault(code, "warning", name, place.sheet, place.row, None, None, value, blanks)
        origin = table.columns.get(field) if field else None
        declared = columns(RECORD_TYPES[record]).get(field) if field else None
        heading = (origin.heading if origin else "") or (declared.heading if declared else None)
        letters = origin.letters if origin else None
        shown = value if value is not None else self._cell(table, field, place.row)
        return Fault(code, severity, table.sheet.file, place.sheet, place.row, letters, heading, shown, blanks)

    def _cell(self, table: RawTable, field: str | None, row: int) -> str | None:
        origin = table.columns.get(field) if field else None
        if origin is None or origin.column is None:
            return None
        cells = table.sheet.rows[row - table.sheet.first_row]
        index = origin.column - table.sheet.first_column
        cell = cells[index] if index < len(cells) else None
        return None if cell is None else as_written(cell)
