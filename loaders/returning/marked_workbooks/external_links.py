"""Formulas that follow links to other files: the links are not carried over, so their values take their places."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import Sheet
from loaders.returning.marked_workbooks.safe_text import write_value

LINK = re.compile(r"\[\d+\][^\[\]]*!")  # [1]Sheet1!A1, '[1]Sheet 1'!A1, [1]!name; no column of a table


def values_in_place_of_links(workbook: Workbook, sheets: Sequence[Sheet]) -> int:
    """Replace each formula that names a link by the value that was read; else Excel calls the workbook damaged.

    Args:
        workbook: the workbook.
        sheets: what was read.

    Returns:
        How many formulas were replaced.
    """
    replaced = 0
    for sheet in sheets:
        table = workbook[sheet.name]
        for (row, column), cell in table._cells.items():
            if cell.data_type == "f" and LINK.search(str(getattr(cell.value, "text", cell.value))):
                write_value(cell, _value(sheet, row - sheet.first_row, column - sheet.first_column))
                replaced += 1
        _drop_names(table)
        rules = table.data_validations.dataValidation
        rules[:] = [rule for rule in rules if not LINK.search(f"{rule.formula1}{rule.formula2}")]
    _drop_names(workbook)
    return replaced


def _value(sheet: Sheet, row: int, column: int) -> object:
    place = (row + sheet.first_row, column + sheet.first_column)
    if place in sheet.error_cells:
        return sheet.error_cells[place]
    return sheet.rows[row][column] if 0 <= row < len(sheet.rows) and 0 <= column < sheet.width else None


def _drop_names(owner: Workbook | Worksheet) -> None:
    for name, defined in list(owner.defined_names.items()):
        if LINK.search(str(defined.attr_text)):
            del owner.defined_names[name]
