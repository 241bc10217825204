"""Names of sheets as Excel accepts them."""

import re

from openpyxl import Workbook

FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_NAME = 31


def free_name(workbook: Workbook, wanted: str) -> str:
    """A sheet name that Excel accepts and the workbook does not have yet, as close to the wanted one as can be.

    Args:
        workbook: the workbook.
        wanted: the name; characters that Excel forbids become `_`.

    Returns:
        The name, or the name with ` 2`, ` 3` and so on.
    """
    base = FORBIDDEN_IN_NAMES.sub("_", wanted).strip().strip("'") or "Sheet"
    taken = {name.casefold() for name in workbook.sheetnames}
    name, number = base[:LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = base[: LONGEST_NAME - len(ending)] + ending
    return name
