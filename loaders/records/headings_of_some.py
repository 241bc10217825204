"""Headings that mean a field in some rows alone: who provides stands on a list of offers, not on one of needs."""

from collections.abc import Mapping
from typing import Any

from graph_model.vocabularies import vocabulary
from loaders.plans.headings import ends_in
from loaders.plans.tables import RawTable
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import HeadingOfSome, columns
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults


def leave_out_what_is_not_meant(
    table: RawTable, rows: SortedRows, values: Mapping[str, list[Any]], faults: TableFaults
) -> None:
    """Leave out what a heading does not mean in a row, and ask about it once, at the heading.

    Rows that are rejected already, for want of what would tell, are not asked about.

    Args:
        table: the table.
        rows: its records.
        values: field -> the value of each record; what is not meant is taken out.
        faults: is asked.
    """
    for some in RECORD_TYPES[table.record].headings_of_some:
        origin = table.columns.get(some.field)
        if origin is None or not origin.has_cells or not ends_in(some.headings, origin.heading):
            continue
        cells = values[some.field]
        told = enumerate(zip(rows.numbers, cells, values[some.by], strict=True))
        wrong = [
            i
            for i, (number, cell, term) in told
            if cell not in (None, []) and term not in some.terms and number not in faults.rejected
        ]
        for index in wrong:
            cells[index] = [] if isinstance(cells[index], list) else None
        if wrong:
            row = table.heading_row or rows.numbers[wrong[0]]
            blanks = _blanks(table, some, [rows.numbers[i] for i in wrong])
            faults.at_cell("heading_of_other_rows", row, some.field, blanks=blanks)


def _blanks(table: RawTable, some: HeadingOfSome, numbers: list[int]) -> dict[str, str]:
    fields = columns(RECORD_TYPES[table.record])
    terms = vocabulary(fields[some.by].vocabulary or "")
    return {
        "field_zh": fields[some.field].heading,
        "field_en": fields[some.field].english,
        "terms_zh": "、".join(terms.name_of(term, "zh") for term in some.terms),
        "terms_en": ", ".join(terms.name_of(term, "en") for term in some.terms),
        "rows": str(len(numbers)),
        "first": str(numbers[0]),
    }
