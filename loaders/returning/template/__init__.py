"""The blank workbook: a sheet a record type, whose headings, comments and drop-downs come from the record types."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from openpyxl import Workbook

from graph_model.errors import UsageError
from loaders.record_types import RECORD_TYPES
from loaders.returning.template.chosen_records import chosen_records
from loaders.returning.template.guide import add_guide
from loaders.returning.template.record_sheet import add_record_sheet
from loaders.returning.template.worked_example import add_worked_example

__all__ = ["chosen_records", "write_template"]


def write_template(
    path: str | os.PathLike[str], language: Literal["zh", "en"] = "zh", records: Sequence[str] = tuple(RECORD_TYPES)
) -> Path:
    """Write the blank workbook, which as it is loads as no rows at all.

    Args:
        path: the workbook to be written; it ends in .xlsx.
        language: of sheet names, headings, comments and drop-downs. The first sheet explains in both languages.
        records: the record types that get a sheet, in this order.

    Returns:
        The path.

    Raises:
        UsageError: if the name does not end in .xlsx, or the file cannot be written there.
    """
    target = Path(path)
    if target.suffix.lower() != ".xlsx":
        raise UsageError(
            f"空白表的文件名应以 .xlsx 结尾：{target}", f"the blank workbook's name should end in .xlsx: {target}"
        )
    workbook = Workbook()
    term_ranges = add_guide(workbook, language)
    for record in records:
        add_record_sheet(workbook, record, language, term_ranges)
    add_worked_example(workbook, records, language)
    try:
        workbook.save(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"写不了 {target}：{reason}", f"{target} cannot be written: {reason}") from error
    return target
