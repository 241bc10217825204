"""Where in which file a row of the records stands, for faults that come to light after the rows were read."""

from collections.abc import Mapping, Sequence

from loaders.faults import Fault, kind_of_fault
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.combined_records import CombinedRecords
from loaders.records.typed_tables import TypedTable
from loaders.values.private_numbers import scrubbed


class FaultPlaces:
    """Finds file, sheet, row and column of a row's field.

    Args:
        tables: the tables that were read.
        records: record type -> all rows, those of earlier loads too.
        earlier: first digits of a file's hash -> its name, for files of earlier loads.
    """

    def __init__(
        self, tables: Sequence[TypedTable], records: Mapping[str, CombinedRecords], earlier: Mapping[str, str]
    ) -> None:
        self._tables = tables
        self._records = records
        self._earlier = earlier
        self._rows: dict[str, list[int]] = {}
        self._sizes: dict[tuple[str, int], int] = {}

    def is_new(self, record: str, index: int) -> bool:
        """Tell whether a row was read just now, and not taken over from the current snapshot."""
        return self._records[record].is_new(index)

    def table_of(self, record: str, index: int) -> tuple[int, int]:
        """Return the number of a row's table among those read, and how many rows that table has."""
        tables = self._records[record].tables
        number = int(tables[index])
        if (record, number) not in self._sizes:
            rows = self._records[record].frame.filter(tables == number)["row"]
            self._sizes[record, number] = rows.n_unique()
        return number, self._sizes[record, number]

    def row(self, record: str, index: int) -> int:
        """Return the number of a row, as Excel counts."""
        if record not in self._rows:
            self._rows[record] = self._records[record].frame["row"].to_list()
        return self._rows[record][index]

    def heading(self, record: str, index: int, field: str) -> str | None:
        """Return the heading of a field in the table of a new row, as written; None if no column is meant for it."""
        origin = self._tables[self._records[record].tables[index]].table.columns.get(field)
        declared = columns(RECORD_TYPES[record]).get(field)
        return (origin.heading if origin else "") or (declared.heading if declared else None)

    def other(self, record: str, index: int, first: int) -> Mapping[str, str]:
        """Return what fills the blanks of where another row of one file stands, with its sheet if that is another."""
        row, sheets = self.row(record, first), self._records[record].frame["sheet"]
        if sheets[index] == sheets[first]:
            return {"other_zh": f"第 {row} 行", "other_en": f"row {row}"}
        sheet = sheets[first]
        return {"other_zh": f"工作表“{sheet}”第 {row} 行", "other_en": f"row {row} of the sheet “{sheet}”"}

    def fault(
        self,
        code: str,
        record: str,
        index: int,
        field: str | None,
        *,
        value: str | None = None,
        blanks: Mapping[str, str] | None = None,
        error: bool | None = None,
    ) -> Fault:
        """Return a fault at a row's field.

        Args:
            code: code of the fault.
            record: record type.
            index: position of the row.
            field: the field; None: the row as a whole.
            value: the value concerned; None: as the cell is written.
            blanks: what fills the blanks of the texts.
            error: whether it rejects the row; None: as the code says. A row of an earlier load is never rejected: it
                is left out of the graph, and the fault is a warning.
        """
        severity = kind_of_fault(code).severity if error is None else ("error" if error else "warning")
        row, shown = self.row(record, index), None if value is None else scrubbed(value)
        if not self.is_new(record, index):
            source, sheet = self._records[record].frame.select("source", "sheet").row(index)
            name = self._earlier.get(source, source)
            return Fault(
                code, "warning", name, sheet, row, None, None, shown, blanks or {}, source=source, record=record
            )
        table = self._tables[self._records[record].tables[index]].table
        origin = table.columns.get(field) if field else None
        declared = columns(RECORD_TYPES[record]).get(field) if field else None
        heading = self.heading(record, index, field) if field else None
        letters = origin.letters if origin else None
        if shown is None and field and declared and not declared.private:
            shown = self._value(record, index, field)
        where = table.sheet.file, table.sheet.name, origin.row if origin and origin.row else row, letters, heading
        return Fault(code, severity, *where, shown, blanks or {}, source=table.sheet.source, record=record)

    def _value(self, record: str, index: int, field: str) -> str | None:
        """What a row says in a field: the words of a date, else its value."""
        frame = self._records[record].frame
        value = frame[f"{field}_written" if f"{field}_written" in frame.columns else field][index]
        return None if value is None else scrubbed(str(value))
