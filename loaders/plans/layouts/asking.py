"""Questions of layouts about headings that they leave over."""

from loaders.faults import Fault, kind_of_fault
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import Heading
from loaders.readers.sheet import Sheet, column_letters


def not_understood(sheet: Sheet, rows: HeadingRows, heading: Heading) -> Fault:
    """Return the fault of a heading of which nothing is read.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        heading: the heading.
    """
    code = "unmatched_heading"
    row = rows.rows[-1] if rows.rows else sheet.first_row
    letters = column_letters(heading.column + sheet.first_column)
    where = (sheet.file, sheet.name, row, letters, heading.shown)
    return Fault(code, kind_of_fault(code).severity, *where, heading.shown, {}, source=sheet.source)
