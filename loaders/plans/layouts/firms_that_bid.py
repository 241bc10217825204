"""Tables of firms that bid for an estate, or leave it: they serve it not yet, or no more."""

import re
from typing import Final

from loaders.plans.heading_rows import HeadingRows
from loaders.plans.layouts.titles import texts_around
from loaders.readers.sheet import Sheet

_IN_TITLE: Final = re.compile(r"投标|中标|招标|选聘|竞标|比选|报价|候选|应标|评标|退出|撤出|拟")
_IN_HEADING: Final = re.compile(
    r"(?:投标|竞标|应标|评标|候选|比选|报价|拟).*(?<!方式)|.*(?:是否|有无|未)(?:中标|入选|选聘).*|中标(?:结果|情况|与否)"
)
"""How a firm was chosen (选聘方式：公开招标, 中标时间) is said of those that serve, too."""


def is_of_choosing(sheet: Sheet, rows: HeadingRows) -> bool:
    """Tell whether the firms of a table are those among which one is chosen, or which leave.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
    """
    texts = texts_around(sheet, rows.rows[0] if rows.rows else sheet.first_row)
    if any(_IN_TITLE.search(around.text) for around in texts):
        return True
    return any(_IN_HEADING.match(heading.shown) for heading in rows.headings)
