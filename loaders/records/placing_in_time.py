"""Each table gets its day; a panel of snapshots is folded into spells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from graph_model.errors import UsageError
from loaders.faults import Fault, kind_of_fault
from loaders.preparing.options import LoadOptions
from loaders.preparing.reading_files import ReadTables, tables_of_sources
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.combined_records import TablePart
from loaders.records.implausible_days import with_implausible_days_unknown
from loaders.records.source_days import said_day, stated_day_of, table_day
from loaders.records.spells import SpellsResult, fold
from loaders.records.typed_tables import TypedTable
from loaders.values.plausible_dates import PLAUSIBLE_YEARS

_TABLE = "@table"


def place_in_time(found: ReadTables, options: LoadOptions) -> None:
    """Give every row its day, and fold the panels of the mapping file into spells.

    Args:
        found: what was read; gets parts, the days of its sources, and further faults.
        options: what the user says.
    """
    _check_said_days(found, options)
    by_source = tables_of_sources(found)
    panels: dict[int, list[int]] = {}
    said = [said_day(t.table, by_source[t.table.sheet.source], options.as_of) for t in found.tables]
    known = [day for day in said if day]
    for number, table in enumerate(found.tables):
        raw = table.table
        if raw.options.spells is not None and raw.options.table is not None:
            panels.setdefault(raw.options.table, []).append(number)
            continue
        dated = table_day(table, by_source[raw.sheet.source], options.as_of, known)
        found.faults += dated.faults
        plausible = table if dated.day is None else _plausible(found, number, dated.day)
        numbers = table.frame["row"].to_list() if table.rejected else []
        rejected = frozenset(i for i, row in enumerate(numbers) if row in table.rejected)
        _add(found, TablePart(number, plausible.frame, rejected), dated.day)
    for numbers in panels.values():
        _fold_panel(found, numbers, options)


def _check_said_days(found: ReadTables, options: LoadOptions) -> None:
    """Refuse a day of which no source can speak: 9999-12-31 has no day after it."""
    said = [options.as_of, *(t.table.options.day for t in found.tables)]
    for day in said:
        if day is not None and day.year not in PLAUSIBLE_YEARS:
            first, last = PLAUSIBLE_YEARS[0], PLAUSIBLE_YEARS[-1]
            raise UsageError(
                f"数据的截至日期应在 {first} 年至 {last} 年之间，而不是 {day.isoformat()}",
                f"the day as of which files speak lies between {first} and {last}, not {day.isoformat()}",
            )


def _plausible(found: ReadTables, number: int, day: date) -> TypedTable:
    """The table without dates that lie too far after its day; each of them is a fault."""
    table = found.tables[number]
    checked = with_implausible_days_unknown(table, day)
    if checked is not table:
        found.faults += checked.faults
        found.tables[number] = replace(checked, faults=table.faults)
    return found.tables[number]


def _add(found: ReadTables, part: TablePart, day: date | None) -> None:
    raw = found.tables[part.table].table
    if day is None:
        found.rejected += len(part.frame)
        return
    name, known = found.sources[raw.sheet.source]
    found.sources[raw.sheet.source] = (name, max(day, known or day))
    dated = replace(part, frame=part.frame.with_columns(pl.col("day").fill_null(day)))
    found.parts.setdefault(raw.record, []).append(dated)


def _fold_panel(found: ReadTables, numbers: Sequence[int], options: LoadOptions) -> None:
    tables = [found.tables[n] for n in numbers]
    raw = tables[0].table
    spells = raw.options.spells
    assert spells is not None  # only tables with spells are panels
    good = [_good_rows(number, table) for number, table in zip(numbers, tables, strict=True)]
    found.rejected += sum(len(t.frame) - len(g) for t, g in zip(tables, good, strict=True))
    folded = fold(pl.concat(good), spells, columns(RECORD_TYPES[raw.record]))
    _note_missing_steps(found, tables[0], folded.missing_steps)
    for number, row, written in folded.unplaced.select(_TABLE, "row", spells.on).iter_rows():
        _note_unplaced(found, found.tables[number], row, written)
    day = _panel_day(found, tables, folded, options)
    sizes = pl.Series("size", folded.sizes, dtype=pl.Int64)
    for number in numbers:
        mine = folded.frame[_TABLE] == number
        part = TablePart(number, folded.frame.filter(mine).drop(_TABLE), sizes=sizes.filter(mine).to_list())
        _add(found, part, day)


def _good_rows(number: int, table: TypedTable) -> pl.DataFrame:
    rejected = pl.Series(sorted(table.rejected), dtype=pl.Int64)
    return table.frame.filter(~pl.col("row").is_in(rejected.implode())).with_columns(pl.lit(number).alias(_TABLE))


def _panel_day(
    found: ReadTables, tables: Sequence[TypedTable], folded: SpellsResult, options: LoadOptions
) -> date | None:
    """The day of a panel as a whole: what is said of it, else the newest that its files state, else its last step."""
    said = [t.table.options.day for t in tables if t.table.options.day]
    if said or options.as_of:
        return max(said, default=options.as_of)
    by_source = tables_of_sources(found)
    stated = [stated_day_of(t.table, by_source[t.table.sheet.source]) for t in tables]
    return max((day for day in (*stated, folded.last_step) if day), default=None)


def _note_missing_steps(found: ReadTables, table: TypedTable, steps: Sequence[date]) -> None:
    severity, sheet = kind_of_fault("missing_step").severity, table.table.sheet
    for step in steps:
        shown = step.isoformat()[:7]
        found.faults.append(Fault("missing_step", severity, sheet.file, sheet.name, value=shown, source=sheet.source))


def _note_unplaced(found: ReadTables, table: TypedTable, row: int, written: str | None) -> None:
    """A row of a panel without a day that fixes its step is rejected: blank, open or unknown, or with two readings."""
    raw = table.table
    spells = raw.options.spells
    assert spells is not None  # only rows of panels are unplaced
    found.rejected += 1
    origin, sheet = raw.columns[spells.on], raw.sheet
    if written is not None and "/" in written:
        place = ("ambiguous_month", sheet.source, sheet.name, row, origin.letters)
        found.faults = [
            replace(f, severity="error") if (f.code, f.source, f.sheet, f.row, f.column) == place else f
            for f in found.faults
        ]
        return
    code = "missing_value" if written is None else "invalid_date"
    shown = None if written is None else table.frame.filter(pl.col("row") == row)[f"{spells.on}_written"][0]
    where = sheet.file, sheet.name, row, origin.letters, origin.heading
    found.faults.append(Fault(code, "error", *where, shown, source=sheet.source))
