"""Values that a plan takes from beside a table, and does not find there: told once a table, not once a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.faults import Fault, kind_of_fault
from loaders.plan import Taken
from loaders.plans.tables import RawTable
from loaders.plans.taking import taken_from
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.regions.captions import single_text
from loaders.regions.row_sorting import SortedRows
from loaders.regions.table_faults import TableFaults
from loaders.values.private_numbers import scrubbed

_PLACES: Final = {
    "title": ("标题", "the title"),
    "sheet": ("工作表名", "the sheet's name"),
    "file": ("文件名", "the file's name"),
    "caption": ("分段的小标题", "the captions of sections"),
}
_SHOWN: Final = 3
_LONGEST_SHOWN: Final = 40


def without_untaken(table: RawTable, rows: SortedRows, faults: TableFaults) -> RawTable:
    """Tell of each value that is to be taken from beside a table and is not found for all of its rows.

    Args:
        table: the table.
        rows: its records.
        faults: is told, once a field; an error if every record needs what none has.

    Returns:
        The table without the columns of captions that no row has: rows that need one are rejected by what is told.
    """
    size = len(rows.rows)
    told = [(field, taken, size) for field, taken in table.untaken.items() if size]
    for field, origin in table.columns.items():
        missing = sum(origin.caption not in captions for captions in rows.captions) if origin.caption else 0
        is_told = missing < size and field in required_fields(RECORD_TYPES[table.record])  # at each of these rows
        if origin.caption and missing and not is_told:
            told.append((field, Taken("caption", origin.caption.pattern), missing))
    for field, taken, missing in told if not table.options.further else ():
        faults.found.append(_fault(table, field, taken, None if missing == size else missing))
    nowhere = {field for field, _, missing in told if missing == size}
    return replace(table, columns={f: origin for f, origin in table.columns.items() if f not in nowhere})


def _fault(table: RawTable, field: str, taken: Taken, missing: int | None) -> Fault:
    """The fault of a field that some rows lack, or all (None)."""
    cls, column = RECORD_TYPES[table.record], columns(RECORD_TYPES[table.record])[field]
    needed = missing is None and field in required_fields(cls)
    place_zh, place_en = _PLACES[taken.source]
    stood = [scrubbed(text)[:_LONGEST_SHOWN] for text in _texts(table, taken)]
    blanks = {
        "pattern": taken.pattern,
        "field_zh": column.heading,
        "field_en": column.english,
        "place_zh": place_zh,
        "place_en": place_en,
        "rows_zh": "都" if missing is None else f"有 {missing} 行",
        "rows_en": "at all" if missing is None else f"for {missing} rows",
        "stood_zh": "、".join(stood) or "（空）",
        "stood_en": ", ".join(stood) or "(nothing)",
    }
    sheet = table.sheet
    severity = "error" if needed else kind_of_fault("nothing_taken").severity
    return Fault("nothing_taken", severity, sheet.file, sheet.name, blanks=blanks, source=sheet.source)


def _texts(table: RawTable, taken: Taken) -> Sequence[str]:
    """What stands where a pattern found nothing."""
    if taken.source == "title":
        return table.title[:_SHOWN]
    if taken.source in {"sheet", "file"}:
        return (table.sheet.name if taken.source == "sheet" else table.sheet.file,)
    pattern = re.compile(taken.pattern)
    return list(dict.fromkeys(t for t in _single_texts(table) if taken_from(pattern, t) is None))[:_SHOWN]


def _single_texts(table: RawTable) -> Iterator[str]:
    for _, row in table.numbered_rows():
        text = single_text(row)
        if text is not None:
            yield text
