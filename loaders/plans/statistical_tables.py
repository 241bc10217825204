"""Statistical tables: counts by place or by indicator, and no row of which any one thing can be made."""

import re
from collections.abc import Sequence
from typing import Final

from graph_model.names import normal_text
from loaders.plans.headings import is_ignored
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing

_FEWEST: Final = 2
_MOST: Final = 0.7
_LOOKED_AT: Final = 500
_COUNTS: Final = re.compile(r"(?:数|率|数量|占比|比例|人次|总计|合计|小计|个数|\((?:个|家|人|名|户|%|支)\))$")
_PLACE: Final = re.compile(r".*(?:社区|街道|镇|村|办事处)$")
_TOTAL: Final = re.compile(r"(?:合计|总计|小计|全区|全街道|全镇)")
_NUMBER: Final = re.compile(r"[-+↑↓]?\d+(?:\.\d+)?[%‰]?(?:个|家|人|名|户|支|人次)?")


def is_statistical(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a table holds counts alone.

    Args:
        rows: a sheet, or the part of one that holds a table and its title.

    Returns:
        Whether a row of headings, most of them of counts or of places, stands over rows that begin with a place or an
        indicator and hold numbers otherwise. A table with a name of a single thing in each row is none.
    """
    said = [[cell for cell in row if not is_missing(cell)] for row in rows[:_LOOKED_AT]]
    head = next((i for i, row in enumerate(said) if len(row) > _FEWEST and all(isinstance(c, str) for c in row)), None)
    if head is None:
        return False
    firsts = [cell_text(row[0]) for row in said[head + 1 :] if len(row) >= _FEWEST]
    cells = [cell for row in said[head + 1 :] if len(row) >= _FEWEST for cell in row[1:]]
    numbers = [cell for cell in cells if _is_number(cell)]
    if len(firsts) < _FEWEST or not numbers or len(numbers) < len(cells) * _MOST:
        return False
    headings = [normal_text(cell_text(c)) for c in said[head][1:] if not is_ignored(cell_text(c))]
    of_counts = [h for h in headings if _COUNTS.search(h) or _PLACE.fullmatch(h)]
    places = [f for f in firsts if _PLACE.fullmatch(normal_text(f)) or _TOTAL.match(normal_text(f))]
    indicators = [f for f in firsts if _COUNTS.search(normal_text(f))]
    by_place = len(places) * 2 > len(firsts) and bool(of_counts)
    by_indicator = sum(bool(_PLACE.fullmatch(h)) for h in headings) >= _FEWEST and len(places) * 2 < len(firsts)
    return by_place or by_indicator or len(indicators) * 2 > len(firsts)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, int | float):
        return True
    return isinstance(cell, str) and (_NUMBER.fullmatch(normal_text(cell)) is not None or cell in {"持平", "↑", "↓"})
