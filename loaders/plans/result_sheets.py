"""The sheet that `check --marked` adds to a returned workbook: known by its headings, not by its name alone."""

from collections.abc import Sequence

NAMES = ("检查结果", "Check results")
HEADINGS = (("文件", "工作表", "行", "列"), ("File", "Sheet", "Row", "Column"))


def is_result_sheet(name: str, first_row: Sequence[object]) -> bool:
    """Whether a sheet is a list of faults that came back with its workbook, and no table of the office.

    Args:
        name: the sheet's name; with a number behind it where the office had a sheet of that name.
        first_row: the cells of its first row.
    """
    return name.startswith(NAMES) and tuple(first_row[: len(HEADINGS[0])]) in HEADINGS
