"""What layouts have to tell of a table: columns that nobody reads, and questions about the table as a whole."""

from collections.abc import Collection, Iterator, Mapping

from loaders.faults import Fault, kind_of_fault
from loaders.plans.heading_rows import HeadingRows, letters_of
from loaders.plans.headings import Heading, is_ignored
from loaders.readers.sheet import Sheet


def unread_headings(sheet: Sheet, rows: HeadingRows, read: Collection[int]) -> Iterator[Fault]:
    """Go through the headings of a table of which no column is read.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        read: the columns that are read, counted from 0.
    """
    for heading in rows.headings:
        if heading.column not in read and not is_ignored(heading.shown):
            yield not_understood(sheet, rows, heading)


def asked_of_table(code: str, sheet: Sheet, row: int, blanks: Mapping[str, str]) -> Fault:
    """Return a question about a table as a whole, at its heading."""
    severity = kind_of_fault(code).severity
    return Fault(code, severity, sheet.file, sheet.name, row, blanks=blanks, source=sheet.source)


def not_understood(sheet: Sheet, rows: HeadingRows, heading: Heading) -> Fault:
    """Return the fault of a heading of which nothing is read.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        heading: the heading.
    """
    code = "unmatched_heading"
    row = rows.rows[-1] if rows.rows else sheet.first_row
    letters = letters_of(sheet, heading)
    where = (sheet.file, sheet.name, row, letters, heading.shown)
    return Fault(code, kind_of_fault(code).severity, *where, heading.shown, {}, source=sheet.source)
