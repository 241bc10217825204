"""Errors in the columns of persons: a name or number that a formula failed to give names nobody."""

from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import private_fields
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults


def note_errors_of_persons(table: RawTable, rows: SortedRows, faults: TableFaults) -> None:
    """Reject rows whose person is an error or a formula without its result: it would stand for somebody unnamed.

    Args:
        table: the table.
        rows: its rows.
        faults: is told; the cell itself is not shown.
    """
    sheet = table.sheet
    if not (sheet.error_cells or sheet.no_value):
        return
    for field in private_fields(RECORD_TYPES[table.record]):
        column = table.columns[field].column if field in table.columns else None
        for number in rows.numbers if column is not None else ():
            at = (number, column or 0)
            if at in sheet.error_cells:
                faults.at_cell("error_value", number, field, error=True)
            elif at in sheet.no_value:
                faults.at_cell("formula_without_value", number, field, error=True)
