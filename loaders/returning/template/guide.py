"""The first sheet of the blank workbook: how to fill it in, and below that the terms that the drop-downs offer.

All of it but the day stands in one column, and no row reads like headings: so the sheet loads as nothing.
"""

from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from graph_model.vocabularies import vocabulary, vocabulary_names

GUIDE_SHEET: Final = "填写说明"
_TERMS_FROM: Final = 61  # below the rows in which headings are looked for, so that no term is taken for one
_WIDTH: Final = 110
_TEXTS: Final = (
    "怎样填写这本工作簿",
    "1. 每个工作表登记一类事项，一行一条。用不到的工作表留空或删除即可。",
    "2. 深色表头的列必须填写，浅色的可以不填。请不要改动表头文字；列的顺序可以调整，也可以删去不需要的列。",
    "3. 把鼠标停在表头上，可以看到这一列的含义、示例和可用的用语。",
    "4. 有下拉列表的列请从中选择；列表里没有合适的，可以照实填写，程序会提示，不会丢弃。",
    "5. 日期可以只写到年或月：2023、2023-05、2023-05-01。日期列是文本格式，请勿改成数字，否则 2023.10 成了 2023.1。",
    "6. “终止日期”是不再有效的第一天；仍然有效的请留空，或写“至今”。",
    "7. 指向其他事项的列（所属社区、共建党组织等）可以写名称，也可以写代码，写法应与登记它的工作表一致。",
    "8. 一格可以写多项的列，用顿号分隔：A小区、B小区。",
    "9. 姓名、身份证号、电话只用来辨认是否同一人，读取时即换成假名，不会保存。其他列请勿填写这类信息。",
    "",
    "How to fill in this workbook",
    "1. Each sheet lists one kind of thing, one a row. Leave the sheets that you do not need empty, or delete them.",
    "2. Columns under a dark heading must be filled, those under a light one may. Leave the headings as they are; "
    "columns may change places, and those that you do not need may go.",
    "3. Rest the pointer on a heading to see what the column means, an example, and its terms.",
    "4. Where there is a drop-down, choose from it; if nothing fits, write what is true: you will be asked about it, "
    "and nothing is dropped.",
    "5. A date may be a year or a month: 2023, 2023-05, 2023-05-01. Columns of dates are text: leave them so, "
    "or 2023.10 becomes 2023.1.",
    "6. An end is the first day on which something no longer holds; leave it blank if it still does.",
    "7. A column that refers to something else takes its name or its code, written as on the sheet that lists it.",
    "8. Where a cell may hold several things, separate them with 、 or a semicolon.",
    "9. Names, identity and telephone numbers only tell whether two rows mean one person; they are replaced by "
    "pseudonyms when the file is read, and not kept. Write none in any other column.",
)
_TERMS_TITLE: Final = {
    "zh": "以下是下拉列表的用语，请勿改动",
    "en": "Below are the terms of the drop-downs; please leave them as they are",
}
_DAY_ROW: Final = 1
_DAY: Final = {
    "zh": "数据截至日期（填在右边，如 2024-09-03）：",
    "en": "Data as of (write the day in the next cell, such as 2024-09-03):",
}
_DAY_WIDTH: Final = 18
_TO_FILL: Final = PatternFill("solid", fgColor="FFFFF4CC")
_TITLE_FONT: Final = Font(bold=True, size=14)
_TERM_FONT: Final = Font(color="FF6B7785")
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


def add_guide(workbook: Workbook, language: Literal["zh", "en"]) -> dict[str, str]:
    """Make the first sheet of a new workbook the guide.

    Args:
        workbook: a new workbook with one empty sheet.
        language: of the terms.

    Returns:
        Vocabulary -> the range of its terms, as a drop-down refers to it.
    """
    sheet: Worksheet = workbook.worksheets[0]
    sheet.title = GUIDE_SHEET
    sheet.column_dimensions["A"].width = _WIDTH
    sheet.column_dimensions["B"].width = _DAY_WIDTH
    sheet.cell(_DAY_ROW, 1, _DAY[language]).font = _TITLE_FONT
    sheet.cell(_DAY_ROW, 2).fill, sheet.cell(_DAY_ROW, 2).number_format = _TO_FILL, "@"
    for row, text in enumerate(_TEXTS, start=_DAY_ROW + 2):
        cell = sheet.cell(row, 1, text)
        cell.alignment = _WRAPPED
        if text and not text[0].isdigit():
            cell.font = _TITLE_FONT
    return _add_terms(sheet, language)


def _add_terms(sheet: Worksheet, language: Literal["zh", "en"]) -> dict[str, str]:
    ranges = {}
    row = _TERMS_FROM
    sheet.cell(row, 1, _TERMS_TITLE[language]).font = _TITLE_FONT
    for name in vocabulary_names():
        terms = [term.name(language) for term in vocabulary(name).terms]
        row += 2
        sheet.cell(row, 1, f"[{vocabulary(name).zh if language == 'zh' else vocabulary(name).en}]").font = _TERM_FONT
        for term in terms:
            row += 1
            sheet.cell(row, 1, term).font = _TERM_FONT
        ranges[name] = f"'{GUIDE_SHEET}'!$A${row - len(terms) + 1}:$A${row}"
    return ranges
