"""The sheet that lists the faults of a workbook, each with a link to its cell."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.readers import column_letters
from loaders.returning.marked_workbooks.cell_marks import ERROR_FILL, WARNING_FILL
from loaders.returning.marked_workbooks.marked_fault import Language, MarkedFault
from loaders.returning.marked_workbooks.original import free_name
from loaders.returning.marked_workbooks.safe_text import write_value

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
LINKED = 3  # the column whose cell leads to the fault: the row number
HEADER_FILL = PatternFill("solid", fgColor="FF2F4B63")
HEADER_FONT = Font(bold=True, color="FFFFFFFF")
LINK_FONT = Font(underline="single", color="FF0563C1")
WRAPPED = Alignment(vertical="top", wrap_text=True)


def add_fault_list(
    workbook: Workbook, tables: Mapping[str, Worksheet], faults: Sequence[MarkedFault], language: Language
) -> None:
    """Add the list as the last sheet, so that no other changes its place, and let the workbook open on it.

    Args:
        workbook: the workbook.
        tables: its worksheets by the names that the faults use.
        faults: one row each, in this order.
        language: of the headings.
    """
    table = workbook.create_sheet(free_name(workbook, NAMES[language]))
    _add_header(table, language)
    for row, fault in enumerate(faults, start=2):
        _add_row(table, row, fault, language)
        if (target := tables.get(fault.sheet or "")) is not None:
            _link(table, row, fault, target.title)
    table.freeze_panes = "A2"
    table.auto_filter.ref = f"A1:{column_letters(len(COLUMNS))}{len(faults) + 1}"
    _open_on(workbook, table)


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


def _link(table: Worksheet, row: int, fault: MarkedFault, title: str) -> None:
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
