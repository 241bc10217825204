"""Writes .xls workbooks, as offices with old machines send them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlwt

from sample_data.example.offices.sheets import Sheet


def write_xls(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write sheets as a workbook.

    Args:
        path: the file.
        sheets: its sheets, in order.
    """
    book = xlwt.Workbook(encoding="utf-8")
    dated = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    plain = xlwt.easyxf()
    bold = xlwt.easyxf("font: bold on; align: horiz center, vert center")
    for sheet in sheets:
        target = book.add_sheet(sheet.name)
        target.set_panes_frozen(True)
        target.set_horz_split_pos(sheet.heading_rows[-1])
        starts = {(box[0], box[1]): box for box in sheet.merged}
        for at, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row, start=1):
                style = bold if at <= sheet.heading_rows[-1] else dated if isinstance(value, date) else plain
                box = starts.get((at, column))
                if box:
                    target.write_merge(box[0] - 1, box[2] - 1, box[1] - 1, box[3] - 1, value, style)
                elif value is not None:
                    target.write(at - 1, column - 1, value, style)
    book.save(str(path))
