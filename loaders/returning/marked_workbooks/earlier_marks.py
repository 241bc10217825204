"""The marks of an earlier check, taken off a workbook that comes in again: what was mended is not red any more."""

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from loaders.plans.result_sheets import is_result_sheet
from loaders.returning.marked_workbooks.cell_marks import AUTHOR, ERROR_FILL, OWN_COMMENT, WARNING_FILL
from loaders.returning.marked_workbooks.original import Returned

COLOURS = frozenset({ERROR_FILL.fgColor.rgb, WARNING_FILL.fgColor.rgb})


def take_off_earlier_marks(returned: Returned) -> None:
    """Remove lists of faults, comments and colours that an earlier check wrote; the office's own comments stay.

    Args:
        returned: the workbook, before it is marked.
    """
    for name, table in list(returned.tables.items()):
        if is_result_sheet(name, [cell.value for cell in table[1]] if table.max_row else []):
            returned.workbook.remove(table)
            del returned.tables[name]
            continue
        for cell in table._cells.values():
            if cell.comment is None or cell.comment.author != AUTHOR:
                continue
            _, own, text = cell.comment.text.partition(OWN_COMMENT)
            cell.comment = Comment(text, "") if own else None
            if cell.fill.fill_type and cell.fill.fgColor.rgb in COLOURS:
                cell.fill = PatternFill()
