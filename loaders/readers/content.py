"""What sheets must hold to be worth handing on: something at all, and not much nothing between it."""

from collections.abc import Sequence

from loaders.readers.failures import unreadable
from loaders.readers.limits import Limits
from loaders.readers.sheet import Sheet, column_letters

TALL = 50_000  # rows from which on it is asked how many of them are blank
FILLED = 10  # of so many rows at least one must not be blank


def check_content(sheets: Sequence[Sheet], limits: Limits) -> None:
    """Refuse a file that would load as nothing, and sheets that are as good as empty and larger than any table.

    Args:
        sheets: all sheets of the file.
        limits: `columns` bounds the width of each.

    Raises:
        Unreadable: `no_content`, `too_many_columns` or `far_cells`.
    """
    if not sheets:
        zh, en = "没有工作表（只有图表、对话框或宏）", "it has no worksheet (charts, dialogs or macros alone)"
        raise unreadable("no_content", detail_zh=zh, detail_en=en)
    if not any(_holds_something(sheet) for sheet in sheets):
        raise unreadable(
            "no_content", detail_zh="里面一个有内容的单元格也没有", detail_en="none of its cells holds anything"
        )
    for sheet in sheets:
        _check_shape(sheet, limits)


def _holds_something(sheet: Sheet) -> bool:
    return any(sheet.rows) or bool(sheet.no_value or sheet.error_cells)


def _check_shape(sheet: Sheet, limits: Limits) -> None:
    last_row, last_column = sheet.first_row + len(sheet.rows) - 1, sheet.first_column + sheet.width - 1
    if sheet.width > limits.columns:
        corner = column_letters(last_column)
        raise unreadable("too_many_columns", sheet=sheet.name, columns=sheet.width, corner=corner, limit=limits.columns)
    if len(sheet.rows) < TALL:
        return
    filled = sum(any(cell is not None for cell in row) for row in sheet.rows)
    if filled * FILLED < len(sheet.rows):
        raise unreadable("far_cells", sheet=sheet.name, row=last_row, rows=len(sheet.rows), filled=filled)
