"""Whether every cell that was read is in the workbook that goes back."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import MergedCell

from loaders.readers import Sheet


@dataclass(frozen=True)
class LostCells:
    """Cells that were read and that a workbook lacks.

    Args:
        anywhere: whether there are any that nothing explains: then the workbook is not what was sent.
        under_merged: how many are covered by a merged range.
    """

    anywhere: bool
    under_merged: int = 0


def lost_cells(workbook: Workbook, sheets: Sequence[Sheet]) -> LostCells:
    """Look for the cells of all sheets in a workbook.

    Args:
        workbook: as openpyxl read the file.
        sheets: as the readers did.
    """
    under_merged = 0
    titles = {table.title for table in workbook.worksheets}
    for sheet in sheets:
        if sheet.name not in titles:
            return LostCells(True)
        cells = workbook[sheet.name]._cells
        for row, values in enumerate(sheet.rows, start=sheet.first_row):
            for column, value in enumerate(values, start=sheet.first_column):
                if value is None or value == "":
                    continue
                cell = cells.get((row, column))
                if isinstance(cell, MergedCell):
                    under_merged += 1
                elif cell is None or cell.value is None:
                    return LostCells(True)
    return LostCells(False, under_merged)
