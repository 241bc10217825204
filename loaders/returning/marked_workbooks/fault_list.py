"""The sheet that lists the faults of a workbook, each with a link to its cell."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import column_letters, column_number
from loaders.returning.marked_workbooks.cell_marks import ERROR_FILL, WARNING_FILL
from loaders.returning.marked_workbooks.marked_fault import Language, MarkedFault
from loaders.returning.marked_workbooks.notes import REMEDY, Note
from loaders.returning.marked_workbooks.original import Returned
from loaders.returning.marked_workbooks.rebuilding import LAST_COLUMN, LAST_ROW
from loaders.returning.marked_workbooks.safe_text import write_value
from loaders.returning.marked_workbooks.sheet_names import free_name

NAMES: dict[Language, str] = {"zh": "检查结果", "en": "Check results"}
COLUMNS: tuple[tuple[str, str, int], ...] = (  # Chinese, English, width
    ("文件", "File", 28),
    ("工作表", "Sheet", 18),
    ("行", "Row", 8),
    ("列", "Column", 8),
    ("表头", "Heading", 18),
    ("代码", "Code", 24),
    ("级别", "Severity", 10),
    ("值", "Value", 24),
    ("原因", "Reason", 56),
    ("建议", "Suggestion", 56),
)
SEVERITIES: dict[Language, dict[str, str]] = {
    "zh": {"error": "错误", "warning": "警告"},
    "en": {"error": "error", "warning": "warning"},
}
NOTES: dict[Language, str] = {"zh": "说明", "en": "note"}
LISTED = 100_000  # faults; nobody goes through more, and each takes memory
LINKED = 3  # the column whose cell leads to the fault: the row number
HEADER_FILL = PatternFill("solid", fgColor="FF2F4B63")
HEADER_FONT = Font(bold=True, color="FFFFFFFF")
LINK_FONT = Font(underline="single", color="FF0563C1")
WRAPPED = Alignment(vertical="top", wrap_text=True)


def add_fault_list(returned: Returned, faults: Sequence[MarkedFault], language: Language) -> None:
    """Add the list as the last sheet, so that no other changes its place, and let the workbook open on it.

    First stand the faults of the file, then those of a sheet, then what the workbook lacks, then the cells.

    Args:
        returned: the workbook.
        faults: one row each; those of cells in this order.
        language: of the headings.
    """
    workbook, tables = returned.workbook, returned.tables
    table = workbook.create_sheet(free_name(workbook, NAMES[language]))
    _add_header(table, language)
    lines = _lines(returned, faults)
    for row, line in enumerate(lines, start=2):
        if isinstance(line, Note):
            _add_note(table, row, line, language)
            continue
        _add_row(table, row, line, language)
        if (target := tables.get(line.sheet or "")) is not None:
            _link(table, row, line, target.title)
    table.freeze_panes = "A2"
    table.auto_filter.ref = f"A1:{column_letters(len(COLUMNS))}{len(lines) + 1}"
    _open_on(workbook, table)


def _lines(returned: Returned, faults: Sequence[MarkedFault]) -> list[MarkedFault | Note]:
    ordered = sorted(faults, key=lambda fault: (fault.sheet is not None, fault.row is not None))[:LISTED]
    above = sum(fault.row is None for fault in ordered)
    beyond = [Note("faults_beyond", len(faults) - LISTED)] if len(faults) > LISTED else []
    return [*ordered[:above], *returned.notes, *beyond, *ordered[above:]]


def _add_header(table: Worksheet, language: Language) -> None:
    for number, (zh, en, width) in enumerate(COLUMNS, start=1):
        cell = table.cell(1, number, zh if language == "zh" else en)
        cell.font, cell.fill, cell.alignment = HEADER_FONT, HEADER_FILL, Alignment(vertical="center")
        table.column_dimensions[column_letters(number)].width = width


def _add_row(table: Worksheet, row: int, fault: MarkedFault, language: Language) -> None:
    severity = SEVERITIES[language].get(fault.severity, fault.severity)
    place = (fault.file, fault.sheet, fault.row, fault.column, fault.heading)
    value = None if fault.value is None else str(fault.value)
    for number, entry in enumerate((*place, fault.code, severity, value, fault.reason, fault.suggestion), start=1):
        cell = table.cell(row, number)
        write_value(cell, entry)
        cell.alignment = WRAPPED
    table.cell(row, 7).fill = ERROR_FILL if fault.severity == "error" else WARNING_FILL


def _add_note(table: Worksheet, row: int, note: Note, language: Language) -> None:
    for number, text in ((7, NOTES[language]), (9, note.text(language)), (10, REMEDY[language])):
        cell = table.cell(row, number, text)
        cell.alignment = WRAPPED


def _link(table: Worksheet, row: int, fault: MarkedFault, title: str) -> None:
    if (fault.row or 1) > LAST_ROW or (fault.column and column_number(fault.column) > LAST_COLUMN):
        return
    quoted = title.replace("'", "''")
    target = f"'{quoted}'!{fault.column or 'A'}{fault.row or 1}"
    cell = table.cell(row, LINKED if fault.row is not None else LINKED - 1)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    cell.font = LINK_FONT


def _open_on(workbook: Workbook, table: Worksheet) -> None:
    for other in workbook.worksheets:
        # two selected sheets are a group in Excel: what is typed into one would go into both
        other.sheet_view.tabSelected = other is table
    workbook.active = workbook.index(table)
