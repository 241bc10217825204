"""Rows whose own name is a range, such as 1-3网格: three things, or the number of one; the column tells."""

from collections.abc import Mapping
from typing import Any

from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.records.table_faults import TableFaults
from loaders.regions.row_sorting import SortedRows
from loaders.values.ranges import dashed_ranges


def ask_about_ranges(table: RawTable, rows: SortedRows, values: Mapping[str, list[Any]], faults: TableFaults) -> None:
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
    ranges = dashed_ranges(names)
    for number, name in zip(rows.numbers, names, strict=True) if ranges else ():
        if name in ranges:
            blanks = {"members_zh": "、".join(ranges[name]), "members_en": ", ".join(ranges[name])}
            faults.at_cell("several_values", number, defines.name[0], value=name, blanks=blanks)
