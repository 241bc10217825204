"""Faults at the cells of one table, as its rows are read."""

from collections.abc import Mapping, Sequence

from loaders.faults import Fault, Severity, kind_of_fault
from loaders.plans.tables import RawTable
from loaders.readers.sheet import column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.lost_merges import ranges_of_rows
from loaders.values.private_numbers import scrubbed

_WITHOUT_VALUE = frozenset({"private_number", "invalid_identity_number", "invalid_telephone"})


class TableFaults:
    """Collects what is wrong in a table, and which rows are rejected for it.

    Args:
        table: the table.
    """

    def __init__(self, table: RawTable) -> None:
        self.found: list[Fault] = []
        self.rejected: set[int] = set()
        self._table = table
        self._fields = columns(RECORD_TYPES[table.record])

    def at_cell(
        self,
        code: str,
        row: int,
        field: str,
        *,
        value: str | None = None,
        blanks: Mapping[str, str] | None = None,
        error: bool | None = None,
    ) -> None:
        """Note a fault at the cell of a field.

        Args:
            code: code of the fault.
            row: the row as Excel counts.
            field: the field.
            value: the cell as written; left out where the column is private.
            blanks: what fills the blanks of the texts.
            error: whether it rejects the row; None: as the code says.
        """
        severity = kind_of_fault(code).severity if error is None else ("error" if error else "warning")
        origin, column = self._table.columns.get(field), self._fields[field]
        heading = (origin.heading if origin else "") or column.heading
        shown = None if value is None or column.private or code in _WITHOUT_VALUE else scrubbed(value)
        sheet, letters = self._table.sheet, origin.letters if origin else None
        where = sheet.file, sheet.name, origin.row if origin and origin.row else row, letters, heading
        self.found.append(Fault(code, severity, *where, shown, blanks or {}, source=sheet.source))
        if severity == "error":
            self.rejected.add(row)

    def at_row(self, code: str, row: int) -> None:
        """Note a fault of a row as a whole, which is no record."""
        sheet = self._table.sheet
        severity = kind_of_fault(code).severity
        self.found.append(Fault(code, severity, sheet.file, sheet.name, row, source=sheet.source))

    def beside_headings(self, row: int, column: int, value: str, *, error: bool) -> None:
        """Note a cell in a column that has no heading.

        Args:
            row: the row as Excel counts.
            column: the column's number.
            value: the cell as written.
            error: whether the row may be shifted by it, and is rejected.
        """
        sheet, letters = self._table.sheet, column_letters(column)
        severity: Severity = "error" if error else "warning"
        where = sheet.file, sheet.name, row, letters, None
        self.found.append(Fault("cell_without_heading", severity, *where, scrubbed(value), source=sheet.source))
        if error:
            self.rejected.add(row)

    def unclear_mark(self, row: int, column: int, heading: str, value: str) -> None:
        """Note a cell under a heading of marks that is none of them; the row's other marks stay.

        Args:
            row: the row as Excel counts.
            column: the column's number.
            heading: the column's heading.
            value: the cell as written.
        """
        sheet, severity = self._table.sheet, kind_of_fault("unclear_mark").severity
        where = sheet.file, sheet.name, row, column_letters(column), heading
        self.found.append(Fault("unclear_mark", severity, *where, scrubbed(value), source=sheet.source))

    def lost_merges(self, field: str, rows: Sequence[int]) -> None:
        """Note, once and at the heading, rows that lack what merged cells may have said; they are rejected.

        Args:
            field: the field.
            rows: the rows as Excel counts.
        """
        sheet, origin = self._table.sheet, self._table.columns[field]
        heading = origin.heading or self._fields[field].heading
        blanks = {"rows": ranges_of_rows(rows), "count": str(len(rows))}
        where = sheet.file, sheet.name, self._table.heading_row, origin.letters, heading
        self.found.append(Fault("merged_cells_missing", "error", *where, None, blanks, source=sheet.source))
        self.rejected.update(rows)

    def reject(self, row: int) -> None:
        """Reject a row whose fault is told elsewhere: of a column that is missing, one fault of the sheet tells."""
        self.rejected.add(row)

    def in_order(self) -> tuple[Fault, ...]:
        """Return all faults by row and column."""
        return tuple(sorted(self.found, key=lambda f: (f.row or 0, f.column or "", f.code)))
