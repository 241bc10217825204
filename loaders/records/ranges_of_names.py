"""Rows whose own name is a range, such as 1-3网格: three things, or the number of one; the column tells."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graph_model.names import normal_text
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults
from loaders.values.numbered_ranges import in_numbered_range

_DASH = "-"


def ask_about_ranges(
    table: RawTable, rows: SortedRows, values: Mapping[str, Sequence[Any]], faults: TableFaults
) -> None:
    """Reject rows whose name counts up several things with a dash.

    Args:
        table: the table.
        rows: its records.
        values: field -> the value of each record.
        faults: is told.
    """
    defines = RECORD_TYPES[table.record].defines
    if defines is None or defines.name[0] not in values:
        return  # a post is named after its organisation and role
    names = values[defines.name[0]]
    ranges = _dashed_ranges(names)
    for number, name in zip(rows.numbers, names, strict=True) if ranges else ():
        if name in ranges:
            blanks = {"members_zh": "、".join(ranges[name]), "members_en": ", ".join(ranges[name])}
            faults.at_cell("several_values", number, defines.name[0], value=name, blanks=blanks)


def _dashed_ranges(names: Sequence[str | None]) -> dict[str, Sequence[str]]:
    """Tell which names of a column are ranges, with what each counts up.

    1-1网格, 1-2网格, 1-3网格 are numbers of single things, since they share their beginning.
    """
    normal = {name: normal_text(name) for name in set(names) if name}
    dashed = {name: plain.rpartition(_DASH)[0] for name, plain in normal.items() if _DASH in plain}
    beginnings = Counter(dashed.values())
    alone = (name for name, beginning in dashed.items() if beginnings[beginning] == 1)
    return {name: counted for name in alone if (counted := in_numbered_range(name))}
