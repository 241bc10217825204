"""The workbook that goes back to the office: each bad cell coloured and commented, and a sheet that lists all faults.

An xlsx file keeps its styles, formulas and merged cells. What came as xls, xlsb, ods, csv or json becomes a new xlsx
file, as does an xlsx file that openpyxl refuses, or of which it loses a cell. What is not carried over, such as
pictures and macros, is said in the list of faults.
"""

from collections.abc import Sequence
from pathlib import Path

from loaders.readers import Sheet
from loaders.returning.marked_workbooks.cell_marks import mark_cells
from loaders.returning.marked_workbooks.earlier_marks import take_off_earlier_marks
from loaders.returning.marked_workbooks.fault_list import add_fault_list
from loaders.returning.marked_workbooks.marked_fault import Language, MarkedFault
from loaders.returning.marked_workbooks.original import workbook_to_mark
from loaders.returning.marked_workbooks.saving import save_privately

__all__ = ["Language", "MarkedFault", "write_marked"]


def write_marked(
    path_in: Path,
    sheets: Sequence[Sheet],
    faults: Sequence[MarkedFault],
    path_out: Path,
    *,
    language: Language = "zh",
) -> Path:
    """Write a file back as an xlsx workbook in which its faults can be seen.

    The result holds all that the office sent, names and telephone numbers too: it is readable by its owner alone.

    Args:
        path_in: the file as it was sent; it is never written to.
        sheets: its sheets as the readers gave them; none if it could not be read, then only the list is written.
        faults: the faults of this file; one without row or without sheet stands in the list alone.
        path_out: where the workbook goes, a name that ends in .xlsx; a file that is there is replaced as a whole.
        language: of the list's headings.

    Returns:
        `path_out`.

    Raises:
        ValueError: if `path_out` is the input itself or does not end in .xlsx.
        OSError: if it cannot be written.
    """
    if path_out.suffix.lower() != ".xlsx":
        msg = f"a marked workbook is an .xlsx file, {path_out.name} is not"
        raise ValueError(msg)
    if path_out.exists() and path_in.exists() and path_out.samefile(path_in):
        msg = f"{path_in} is what the office sent, and is not written over"
        raise ValueError(msg)
    returned = workbook_to_mark(path_in, sheets)
    take_off_earlier_marks(returned)
    mark_cells(returned.tables, sheets, faults)
    add_fault_list(returned, faults, language)
    save_privately(returned.workbook, path_out)
    return path_out
